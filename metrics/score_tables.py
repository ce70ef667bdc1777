"""A scorecard as tables for people: its judged measures, those that are neither good nor bad, and those without a figure here."""

from collections.abc import Iterable, Mapping, Sequence

from metrics import words
from metrics.catalogue import Indicator
from metrics.figures import key_to_marks, shown, with_unit
from metrics.judged import Movement
from metrics.phrases import figure_of, starts_sentence
from metrics.results import Fact, Scorecard, ScoreRow
from metrics.spine import Vertebra
from metrics.tables import Column, Table, counts
from metrics.wording import ages, marks, people

NO_FIGURE = "no figure"
CLEAR = (Movement.RISING, Movement.FALLING, Movement.NO_CLEAR_CHANGE)


def judged_rows(card: Scorecard) -> tuple[ScoreRow, ...]:
    """The published measures of a card that have a direction, in the card's order."""
    return tuple(row for row in measured_rows(card) if row.indicator.better != "neither")


def neutral_rows(card: Scorecard) -> tuple[ScoreRow, ...]:
    """The published measures of a card that are neither good nor bad in themselves."""
    return tuple(row for row in measured_rows(card) if row.indicator.better == "neither")


def measured_rows(card: Scorecard) -> tuple[ScoreRow, ...]:
    """The rows of a card with published figures behind them, in the card's order."""
    return tuple(row for row in card.rows if row.indicator.measured)


def scorecard(caption: str, rows: Sequence[ScoreRow], coverage: Mapping[str, ScoreRow] | None = None, newest: int = 0) -> Table:
    """One row per indicator at its own latest period: figure with counts, change, and verdict with the target where there is one.

    `coverage` leads from an indicator's id to the row that says how many it rests on. Figures of an earlier year than `newest`
    (without it, than the newest of these rows) are marked as older.
    """
    covered, newest = coverage or {}, newest or newest_year(rows)
    columns = (Column("Measure, and when"), Column("Latest", True), Column("Change"), Column("Verdict"))
    cells = tuple((_name(row, newest, covered.get(row.indicator.id)), _latest(row), _change(row), _verdict(row)) for row in rows)
    return Table(caption, columns, cells, key_to_marks({row.latest.status for row in rows if row.latest}))


def newest_year(rows: Iterable[ScoreRow]) -> int:
    """The calendar year in which the newest of their latest periods ends; 0 without any."""
    return ages.newest_year(row.latest for row in rows)


def _name(row: ScoreRow, newest: int, covered: ScoreRow | None = None) -> str:
    title = row.indicator.title_of(row.breakdown)
    said = [ages.dated(row.latest, newest)] if row.latest else []
    if covered and covered.latest and covered.latest.value is not None:
        said.append(f"{figure_of(covered.indicator, covered.latest)} came back")
    return f"{title}\n{'; '.join(said)}" if said else title


def _latest(row: ScoreRow) -> str:
    return figure_with_counts(row.latest, row.indicator) if row.latest else NO_FIGURE


def figure_with_counts(fact: Fact, indicator: Indicator) -> str:
    """A cell: the figure or its mark and, after a line break, the counts behind it: '30%' and '30 of 100'."""
    figure, held = shown(fact, indicator), counts(fact) if words.comparable(indicator) else ""
    if held and not indicator.is_share:  # the number that a mean rests on, said as what it is
        held = people.counted(fact.denominator or 0, indicator)
    return f"{figure}\n{held}" if held else figure


def _change(row: ScoreRow) -> str:
    moved = starts_sentence(words.change(row))
    over = f"Over five years: {words.verdicts.trend_words(row)}" if row.verdict.trend in CLEAR else ""
    return "\n".join(part for part in (moved, over) if part)


def _verdict(row: ScoreRow) -> str:
    """The verdict and, once there is a figure, whether it meets the target."""
    said, target = marks.verdict(row), words.verdicts.target(row) if row.latest else ""
    if not target:
        return said
    return f"{said}. {target}" if "\n" in said else f"{said}\n{target}"


def to_collect(rows: Sequence[ScoreRow]) -> Table | None:
    """The indicators that are not measured nationally, with what a council would need to collect; None without any."""
    local = [row.indicator for row in rows if row.indicator.local]
    if not local:
        return None
    return Table(
        starts_sentence(words.NOT_NATIONAL),
        (Column("Measure"), Column("What it would tell"), Column("What to collect")),
        tuple((entry.title, entry.plain, entry.collect) for entry in local),
    )


def elsewhere(rows: Sequence[ScoreRow]) -> Table | None:
    """The indicators that others publish and this snapshot does not hold, with where to find them; None without any."""
    found = [row.indicator for row in rows if row.indicator.elsewhere]
    if not found:
        return None
    return Table(
        starts_sentence(words.ELSEWHERE),
        (Column("Measure"), Column("What it tells"), Column("Where it is published")),
        tuple((entry.title, entry.plain, entry.elsewhere) for entry in found),
    )


def spine(card: Scorecard, found: Sequence[Vertebra]) -> Table:
    """The figures of a spine chart, in each measure's own unit: the figure, its 95% interval, the benchmark, the neighbours."""
    columns = ("Measure", "Figure", "95% interval", "Benchmark", "Worst of the neighbours", "Best of the neighbours", "Verdict")
    return Table(
        f"{card.area.short_name}: the measures of the chart in figures",
        tuple(Column(title, title not in ("Measure", "Verdict")) for title in columns),
        tuple(_spine_cells(one, newest_year(card.rows)) for one in found),
    )


def _spine_cells(one: Vertebra, newest: int) -> tuple[str, ...]:
    row, entry = one.row, one.row.indicator
    interval, benchmark = row.verdict.interval, row.benchmark
    ends = (one.lowest, one.highest) if entry.better == "higher" else (one.highest, one.lowest)
    return (
        _name(row, newest),
        shown(row.latest, entry),
        f"{with_unit(interval.lower, entry)} to {with_unit(interval.upper, entry)}" if interval else "none",
        with_unit(benchmark.value, entry) if benchmark else "none",
        *(with_unit(end, entry) or "none" for end in ends),
        f"{marks.mark(row)} {row.verdict.level.value}",
    )


def history(row: ScoreRow) -> str:
    """All years of a row in words, oldest first: '2023: 71%, 2024: [c], 2025: 73%'."""
    return ", ".join(f"{fact.period}: {shown(fact, row.indicator)}" for fact in row.history)


def standing(row: ScoreRow) -> str:
    """Where a row stands among its neighbours, with the lowest and the highest of them; '' where nothing is compared."""
    place, others = marks.place(row), [value for value in row.neighbours if value is not None]
    if not place or not others:
        return place
    ends = f"neighbours from {with_unit(min(others), row.indicator)} to {with_unit(max(others), row.indicator)}"
    return f"{place}; {ends}"
