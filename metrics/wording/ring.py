"""Say who to ring: neighbours that are clearly better and improving, what inspectors found there, and when."""

from datetime import date

from metrics.figures import number, with_unit
from metrics.judge import LEAST_CHILDREN
from metrics.ring import Candidate, Inspection, Ring
from metrics.wording import people
from metrics.wording.naming import and_, day_of, lower

QUESTION = "Who to ring?"
UNKNOWN = "Who to ring cannot be told: "


def heading(result: Ring) -> str:
    """The finding behind its question."""
    found = finding(result)
    return found if found.startswith(UNKNOWN) else f"{QUESTION} {found}"


def finding(result: Ring) -> str:
    """Who to ring, or that nobody stands out, or that none could be compared."""
    title = lower(result.indicator.title_of(result.breakdown))
    if result.own.value is None:
        return f"{UNKNOWN}{result.area.short_name} has no figure for {title}."
    if not result.candidates:
        return f"{UNKNOWN}{result.area.short_name} has no close neighbours in this list."
    if not _compared(result):
        return f"{UNKNOWN}no close neighbour could be compared on {title}."
    if result.to_ring:
        return f"Clearly better and improving on {title}: {and_([c.area.short_name for c in result.to_ring])}."
    nobody = f"No close neighbour is both clearly better and improving on {title}"
    if result.better:
        return f"{nobody}. Clearly better: {and_([c.area.short_name for c in result.better])}."
    return f"{nobody}."


def sentence(result: Ring) -> str:
    """On how many close neighbours this rests, and what it cannot tell."""
    if not result.candidates:
        return "Only close neighbours are looked at: what a very different council does may not work here."
    compared, of = _compared(result), len(result.candidates)
    if not compared:
        return f"It takes at least {LEAST_CHILDREN} {people.many(result.indicator)} and a figure, here and there."
    neighbours = "neighbour" if of == 1 else "neighbours"
    return (
        f"{compared} of {of} close {neighbours} could be compared. "
        "The figures cannot tell why a council does better: ask what they changed."
    )


def candidate(result: Ring, one: Candidate) -> str:
    """One neighbour in a few sentences: figure, distance with its interval, direction, inspection."""
    if one.difference is None:
        return f"{one.area.short_name}: cannot be compared."
    value = with_unit(one.fact.value, result.indicator)
    found = "clearly better" if one.better else "not clearly better"
    improving = " and improving" if one.improving else ""
    low, high = sorted((abs(one.difference.lower), abs(one.difference.upper)))
    sure = f" That could be {number(low, 1)} to {number(high, 1)} by chance." if one.better else ""
    apart = f"{number(abs(one.difference.value), 1)} points {'above' if one.difference.value > 0 else 'below'} ours"
    return f"{one.area.short_name}: {value}, {found}{improving}. It is {apart}.{sure} {inspection(one.inspection)}"


def inspection(found: Inspection | None) -> str:
    """What inspectors found, and when: 'Inspected on 7 October 2024: overall Good, children in care Good, care leavers Good.'"""
    if found is None or found.inspected_on is None:
        return "This snapshot holds no inspection of it."
    grades = (("overall", found.overall), ("children in care", found.children_in_care), ("care leavers", found.care_leavers))
    said = [f"{name} {grade}" for name, grade in grades if grade]
    return f"Inspected on {day_of(found.inspected_on)}{_reported(found.reported_on)}: {', '.join(said) or 'no grade'}."


def _compared(result: Ring) -> int:
    return sum(c.difference is not None for c in result.candidates)


def _reported(day: date | None) -> str:
    return f", report of {day_of(day)}" if day else ""
