"""Say what a funnel can honestly tell: who lies outside which limits, how they are worked out, and why there may be none."""

from metrics.everywhere import Everywhere
from metrics.figures import number
from metrics.judge import PROPORTION, RATE
from metrics.wording import people
from metrics.wording.naming import comparable

NO_SPREAD = "No funnel is drawn: how far chance could move these figures is not published."
TOO_FEW = "No funnel is drawn: too few councils have counts that are published to tell how much councils usually differ."
NEED = "How many children need care, what early help there is and who leaves care differ from place to place."
CHANCE = (
    "The limits show how far from England's figure a council could lie. By chance alone, 95 of 100 councils would lie between "
    "the thick lines and nearly all between the thin ones. The fewer the people, the wider the limits."
)
USUAL = (
    "The dotted lines allow for chance alone. Councils differ by more than that, so the solid lines add how much councils "
    "usually differ: a standard deviation of {} points. It is worked out from all councils with a figure (Spiegelhalter 2005). "
    "The tenth at either end are pulled in first: a few unusual councils do not widen the limits."
)


def finding(result: Everywhere) -> str:
    """The heading of the funnel; '' without one."""
    found = result.funnel
    if found is None:
        return ""
    if not found.beyond:
        return f"None of {found.checked} councils lies further from England than councils usually do."
    verb = "lies" if found.beyond == 1 else "lie"
    return f"{found.beyond} of {found.checked} councils {verb} further from England than councils usually do."


def sentence(result: Everywhere) -> str:
    """How many lie outside the limits of chance and outside those that allow for the usual differences; '' without a funnel."""
    found = result.funnel
    if found is None:
        return ""
    by_chance = "fewer than 1" if found.by_chance < 0.5 else f"about {number(found.by_chance)}"
    said = [f"By chance alone, {by_chance} of {found.checked} would lie outside the 95% limits."]
    if found.between:
        do = "do" if len(found.chance) != 1 else "does"
        said.append(f"{len(found.chance)} {do} (dotted lines), because councils differ by more than chance.")
        said.append(f"The solid lines allow for how much councils usually differ: {_outside(result)}.")
    else:
        said.append(
            f"Councils differ here by no more than chance would make them, so both pairs of lines are one: {_outside(result)}."
        )
    said += [_own(result), "To lie outside is a reason to ask, not a verdict."]
    return " ".join(part for part in said if part)


def method(result: Everywhere) -> tuple[str, ...]:
    """How the limits are worked out, a paragraph each; () without a funnel."""
    found = result.funnel
    if found is None:
        return ()
    if not found.between:
        return (CHANCE,)
    return (CHANCE, USUAL.format(number(found.between, 1)))


def none(result: Everywhere) -> str:
    """Why no funnel is drawn; '' where one is, and for plain counts, which are not compared at all."""
    if result.funnel or not comparable(result.indicator):
        return ""
    if result.crowd:
        outside, n = number(result.crowd.outside * result.crowd.n), result.crowd.n
        limits = f"limits of chance would leave out {outside} of {n} councils, and so say nothing about any one of them"
        return f"No funnel is drawn for a rate of the population: {limits}. {NEED}"
    return TOO_FEW if result.indicator.interval in (PROPORTION, RATE) else NO_SPREAD


def across(result: Everywhere) -> str:
    """What the funnel's horizontal axis counts: 'children', 'young people', 'posts'."""
    return people.many(result.indicator)


def _outside(result: Everywhere) -> str:
    found = result.funnel
    assert found
    if not found.beyond:
        return "none lies outside"
    lie = "lies" if found.beyond == 1 else "lie"
    if found.low and found.high:
        return f"{found.beyond} {lie} outside, {len(found.low)} below and {len(found.high)} above"
    return f"{found.beyond} {lie} outside, {'below' if found.low else 'above'}"


def _own(result: Everywhere) -> str:
    found, own = result.funnel, result.own
    if found is None or own is None or result.place is None:
        return ""
    code, name = own.area.code, result.area.short_name
    if code in found.low or code in found.high:
        return f"{name} lies {'below' if code in found.low else 'above'} them."
    if code in found.chance:
        return f"{name} lies outside the limits of chance, but within these."
    return f"{name} lies within both." if found.between else f"{name} lies within them."
