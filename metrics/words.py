"""Say a result in plain English, from fixed templates: the same sentence is the heading, the chart's alt text and the caption.

'Higher', 'lower' and 'the same' only: 'better' and 'worse' take a method.
"""

from datetime import date

from data.areas import Area
from data.status import Status
from metrics import rows
from metrics.catalogue import Indicator
from metrics.figures import number, reason, with_unit
from metrics.phrases import fact_phrase, figure_of, starts_sentence, when
from metrics.principles import ACT, TITLES, WORDS
from metrics.results import Benchmark, Choice, Fact, How, Kind, Neighbours, Scorecard, ScoreRow, Trend

__all__ = ["when"]
NOT_NATIONAL = "not measured nationally: a local return would tell us"
COUNTS = "not compared: councils differ in size"


def principle_title(principle: str) -> str:
    """The short name of a principle, with its number: '6. Safe, with a stable home ...'."""
    return TITLES[principle] if principle == "context" else f"{principle}. {TITLES[principle]}"


def principle_words(principle: str) -> str:
    """The words of the Act for a principle, with the reference; '' for the context."""
    return f"{WORDS[principle]} ({ACT}({'abcdefg'[int(principle) - 1]}))." if principle in WORDS else ""


def comparable(indicator: Indicator) -> bool:
    """Whether authorities of different size can be set side by side: not on plain counts."""
    return indicator.local or indicator.is_share or indicator.slices[0].value is not None


def vintage(choice: Choice) -> str:
    """Which vintage is shown: 'as known now', 'as first published', 'as known on 31 December 2024'."""
    if choice.known_on.first:
        return "as first published"
    return "as known now" if choice.known_on.is_now else f"as known on {_day(choice.known_on.day)}"


def benchmark_name(choice: Choice, edition: str, area: Area, region: str = "") -> str:
    """What an authority is compared with: 'the median of its statistical neighbours (2025 edition)', 'England'."""
    if choice.kind is Kind.ENGLAND:
        return "England"
    if choice.kind is Kind.REGION:
        return region or "its region"
    how = {How.MEDIAN: "median", How.MEAN: "mean", How.POOLED: "pooled figure"}[choice.how]
    return (
        f"the {how} of its statistical neighbours ({edition} edition)" if edition else f"the {how} of its statistical neighbours"
    )


def change(row: ScoreRow) -> str:
    """How the latest figure lies to that of the year before, in children where it can be, or why that cannot be said."""
    return change_between(row.indicator, row.latest, row.before)


def change_between(indicator: Indicator, latest: Fact | None, before: Fact | None) -> str:
    """'43 fewer than a year before', 'up from 71% (85 of 120) a year before', or why it cannot be said; '' without a figure."""
    if latest is None or latest.status is not Status.PUBLISHED:
        return ""
    if before is None:
        return "no figure for the year before"
    if before.status is not Status.PUBLISHED:
        return f"the year before: {reason(before.status)}"
    if _counts_children(indicator) and latest.numerator is not None and before.numerator is not None:
        return f"{_more_or_fewer(latest.numerator - before.numerator)} a year before"
    was = figure_of(indicator, before)
    if with_unit(latest.value, indicator) == with_unit(before.value, indicator):
        return f"{'about ' if latest.value != before.value else ''}the same as a year before, {was}"
    return f"{'up' if (latest.value or 0) > (before.value or 0) else 'down'} from {was} a year before"


def _counts_children(indicator: Indicator) -> bool:
    """Counts, and rates of the population: there the change is said in children. A share is said with its counts instead."""
    return indicator.unit != "%" and indicator.per != 1 or not indicator.is_share and indicator.slices[0].value is None


def _more_or_fewer(difference: float) -> str:
    if difference == 0:
        return "the same number as"
    return f"{number(abs(difference))} {'more' if difference > 0 else 'fewer'} than"


def against(row: ScoreRow) -> str:
    """Where the authority lies: 'higher than 9 of 10 neighbours; median 62.6', or why that cannot be said."""
    if row.indicator.local:
        return NOT_NATIONAL
    if row.latest is None or row.benchmark is None:
        return "no figure for this authority in the years and vintage chosen"
    return against_benchmark(row.indicator, row.latest, row.benchmark)


def against_benchmark(indicator: Indicator, own: Fact, benchmark: Benchmark) -> str:
    """The same for one fact and one benchmark. Plain counts are not compared."""
    if not comparable(indicator):
        return COUNTS
    if own.status is not Status.PUBLISHED:
        return f"cannot compare: {reason(own.status)}"
    if benchmark.kind is not Kind.NEIGHBOURS:
        return _against_one(indicator, own, benchmark)
    if benchmark.of == 0:
        return "no statistical neighbours to compare with"
    if benchmark.value is None:
        why = "scores have no counts to pool" if benchmark.n else f"0 of {benchmark.of} neighbours had a figure"
        return f"cannot compare: {why}"
    place = _place(benchmark, "neighbours")
    short = "" if benchmark.n == benchmark.of else f" ({benchmark.n} of {benchmark.of} had a figure)"
    return f"{place}{short}; {benchmark.how.value} {with_unit(benchmark.value, indicator)}"


