"""Funnel limits: where an authority's figure would lie if it differed from the benchmark by chance alone.

Limits of chance only. Authorities differ by far more than chance (see overdispersion), so a figure outside them is not called
different on their word.
"""

from dataclasses import dataclass
from math import ceil, sqrt

from metrics.methods.intervals import Z95


@dataclass(frozen=True)
class Limits:
    """What a benchmark rate lets expect: events, limits in whole events, and the same limits as a rate (per `per` people)."""

    expected: float
    lower_events: int
    upper_events: int
    lower: float
    upper: float


def proportion_limits(p0: float, n: float, z: float = Z95) -> tuple[float, float]:
    """Lower and upper limit of a share of n people round a benchmark share, both between 0 and 1.

    p0 -/+ z sqrt(p0 (1 - p0) / n), cut at 0 and 1; Spiegelhalter 2005, as in the funnel plots of Public Health England.
    ValueError unless 0 <= p0 <= 1 and n > 0.
    """
    reach = z * proportion_error(p0, n)
    return max(0.0, p0 - reach), min(1.0, p0 + reach)


def proportion_error(p0: float, n: float) -> float:
    """The standard error of a share of n people under the benchmark share: sqrt(p0 (1 - p0) / n), as a share.

    ValueError unless 0 <= p0 <= 1 and n > 0.
    """
    if not (0 <= p0 <= 1 and n > 0):
        raise ValueError(f"A benchmark of {p0} for {n} people has no limits: it is a share between 0 and 1, of more than nobody.")
    return sqrt(p0 * (1 - p0) / n)


def rate_limits(r0: float, population: float, per: float = 1.0, z: float = Z95) -> Limits:
    """Limits of a count and its rate (per `per` people) round a benchmark rate r0, also per `per` people.

    Poisson limits on the expected events E = population x r0 / per: the lower one is the smallest count k with P(X <= k) >= p,
    the upper one that with P(X <= k) >= 1 - p, p being the share beyond z on one side. So a count below the lower or above the
    upper limit comes up in at most p of cases. APHO Technical Briefing 2 (2008). ValueError unless all three lie above 0.
    """
    if not (r0 > 0 and population > 0 and per > 0):
        raise ValueError(f"A benchmark of {r0} per {per} has no limits for {population} people: all three lie above 0.")
    from scipy.special import ndtr  # loaded with the first funnel, not with the dashboard

    expected, beyond = population * r0 / per, float(ndtr(-z))
    lower, upper = _count_at(beyond, expected), _count_at(1 - beyond, expected)
    return Limits(expected, lower, upper, lower / population * per, upper / population * per)


def _count_at(share: float, expected: float) -> int:
    """The smallest count that at least this share of Poisson counts do not pass."""
    from scipy.special import pdtr, pdtrik

    count = ceil(pdtrik(share, expected))
    # The inverse is found by iteration: a hair above a whole number it would be one count too high.
    return count - 1 if count > 0 and pdtr(count - 1, expected) >= share else count
