"""The second view of where a number may go: a trend that fades, only for series of eight years or more (M18).

ETS(A,Ad,N): additive errors, additive damped trend, no season. Source: Hyndman and Athanasopoulos, Forecasting: Principles and
Practice, chapter 8.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from metrics.methods.intervals import Z95
from metrics.methods.refuse import unless_finite

LEAST_POINTS = 8
PARAMETERS = 5  # alpha, beta, phi, and the first level and trend
# Where the fit looks: phi stays in the range that the textbook recommends, since it is hard to tell from 1 or from a flat line.
ALPHAS = tuple(i / 20 for i in range(1, 20))
BETA_STARS = tuple(i / 20 for i in range(1, 20))
PHIS = tuple(0.8 + i * 0.03 for i in range(7))


@dataclass(frozen=True)
class Damped:
    """A level, a trend per year and how fast it fades (phi); beta is alpha x beta*. Level, trend and sigma in the unit given."""

    alpha: float
    beta: float
    phi: float
    level: float
    trend: float
    sigma: float


@dataclass(frozen=True)
class Point:
    """A forecast, its standard deviation and its 95% limits, `horizon` years ahead, in the unit of the series."""

    horizon: int
    value: float
    sd: float
    lower: float
    upper: float


def project(model: Damped, years: int = 3) -> tuple[Point, ...]:
    """The point, standard deviation and 95% limits of each year ahead, unrounded.

    value(h) = level + trend (phi + ... + phi^h); variance(h) = sigma^2 (1 + sum over j < h of (alpha + beta (phi + ... +
    phi^j))^2). The limits take errors for normal and may lie below zero, which no number of children can. Raises ValueError
    of fewer than one year.
    """
    if years < 1:
        raise ValueError(f"A forecast of {years} years has no year in it: expected one at least.")
    points, faded, variance = [], 0.0, 1.0
    for horizon in range(1, years + 1):
        faded += model.phi**horizon
        value, sd = model.level + model.trend * faded, model.sigma * sqrt(variance)
        points.append(Point(horizon, value, sd, value - Z95 * sd, value + Z95 * sd))
        variance += (model.alpha + model.beta * faded) ** 2
    return tuple(points)


def fit(values: Sequence[float]) -> Damped:
    """The model that leaves the smallest sum of squared one-year errors, oldest value first, years without a gap.

    Looks over a grid of alpha, beta* = beta / alpha and phi in 0.80 to 0.98; the first level and trend are the least squares
    ones for each. sigma^2 = sum of squared errors / (n - 5). Raises ValueError of fewer than eight values, or one that is not
    finite.
    """
    if len(values) < LEAST_POINTS:
        raise ValueError(f"A damped trend of {len(values)} years would be guesswork: expected {LEAST_POINTS} at least.")
    for value in values:
        unless_finite(value=value)
    tried = (_fitted(values, alpha, alpha * star, phi) for phi in PHIS for alpha in ALPHAS for star in BETA_STARS)
    squares, best = min(tried, key=lambda one: one[0])
    return Damped(*best, sigma=sqrt(squares / (len(values) - PARAMETERS)))


def damped_view(values: Sequence[float], years: int = 3) -> tuple[Point, ...] | None:
    """Fit and project in one; None of fewer than eight values, where only the fan of no change is shown."""
    return project(fit(values), years) if len(values) >= LEAST_POINTS else None


Parameters = tuple[float, float, float, float, float]


def _fitted(values: Sequence[float], alpha: float, beta: float, phi: float) -> tuple[float, Parameters]:
    """Sum of squared errors, and alpha, beta, phi, last level and last trend, from the best first level and trend.

    The errors are linear in where the series starts, so three passes (from nothing, from a level of 1, from a trend of 1) give
    a regression on two unknowns.
    """
    nothing = [0.0] * len(values)
    from_nothing, *last = _pass(values, 0.0, 0.0, alpha, beta, phi)
    by_level, *last_level = _pass(nothing, 1.0, 0.0, alpha, beta, phi)
    by_trend, *last_trend = _pass(nothing, 0.0, 1.0, alpha, beta, phi)
    ll, tt, lt = _dot(by_level, by_level), _dot(by_trend, by_trend), _dot(by_level, by_trend)
    el, et = _dot(from_nothing, by_level), _dot(from_nothing, by_trend)
    determinant = ll * tt - lt * lt
    level, trend = (lt * et - tt * el) / determinant, (lt * el - ll * et) / determinant
    errors = [e + level * a + trend * b for e, a, b in zip(from_nothing, by_level, by_trend, strict=True)]
    ended = [o + level * a + trend * b for o, a, b in zip(last, last_level, last_trend, strict=True)]
    return _dot(errors, errors), (alpha, beta, phi, ended[0], ended[1])


def _pass(
    values: Sequence[float], level: float, trend: float, alpha: float, beta: float, phi: float
) -> tuple[list[float], float, float]:
    """One-year errors, and the level and trend after the last value.

    e = y - (l + phi b); then l becomes l + phi b + alpha e, and b becomes phi b + beta e.
    """
    errors = []
    for value in values:
        faded = phi * trend
        error = value - (level + faded)
        errors.append(error)
        level, trend = level + faded + alpha * error, faded + beta * error
    return errors, level, trend


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
