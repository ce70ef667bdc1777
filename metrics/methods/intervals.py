"""How far a figure could wander by chance: an interval round a proportion, a count or a rate.

A count of children on a day is a full count, not a sample; siblings come together and most children are the same ones a year
later. The interval says how far the figure could wander by chance: too narrow between authorities (see overdispersion), too
wide for a change of the same children from year to year.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

Z95 = 1.959964  # standard normal: 95% lie within
Z998 = 3.090232  # 99.8% lie within
EXACT_UNDER = 10  # events: from here on Byar's approximation is close enough


@dataclass(frozen=True)
class Interval:
    """A figure between its limits, all three in one unit; lower <= value <= upper."""

    value: float
    lower: float
    upper: float

    def contains(self, other: float) -> bool:
        """Whether another figure, in the same unit, lies within the limits (the limits count as within)."""
        return self.lower <= other <= self.upper


def wilson(x: float, n: float, z: float = Z95) -> Interval:
    """The interval of a proportion x / n, as shares between 0 and 1.

    (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)); Wilson 1927, as in APHO Technical Briefing 3 (2008).
    x and n may be full-time equivalents with decimals. ValueError unless 0 <= x <= n and n > 0.
    """
    if not 0 <= x <= n or n == 0:
        raise ValueError(
            f"A proportion of {x} in {n} has no interval: the part lies between 0 and the whole, and the whole above 0."
        )
    share, z2 = x / n, z * z
    reach, whole = z * sqrt(z2 + 4 * x * (1 - share)), 2 * (n + z2)
    # Rounding of the last binary digit would put the limits of 0 of n and n of n a hair inside the figure itself.
    return Interval(share, max(0.0, min(share, (2 * x + z2 - reach) / whole)), min(1.0, max(share, (2 * x + z2 + reach) / whole)))


def poisson_count(x: float, z: float = Z95) -> Interval:
    """The interval of a count of events, in events: exact under 10, Byar's approximation from 10.

    Exact: chi2(p; 2x) / 2 and chi2(1 - p; 2x + 2) / 2 with p the share beyond z on one side. Byar: x(1 - 1/(9x) - z/(3 sqrt x))^3
    and (x+1)(1 - 1/(9(x+1)) + z/(3 sqrt(x+1)))^3. APHO Technical Briefing 3; the switch at 10 is that of Fingertips.
    ValueError if x is below 0.
    """
    if not x >= 0:
        raise ValueError(f"A count of {x} has no interval: a count is 0 or more.")
    return Interval(x, *(_exact(x, z) if x < EXACT_UNDER else byar_limits(x, z)))


def rate(x: float, population: float, per: float = 1.0, z: float = Z95) -> Interval:
    """The interval of x events among `population` people, per `per` people: that of the count, divided by the population.

    ValueError unless x >= 0 and population > 0.
    """
    if not population > 0:
        raise ValueError(f"A rate among {population} people has no interval: the population lies above 0.")
    count = poisson_count(x, z)
    return Interval(x / population * per, count.lower / population * per, count.upper / population * per)


def byar_limits(x: float, z: float = Z95) -> tuple[float, float]:
    """Byar's lower and upper limit of a count, in events; made for 10 events or more. ValueError unless x > 0."""
    if not x > 0:
        raise ValueError(f"Byar's limits of a count of {x} do not exist: they are made for counts of {EXACT_UNDER} or more.")
    below, above = 1 - 1 / (9 * x) - z / (3 * sqrt(x)), 1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1))
    return x * max(0.0, below) ** 3, (x + 1) * above**3


@lru_cache(maxsize=1024)
def _exact(x: float, z: float) -> tuple[float, float]:
    # Loaded with the first count under ten; scipy.stats would take four times as long for the same two numbers.
    from scipy.special import gammainccinv, gammaincinv, ndtr

    beyond = float(ndtr(-z))
    # chi2(p; 2k) / 2 is the inverse of the incomplete gamma function of k.
    return float(gammaincinv(x, beyond)) if x > 0 else 0.0, float(gammainccinv(x + 1, beyond))
