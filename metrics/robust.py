"""Does the answer depend on the benchmark? One figure against every yardstick: neighbours of each edition by median, mean and
pooled, the region, England."""

from dataclasses import dataclass

from data.areas import Area
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.asking import ENGLAND, Asking, Beside
from metrics.catalogue import Indicator
from metrics.describe import no_figures
from metrics.judge import PROPORTION, judge
from metrics.judged import Verdict
from metrics.results import Benchmark, Choice, Fact, How, Kind, Way


@dataclass(frozen=True)
class Yardstick:
    """One benchmark and how the figure lies to it: `way` on unrounded values, None where there is nothing to compare with, and
    the verdict by the scorecard's rule."""

    benchmark: Benchmark
    area: Area | None
    way: Way | None
    verdict: Verdict


@dataclass(frozen=True)
class Robust:
    """One figure against all yardsticks: nearest edition first, then region and England. Not a score: `higher` of `of` only
    says how far the choice of a benchmark matters. `history` are the figures up to the one compared, oldest first."""

    indicator: Indicator
    breakdown: str
    area: Area
    choice: Choice
    own: Fact
    yardsticks: tuple[Yardstick, ...]
    history: tuple[Fact, ...] = ()

    def count(self, way: Way) -> int:
        """How many of the yardsticks with a value the figure lies so to."""
        return sum(y.way is way for y in self.yardsticks)

    @property
    def of(self) -> int:
        """How many yardsticks have a value."""
        return sum(y.way is not None for y in self.yardsticks)


def robust(
    asking: Asking, indicator: str, area: str, choice: Choice | None = None, period: str = "", breakdown: str = ""
) -> Robust:
    """One figure of an authority, in one period (the latest without it), against every yardstick known on that day.

    Raises BadInput for an indicator without figures or that is a plain count, and for a period that is not held.
    """
    chosen, entry = choice or Choice(), asking.catalogue[indicator]
    if not entry.slices:
        raise BadInput(no_figures(entry))
    label = entry.slice(breakdown or None).breakdown
    if not entry.is_share and entry.slice(label).value is None:
        raise BadInput(f"{entry.title} is a plain count. Councils differ in size, so counts are not compared: choose its rate.")
    place = asking.areas.find(area)
    besides = [asking.beside(place.code, c) for c in _choices(asking, chosen, place)]
    codes = list(dict.fromkeys(code for beside in besides for code in beside.all))
    held = asking.series([entry], [label], codes, chosen)
    history = tuple(rows.fact(row) for row in held if row[rows.AREA] == place.code)
    own = rows.latest(history, place) if not period else next((f for f in history if f.period == period), None)
    if own is None:
        raise BadInput(f"{entry.title} is not held for {place.short_name}{f' in {period}' if period else ''}.")
    shown = tuple(f for f in history if f.year <= own.year)
    keys = [(entry.id, label, own.year)] if entry.interval == PROPORTION else []
    spread = next(iter(asking.spreads(keys, chosen.known_on).values()), None)
    fresh = asking.fresh(chosen.known_on).of(own)
    at = rows.by_period(held)[own.year]
    found = []
    for beside in besides:
        benchmark = beside.benchmark(entry, own, at)
        verdict = judge(entry, label, place, shown, own, benchmark, spread.tau2 if spread else 0.0, fresh)
        found.append(Yardstick(benchmark, _other(asking, beside), _way(own, benchmark), verdict))
    return Robust(entry, label, place, chosen, own, tuple(found), shown)


def _choices(asking: Asking, choice: Choice, place: Area) -> list[Choice]:
    """Every way to choose a benchmark, the newest edition first. England is no yardstick of itself."""
    out = sorted((e for e, day in asking.editions.items() if day <= choice.known_on.day), reverse=True)
    lists = [Choice(Kind.NEIGHBOURS, how, edition, choice.known_on) for edition in out for how in How]
    wider = [Kind.REGION] if place.code == ENGLAND else [Kind.REGION, Kind.ENGLAND]
    return [*lists, *(Choice(kind, known_on=choice.known_on) for kind in wider)]


def _other(asking: Asking, beside: Beside) -> Area | None:
    if beside.choice.kind is Kind.NEIGHBOURS:
        return None
    code = ENGLAND if beside.choice.kind is Kind.ENGLAND else beside.area.region_code
    return asking.areas[code] if code else None


def _way(own: Fact, benchmark: Benchmark) -> Way | None:
    if own.status is not Status.PUBLISHED or own.value is None or benchmark.value is None:
        return None
    if own.value == benchmark.value:
        return Way.SAME
    return Way.HIGHER if own.value > benchmark.value else Way.LOWER
