"""One figure compared in full: verdict, interval, place among the neighbours, every yardstick, and the gap in children."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.status import Status
from metrics.asking import ENGLAND, Asking
from metrics.catalogue import Indicator
from metrics.judge import PROPORTION, interval_of, judge
from metrics.methods.gap import Gap, gap
from metrics.methods.intervals import Interval
from metrics.methods.ranks import percentile, places, rank_interval
from metrics.results import Benchmark, Fact, Neighbours, ScoreRow
from metrics.robust import Robust, robust


@dataclass(frozen=True)
class Place:
    """Where an authority stands among its neighbours that have a figure, itself included: `place` 1 is the highest figure.

    `tied` others share the place; `low` and `high` are the places that chance could make of it, None where chance cannot be
    reckoned; `percentile` is the share (0 to 1) of the neighbours below, ties counted half.
    """

    place: int
    of: int
    tied: int
    low: int | None
    high: int | None
    percentile: float


@dataclass(frozen=True)
class Comparison:
    """An authority beside its neighbours in one period, judged. `row` is as on a scorecard but of that period; `place` is None
    where it has no figure or no neighbour has one; `intervals` are those of the neighbours in their order, None for averages;
    `gap` is how many more people than at the benchmark's figure (counts and rates of people only), and `gaps` the smallest and
    the largest over all yardsticks."""

    neighbours: Neighbours
    row: ScoreRow
    place: Place | None
    intervals: tuple[Interval | None, ...]
    robust: Robust
    gap: Gap | None
    gaps: tuple[Gap, Gap] | None


def compare(asking: Asking, result: Neighbours) -> Comparison:
    """What the methods say of an authority set beside its neighbours. Raises BadInput for plain counts, as `robust` does."""
    entry, own, choice = result.indicator, result.own, result.choice
    yardsticks = robust(asking, entry.id, result.area.code, choice, own.period, result.breakdown)
    row = _row(asking, result, yardsticks.history)
    facts = [n.fact for n in result.neighbours]
    gaps = [g for g in (gap_to(entry, own, y.benchmark) for y in yardsticks.yardsticks) if g]
    return Comparison(
        neighbours=result,
        row=row,
        place=place_among(entry, own, facts),
        intervals=tuple(interval_of(entry, fact) for fact in facts),
        robust=yardsticks,
        gap=gap_to(entry, own, result.benchmark),
        gaps=(min(gaps, key=lambda g: g.gap), max(gaps, key=lambda g: g.gap)) if gaps else None,
    )


def _row(asking: Asking, result: Neighbours, history: tuple[Fact, ...]) -> ScoreRow:
    entry, own, choice = result.indicator, result.own, result.choice
    key = (entry.id, result.breakdown, own.year)
    spread = asking.spreads([key], choice.known_on)[key] if entry.interval == PROPORTION else None
    fresh = asking.fresh(choice.known_on).of(own)
    tau2 = spread.tau2 if spread else 0.0
    verdict = judge(entry, result.breakdown, result.area, history, own, result.benchmark, tau2, fresh)
    before = next((f for f in history if f.year == own.year - 1), None)
    among = tuple(n.fact.value for n in result.neighbours)
    return ScoreRow(entry, result.breakdown, own, before, history, result.benchmark, among, verdict)


def place_among(entry: Indicator, own: Fact, others: Sequence[Fact]) -> Place | None:
    """The place of a figure among others that are published; the authority itself is never one of them."""
    known = [f for f in others if f.status is Status.PUBLISHED and f.value is not None and f.area_code != own.area_code]
    if own.status is not Status.PUBLISHED or own.value is None or not known or own.area_code == ENGLAND:
        return None
    values = [own.value, *(f.value for f in known)]
    place = places(values)[0]
    assert place is not None
    intervals = [interval_of(entry, f) for f in (own, *known)]
    whole = [i for i in intervals if i is not None]
    low, high = rank_interval(0, whole) if len(whole) == len(intervals) else (None, None)
    return Place(
        place=place,
        of=len(values),
        tied=values.count(own.value) - 1,
        low=low,
        high=high,
        percentile=percentile(own.value, [f.value for f in known if f.value is not None]),
    )


def gap_to(entry: Indicator, own: Fact, benchmark: Benchmark) -> Gap | None:
    """How many more people there are than at the benchmark's share or rate (M12); None for averages and missing figures."""
    if own.value is None or own.numerator is None or not own.denominator or benchmark.value is None:
        return None
    return gap(own.numerator, own.denominator, benchmark.value, entry.per) if entry.interval != "none" else None
