"""How each latest figure of a scorecard moved since the year before: in people, and in the indicator's own unit."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.status import Status
from metrics.catalogue import Indicator
from metrics.results import Fact, ScoreRow


@dataclass(frozen=True)
class Move:
    """The latest period of one row less the year before: `people` counted, `value` in the indicator's unit; None where one of the
    two is not published. Below zero: fewer, or lower."""

    indicator: Indicator
    breakdown: str
    period: str
    people: float | None
    value: float | None


def moves(rows: Iterable[ScoreRow]) -> tuple[Move, ...]:
    """One for each row with a latest figure, in their order."""
    return tuple(_move(row, row.latest) for row in rows if row.latest)


def _move(row: ScoreRow, latest: Fact) -> Move:
    before = row.before
    if before is None or {latest.status, before.status} != {Status.PUBLISHED}:
        return Move(row.indicator, row.breakdown, latest.period, None, None)
    people = _less(latest.numerator, before.numerator)
    return Move(row.indicator, row.breakdown, latest.period, people, _less(latest.value, before.value))


def _less(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else now - before
