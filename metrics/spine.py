"""Indicators of different units on one scale (a spine chart): the benchmark in the middle, better to the right.

Scaling as in the spine charts of Public Health England's Fingertips technical guide, with the neighbours in the place of all
authorities: every distance from the benchmark is divided by the largest one of the same indicator, so that each row is as long as
its farthest figure and rows are never compared with each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.judged import Level
from metrics.results import Scorecard, ScoreRow

SIDES = {"higher": 1.0, "lower": -1.0}


@dataclass(frozen=True)
class Vertebra:
    """One indicator of a spine. Places run from -1 (worse) to 1 (better), and 0 is the benchmark.

    `place` is that of the figure, `interval` are those of the ends of its 95% interval, `neighbours` those of the worst and the
    best neighbour with a figure (None without any), whose figures in the indicator's unit are `lowest` and `highest`.
    """

    row: ScoreRow
    place: float
    interval: tuple[float, float]
    neighbours: tuple[float, float] | None
    lowest: float | None
    highest: float | None


def spine(card: Scorecard) -> tuple[Vertebra, ...]:
    """The indicators of a card that could be judged, in its order: those with a direction, an interval and a benchmark."""
    return tuple(_vertebra(row) for row in card.rows if row.verdict.judged and row.indicator.better in SIDES)


def sides(found: Sequence[Vertebra]) -> tuple[int, int]:
    """How many stand clearly on the better and on the worse side."""
    levels = [one.row.verdict.level for one in found]
    return levels.count(Level.BETTER), levels.count(Level.WORSE)


def _vertebra(row: ScoreRow) -> Vertebra:
    latest, benchmark, interval = row.latest, row.benchmark, row.verdict.interval
    assert latest is not None and latest.value is not None and interval is not None
    assert benchmark is not None and benchmark.value is not None
    middle, side = benchmark.value, SIDES[row.indicator.better]
    others = [value for value in row.neighbours if value is not None]
    longest = max(abs(value - middle) for value in (latest.value, interval.lower, interval.upper, *others))

    def place(value: float) -> float:
        return side * (value - middle) / longest if longest else 0.0

    def ends(first: float, last: float) -> tuple[float, float]:
        low, high = sorted((place(first), place(last)))
        return low, high

    lowest, highest = min(others, default=None), max(others, default=None)
    beside = ends(lowest, highest) if lowest is not None and highest is not None else None
    return Vertebra(row, place(latest.value), ends(interval.lower, interval.upper), beside, lowest, highest)
