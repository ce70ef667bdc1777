"""What a rounded figure can have been: ranges of counts, shares and changes, in exact arithmetic. Halves are rounded up."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil


@dataclass(frozen=True)
class Range:
    """From the lowest to the highest that a figure can have been, both possible unless said otherwise."""

    lower: float
    upper: float

    def contains(self, other: float) -> bool:
        """Whether another figure, in the same unit, lies within."""
        return self.lower <= other <= self.upper


def count_range(percent: float, n: int, decimals: int = 0) -> Range:
    """The counts x of n that are printed as `percent` at so many decimals: percent - half a digit <= 100 x / n < percent + half.

    ValueError unless n > 0, and if no count of n is printed so.
    """
    if n <= 0:
        raise ValueError(f"{percent}% of {n} is no count: the whole lies above 0.")
    printed, half = _exact(percent), Fraction(1, 2 * 10**decimals)
    lower = max(0, ceil((printed - half) * n / 100))
    upper = min(n, ceil((printed + half) * n / 100) - 1)
    if lower > upper:
        raise ValueError(
            f"No count of {n} is printed as {percent}%: the percentage, the whole or the number of decimals is another."
        )
    return Range(lower, upper)


def rounded_count(count: int, base: int) -> Range:
    """What a count rounded to the nearest `base` can have been, in whole children: count - base/2 <= x < count + base/2.

    Never below 0. ValueError unless base >= 1, count >= 0 and count is a multiple of base.
    """
    if base < 1 or count < 0 or count % base:
        raise ValueError(f"{count} is no count rounded to {base}: it would be 0 or a multiple of {base}.")
    half = Fraction(base, 2)
    return Range(max(0, ceil(count - half)), ceil(count + half) - 1)


def share_range(x: int, n: int, base: int) -> Range:
    """What the share x / n (0 to 1) can have been when both counts were rounded to `base`: least over most to most over least.

    ValueError as for `rounded_count`, and if the whole can have been nobody or the part must have been more than the whole.
    """
    part, whole = rounded_count(x, base), rounded_count(n, base)
    if whole.lower == 0 or part.lower > whole.upper:
        raise ValueError(
            f"{x} of {n}, both rounded to {base}, has no range of shares: the whole must be above 0 and hold the part."
        )
    return Range(part.lower / whole.upper, min(1.0, part.upper / whole.lower))


def slack(base: int, terms: int = 1) -> int:
    """How far rounding to `base` can move a sum or difference of so many counts, in children, at worst: half the base a term.

    One count rounded to 10 is out by up to 5 (to 5: by 2), a difference of two by 10, a sum of k by 5k. It holds whichever way
    halves were rounded. ValueError unless base and terms are 1 or more.
    """
    if base < 1 or terms < 1:
        raise ValueError(f"Rounding {terms} counts to {base} has no slack: both are 1 or more.")
    return base // 2 * terms


def difference_range(later: int, earlier: int, base: int) -> Range:
    """What the difference of two counts, both rounded to `base`, can have been, in children: the difference -/+ `slack`."""
    reach = slack(base, 2)
    return Range(later - earlier - reach, later - earlier + reach)


def percentage_change_range(later: float, earlier: float, decimals: int = 0) -> Range:
    """Between which changes, in points, a change of two printed percentages lies: one unit of the last digit either way.

    The ends themselves are not reached: from 8% to 9% is a move of more than nothing and less than 2 points.
    """
    change, unit = _exact(later) - _exact(earlier), Fraction(1, 10**decimals)
    return Range(float(change - unit), float(change + unit))


def cannot_tell(change: Range) -> bool:
    """Whether rounded figures cannot tell a change from none: no change lies within what it can have been, or at its end."""
    return change.contains(0)


def _exact(figure: float) -> Fraction:
    """A figure as it is printed: 8.1 is eighty-one tenths, not the binary number beside it."""
    return Fraction(Decimal(str(figure)))
