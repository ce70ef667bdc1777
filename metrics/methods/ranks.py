"""Where one area stands among others: place, rank, quartile band, percentile, and how far its rank could wander by chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from metrics.methods.intervals import Z95, Interval
from metrics.methods.quantiles import quantile

Better = Literal["higher", "lower", "neither"]
Band = Literal["A", "B", "C", "D"]
SEED = 20_250_331  # fixed, so that everyone who asks is told the same
DRAWS = 2_000
WITHIN = 0.95


@dataclass(frozen=True)
class Quartiles:
    """The three edges between the quarters of the areas, in the unit of the indicator."""

    q1: float
    q2: float
    q3: float


def places(values: Sequence[float | None], *, highest_first: bool = True) -> list[int | None]:
    """The place of each value among those that are known, 1 first; equal values share the best place, an unknown one has none."""
    known = sorted((value for value in values if value is not None), reverse=highest_first)
    first = {value: place for place, value in reversed(list(enumerate(known, start=1)))}
    return [None if value is None else first[value] for value in values]


def ranks(values: Sequence[float | None], better: Better) -> list[int | None]:
    """The rank of each value, 1 the best; none at all where neither direction is better.

    As the Local Authority Interactive Tool ranks: on unrounded values as published, ties share the best rank, unknown unranked.
    """
    return [None] * len(values) if better == "neither" else places(values, highest_first=better == "higher")


def quartiles(values: Sequence[float]) -> Quartiles:
    """The quartiles of the values of all areas, by linear interpolation (type 7). ValueError of no values."""
    return Quartiles(quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75))


def band(value: float, edges: Quartiles, better: Better) -> Band | None:
    """The quarter that a value falls into: A the best, D the worst; none where neither direction is better.

    As the Local Authority Interactive Tool: an edge belongs to the quarter of the lower values, so a value on it falls to the
    better side where lower is better, and to the worse side where higher is better.
    """
    if better == "neither":
        return None
    quarters: tuple[Band, ...] = ("A", "B", "C", "D") if better == "lower" else ("D", "C", "B", "A")
    return quarters[sum(value > edge for edge in (edges.q1, edges.q2, edges.q3))]


def percentile(own: float, others: Sequence[float]) -> float:
    """The share (0 to 1) of the others that lie below one's own: (below + half of those equal) / n. ValueError of no others."""
    if not others:
        raise ValueError("A percentile among no others does not exist: at least one is needed.")
    return (sum(other < own for other in others) + sum(other == own for other in others) / 2) / len(others)


def rank_interval(
    own: int, intervals: Sequence[Interval], *, highest_first: bool = True, draws: int = DRAWS, seed: int = SEED
) -> tuple[int, int]:
    """From which place to which the area at position `own` could come by chance: the 2.5 and 97.5 percentile of its place.

    Simulated: each area's figure is drawn `draws` times between its 95% limits (of `wilson` or `rate`), as a normal distribution
    with the reach below as its standard deviation below and the reach above as that above, so that 95 of 100 draws lie within the
    limits; areas are drawn independently. The place counts ties as the best, like `places`. The same seed gives the same answer.
    ValueError unless `own` is a position in the list.
    """
    import numpy as np  # loaded with the first simulation, not with the dashboard

    if not 0 <= own < len(intervals):
        raise ValueError(f"Position {own} is none of the {len(intervals)} areas that are ranked.")
    value, lower, upper = np.array([(one.value, one.lower, one.upper) for one in intervals]).T
    normal = _normal(seed, draws, len(intervals))
    drawn = value + normal / Z95 * np.where(normal < 0, value - lower, upper - value)
    mine = drawn[:, [own]]
    place = 1 + np.count_nonzero(drawn > mine if highest_first else drawn < mine, axis=1)
    tail = (1 - WITHIN) / 2
    low, high = np.quantile(place, (tail, 1 - tail), method="inverted_cdf")
    return int(low), int(high)


@lru_cache(maxsize=8)
def _normal(seed: int, draws: int, areas: int) -> Any:
    """The draws of a normal distribution, a row a draw and a column an area. One seed gives the same draws whoever is ranked, so
    they are made once: for 150 areas they take 2.4 MB."""
    import numpy as np

    normal = np.random.default_rng(seed).standard_normal((draws, areas))
    normal.flags.writeable = False
    return normal