def _against_one(indicator: Indicator, own: Fact, benchmark: Benchmark) -> str:
    name = "England" if benchmark.kind is Kind.ENGLAND else "the region"
    if benchmark.value is None or own.value is None:
        return f"cannot compare: no figure for {name}"
    figure = with_unit(benchmark.value, indicator)
    if figure == with_unit(own.value, indicator):
        return f"about the same as {name} ({figure})"
    return f"{'higher' if own.value > benchmark.value else 'lower'} than {name} ({figure})"


def _place(benchmark: Benchmark, who: str) -> str:
    """'higher than 9 of 10 neighbours', from the larger side, naming those with the same figure."""
    way, count = ("higher", benchmark.lower) if benchmark.lower >= benchmark.higher else ("lower", benchmark.higher)
    if count == 0:
        return f"the same as all {benchmark.n} {who}" if benchmark.n > 1 else f"the same as the one of the {who} with a figure"
    same = f", the same as {benchmark.same}" if benchmark.same else ""
    return f"{way} than {count} of {benchmark.n} {who}{same}"


def finding(
    indicator: Indicator,
    breakdown: str,
    area: Area,
    latest: Fact | None,
    before: Fact | None,
    benchmark: Benchmark | None,
) -> str:
    """One sentence for a heading: how many, when, the change, and where that lies among others."""
    if latest is None:
        return f"No release known on that day has figures for {area.short_name} on this: {_lower(indicator.title)}."
    if latest.status is not Status.PUBLISHED:
        return (
            f"{area.short_name}: no figure for {_lower(indicator.title_of(breakdown))} {when(latest)}: {reason(latest.status)}."
        )
    sentence = fact_phrase(indicator, breakdown, latest)
    moved = change_between(indicator, latest, before)
    if before is not None and before.status is Status.PUBLISHED:
        sentence += f", {moved}"
    compared = _compared(indicator, latest, benchmark)
    return starts_sentence(f"{sentence}{compared}.")


def _compared(indicator: Indicator, own: Fact, benchmark: Benchmark | None) -> str:
    if benchmark is None or benchmark.value is None or not comparable(indicator):
        return ""
    if benchmark.kind is not Kind.NEIGHBOURS:
        return f": {_against_one(indicator, own, benchmark)}"
    noun = "share" if indicator.unit == "%" else "rate" if indicator.is_share else "figure"
    if benchmark.lower == benchmark.higher == 0:
        with_figure = f"all {benchmark.n} similar councils" if benchmark.n > 1 else "the one similar council with a figure"
        return f": the same {noun} as {with_figure}"
    way, count = ("higher", benchmark.lower) if benchmark.lower >= benchmark.higher else ("lower", benchmark.higher)
    few = "" if benchmark.n == benchmark.of else " with a figure"
    return f": a {way} {noun} than in {count} of {benchmark.n} similar councils{few}"


def trend_finding(trend: Trend) -> str:
    """The heading of a trend: the latest period that applies to the authority."""
    latest = rows.latest(trend.own.facts, trend.own.area)
    before = next((f for f in trend.own.facts if latest and f.year == latest.year - 1), None)
    benchmark = next((b for b in trend.benchmark if latest and b.period == latest.period), None)
    return finding(trend.indicator, trend.breakdown, trend.own.area, latest, before, benchmark)


def trend_sentence(trend: Trend) -> str:
    """What the chart shows, for the reader and as its text alternative."""
    indicator, known = trend.indicator, [f for f in trend.own.facts if f.status is Status.PUBLISHED]
    name = trend.own.area.short_name
    if not known:
        return f"There is no figure to draw for {name}{_gaps(trend)}."
    first, last = known[0], known[-1]
    if first is last:
        return f"{name} has one figure to draw: {figure_of(indicator, last)} {when(last)}{_gaps(trend)}.{_beside(trend)}"
    top = max(known, key=lambda f: f.value or 0)
    peak = "" if top in (first, last) else f"; it was highest {when(top)}, at {with_unit(top.value, indicator)}"
    moved = _moved(with_unit(first.value, indicator), with_unit(last.value, indicator))
    return f"From {first.period} to {last.period} the figure for {name} {moved}{peak}{_gaps(trend)}.{_beside(trend)}"


def _moved(first: str, last: str) -> str:
    return f"went from {first} to {last}" if first != last else f"began and ended at {first}"


def _gaps(trend: Trend) -> str:
    by_reason: dict[str, list[str]] = {}
    for fact in trend.own.facts:
        if fact.status is not Status.PUBLISHED:
            by_reason.setdefault(reason(fact.status), []).append(fact.period)
    said = [f"no figure for {_and(periods)} ({why})" for why, periods in by_reason.items()]
    return f"; {'; '.join(said)}" if said else ""


