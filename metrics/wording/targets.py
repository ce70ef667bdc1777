"""Say whether a figure meets its target, how many people it is short of it, and what one person is worth."""

from metrics.figures import number, with_unit
from metrics.judged import Meets
from metrics.methods.small_numbers import needs_caution, points_per_child
from metrics.methods.targets import children_over, children_short
from metrics.results import ScoreRow
from metrics.wording import people

MANY = 100  # people; in a smaller group one person is worth more than a point


def target(row: ScoreRow) -> str:
    """Whether the figure reaches its target, and how many people it is short of it; '' where there is none."""
    met, goal, fact = row.verdict.target, row.indicator.target, row.latest
    if goal is None or met is Meets.NO_TARGET:
        return ""
    named = f"the target of {with_unit(goal.value, row.indicator)}"
    if met is Meets.CANNOT_TELL or fact is None:
        return f"Cannot tell whether it meets {named}."
    return f"It meets {named}." if met is Meets.MEETS else f"It does not meet {named}{_short(row, goal.value)}."


def one_child(row: ScoreRow) -> str:
    """What one person is worth in a small group: 'One child is worth 2.4 points here.'; '' in a large one and for rates."""
    fact, entry = row.latest, row.indicator
    if entry.interval != "proportion" or fact is None or not fact.denominator or fact.denominator >= MANY or people.posts(entry):
        return ""
    worth = number(points_per_child(fact.denominator), 1)
    care = " So few call for care." if needs_caution(fact.denominator) else ""
    return f"One {people.one(entry)} is worth {worth} points here.{care}"


def _short(row: ScoreRow, goal: float) -> str:
    fact = row.latest
    counted = fact and fact.numerator is not None and fact.denominator and row.indicator.interval == "proportion"
    whole = counted and float(fact.numerator).is_integer() and float(fact.denominator).is_integer()
    if not whole or not fact:
        return ""
    share = str(goal / row.indicator.per)
    if row.indicator.better == "lower":
        over = children_over(int(fact.numerator), int(fact.denominator), share)
        return f": {people.counted(over, row.indicator)} above it"
    short = children_short(int(fact.numerator), int(fact.denominator), share)
    return f": {people.counted(short, row.indicator)} short of it"
