"""Say a comparison of two snapshots in plain sentences."""

from collections.abc import Iterable

from data.areas import Areas
from data.compare import Comparison
from data.compared import Difference, SourceChange
from data.describe import sources
from data.status import Status

MOST_AREAS = 3
MOST_ROWS = 3


def sentences(comparison: Comparison, areas: Areas) -> tuple[str, ...]:
    """What changed, source by source: how many observations, in which areas most, which revisions are the largest, coverage."""
    if not comparison.sources:
        return ("No observation was added, removed or revised.",)
    return tuple(line for change in comparison.sources for line in _of_source(comparison, change, areas))


def _of_source(comparison: Comparison, change: SourceChange, areas: Areas) -> Iterable[str]:
    again = f" of {change.restated:,} stated again ({percent(change.revised, change.restated)})" if change.restated else ""
    yield (
        f"{title(change.source)} ({change.source}): {change.added:,} observations added, {change.removed:,} removed, "
        f"{change.revised:,} revised{again}, {change.large:,} of them by more than a quarter. {_coverage(change)}"
    )
    if change.revised:
        rows = "; ".join(difference(d, areas) for d in comparison.differences(change.source, kind="revised", most=MOST_ROWS))
        yield f"{change.source}: most revised in {most_revised(change, areas)}. The largest revisions: {rows}."


def _coverage(change: SourceChange) -> str:
    return (
        f"Areas: {change.areas_before} before, {change.areas_now} now. "
        f"Periods: {_span(change.periods_before)} before, {_span(change.periods_now)} now."
    )


def _span(periods: tuple[str, ...]) -> str:
    return f"{periods[0]} to {periods[-1]}" if len(periods) > 1 else periods[0] if periods else "none"


def title(source: str) -> str:
    """The title of a source; its id where it is no longer described."""
    known = sources()
    return known[source].title if source in known else source


def most_revised(change: SourceChange, areas: Areas) -> str:
    """The areas with the most revisions: 'Lewisham (17), Wolverhampton (14)'."""
    worst = sorted((a for a in change.areas if a.revised), key=lambda a: (-a.revised, a.area_code))[:MOST_AREAS]
    return ", ".join(f"{name(a.area_code, areas)} ({a.revised:,})" for a in worst)


def largest(comparison: Comparison, source: str, areas: Areas, area_code: str = "") -> str:
    """The largest revision of a source, or of one area in it."""
    return next((difference(d, areas) for d in comparison.differences(source, area_code, "revised", 1)), "none")


def difference(found: Difference, areas: Areas) -> str:
    """One difference in words: 'Lewisham, 2024, on 31 March, children_count: 21 before, 38 now'."""
    before, now = figure(found.old_value, found.old_status), figure(found.new_value, found.new_status)
    return f"{name(found.area_code, areas)}, {found.period}, {found.breakdown}, {found.measure}: {before} before, {now} now"


def figure(value: float | None, status: str | None) -> str:
    """A figure as it is held: '38', 'suppressed', 'not held'."""
    if status is None:
        return "not held"
    return f"{value:.15g}" if value is not None else Status(status).value.replace("_", " ")


def name(area_code: str, areas: Areas) -> str:
    """The short name of an area; its code where nobody knows it any more."""
    return areas[area_code].short_name if area_code in areas else area_code


def percent(part: int, whole: int) -> str:
    """A share in words: '24.2%'; '0%' of nothing."""
    return f"{part / whole:.1%}" if whole else "0%"
