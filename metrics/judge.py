"""The scorecard rule (M22): level, trend and target of one figure, each by its own method, never blended.

A level is better or worse only where the benchmark lies outside the figure's 95% interval (M3), the distance is unusual among
authorities too (M5), it is more than the practical margin, it rests on at least 20 children, the figure is fresh, and its
series did not break in that year. Anything that fails a precondition is 'cannot tell', with the reason.
"""

from collections.abc import Sequence
from math import sqrt

from data.area_record import Area
from data.status import Status
from metrics.catalogue import Indicator
from metrics.judged import Level, Meets, Movement, Verdict, Why
from metrics.methods.benchmarks import enough
from metrics.methods.comparability import last_run
from metrics.methods.intervals import Z95, Interval, rate, wilson
from metrics.methods.overdispersion import z_score
from metrics.methods.practical import margin as usual_margin
from metrics.methods.recent_trend import RecentTrend, of_proportions, of_values
from metrics.results import Benchmark, Fact, Kind

LEAST_CHILDREN = 20
LEAST_FOR_PERCENTAGE = 10
YEARS = 5
PROPORTION, RATE = "proportion", "rate"


def judge(
    entry: Indicator,
    breakdown: str,
    area: Area,
    history: Sequence[Fact],
    latest: Fact | None,
    benchmark: Benchmark | None,
    tau2: float = 0.0,
    fresh: bool = True,
) -> Verdict:
    """Judge the latest fact of a history (oldest first) against a benchmark. `tau2` is the variance between authorities that
    chance does not explain, on the scale of proportions; `fresh` whether the figure is of the newest release."""
    interval = interval_of(entry, latest)
    why = why_no_level(entry, breakdown, latest, benchmark, fresh, interval)
    z = _z(entry, latest, benchmark, tau2) if why is None else None
    level = Level.CANNOT_TELL if why or not (latest and benchmark) else _level(entry, latest, benchmark, interval, z)
    trend, trend_why, recent = _trend(entry, breakdown, area, history, latest)
    return Verdict(
        level=level,
        level_why=why,
        interval=interval,
        z=z,
        trend=trend,
        trend_why=trend_why,
        recent=recent,
        trend_from=latest.year - YEARS + 1 if recent and latest else None,
        worsening=_worsening(entry, trend),
        target=target(entry, latest),
    )


def interval_of(entry: Indicator, fact: Fact | None) -> Interval | None:
    """The 95% interval of a fact in the indicator's unit (M1 for shares, M2 for rates of the population); None for averages,
    plain counts and hidden figures."""
    if fact is None or fact.value is None or fact.numerator is None or not fact.denominator:
        return None
    if entry.interval == PROPORTION and 0 <= fact.numerator <= fact.denominator:
        found = wilson(fact.numerator, fact.denominator)
        return Interval(found.value * entry.per, found.lower * entry.per, found.upper * entry.per)
    return rate(fact.numerator, fact.denominator, entry.per) if entry.interval == RATE else None


def enough_children(entry: Indicator, fact: Fact, least: int = LEAST_CHILDREN) -> bool:
    """Whether a figure rests on enough children to be judged: those asked about for a share, those counted for a rate."""
    base = fact.numerator if entry.interval == RATE else fact.denominator
    return base is not None and base >= least


def why_no_level(
    entry: Indicator, breakdown: str, latest: Fact | None, benchmark: Benchmark | None, fresh: bool, interval: Interval | None
) -> Why | None:
    """The first reason why a level cannot be told, most basic first; None where it can."""
    if not entry.slices:
        return Why.ELSEWHERE if entry.elsewhere else Why.LOCAL
    if latest is None:
        return Why.NOT_IN_SNAPSHOT
    if latest.status is not Status.PUBLISHED:
        return Why.NO_FIGURE
    if not entry.is_share and entry.slice(breakdown).value is None:
        return Why.PLAIN_COUNT
    if interval is None:
        return Why.NO_SPREAD
    if not enough_children(entry, latest):
        return Why.FEW_CHILDREN
    if any(b.year == latest.year for b in entry.breaks_of(breakdown)):
        return Why.BREAK
    if not fresh:
        return Why.STALE
    return _why_no_benchmark(benchmark)


def _why_no_benchmark(benchmark: Benchmark | None) -> Why | None:
    if benchmark is None or benchmark.of == 0 or benchmark.n == 0:
        return Why.NO_BENCHMARK
    if benchmark.kind is Kind.NEIGHBOURS and not enough(benchmark.n, benchmark.of):
        return Why.FEW_NEIGHBOURS
    return Why.NO_BENCHMARK if benchmark.value is None else None


