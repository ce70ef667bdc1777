"""The neighbours' figures made into one: mean, median and pooled, always with how many of how many had a figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

ENOUGH = 7  # neighbours with a figure, of ten: the fewest that make a benchmark


@dataclass(frozen=True)
class Counted:
    """One neighbour's value with the counts behind it; None where hidden, missing or not counted."""

    value: float | None
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True)
class Summary:
    """`n` of `of` neighbours had a figure; `lower`, `same` and `higher` than the authority's own are counted among those."""

    n: int
    of: int
    mean: float | None
    median: float | None
    pooled: float | None
    lower: int
    same: int
    higher: int


def summarise(own: float | None, neighbours: Sequence[Counted], *, of: int, per: float) -> Summary:
    """Sum up the neighbours of one authority in one period.

    mean = sum of values / n, unweighted, missing ones left out (LAIT's definition); median of the same values (that of the
    Outcomes and Enablers dashboard), the mean of the middle two of an even number; pooled = sum of numerators / sum of
    denominators x per, over the neighbours with both. In the unit of the indicator, unrounded; None of no figures.
    """
    values = [n.value for n in neighbours if n.value is not None]
    return Summary(
        n=len(values),
        of=of,
        mean=fmean(values) if values else None,
        median=median(values) if values else None,
        pooled=_pooled(neighbours, per),
        lower=sum(v < own for v in values) if own is not None else 0,
        same=sum(v == own for v in values) if own is not None else 0,
        higher=sum(v > own for v in values) if own is not None else 0,
    )


def enough(n: int, of: int) -> bool:
    """Whether n of `of` figures make a benchmark: at least 7 of 10, never fewer than 7, and 7 in 10 of a longer list.

    This dashboard's own rule; with fewer there is no verdict.
    """
    return n >= ENOUGH and 10 * n >= ENOUGH * of


def _pooled(neighbours: Sequence[Counted], per: float) -> float | None:
    pairs = [(n.numerator, n.denominator) for n in neighbours if n.value is not None]
    counted = [(x, of) for x, of in pairs if x is not None and of is not None]
    total = sum(of for _, of in counted)
    return sum(x for x, _ in counted) / total * per if total else None
