"""Say where an authority stands among its neighbours, and the gap in children. Never a league table, never 'should'."""

from metrics.comparison import Comparison
from metrics.figures import half_up, number
from metrics.phrases import starts_sentence
from metrics.results import Kind


def place(result: Comparison) -> str:
    """'5th highest of 11; by chance it could be anywhere from 3rd to 8th.', with ties named; '' without a place."""
    found = result.place
    if found is None:
        return ""
    tied = f", the same as {found.tied} other{'s' if found.tied > 1 else ''}" if found.tied else ""
    said = f"{starts_sentence(_highest(found.place, found.of))} of {found.of} councils{tied}"
    if found.low is None or found.high is None or found.low == found.high:
        return f"{said}."
    return f"{said}. By chance it could be anywhere from {ordinal(found.low)} to {ordinal(found.high)}."


def ordinal(n: int) -> str:
    """'1st', '2nd', '11th'."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _highest(place_: int, of: int) -> str:
    if place_ == 1:
        return "the highest"
    return "the lowest" if place_ == of else f"{ordinal(place_)} highest"


def gap(result: Comparison) -> str:
    """'If our rate equalled that of the neighbours, about 128 fewer children would be counted.'; '' where there is none."""
    entry, one = result.neighbours.indicator, result.gap
    if one is None or entry.interval == "none" or entry.who.startswith("of "):
        return ""
    noun = "rate" if entry.interval == "rate" else "share"
    whose = {Kind.NEIGHBOURS: "that of the neighbours", Kind.REGION: "that of the region", Kind.ENGLAND: "England's"}
    people = "children" if entry.interval == "rate" else "people"
    lead = f"If our {noun} equalled {whose[result.neighbours.benchmark.kind]}, {_people(one.gap)} {people} would be counted"
    if result.gaps is None or _whole(result.gaps[0].gap) == _whole(result.gaps[1].gap):
        return f"{lead}."
    low, high = result.gaps
    return f"{lead}. With other benchmarks it is between {_people(low.gap)} and {_people(high.gap)}."


def _people(gap_: float) -> str:
    count = _whole(gap_)
    if count == 0:
        return "no more and no fewer"
    return f"about {number(abs(count))} {'fewer' if count > 0 else 'more'}"


def _whole(gap_: float) -> int:
    return int(half_up(gap_, 0))
