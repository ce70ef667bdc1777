"""The recent trend of a yearly series: whether its last five points rise or fall by more than chance would make them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from metrics.methods.intervals import Interval

POINTS = 5
CHI2_998 = 9.5495  # chi-squared, one degree of freedom: 99.8% lie below. The threshold of Fingertips
CHI2_95 = 3.841459
WIDTH = 3.92  # standard errors from one 95% limit to the other
YEARS = tuple(range(1, POINTS + 1))


@dataclass(frozen=True)
class RecentTrend:
    """What the test of five points found.

    slope: per year, in log-odds for proportions and in the unit of the values otherwise. chi2: one degree of freedom.
    significant: chi2 passes 99.8%. keeps_sign: the slope points the same way with each point left out in turn.
    """

    points: int
    slope: float
    chi2: float
    significant: bool
    keeps_sign: bool

    @property
    def changing(self) -> bool:
        """Rising or falling, as the sign of the slope says; everything else is no clear change."""
        return self.significant and self.keeps_sign

    @property
    def leaning(self) -> bool:
        """Not certain at 99.8%, but chance alone would do so in fewer than 1 of 20 series."""
        return CHI2_95 < self.chi2 <= CHI2_998


def of_proportions(counts: Sequence[tuple[float, float]]) -> RecentTrend:
    """Test five yearly proportions, (x, n) oldest first, one year apart, the same definition throughout.

    chi2 = N (N sum(xt) - X sum(nt))^2 / (X (N - X) (N sum(nt^2) - sum(nt)^2)), t = 1..5, X and N the totals: the chi-squared test
    for trend of Fingertips (and of PHEindicatormethods). The slope is that of ln(x / (n - x)) on t, each year with equal weight;
    if any year has nobody or everybody, half a person is added to both sides in all five. X = 0 or X = N is no change (chi2 0).
    ValueError unless there are exactly five pairs with 0 <= x <= n and n > 0.
    """
    _five(len(counts))
    some = True
    xs = ns = xt = nt = ntt = 0.0
    for t, (x, n) in zip(YEARS, counts, strict=True):
        if not (0 <= x <= n and n > 0):
            raise ValueError(f"Point {t} is {x} of {n}, which is no proportion: 0 <= x <= n and n above 0 are needed.")
        some = some and 0 < x < n
        xs, ns, xt, nt, ntt = xs + x, ns + n, xt + x * t, nt + n * t, ntt + n * t * t
    across = xs * (ns - xs) * (ns * ntt - nt * nt)
    chi2 = ns * (ns * xt - xs * nt) ** 2 / across if across else 0.0
    half = 0.0 if some else 0.5
    odds = [log((x + half) / (n - x + half)) for x, n in counts]
    return _found(odds, (1.0,) * POINTS, chi2)


def of_values(values: Sequence[float], intervals: Sequence[Interval]) -> RecentTrend:
    """Test five yearly values of any kind that have 95% intervals, oldest first, one year apart, the same definition throughout.

    Straight line weighted by 1 / se^2, se = (upper - lower) / 3.92; chi2 = (slope / se of the slope)^2: the method of Fingertips
    for everything but proportions. Slope in the unit of the values. ValueError unless there are exactly five values and five
    intervals, each wider than nothing.
    """
    _five(len(values))
    _five(len(intervals))
    if not min(interval.upper - interval.lower for interval in intervals) > 0:
        raise ValueError("A trend cannot weigh a value whose interval has no width: each upper limit lies above its lower limit.")
    return _found(values, [(WIDTH / (interval.upper - interval.lower)) ** 2 for interval in intervals])


def _five(n: int) -> None:
    if n != POINTS:
        raise ValueError(f"A recent trend has exactly {POINTS} yearly points; {n} were given.")


def _found(values: Sequence[float], weights: Sequence[float], chi2: float | None = None) -> RecentTrend:
    """The slope of all five and of each four of them, from sums from which one point is taken away."""
    w = wt = wy = wtt = wty = 0.0
    terms = []
    for t, value, weight in zip(YEARS, values, weights, strict=True):
        y = value - values[0]  # a slope does not mind, and a flat series is flat to the last digit
        terms.append((weight, weight * t, weight * y, weight * t * y))
        w, wt, wy, wtt, wty = w + weight, wt + weight * t, wy + weight * y, wtt + weight * t * t, wty + weight * t * y
    rise, run = w * wty - wt * wy, w * wtt - wt * wt
    slope = rise / run
    chi2 = slope * slope * run / w if chi2 is None else chi2
    keeps = slope != 0
    for a, at, ay, aty in terms:
        # The sign of the slope of the other four is that of its numerator: the denominator is always above 0.
        keeps = keeps and ((w - a) * (wty - aty) - (wt - at) * (wy - ay)) * slope > 0
    return RecentTrend(POINTS, slope, chi2, chi2 > CHI2_998, keeps)
