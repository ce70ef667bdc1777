"""Say one indicator over all authorities: how they are spread, and where one of them stands."""

from collections.abc import Sequence

from data.status import Status
from metrics.asking import ENGLAND
from metrics.everywhere import Authority, Everywhere
from metrics.figures import reason, with_unit
from metrics.judged import Level, Why
from metrics.phrases import fact_phrase, starts_sentence, when
from metrics.results import Fact
from metrics.wording import people
from metrics.wording.compared import place_words
from metrics.wording.naming import and_, comparable, lower

FEW = 8  # figures: fewer are too few to speak of quarters
SIZE = "Councils differ in size, so counts are not compared."


def finding(result: Everywhere) -> str:
    """The heading: the authority's figure and in which quarter of the councils it lies, else where half of them lie."""
    entry, own = result.indicator, result.own.fact if result.own else None
    if own is None:
        return starts_sentence(f"{_middle_half(result)}.")
    if own.status is not Status.PUBLISHED:
        missing = f"{result.area.short_name}: no figure for {lower(entry.title_of(result.breakdown))}, {when(own)}"
        return f"{missing}: {reason(own.status)}."
    phrase = starts_sentence(fact_phrase(entry, result.breakdown, own))
    if not comparable(entry):
        return f"{phrase}. {SIZE}"
    quarter = _quarter(result, own)
    return f"{phrase}: {quarter} of {_councils(result)}." if quarter else f"{phrase}."


def sentence(result: Everywhere) -> str:
    """What the dots show: n of N, the range with its ends named, the middle half, England, and the place of the authority."""
    entry = result.indicator
    held = sorted((one for one in result.authorities if one.fact.value is not None), key=lambda one: one.fact.value or 0)
    said = [f"{result.n} of {result.of} councils{_where(result)} {'has' if result.n == 1 else 'have'} a figure."]
    if not comparable(entry):
        return said[0]
    if held:
        ends = [f"{with_unit(one.fact.value, entry)} ({_at_one_figure(held, one)})" for one in (held[0], held[-1])]
        said.append(f"They lie between {and_(ends)}{_middle(result)}.")
    if held and not result.enough:
        said.append(_too_few(result))
    if result.england and result.england.value is not None:
        said.append(f"England: {with_unit(result.england.value, entry)}.")
    if result.place and result.own and result.enough and not _few_children(result):
        said.append(f"{result.area.short_name}: {lower(place_words(result.place))}")
    return " ".join(said)


def neighbours(result: Everywhere) -> str:
    """The filled dots by name, as they lie from left to right; '' where none is shown and for plain counts."""
    near = [one for one in result.authorities if one.position and one.fact.value is not None]
    if not near or not comparable(result.indicator):
        return ""
    near.sort(key=lambda one: one.fact.value or 0)
    named = [f"{one.area.short_name} {with_unit(one.fact.value, result.indicator)}" for one in near]
    return f"Its neighbours, from left to right: {and_(named)}."


def called(result: Everywhere) -> str:
    """What the view is cited as: whose figures they are, not the one council that asks."""
    title = f"{result.indicator.title_of(result.breakdown)}, {when(result.like)}"
    return f"{title}: every council{_where(result) or ' in England'}"


def every(result: Everywhere) -> str:
    """The heading of the list: what the verdicts come to, else how many councils have a figure."""
    told = _levels(result)
    if told:
        return f"Every council{_where(result)} beside England: {told}."
    return f"Every council{_where(result)}: {result.n} of {result.of} {'has' if result.n == 1 else 'have'} a figure."


def _levels(result: Everywhere) -> str:
    """How many councils are better, similar and worse than England by the full rule; '' where none can be judged."""
    neither = result.indicator.better == "neither"
    order = (Level.HIGHER, Level.SIMILAR, Level.LOWER) if neither else (Level.BETTER, Level.SIMILAR, Level.WORSE)
    told = [f"{result.levels[level]} {level.value}" for level in order if result.levels.get(level)]
    if not told:
        return ""
    unknown = result.levels.get(Level.CANNOT_TELL, 0)
    rest = f"; for {unknown} it cannot be told" if unknown else ""
    return f"{and_(told)}{rest}"


def _at_one_figure(held: Sequence[Authority], like: Authority) -> str:
    """Who has the figure of one of them: its name, or how many they are."""
    same = sum(one.fact.value == like.fact.value for one in held)
    return like.area.short_name if same == 1 else f"{same} councils"


def _middle(result: Everywhere) -> str:
    """'; half of them lie between 8% and 12%, and the median is 10%'; '' where those that are hidden could change it."""
    edges, entry = result.quartiles, result.indicator
    if edges is None or result.median is None or not result.enough:
        return ""
    low, high = (with_unit(edge, entry) for edge in (edges.q1, edges.q3))
    half = f"; half of them lie between {low} and {high}" if low != high else f"; at least half of them have {low}"
    return f"{half if result.n >= FEW else ''}, and the median is {with_unit(result.median, entry)}"


def _too_few(result: Everywhere) -> str:
    hidden = sum(one.fact.status is Status.SUPPRESSED for one in result.authorities)
    said = "That is fewer than 7 in 10, so no median and no place is given."
    many, noun = people.many(result.indicator), "council" if hidden == 1 else "councils"
    return f"{said} In {hidden} {noun} too few {many} are counted to show." if hidden else said


def _quarter(result: Everywhere, own: Fact) -> str:
    edges = result.quartiles
    if result.place is None or edges is None or own.value is None or result.n < FEW or _few_children(result):
        return ""
    if not result.enough or edges.q1 == edges.q3:
        return ""
    if own.value > edges.q3:
        return "in the highest quarter"
    return "in the lowest quarter" if own.value < edges.q1 else "in the middle half"


def _few_children(result: Everywhere) -> bool:
    return result.own is not None and result.own.row.verdict.level_why is Why.FEW_CHILDREN


def _middle_half(result: Everywhere) -> str:
    title, entry, at = lower(result.indicator.title_of(result.breakdown)), result.indicator, when(result.like)
    if result.quartiles is None or not comparable(entry) or not result.enough:
        return f"{title}, {at}: {result.n} of {result.of} councils{_where(result)} have a figure"
    ends = and_([str(with_unit(edge, entry)) for edge in (result.quartiles.q1, result.quartiles.q3)])
    return f"{title}, {at}: half of {_councils(result)} lie between {ends}"


def _councils(result: Everywhere) -> str:
    return f"{result.n} councils{_where(result)}"


def _where(result: Everywhere) -> str:
    return "" if result.within.code == ENGLAND else f" in {_the(result.within.short_name)}"


def _the(region: str) -> str:
    """Points of the compass take an article: 'the North West', 'London'."""
    return f"the {region}" if region.startswith(("North ", "South ", "East ", "West ")) else region
