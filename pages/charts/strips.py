"""The strips of a scorecard: what stands on each, where, and the words of those that cannot be drawn."""

from dataclasses import dataclass

from metrics.figures import reason, shown, with_unit
from metrics.phrases import figure_of, starts_sentence, when
from metrics.results import Kind, Scorecard, ScoreRow
from metrics.words import against, benchmark_name, comparable
from pages.charts import hover
from pages.charts.lettering import BREAK, markup, wrap
from pages.charts.look import BENCHMARK, LINE, NEIGHBOUR, OWN, PHONE

STRIP = 30  # pixels of a strip with its dots
AIR = 14  # pixels between two rows


@dataclass(frozen=True)
class Mark:
    """One sign on a strip: its role, its place from 0 (left end) to 1, and plotly's HTML for the pointer."""

    role: str
    at: float
    hover: str


@dataclass(frozen=True)
class Strip:
    """One indicator: the lines of its title; the authority's `figure` or mark, which begins the first of `lines`; the
    signs on the strip and the values at its two ends, both () where nothing can be drawn and the lines say why. `top`,
    `middle` of the strip and `foot` are pixels from the top of the plot."""

    title: tuple[str, ...]
    figure: str
    lines: tuple[str, ...]
    marks: tuple[Mark, ...]
    ends: tuple[str, ...]
    top: int
    middle: float
    foot: int


def of(card: Scorecard) -> list[Strip]:
    """A strip for each indicator that is measured nationally, in the card's order."""
    found: list[Strip] = []
    for row in card.rows:
        if not row.indicator.local:
            found.append(_strip(row, card, found[-1].foot if found else 0))
    return found


def _strip(row: ScoreRow, card: Scorecard, top: int) -> Strip:
    title = wrap(row.indicator.title_of(row.breakdown), PHONE, bold=True)
    figure, said = _said(row)
    lines = wrap(f"{figure} {said}".strip(), PHONE)
    values = _values(row)
    middle = top + LINE * (len(title) + len(lines)) + STRIP / 2
    foot = round(middle + (STRIP if values else -STRIP) / 2) + AIR
    marks, ends = _on_strip(row, card, values) if values else ((), ())
    return Strip(tuple(title), figure, tuple(lines), marks, ends, top, middle, foot)


def _said(row: ScoreRow) -> tuple[str, str]:
    """The figure or its mark, and what follows: the period, how many neighbours are missing or why none is shown."""
    latest, against_whom = row.latest, row.benchmark
    if latest is None:
        return "", starts_sentence(against(row))
    if latest.value is None:
        return shown(latest, row.indicator), f"{reason(latest.status)}, {when(latest)}"
    figure = figure_of(row.indicator, latest)
    if not _values(row):
        return figure, f"{when(latest)}; {against(row)}"
    if against_whom and against_whom.kind is Kind.NEIGHBOURS and against_whom.n < against_whom.of:
        return figure, f"{when(latest)}; {against_whom.n} of {against_whom.of} neighbours had a figure"
    return figure, when(latest)


def _values(row: ScoreRow) -> list[float]:
    """Every figure on the strip, the authority's own first; [] where there is nothing to set it beside."""
    if row.latest is None or row.latest.value is None or not comparable(row.indicator):
        return []
    others = [value for value in row.neighbours if value is not None]
    if row.benchmark and row.benchmark.value is not None:
        others.append(row.benchmark.value)
    return [row.latest.value, *others] if others else []


def _on_strip(row: ScoreRow, card: Scorecard, values: list[float]) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    low, high = min(values), max(values)
    latest, benchmark, indicator = row.latest, row.benchmark, row.indicator

    def at(value: float) -> float:
        return (value - low) / (high - low) if high > low else 0.5

    marks = []
    for position, value in enumerate(row.neighbours, start=1):
        if value is not None:
            marks.append(Mark(NEIGHBOUR, at(value), _of_neighbour(row, position, value)))
    if benchmark and benchmark.value is not None:
        name = benchmark_name(card.choice, card.edition, card.area)
        marks.append(Mark(BENCHMARK, at(benchmark.value), hover.of_benchmark(name, benchmark, indicator)))
    if latest and latest.value is not None:
        marks.append(Mark(OWN, at(latest.value), hover.of_fact(card.area.short_name, latest, indicator)))
    return tuple(marks), (with_unit(low, indicator), with_unit(high, indicator))


def _of_neighbour(row: ScoreRow, position: int, value: float) -> str:
    unit = "" if row.indicator.unit == "%" else f" {row.indicator.unit}"
    who = f"Neighbour {position} of {len(row.neighbours)}, nearest first"
    return BREAK.join((f"<b>{who}</b>", markup([f"{with_unit(value, row.indicator)}{unit}"])))
