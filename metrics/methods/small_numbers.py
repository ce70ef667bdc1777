"""What small numbers can carry: one child's worth, when to warn, when to show no percentage, and shrinkage for ranking."""

from dataclasses import dataclass

CAUTION_UNDER = 20  # of whom: fewer, and the figure is shown with a caution
NO_SHARE_UNDER = 10  # of whom: fewer, and "4 of 9" is shown, not a percentage


@dataclass(frozen=True)
class Shrunk:
    """A share pulled towards a benchmark: `weight` (0 to 1) is that of the benchmark, `share` the result (0 to 1)."""

    weight: float
    share: float


def points_per_child(n: float) -> float:
    """How many percentage points one child is worth among n: 100 / n. ValueError unless n > 0."""
    if not n > 0:
        raise ValueError(f"One child among {n} is worth no number of points: the whole lies above 0.")
    return 100 / n


def needs_caution(n: float) -> bool:
    """Whether a figure rests on so few (under 20) that it is shown with a caution."""
    return n < CAUTION_UNDER


def can_be_a_percentage(n: float) -> bool:
    """Whether the whole is large enough (10 or more) for a percentage; otherwise the two counts are shown."""
    return n >= NO_SHARE_UNDER


def shrink(x: float, n: float, p0: float, tau: float) -> Shrunk:
    """Pull a share x / n towards a benchmark share p0, the more the fewer it rests on. For ranking only, never to be shown.

    B = s^2 / (s^2 + tau^2), s^2 = p0 (1 - p0) / n; share = B p0 + (1 - B) x / n. Empirical Bayes (Spiegelhalter 2005); tau is the
    standard deviation between areas, as a share. ValueError unless 0 <= x <= n, n > 0, 0 < p0 < 1 and tau >= 0.
    """
    if not (0 <= x <= n and n > 0 and 0 < p0 < 1 and tau >= 0):
        raise ValueError(
            f"{x} of {n} cannot be pulled towards {p0} with a spread of {tau}: 0 <= x <= n, 0 < p0 < 1 and tau >= 0."
        )
    chance = p0 * (1 - p0) / n
    weight = chance / (chance + tau * tau)
    return Shrunk(weight, weight * p0 + (1 - weight) * x / n)
