"""How far two figures differ: a difference of two proportions, a ratio of two rates, each with its own interval.

Two figures are never compared by whether their two intervals overlap: the interval of the difference answers that.
"""

from math import exp, sqrt

from metrics.methods.intervals import Z95, Interval, wilson


def newcombe(x1: float, n1: float, x2: float, n2: float, z: float = Z95) -> Interval:
    """The difference of two proportions, x1/n1 - x2/n2, between -1 and 1.

    d - sqrt((p1 - l1)^2 + (u2 - p2)^2) and d + sqrt((u1 - p1)^2 + (p2 - l2)^2), l and u being the Wilson limits: Newcombe 1998,
    Statistics in Medicine 17, method 10. For two authorities, or two periods with different children. The difference is clear
    where the interval does not contain 0. ValueError as for `wilson`.
    """
    one, two = wilson(x1, n1, z), wilson(x2, n2, z)
    difference = one.value - two.value
    below = sqrt((one.value - one.lower) ** 2 + (two.upper - two.value) ** 2)
    above = sqrt((one.upper - one.value) ** 2 + (two.value - two.lower) ** 2)
    return Interval(difference, difference - below, difference + above)


def rate_ratio(a: float, population_a: float, b: float, population_b: float, z: float = Z95) -> Interval:
    """The first rate as so many times the second: (a / population_a) / (b / population_b).

    exp(ln ratio -/+ z sqrt(1/a + 1/b)), the usual interval of a ratio of two Poisson rates. The rates differ clearly where it
    does not contain 1. ValueError unless all four lie above 0: the logarithm of no events does not exist.
    """
    if not (a > 0 and b > 0 and population_a > 0 and population_b > 0):
        raise ValueError(
            f"The rates of {a} in {population_a} and {b} in {population_b} have no ratio: all four figures lie above 0."
        )
    ratio = (a / population_a) / (b / population_b)
    reach = exp(z * sqrt(1 / a + 1 / b))
    return Interval(ratio, ratio / reach, ratio * reach)
