"""Which lines a trend has, in the order in which they are drawn: grey context first, the authority last and on top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.figures import shown, with_unit
from metrics.results import How, Kind, Series, Trend
from metrics.words import benchmark_name, comparable
from pages.charts import hover
from pages.charts.look import BENCHMARK, CHOSEN, ENGLAND, NEIGHBOUR, OWN, REGION

SHORT = {How.MEDIAN: "Neighbours’ median", How.MEAN: "Neighbours’ mean", How.POOLED: "Neighbours pooled"}


@dataclass(frozen=True)
class Point:
    """One period of a line: `value` None is a gap, `text` the figure or mark as read, `hover` plotly's HTML."""

    year: int
    period: str
    value: float | None
    text: str
    hover: str


@dataclass(frozen=True)
class Line:
    """A line of a trend: its role (see look), its short name and its points, oldest first."""

    role: str
    name: str
    points: tuple[Point, ...]

    @property
    def last(self) -> Point | None:
        """The newest point that can be drawn."""
        return next((p for p in reversed(self.points) if p.value is not None), None)


def of(trend: Trend, group: Sequence[Series] = ()) -> list[Line]:
    """The lines of a trend. Of plain counts only the authority's own: councils differ in size, and England dwarfs all.

    The neighbours and what is made of them appear when the reader compares with them; a region or England that is
    itself the benchmark is drawn as that, once. `group` are authorities of the reader's own choice.
    """
    named = periods(trend)
    own = _of_series(OWN, trend.own, trend, named)
    if not comparable(trend.indicator):
        return [own]
    chosen = trend.choice.kind
    lines = [_of_series(NEIGHBOUR, s, trend, named) for s in trend.neighbours] if chosen is Kind.NEIGHBOURS else []
    if trend.region:
        lines.append(_of_series(BENCHMARK if chosen is Kind.REGION else REGION, trend.region, trend, named))
    lines.append(_of_series(BENCHMARK if chosen is Kind.ENGLAND else ENGLAND, trend.england, trend, named))
    if chosen is Kind.NEIGHBOURS:
        lines.append(_of_benchmark(trend, named))
    lines += [_of_series(CHOSEN, series, trend, named) for series in group if series.area.code != trend.own.area.code]
    lines.sort(key=lambda line: (line.role != NEIGHBOUR, line.role == BENCHMARK))
    return [*(line for line in lines if line.last), own]


def periods(trend: Trend) -> Mapping[int, str]:
    """The label of each period that any line has, by the year in which it ends, in order."""
    every = (trend.own, trend.england, *((trend.region,) if trend.region else ()), *trend.neighbours)
    found = {fact.year: fact.period for series in every for fact in series.facts}
    return dict(sorted(found.items()))


def _of_series(role: str, series: Series, trend: Trend, named: Mapping[int, str]) -> Line:
    name, indicator = series.area.short_name, trend.indicator
    by_year = {fact.year: fact for fact in series.facts}
    points = []
    for year, period in named.items():
        fact = by_year.get(year)
        text = hover.of_fact(name, fact, indicator) if fact else ""
        points.append(Point(year, period, fact.value if fact else None, shown(fact, indicator), text))
    return Line(role, name, tuple(points))


def _of_benchmark(trend: Trend, named: Mapping[int, str]) -> Line:
    name = benchmark_name(trend.choice, trend.edition, trend.own.area)
    by_period = {b.period: b for b in trend.benchmark}
    points = []
    for year, period in named.items():
        point = by_period.get(period)
        value = point.value if point else None
        text = hover.of_benchmark(name, point, trend.indicator) if point else ""
        points.append(Point(year, period, value, with_unit(value, trend.indicator), text))
    return Line(BENCHMARK, SHORT[trend.choice.how], tuple(points))
