"""A funnel with honest limits: shares against how many they rest on, the limits of chance, and those widened by how authorities
usually differ (M4 and M5). The wide ones are those to read.

Rates of the population have no funnel: they differ so far beyond chance that no limit would say anything (`crowd`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from metrics.catalogue import Indicator
from metrics.judge import PROPORTION, RATE
from metrics.methods.funnel import proportion_error, proportion_limits
from metrics.methods.intervals import Z95, Z998
from metrics.methods.overdispersion import Spread, root_of_rate, spread, z_score
from metrics.methods.practical import false_alarms
from metrics.results import Fact
from metrics.spreads import LEAST_AUTHORITIES

POINTS = 60  # places at which the limits are reckoned: enough for a smooth curve
Ends = tuple[float, float]


@dataclass(frozen=True)
class Limits:
    """Lower and upper limits for a share of `n` people, in the unit of the indicator: by chance alone (95% and 99.8%), and with
    the usual differences among authorities counted in."""

    n: float
    chance95: Ends
    chance998: Ends
    wide95: Ends
    wide998: Ends


@dataclass(frozen=True)
class Funnel:
    """`centre` is England's figure in the unit of the indicator; `between` the standard deviation between authorities that chance
    does not explain, in the same unit. `curve` are the limits from the smallest to the largest `n` shown. `chance` are the codes
    of the authorities outside the 95% limits of chance; `low` and `high` of those below and above the wide ones. `checked` are
    all of them (a joint return counts once), `by_chance` how many of so many lie outside a 95% limit without any cause."""

    centre: float
    between: float
    curve: tuple[Limits, ...]
    chance: tuple[str, ...]
    low: tuple[str, ...]
    high: tuple[str, ...]
    checked: int
    by_chance: float

    @property
    def beyond(self) -> int:
        """How many lie outside the wide 95% limits."""
        return len(self.low) + len(self.high)


def funnel(
    entry: Indicator, england: Fact | None, facts: Sequence[Fact], found: Spread | None, guests: Sequence[Fact] = ()
) -> Funnel | None:
    """The funnel of a share round England's figure. `found` is the spread of all authorities, `facts` those to show;
    `guests` are shown too and counted nowhere, so that the limits reach as far as they do.

    None for anything but a share, without a figure for England that lies between the ends of the scale, where too few
    authorities have counts to tell how they differ, and without any figure to show.
    """
    if entry.interval != PROPORTION or found is None or england is None or england.value is None:
        return None
    centre = england.value / entry.per
    counted = [f for f in facts if f.value is not None and f.denominator]
    if not 0 < centre < 1 or not counted:
        return None
    plain = [_z(entry, f, centre, 0.0) for f in counted]
    wide = [_z(entry, f, centre, found.tau2) for f in counted]
    sizes = [f.denominator for f in (*counted, *guests) if f.denominator and f.value is not None]
    return Funnel(
        centre=england.value,
        between=sqrt(found.tau2) * entry.per,
        curve=tuple(_limits(centre, n, found.tau2, entry.per) for n in _steps(min(sizes), max(sizes))),
        chance=tuple(f.area_code for f, z in zip(counted, plain, strict=True) if abs(z) > Z95),
        low=tuple(f.area_code for f, z in zip(counted, wide, strict=True) if z < -Z95),
        high=tuple(f.area_code for f, z in zip(counted, wide, strict=True) if z > Z95),
        checked=len(counted),
        by_chance=false_alarms(len(counted)),
    )


def crowd(entry: Indicator, england: Fact | None, facts: Sequence[Fact]) -> Spread | None:
    """How far rates of the population spread round England's beyond chance, on the scale of square roots; its `outside` is the
    share of authorities that limits of chance would call unusual. None for anything but a rate, and of fewer than 30."""
    counted = [(f.numerator, f.denominator) for f in facts if f.value is not None and f.numerator is not None and f.denominator]
    if entry.interval != RATE or england is None or not england.value or len(counted) < LEAST_AUTHORITIES:
        return None
    roots, errors = zip(*(root_of_rate(x, n) for x, n in counted), strict=True)
    return spread(roots, errors, sqrt(england.value / entry.per))


def _z(entry: Indicator, fact: Fact, centre: float, tau2: float) -> float:
    assert fact.value is not None and fact.denominator
    return z_score(fact.value / entry.per, centre, proportion_error(centre, fact.denominator), tau2)


def _limits(centre: float, n: float, tau2: float, per: float) -> Limits:
    def chance(z: float) -> Ends:
        low, high = proportion_limits(centre, n, z)
        return low * per, high * per

    def wide(z: float) -> Ends:
        reach = z * sqrt(proportion_error(centre, n) ** 2 + tau2)
        return max(0.0, centre - reach) * per, min(1.0, centre + reach) * per

    return Limits(n, chance(Z95), chance(Z998), wide(Z95), wide(Z998))


def _steps(low: float, high: float) -> list[float]:
    """Numbers of people from the smallest to the largest, closer together where the limits bend most."""
    return [low + (high - low) * (i / (POINTS - 1)) ** 2 for i in range(POINTS)]
