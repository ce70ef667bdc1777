"""What a page over the years adds to the table of a trend: the intervals, and councils of the reader's own choice."""

from collections.abc import Mapping, Sequence

from data.manifest import Manifest
from data.status import Status
from metrics import downloads
from metrics.figures import key_to_marks, number, shown
from metrics.methods.intervals import Interval
from metrics.results import Series, Trend
from metrics.spans import intervals
from metrics.tables import Column, Table

EXTRA = ("interval_lower", "interval_upper")


def of_intervals(result: Trend, held: Mapping[int, Interval]) -> Table | None:
    """One row per period with an interval, newest first: the figure and between what chance alone could put it."""
    if not held:
        return None
    entry = result.indicator
    unit, places = ("%" if entry.unit == "%" else ""), max(1, entry.decimals)
    rows = []
    for fact in reversed(result.own.facts):
        one = held.get(fact.year)
        if one:
            ends = (f"{number(end, places)}{unit}" for end in (one.lower, one.upper))
            rows.append((fact.period, shown(fact, entry), *ends))
    title = f"{entry.title_of(result.breakdown)}: what chance alone could make of the figure of {result.own.area.short_name}"
    columns = (Column("Period"), Column("Figure", True), Column("95% interval, from", True), Column("to", True))
    return Table(title, columns, tuple(rows))


def of_group(result: Trend, group: Sequence[Series]) -> Table | None:
    """One row per council of the reader's own choice, one column per period; None without any."""
    if not group:
        return None
    periods = [f.period for f in result.own.facts] or [f.period for f in group[0].facts]
    rows, statuses = [], set()
    for line in group:
        by_period = {f.period: f for f in line.facts}
        statuses |= {by_period[p].status if p in by_period else Status.NOT_HELD for p in periods}
        rows.append((line.area.short_name, *(shown(by_period.get(p), result.indicator) for p in periods)))
    return Table(
        f"{result.indicator.title_of(result.breakdown)}: councils of your own choice",
        (Column("Council"), *(Column(p, True) for p in periods)),
        tuple(rows),
        key_to_marks(statuses),
    )


def download(result: Trend, group: Sequence[Series], manifest: Manifest) -> str:
    """CSV of a trend with the councils of the reader's own choice (role chosen) and the 95% interval of each of our figures."""
    held = intervals(result.indicator, result.own.facts)
    by_period = {f.period: held[f.year] for f in result.own.facts if f.year in held}
    lines = []
    for line in downloads.trend_lines(result):
        one = by_period.get(str(line["period"])) if line["role"] == "own" else None
        lines.append(line | ({"interval_lower": one.lower, "interval_upper": one.upper} if one else {}))
    lines += [downloads.fact_line(result.indicator, fact, "chosen", each.area) for each in group for fact in each.facts]
    return downloads.as_csv(lines, [result.indicator], manifest, result.choice, result.edition, EXTRA)
