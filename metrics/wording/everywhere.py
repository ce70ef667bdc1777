"""Say one indicator over all authorities: how they are spread, where one of them stands, and what a funnel can honestly tell."""

from data.status import Status
from metrics.asking import ENGLAND
from metrics.everywhere import Everywhere
from metrics.figures import number, reason, with_unit
from metrics.judge import PROPORTION, RATE
from metrics.judged import Level, Why
from metrics.phrases import fact_phrase, starts_sentence, when
from metrics.results import Fact
from metrics.wording import people
from metrics.wording.compared import place_words
from metrics.wording.naming import and_, comparable, lower

FEW = 8  # figures: fewer are too few to speak of quarters
SIZE = "Councils differ in size, so counts are not compared."
NO_SPREAD = "No funnel is drawn: how far chance could move these figures is not published."
TOO_FEW = "No funnel is drawn: too few councils have counts that are published to tell how much councils usually differ."
NEED = "How many children need care, what early help there is and who leaves care differ from place to place."


def finding(result: Everywhere) -> str:
    """The heading: the authority's figure and in which quarter of the councils it lies, else where half of them lie."""
    entry, own = result.indicator, result.own.fact if result.own else None
    if own is None:
        return starts_sentence(f"{_middle_half(result)}.")
    if own.status is not Status.PUBLISHED:
        missing = f"{result.area.short_name}: no figure for {lower(entry.title_of(result.breakdown))} {when(own)}"
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
        return " ".join([*said, SIZE])
    if held and result.quartiles and result.median is not None:
        ends = [f"{with_unit(one.fact.value, entry)} ({one.area.short_name})" for one in (held[0], held[-1])]
        edges = [with_unit(edge, entry) for edge in (result.quartiles.q1, result.quartiles.q3)]
        half = f"; half of them lie between {and_(edges)}" if result.n >= FEW else ""
        said.append(f"They lie between {and_(ends)}{half}, and the median is {with_unit(result.median, entry)}.")
    if result.england and result.england.value is not None:
        said.append(f"England: {with_unit(result.england.value, entry)}.")
    if result.place and result.own and not _few_children(result):
        said.append(f"{result.area.short_name}: {lower(place_words(result.place))}")
    return " ".join(said)


def levels(result: Everywhere) -> str:
    """How many councils are better, similar and worse than England by the full rule; '' where none can be judged."""
    neither = result.indicator.better == "neither"
    order = (Level.HIGHER, Level.SIMILAR, Level.LOWER) if neither else (Level.BETTER, Level.SIMILAR, Level.WORSE)
    told = [f"{result.levels[level]} {level.value}" for level in order if result.levels.get(level)]
    if not told:
        return ""
    unknown = result.levels.get(Level.CANNOT_TELL, 0)
    rest = f"; for {unknown} it cannot be told" if unknown else ""
    return f"Beside England, {and_(told)}{rest}."


def every(result: Everywhere) -> str:
    """The heading of the list."""
    return f"Every council{_where(result)}, by name."


def funnel_finding(result: Everywhere) -> str:
    """The heading of the funnel; '' without one."""
    found = result.funnel
    if found is None:
        return ""
    if not found.beyond:
        return f"None of {found.checked} councils lies further from England than councils usually do."
    verb = "lies" if found.beyond == 1 else "lie"
    return f"{found.beyond} of {found.checked} councils {verb} further from England than councils usually do."


def funnel_sentence(result: Everywhere) -> str:
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


def no_funnel(result: Everywhere) -> str:
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


def _quarter(result: Everywhere, own: Fact) -> str:
    edges = result.quartiles
    if result.place is None or edges is None or own.value is None or result.n < FEW or _few_children(result):
        return ""
    if own.value > edges.q3:
        return "in the highest quarter"
    return "in the lowest quarter" if own.value < edges.q1 else "in the middle half"


def _few_children(result: Everywhere) -> bool:
    return result.own is not None and result.own.row.verdict.level_why is Why.FEW_CHILDREN


def _middle_half(result: Everywhere) -> str:
    title, entry, at = lower(result.indicator.title_of(result.breakdown)), result.indicator, when(result.like)
    if result.quartiles is None or not comparable(entry):
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
