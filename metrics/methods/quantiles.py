"""Quantiles of a list of figures, with the definition that the others here use."""

from collections.abc import Sequence
from math import floor


def quantile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of the values lie below, in their unit: linear between neighbours in order.

    Type 7 of Hyndman and Fan 1996, the default of R, of numpy and of the Local Authority Interactive Tool.
    ValueError of no values, or if the share lies outside 0 to 1.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError(
            f"A quantile at {share} of {len(values)} values does not exist: it needs a value, and a share between 0 and 1."
        )
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    between = ordered[below] + (place - below) * (ordered[above] - ordered[below])
    return min(max(between, ordered[below]), ordered[above])  # never past either, by a last binary digit
