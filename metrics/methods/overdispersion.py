"""How much more authorities differ from each other than chance alone would make them, and z scores that allow for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from metrics.methods.intervals import Z95
from metrics.methods.quantiles import quantile


@dataclass(frozen=True)
class Spread:
    """How `n` areas spread round a benchmark.

    phi: mean of the squared z scores after winsorising, 1 where chance alone is at work. tau2: variance between areas on top of
    chance, in the squared unit of the estimates. outside: share of areas with a z score beyond 1.96 before any adjustment.
    """

    phi: float
    tau2: float
    outside: float
    n: int

    @property
    def widening(self) -> float:
        """What the multiplicative adjustment multiplies funnel limits by: sqrt(phi), never below 1."""
        return sqrt(max(1.0, self.phi))


def spread(estimates: Sequence[float], standard_errors: Sequence[float], centre: float, winsorise: float = 0.1) -> Spread:
    """Measure the spread of areas' estimates round `centre`, all in one unit; standard errors are those of chance alone.

    z = (estimate - centre) / s; the lowest and highest `winsorise` of them are pulled in to those quantiles (type 7);
    phi = mean(z^2); tau2 = max(0, (I phi - (I - 1)) / (sum w - sum w^2 / sum w)), w = 1 / s^2. Spiegelhalter 2005, Statistics in
    Medicine 24, as in FunnelPlotR. ValueError of fewer than two areas, of a standard error that is not above 0, of lists of
    different length, or of a share to winsorise outside 0 to 0.5.
    """
    n = len(estimates)
    if n < 2 or len(standard_errors) != n:
        raise ValueError(f"{n} estimates with {len(standard_errors)} standard errors have no spread: it takes two pairs or more.")
    if not min(standard_errors) > 0 or not 0 <= winsorise < 0.5:
        raise ValueError("A spread needs standard errors above 0, and a share to winsorise from 0 to below a half.")
    scores = [(estimate - centre) / error for estimate, error in zip(estimates, standard_errors, strict=True)]
    low, high = quantile(scores, winsorise), quantile(scores, 1 - winsorise)
    phi = sum(min(max(score, low), high) ** 2 for score in scores) / n
    weights = [1 / (error * error) for error in standard_errors]
    total = sum(weights)
    tau2 = (n * phi - (n - 1)) / (total - sum(w * w for w in weights) / total)
    return Spread(phi, max(0.0, tau2), sum(abs(score) > Z95 for score in scores) / n, n)


def z_score(estimate: float, benchmark: float, standard_error: float, tau2: float = 0.0) -> float:
    """How many standard errors an estimate lies above its benchmark: (estimate - benchmark) / sqrt(s^2 + tau2).

    With tau2 = 0 it allows for chance only; with that of `spread` for the usual differences between areas too (the additive
    adjustment). ValueError unless s^2 + tau2 lies above 0.
    """
    variance = standard_error * standard_error + tau2
    if not variance > 0:
        raise ValueError(
            f"A z score needs a variance above 0; a standard error of {standard_error} with tau2 of {tau2} gives none."
        )
    return (estimate - benchmark) / sqrt(variance)


def root_of_rate(x: float, population: float) -> tuple[float, float]:
    """A rate on the scale on which its chance is even, with its standard error: sqrt(x / population), 1 / (2 sqrt(population)).

    On this scale z = 2 (sqrt(x) - sqrt(expected)), Spiegelhalter 2005; `centre` is then the square root of the benchmark rate per
    person. ValueError unless x >= 0 and population > 0.
    """
    if not (x >= 0 and population > 0):
        raise ValueError(f"{x} events among {population} people are no rate: events are 0 or more, and the population above 0.")
    return sqrt(x / population), 1 / (2 * sqrt(population))
