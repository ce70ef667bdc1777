"""How alike authorities are, and what two lists of neighbours have in common (M16)."""

from collections.abc import Mapping, Sequence
from math import sqrt
from statistics import fmean, pstdev

from metrics.methods.refuse import unless_counts, unless_finite


def standardise(values: Sequence[float]) -> list[float]:
    """Each value as a distance from the mean of all, in standard deviations of all: z = (x - mean) / sd.

    Raises ValueError where every value is the same, since no authority is then nearer than another, or one is not finite.
    """
    for value in values:
        unless_finite(value=value)
    mean, spread = (fmean(values), pstdev(values)) if values else (0.0, 0.0)
    if spread == 0:
        raise ValueError("All values are the same: expected a characteristic in which authorities differ.")
    return [(value - mean) / spread for value in values]


def distance(one: Sequence[float], other: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted Euclidean distance of two authorities: square root of the sum of w (z_one - z_other)^2; no unit.

    The characteristics are standardised first (see `standardise`). Source: the model of the National Foundation for Educational
    Research (2007) behind the Department for Education's statistical neighbours; its present weights are not published here.
    Raises ValueError of lists of different length, or a weight below zero.
    """
    if not len(one) == len(other) == len(weights):
        raise ValueError(f"{len(one)} and {len(other)} characteristics with {len(weights)} weights: expected as many of each.")
    for weight in weights:
        unless_counts(weight=weight)
    return sqrt(sum(w * (a - b) ** 2 for w, a, b in zip(weights, one, other, strict=True)))


def nearest(own: str, all_of_them: Mapping[str, Sequence[float]], weights: Sequence[float], n: int = 10) -> list[str]:
    """The `n` authorities that are most alike an authority, nearest first; of equal distance in the order of their codes.

    `all_of_them` holds the standardised characteristics by code, the authority's own among them (ValueError if not).
    """
    if own not in all_of_them:
        raise ValueError(f"The characteristics of {own} are not among those given: expected its own row too.")
    others = (code for code in all_of_them if code != own)
    return sorted(others, key=lambda code: (distance(all_of_them[own], all_of_them[code], weights), code))[:n]


def overlap(one: Sequence[str], other: Sequence[str]) -> int:
    """How many authorities stand in both lists, wherever in them: of ten neighbours in two editions, say."""
    return len(set(one) & set(other))


def mutual_share(neighbours: Mapping[str, Sequence[str]]) -> float | None:
    """The share, 0 to 1, of neighbour relations that hold both ways: A lists B and B lists A. None where nobody lists anybody."""
    pairs = {(one, other) for one, listed in neighbours.items() for other in listed}
    return sum((other, one) in pairs for one, other in pairs) / len(pairs) if pairs else None
