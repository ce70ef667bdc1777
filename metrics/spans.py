"""The 95% intervals of a line over the years."""

from collections.abc import Iterable, Mapping

from metrics.catalogue import Indicator
from metrics.judge import interval_of
from metrics.methods.intervals import Interval
from metrics.results import Fact


def intervals(entry: Indicator, facts: Iterable[Fact]) -> Mapping[int, Interval]:
    """The interval of each fact by the year in which its period ends, in the indicator's unit: Wilson's for shares (M1),
    Byar's for rates (M2). Averages, plain counts and hidden figures have none."""
    found = {fact.year: interval_of(entry, fact) for fact in facts}
    return {year: interval for year, interval in found.items() if interval is not None}


def by_area(entry: Indicator, facts: Iterable[Fact]) -> Mapping[str, Interval]:
    """The same for figures of one period, by the code of the area."""
    found = {fact.area_code: interval_of(entry, fact) for fact in facts}
    return {code: interval for code, interval in found.items() if interval is not None}
