"""What the page of the statistical neighbours adds to its table: intervals, and councils of the reader's own choice."""

from collections.abc import Mapping, Sequence

from data.manifest import Manifest
from metrics import downloads
from metrics.figures import key_to_marks, number, shown
from metrics.methods.intervals import Interval
from metrics.results import Fact, Neighbours, Series
from metrics.tables import Column, Table, counts
from metrics.trend_tables import EXTRA


def of_group(result: Neighbours, group: Sequence[tuple[Series, Fact]], spans: Mapping[str, Interval]) -> Table | None:
    """One row per council of the reader's own choice: figure, counts and interval; None without any."""
    if not group:
        return None
    entry = result.indicator
    rows = tuple(
        (line.area.short_name, shown(f, entry), counts(f), interval(result, spans.get(f.area_code))) for line, f in group
    )
    return Table(
        f"{entry.title_of(result.breakdown)}: councils of your own choice",
        (Column("Council"), Column("Figure", True), Column("n of N", True), Column("95% interval", True)),
        rows,
        key_to_marks({fact.status for _, fact in group}),
    )


def of_intervals(result: Neighbours, spans: Mapping[str, Interval]) -> Table | None:
    """One row per council with an interval: the figure and between what chance alone could put it."""
    facts = [(result.area, result.own), *((n.area, n.fact) for n in result.neighbours)]
    held = [(area, fact) for area, fact in facts if area.code in spans]
    rows = tuple((area.short_name, shown(fact, result.indicator), interval(result, spans[area.code])) for area, fact in held)
    title = f"{result.indicator.title_of(result.breakdown)}: what chance alone could make of each figure"
    return Table(title, (Column("Council"), Column("Figure", True), Column("95% interval", True)), rows) if rows else None


def interval(result: Neighbours, one: Interval | None) -> str:
    """'84.1% to 95.2%'; '' for none."""
    if one is None:
        return ""
    entry = result.indicator
    unit, places = ("%" if entry.unit == "%" else ""), max(1, entry.decimals)
    return " to ".join(f"{number(end, places)}{unit}" for end in (one.lower, one.upper))


def download(result: Neighbours, group: Sequence[tuple[Series, Fact]], spans: Mapping[str, Interval], manifest: Manifest) -> str:
    """CSV of a comparison with the councils of the reader's own choice (role chosen) and the 95% interval of each figure."""
    lines = downloads.neighbour_lines(result)
    lines += [downloads.fact_line(result.indicator, fact, "chosen", line.area) for line, fact in group]
    with_spans = []
    for line in lines:
        one = spans.get(str(line.get("area_code", "")))
        with_spans.append(line | ({"interval_lower": one.lower, "interval_upper": one.upper} if one else {}))
    return downloads.as_csv(with_spans, [result.indicator], manifest, result.choice, result.edition, EXTRA)
