"""Us or everyone? A figure over the years beside England and the neighbours, each as 100 in the first year that all have, and how
much of the change England's movement explains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.status import Status
from metrics.catalogue import Indicator
from metrics.judge import PROPORTION, RATE
from metrics.methods.benchmarks import enough
from metrics.methods.comparability import last_run
from metrics.methods.difference import newcombe, rate_ratio
from metrics.results import Benchmark, Fact, Kind, Series, Trend
from metrics.wording.naming import comparable

BASE = 100.0


@dataclass(frozen=True)
class IndexedYear:
    """One period: the figures, and each as 100 in the first year. None where a figure is missing. `n` of `of`
    neighbours had one."""

    period: str
    year: int
    own_figure: float | None
    england_figure: float | None
    benchmark_figure: float | None
    own: float | None
    england: float | None
    benchmark: float | None
    n: int
    of: int


@dataclass(frozen=True)
class Share:
    """How much of a change England's movement explains: `change` is ours from the first year to the last, in the indicator's
    unit, `expected` the change had ours moved as England's did. `share` is expected over change, None without any change; below 0
    the two moved apart, above 1 ours moved less than England's. `chance` is whether chance alone could have made our change, None
    where that cannot be told."""

    change: float
    expected: float
    share: float | None
    chance: bool | None


@dataclass(frozen=True)
class Indexed:
    """An authority, England and the chosen benchmark of neighbours or region, oldest year first. `years` are empty where fewer
    than two years can be compared; `share` is then None. `benchmark` is whether there is a benchmark beside England."""

    trend: Trend
    years: tuple[IndexedYear, ...]
    benchmark: bool
    share: Share | None


def indexed(trend: Trend) -> Indexed:
    """A trend as an index: base 100 in the first year of the newest run without a break that the authority and England both have.

    index = figure / figure of the first year x 100; expected change = first figure x (England last / England first - 1). Plain
    counts are set beside England only: the median of counts of councils of different size says nothing. A base of zero gives no
    index.
    """
    entry = trend.indicator
    own, england = _published(trend.own), _published(trend.england)
    both = [year for year in own if year in england and own[year].value and england[year].value]
    run = last_run(both, [b.year for b in entry.breaks_of(trend.breakdown)])
    if len(run) < 2:
        return Indexed(trend, (), False, None)
    beside = _benchmarks(trend, own) if comparable(entry) else {}
    first = run[0]
    base = beside[first].value if first in beside else None
    years = tuple(_year(own[y], england[y], beside.get(y) if base else None, own[first], england[first], base) for y in run)
    share = _share(entry, own[first], own[run[-1]], england[first], england[run[-1]])
    return Indexed(trend, years, bool(base), share)


def _published(series: Series) -> dict[int, Fact]:
    return {f.year: f for f in series.facts if f.status is Status.PUBLISHED}


def _benchmarks(trend: Trend, own: Mapping[int, Fact]) -> dict[int, Benchmark]:
    """The benchmark by year, where it is more than England again and rests on enough neighbours."""
    if trend.choice.kind is Kind.ENGLAND:
        return {}
    by_period: dict[str, Benchmark] = {b.period: b for b in trend.benchmark if b.value and _rests(b)}
    return {year: by_period[fact.period] for year, fact in own.items() if fact.period in by_period}


def _rests(one: Benchmark) -> bool:
    return one.kind is not Kind.NEIGHBOURS or enough(one.n, one.of)


def _year(
    own: Fact, england: Fact, beside: Benchmark | None, first: Fact, england_first: Fact, base: float | None
) -> IndexedYear:
    return IndexedYear(
        period=own.period,
        year=own.year,
        own_figure=own.value,
        england_figure=england.value,
        benchmark_figure=beside.value if beside else None,
        own=_index(own.value, first.value),
        england=_index(england.value, england_first.value),
        benchmark=_index(beside.value if beside else None, base),
        n=beside.n if beside else 0,
        of=beside.of if beside else 0,
    )


def _index(value: float | None, base: float | None) -> float | None:
    return value / base * BASE if value is not None and base else None


def _share(entry: Indicator, first: Fact, last: Fact, england_first: Fact, england_last: Fact) -> Share | None:
    known = [f.value for f in (first, last, england_first, england_last)]
    if any(value is None for value in known) or not known[2]:
        return None
    ours, now, theirs, their_now = (value or 0.0 for value in known)
    change, expected = now - ours, ours * (their_now / theirs - 1)
    return Share(change, expected, expected / change if change else None, _could_be_chance(entry, (first, last)))


def _could_be_chance(entry: Indicator, ends: Sequence[Fact]) -> bool | None:
    """Whether the two ends differ by no more than chance would make them: Newcombe for shares, the ratio for rates (M3)."""
    counts = [f.numerator for f in ends] + [f.denominator for f in ends]
    if any(not count for count in counts):
        return None
    x1, x2, n1, n2 = (count or 0.0 for count in counts)
    if entry.interval == PROPORTION and x1 <= n1 and x2 <= n2:
        return newcombe(x2, n2, x1, n1).contains(0.0)
    return rate_ratio(x2, n2, x1, n1).contains(1.0) if entry.interval == RATE else None