def _beside(trend: Trend) -> str:
    if not comparable(trend.indicator):
        return f" Counts are {COUNTS}."
    points = [b for b in trend.benchmark if b.value is not None]
    if not points:
        return ""
    first, last = points[0], points[-1]
    region = trend.region.area.short_name if trend.region else ""
    name = benchmark_name(trend.choice, trend.edition, trend.own.area, region)
    of = f" ({last.n} of {last.of} had a figure in {last.period})" if last.kind is Kind.NEIGHBOURS else ""
    figure = with_unit(last.value, trend.indicator)
    if first is last:
        return f" {starts_sentence(name)} was {figure}{of}."
    return f" {starts_sentence(name)} {_moved(with_unit(first.value, trend.indicator), figure)}{of}."


def neighbours_finding(result: Neighbours) -> str:
    """The heading of a comparison in one period."""
    if comparable(result.indicator) or result.own.status is not Status.PUBLISHED:
        return finding(result.indicator, result.breakdown, result.area, result.own, None, result.benchmark)
    return starts_sentence(
        f"{fact_phrase(result.indicator, result.breakdown, result.own)}. Councils differ in size, so counts are not compared."
    )


def neighbours_sentence(result: Neighbours) -> str:
    """What the dots show: the range, the three ways to sum the neighbours up, England, and n of N."""
    indicator = result.indicator
    held = [n for n in result.neighbours if n.fact.value is not None]
    if not held:
        return (
            f"None of the {result.of} statistical neighbours has a figure in {result.period}."
            if result.of
            else "There are no statistical neighbours to compare with."
        )
    low = min(held, key=lambda n: n.fact.value or 0)
    high = max(held, key=lambda n: n.fact.value or 0)
    ways = [("median", result.median), ("mean", result.mean), ("pooled", result.pooled)] if comparable(indicator) else []
    summed = ", ".join(f"{word} {with_unit(value, indicator)}" for word, value in ways if value is not None)
    england = (
        f" England: {with_unit(result.england.value, indicator)}." if result.england and result.england.value is not None else ""
    )
    return (
        f"The neighbours lie between {with_unit(low.fact.value, indicator)} ({low.area.short_name}) and "
        f"{with_unit(high.fact.value, indicator)} ({high.area.short_name})"
        + (f": {summed}" if summed else "")
        + f". {result.n} of {result.of} had a figure ({result.edition} edition).{england}"
    )


def scorecard_finding(card: Scorecard) -> str:
    """The heading of a scorecard: how much is known, and on which side of the benchmark, never a total score."""
    lines, name = card.rows, card.area.short_name
    if all(r.indicator.local for r in lines):
        these = f"None of these {len(lines)} measures is" if len(lines) > 1 else "This measure is not"
        return f"{these} published for every council: only {name} itself can tell."
    shown = [r for r in lines if r.latest and r.latest.status is Status.PUBLISHED]
    local = sum(r.indicator.local for r in lines)
    parts = [f"{len(shown)} of {len(lines)} measures have a figure for {name}"]
    sides = [_side(r) for r in shown]
    for word in ("higher", "lower"):
        if sides.count(word):
            parts.append(f"{sides.count(word)} {word} than the benchmark")
    hidden = len(lines) - len(shown) - local
    if hidden:
        parts.append(f"{hidden} without a figure to show")
    if local:
        parts.append(f"{local} not measured nationally")
    return f"{parts[0]}: {_and(parts[1:])}." if len(parts) > 1 else f"{parts[0]}."


def _side(row: ScoreRow) -> str:
    if (
        not comparable(row.indicator)
        or not row.latest
        or not row.benchmark
        or row.latest.value is None
        or row.benchmark.value is None
    ):
        return ""
    if row.latest.value == row.benchmark.value:
        return "same"
    return "higher" if row.latest.value > row.benchmark.value else "lower"


def scorecard_sentence(card: Scorecard) -> str:
    """How to read the rows, and how old they are."""
    latest = [r.latest for r in card.rows if r.latest]
    if not latest:
        return "Each row says what a council would need to collect to know."
    newest, oldest = max(latest, key=lambda f: f.year), min(latest, key=lambda f: f.year)
    ages = f"the newest is {when(newest)}" + (f", the oldest {when(oldest)}" if oldest.year != newest.year else "")
    return f"Each row shows its own latest period: {ages}. Higher or lower says nothing about better or worse by itself."


def opening_finding(card: Scorecard) -> str:
    """The heading of the opening page: the first headline rate of the context, with its change and its place."""
    context = [r for r in card.rows if r.indicator.principle == "context"]
    row = next((r for r in context if r.indicator.is_share), context[0] if context else None)
    if row is None:
        return f"{card.area.short_name}: {scorecard_finding(card)}"
    return finding(row.indicator, row.breakdown, card.area, row.latest, row.before, row.benchmark)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