def margin_of(entry: Indicator, benchmark: float) -> float:
    """How far a figure must lie from its benchmark to matter, in the indicator's unit."""
    return entry.margin if entry.margin is not None else usual_margin(benchmark, entry.unit == "%")


def _z(entry: Indicator, latest: Fact | None, benchmark: Benchmark | None, tau2: float) -> float | None:
    """The distance from the benchmark in standard errors, s^2 = p0 (1 - p0) / n widened by tau^2 (M5); None for rates."""
    if entry.interval != PROPORTION or latest is None or not latest.denominator or latest.numerator is None:
        return None
    if benchmark is None or benchmark.value is None:
        return None
    expected = benchmark.value / entry.per
    error = sqrt(max(0.0, expected * (1 - expected)) / latest.denominator)
    if error == 0 and tau2 == 0:
        return None
    return z_score(latest.numerator / latest.denominator, expected, error, tau2)


def _level(entry: Indicator, latest: Fact, benchmark: Benchmark, interval: Interval | None, z: float | None) -> Level:
    value, expected = latest.value, benchmark.value
    assert value is not None and expected is not None and interval is not None
    unusual = not interval.contains(expected) and (z is None or abs(z) > Z95)
    if not unusual or abs(value - expected) <= margin_of(entry, expected):
        return Level.SIMILAR
    if entry.better == "neither":
        return Level.HIGHER if value > expected else Level.LOWER
    return Level.BETTER if (value > expected) == (entry.better == "higher") else Level.WORSE


def _trend(
    entry: Indicator, breakdown: str, area: Area, history: Sequence[Fact], latest: Fact | None
) -> tuple[Movement, Why | None, RecentTrend | None]:
    """The test over the five years that end with the latest (M8): on one geography, without a break or a gap in between."""
    if not entry.slices or latest is None or latest.status is not Status.PUBLISHED:
        return Movement.CANNOT_TELL, Why.NO_FIGURE, None
    if entry.interval not in (PROPORTION, RATE):
        return Movement.CANNOT_TELL, Why.NO_SPREAD if entry.is_share or _is_value(entry, breakdown) else Why.PLAIN_COUNT, None
    window = [f for f in history if latest.year - YEARS < f.year <= latest.year]
    published = [f for f in window if f.status is Status.PUBLISHED]
    breaks = [b.year for b in entry.breaks_of(breakdown)]
    if len(last_run([f.year for f in published], breaks)) < YEARS:
        return Movement.TOO_FEW_YEARS, _why_few(area, latest, window, published, breaks), None
    if not all(enough_children(entry, f) for f in published):
        return Movement.CANNOT_TELL, Why.FEW_CHILDREN, None
    recent = _recent(entry, published)
    if recent is None:
        return Movement.CANNOT_TELL, Why.NO_SPREAD, None
    if not recent.changing:
        return Movement.NO_CLEAR_CHANGE, None, recent
    return (Movement.RISING if recent.slope > 0 else Movement.FALLING), None, recent


def _is_value(entry: Indicator, breakdown: str) -> bool:
    return entry.slice(breakdown).value is not None


def _why_few(area: Area, latest: Fact, window: Sequence[Fact], published: Sequence[Fact], breaks: Sequence[int]) -> Why:
    first = latest.year - YEARS + 1
    if any(first < year <= latest.year for year in breaks):
        return Why.BREAK
    if area.predecessors and area.valid_from and area.valid_from.year >= first:
        return Why.BOUNDARIES
    return Why.GAP if len(published) < len(window) else Why.NO_FIGURE


def _recent(entry: Indicator, facts: Sequence[Fact]) -> RecentTrend | None:
    if entry.interval == PROPORTION:
        counts = [(f.numerator, f.denominator) for f in facts if f.numerator is not None and f.denominator]
        usable = len(counts) == YEARS and all(0 <= x <= n for x, n in counts)
        return of_proportions(counts) if usable else None
    intervals = [i for i in (interval_of(entry, f) for f in facts) if i is not None]
    return of_values([i.value for i in intervals], intervals) if len(intervals) == YEARS else None


def _worsening(entry: Indicator, trend: Movement) -> bool | None:
    if entry.better == "neither" or trend not in (Movement.RISING, Movement.FALLING):
        return None
    return (trend is Movement.RISING) == (entry.better == "lower")


def target(entry: Indicator, fact: Fact | None) -> Meets:
    """Whether a figure reaches its target: on the unrounded figure, and not told of fewer than 10 children."""
    if entry.target is None:
        return Meets.NO_TARGET
    if fact is None or fact.value is None or not enough_children(entry, fact, LEAST_FOR_PERCENTAGE):
        return Meets.CANNOT_TELL
    reached = fact.value <= entry.target.value if entry.better == "lower" else fact.value >= entry.target.value
    return Meets.MEETS if reached else Meets.DOES_NOT_MEET
