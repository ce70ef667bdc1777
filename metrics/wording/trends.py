"""Say a trend: its finding, and what the lines show."""

from data.status import Status
from metrics import rows
from metrics.figures import reason, with_unit
from metrics.phrases import figure_of, starts_sentence, when
from metrics.results import Kind, Trend
from metrics.wording.naming import COUNTS, and_, benchmark_name, comparable
from metrics.wording.places import finding


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
        return f"There is no figure to draw for {name}.{_gaps(trend)}"
    first, last = known[0], known[-1]
    if first is last:
        return f"{name} has one figure to draw: {figure_of(indicator, last)} {when(last)}.{_gaps(trend)}{_beside(trend)}"
    top = max(known, key=lambda f: f.value or 0)
    peak = "" if top in (first, last) else f"; it was highest {when(top)}, at {with_unit(top.value, indicator)}"
    moved = _moved(with_unit(first.value, indicator), with_unit(last.value, indicator))
    return f"From {first.period} to {last.period} the figure for {name} {moved}{peak}.{_gaps(trend)}{_beside(trend)}"


def _moved(first: str, last: str) -> str:
    return f"went from {first} to {last}" if first != last else f"began and ended at {first}"


def _gaps(trend: Trend) -> str:
    """The periods without a figure and why, those that follow one another as one: '2018 to 2020 and 2022'."""
    by_reason: dict[str, list[list[str]]] = {}
    before = ""
    for fact in trend.own.facts:
        why = "" if fact.status is Status.PUBLISHED else reason(fact.status)
        if why and why == before:
            by_reason[why][-1].append(fact.period)
        elif why:
            by_reason.setdefault(why, []).append([fact.period])
        before = why
    return "".join(f" No figure for {and_([_run(run) for run in runs])} ({why})." for why, runs in by_reason.items())


def _run(periods: list[str]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}"


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
