"""Say a gap between children looked after and others: both figures, the gap, and which side moved."""

from metrics.figures import number, with_unit
from metrics.gaps import Gaps
from metrics.methods.gap_to_all import GapToAll, Moved
from metrics.phrases import starts_sentence, when
from metrics.wording.naming import lower

SMALL = 0.05  # points; below it a move rounds to nothing at one decimal


def finding(result: Gaps) -> str:
    """The newest gap: '29% of children looked after and 60% of all pupils, 30.8 points apart in the school year 2024/25.'"""
    title, name = lower(result.indicator.title), result.area.short_name
    newest = result.newest
    if newest is None or newest.gap is None:
        return f"The gap for {name} cannot be told on {title}: one of the two figures is missing in every year."
    own, other = (with_unit(value, result.indicator) for value in (newest.gap.own, newest.gap.everyone))
    return (
        f"{name}, {title}: {own} for children looked after and {other} for {result.to}, {_apart(newest.gap)} {when(newest.own)}."
    )


def sentence(result: Gaps, *, dated: bool = False) -> str:
    """How the gap moved, and which side moved it; or that it cannot be told. `dated` names the period: beside gaps of a newer one
    the year before would be taken for another."""
    if result.moved is None:
        return "How the gap moved cannot be told: two years in a row with both figures are needed."
    moved = result.moved
    sides = f"Children looked after {_went(moved.own)}. {result.to.capitalize()} {_went(moved.everyone)}."
    lead, was = (f"{starts_sentence(when(result.newest.own))} the gap", "was") if dated and result.newest else ("The gap", "is")
    if abs(moved.widened) < SMALL:
        return f"{lead} stayed as wide as the year before. {sides}"
    wider = "wider" if moved.widened > 0 else "narrower"
    return f"{lead} {was} {_points(moved.widened)} {wider} than the year before. {sides}{_caution(moved)}"


def _caution(moved: Moved) -> str:
    """A gap that closed because the others fell is no gain."""
    fell = moved.widened < 0 and abs(moved.everyone) > abs(moved.own)
    return " It closed more because the others moved than because these children did." if fell else ""


def _apart(gap: GapToAll) -> str:
    return f"{_points(gap.gap)} apart"


def _went(change: float) -> str:
    if abs(change) < SMALL:
        return "stayed about the same"
    return f"went {'up' if change > 0 else 'down'} by {_points(change)}"


def _points(change: float) -> str:
    said = number(abs(change), 1)
    return f"{said} point{'' if said == '1.0' else 's'}"
