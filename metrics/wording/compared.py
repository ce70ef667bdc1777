"""Say where an authority stands among its neighbours, and the gap in children. Never a league table, never 'should'."""

from metrics.comparison import Comparison, Place
from metrics.figures import half_up, number
from metrics.judge import enough_children
from metrics.methods.benchmarks import enough
from metrics.phrases import starts_sentence
from metrics.results import Kind
from metrics.wording import people


def place(result: Comparison) -> str:
    """'5th highest of these 11 councils. By chance it could be anywhere from 3rd to 8th.', with ties named; '' without a place
    and where it would rest on too few children."""
    found, asked = result.place, result.neighbours
    return "" if found is None or not enough_children(asked.indicator, asked.own) else place_words(found)


def place_words(found: Place) -> str:
    """A place in words that pretend no precision, counted from the nearer end: '23rd highest of these 151 councils. By chance it
    could be anywhere ...'."""
    if found.tied == found.of - 1:
        return f"{'Both' if found.of == 2 else f'All {found.of}'} councils have the same figure."
    tied = f", the same as {found.tied} other{'s' if found.tied > 1 else ''}" if found.tied else ""
    lowest = found.of + 1 - found.place - found.tied
    near, end = (lowest, "lowest") if lowest < found.place else (found.place, "highest")
    said = f"{starts_sentence(_from(near, end))} of these {found.of} councils{tied}"
    if found.low is None or found.high is None or found.low == found.high:
        return f"{said}."
    first, last = (found.low, found.high) if end == "highest" else (found.of + 1 - found.high, found.of + 1 - found.low)
    counted = " lowest" if end == "lowest" else ""
    return f"{said}. By chance it could be anywhere from {ordinal(first)} to {ordinal(last)}{counted}."


def ordinal(n: int) -> str:
    """'1st', '2nd', '11th'."""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _from(place_: int, end: str) -> str:
    return f"the {end}" if place_ == 1 else f"{ordinal(place_)} {end}"


def gap(result: Comparison) -> str:
    """'If our rate equalled that of the neighbours, about 128 fewer children would be counted.', with the range over the other
    benchmarks; '' where there is none, and where it would rest on too few children or neighbours."""
    entry, found = result.neighbours.indicator, result.gap
    if found is None or entry.interval == "none" or people.posts(entry) or _a_handful(result):
        return ""
    noun = "rate" if entry.interval == "rate" else "share"
    whose = {Kind.NEIGHBOURS: "that of the neighbours", Kind.REGION: "that of the region", Kind.ENGLAND: "England's"}
    change = _whole(found.gap)
    counted = f"about {people.differ(-change, entry)}" if change else f"the same number of {people.many(entry)}"
    lead = f"If our {noun} equalled {whose[result.neighbours.benchmark.kind]}, {counted} would be counted"
    if result.gaps is None:
        return f"{lead}."
    low, high = sorted((-_whole(one.gap) for one in result.gaps), key=lambda n: (abs(n), n))
    return f"{lead}." if low == high else f"{lead}. By other benchmarks it is from {_other(low, high)}."


def _a_handful(result: Comparison) -> bool:
    """Whether a gap would rest on too few children or neighbours, whatever else keeps the figure from a verdict."""
    benchmark = result.neighbours.benchmark
    few = benchmark.kind is Kind.NEIGHBOURS and not enough(benchmark.n, benchmark.of)
    return few or not enough_children(result.neighbours.indicator, result.neighbours.own)


def _other(low: int, high: int) -> str:
    """Two differences, the smaller one first: '14 to 33 fewer', 'none to 3 fewer', '2 more to 5 fewer'."""
    if low and (low > 0) != (high > 0):
        return f"{_more(low)} to {_more(high)}"
    return f"{number(abs(low)) if low else 'none'} to {_more(high)}"


def _more(n: int) -> str:
    return f"{number(abs(n))} {'more' if n > 0 else 'fewer'}"


def _whole(gap_: float) -> int:
    return int(half_up(gap_, 0))
