"""The targets of a scorecard's indicators, and how many people each figure is short of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from metrics.catalogue import Indicator
from metrics.methods.targets import children_over, children_short
from metrics.results import Fact, ScoreRow


@dataclass(frozen=True)
class Shortfall:
    """One row with a target, in the indicator's unit. `people` are those short of it (above it, where lower is better), 0 where
    it is met; None where the figure is not a share of people who are counted whole."""

    indicator: Indicator
    breakdown: str
    target: float
    people: int | None


def shortfalls(rows: Iterable[ScoreRow]) -> tuple[Shortfall, ...]:
    """One for each row whose indicator has a target, in their order."""
    aimed = [(row, row.indicator.target) for row in rows]
    return tuple(Shortfall(row.indicator, row.breakdown, goal.value, _people(row, goal.value)) for row, goal in aimed if goal)


def _people(row: ScoreRow, goal: float) -> int | None:
    counts = _whole(row.latest) if row.indicator.interval == "proportion" else None
    if counts is None:
        return None
    away = children_over if row.indicator.better == "lower" else children_short
    return away(*counts, str(goal / row.indicator.per))


def _whole(fact: Fact | None) -> tuple[int, int] | None:
    if fact is None or fact.numerator is None or not fact.denominator:
        return None
    whole = float(fact.numerator).is_integer() and float(fact.denominator).is_integer()
    return (int(fact.numerator), int(fact.denominator)) if whole else None
