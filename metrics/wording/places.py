"""Say where a figure lies: to the year before, to its benchmark, and both in the finding that heads a view."""

from data.areas import Area
from data.status import Status
from metrics.catalogue import Indicator
from metrics.figures import number, reason, with_unit
from metrics.phrases import dated, fact_phrase, figure_of, starts_sentence
from metrics.results import Benchmark, Fact, Kind, ScoreRow
from metrics.wording.naming import COUNTS, ELSEWHERE, NOT_NATIONAL, comparable, lower


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
    if not row.indicator.slices:
        return ELSEWHERE if row.indicator.elsewhere else NOT_NATIONAL
    if row.latest is None or row.benchmark is None:
        return "no figure is held for this authority and this choice"
    return against_benchmark(row.indicator, row.latest, row.benchmark)


def against_benchmark(indicator: Indicator, own: Fact, benchmark: Benchmark) -> str:
    """The same for one fact and one benchmark. Plain counts are not compared."""
    if not comparable(indicator):
        return COUNTS
    if own.status is not Status.PUBLISHED:
        return f"cannot compare: {reason(own.status)}"
    if benchmark.kind is not Kind.NEIGHBOURS:
        return against_one(indicator, own, benchmark)
    if benchmark.of == 0:
        return "no statistical neighbours to compare with"
    if benchmark.value is None:
        why = "scores have no counts to pool" if benchmark.n else f"0 of {benchmark.of} neighbours had a figure"
        return f"cannot compare: {why}"
    place = _place(benchmark, "neighbours")
    short = "" if benchmark.n == benchmark.of else f" ({benchmark.n} of {benchmark.of} had a figure)"
    return f"{place}{short}; {benchmark.how.value} {with_unit(benchmark.value, indicator)}"


def against_one(indicator: Indicator, own: Fact, benchmark: Benchmark) -> str:
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
        return f"the same as all {benchmark.n} {who}" if benchmark.n > 1 else "the same as the one neighbour with a figure"
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
        return f"No release known on that day has figures for {area.short_name} on this: {lower(indicator.title)}."
    if latest.status is not Status.PUBLISHED:
        group = "" if indicator.title_of(breakdown) == indicator.title else f', "{breakdown}",'
        what = dated(f"{lower(indicator.title)}{group}", latest)
        return f"{area.short_name} has no figure for {what}: {reason(latest.status)}."
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
        return f": {against_one(indicator, own, benchmark)}"
    noun = "share" if indicator.unit == "%" else "rate" if indicator.is_share else "figure"
    if benchmark.lower == benchmark.higher == 0:
        with_figure = f"all {benchmark.n} similar councils" if benchmark.n > 1 else "the one similar council with a figure"
        return f": the same {noun} as {with_figure}"
    way, count = ("higher", benchmark.lower) if benchmark.lower >= benchmark.higher else ("lower", benchmark.higher)
    if benchmark.n == 1:
        return f": a {way} {noun} than in the one similar council with a figure"
    few = "" if benchmark.n == benchmark.of else " with a figure"
    return f": a {way} {noun} than in {count} of {benchmark.n} similar councils{few}"
