"""Whether a monthly series will meet its target, and how many children short of it a figure is (M6)."""

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

Share = Decimal | Fraction | int | str | float


class Assurance(StrEnum):
    """What limits and target say together, if nothing about the work changes."""

    WILL_HIT = "will hit"
    HIT_AND_MISS = "hit and miss"
    WILL_MISS = "will miss"


def assurance(lower: float, upper: float, target: float, better: str) -> Assurance:
    """Whether a target lies outside the limits of a control chart on the good side, inside, or outside on the bad side.

    All three in one unit; `better` is 'higher' or 'lower'. Source: NHS England, Making Data Count. Raises ValueError where no
    direction is better, since such a figure has no target to hit, and of limits in the wrong order.
    """
    if better not in ("higher", "lower"):
        raise ValueError(f'The better direction is "{better}": expected "higher" or "lower", for a target to be hit.')
    if lower > upper:
        raise ValueError(f"The limits {lower:g} and {upper:g} are in the wrong order: expected the lower one first.")
    if lower <= target <= upper:
        return Assurance.HIT_AND_MISS
    return Assurance.WILL_HIT if (target < lower) == (better == "higher") else Assurance.WILL_MISS


def children_short(x: int, n: int, target: Share) -> int:
    """How many more of n children are needed to reach a target share where higher is better: max(0, ceiling(target x n) - x).

    `target` is 0 to 1 (0.85 for 85%). Worked in exact fractions of the decimal that was written: binary floats make eight of
    7% of 100. Raises ValueError of x outside 0 to n or of a target outside 0 to 1.
    """
    return max(0, ceil(_exact(x, n, target) * n) - x)


def children_over(x: int, n: int, target: Share) -> int:
    """How many of n children are too many for a target share where lower is better: max(0, x - floor(target x n)).

    Units, exactness and refusals as for `children_short`.
    """
    return max(0, x - floor(_exact(x, n, target) * n))


def _exact(x: int, n: int, target: Share) -> Fraction:
    if not 0 <= x <= n:
        raise ValueError(f"{x} of {n} children is not a part of a whole: expected 0 to {n}.")
    # The shortest decimal text of a float is what a person wrote.
    exact = Fraction(repr(target)) if isinstance(target, float) else Fraction(target)
    if not 0 <= exact <= 1:
        raise ValueError(f"A target of {target} is not a share: expected 0 to 1, like 0.85 for 85%.")
    return exact
