"""Say a gap between children looked after and others: both figures, the gap, and which side moved."""

from metrics.figures import number, with_unit
from metrics.gaps import Gaps
from metrics.methods.gap_to_all import GapToAll, Moved
from metrics.phrases import when
from metrics.wording.naming import lower

SMALL = 0.05  # points; below it a move rounds to nothing at one decimal


def finding(result: Gaps) -> str:
    """The newest gap: '17% of children looked after and 46% of all pupils: 29 points apart.'"""
    title, name = lower(result.indicator.title), result.area.short_name
    newest = next((year for year in reversed(result.years) if year.gap is not None), None)
    if newest is None or newest.gap is None:
        return f"The gap for {name} cannot be told on {title}: one of the two figures is missing in every year."
    own, other = (with_unit(value, result.indicator) for value in (newest.gap.own, newest.gap.everyone))
    return (
        f"{name}, {title}: {own} for children looked after and {other} for {result.to}, {_apart(newest.gap)} {when(newest.own)}."
    )


def sentence(result: Gaps) -> str:
    """How the gap moved, and which side moved it; or that it cannot be told."""
    if result.moved is None:
        return "How the gap moved cannot be told: two years in a row with both figures are needed."
    moved = result.moved
    side = f"Children looked after moved by {_points(moved.own)}, {result.to} by {_points(moved.everyone)}."
    if abs(moved.widened) < SMALL:
        return f"The gap stayed as wide as the year before. {side}"
    wider = "wider" if moved.widened > 0 else "narrower"
    return f"The gap is {number(abs(moved.widened), 1)} points {wider} than the year before. {side}{_caution(moved)}"


def _caution(moved: Moved) -> str:
    """A gap that closed because the others fell is no gain."""
    fell = moved.widened < 0 and abs(moved.everyone) > abs(moved.own)
    return " It closed more because the others moved than because these children did." if fell else ""


def _apart(gap: GapToAll) -> str:
    return f"{number(abs(gap.gap), 1)} points apart"


def _points(change: float) -> str:
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{number(abs(change), 1)} points"
