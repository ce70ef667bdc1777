"""Where a choice cannot be met, or not as the reader would expect: why, and the nearest one that can. No Streamlit here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from metrics import notes
from metrics.catalogue import Indicator
from metrics.results import Choice, Kind
from metrics.wording.naming import day_of
from pages.parts.address import TREND_PAGE
from pages.parts.visit import Visit

ALL_YEARS = ("Show all years everywhere", {"years": ""})


@dataclass(frozen=True)
class Offer:
    """A sentence on what cannot be, and links to what can: what each is called, and the words of the link that it changes
    ('' takes a word out). `page` is the name in the address of the page that they lead to, '' for the one that is open."""

    why: str
    instead: tuple[tuple[str, Mapping[str, str]], ...]
    page: str = ""


def of_visit(visit: Visit) -> list[Offer]:
    """What stands in the way of the authority and the edition that were chosen."""
    return [offer for offer in (_dissolved(visit), _too_new(visit), _no_list(visit)) if offer]


def of_indicator(visit: Visit, indicator: Indicator) -> list[Offer]:
    """What stands in the way of the years and the day that were chosen, for one indicator."""
    offers = (_not_held(visit, indicator), _no_years(visit, indicator), _too_early(visit, indicator))
    return [offer for offer in offers if offer]


def of_measures(visit: Visit, indicators: Sequence[Indicator]) -> list[Offer]:
    """What stands in the way of the group, the years and the day that were chosen, for a page of many measures."""
    return [*of_breakdown(visit), *of_years(visit, indicators), *_of_day(visit, indicators)]


def of_breakdown(visit: Visit) -> list[Offer]:
    """For a page that has no choice of a group: that the one chosen does not change it, and the page that it does change."""
    entry = visit.indicator
    if visit.breakdown == entry.breakdowns[0]:
        return []
    why = f"You chose “{visit.breakdown}” of “{entry.title}”. This page has no choice of groups and is the same without it."
    return [Offer(why, ((f"Show “{visit.breakdown}” on Trends", {}),), TREND_PAGE)]


def of_years(visit: Visit, indicators: Sequence[Indicator]) -> list[Offer]:
    """For a page of many measures: that none of them has a figure in the years chosen, so that all years are shown."""
    choice, measured = visit.choice, [one for one in indicators if one.measured]
    if not measured or visit.choice_for(*measured) == choice:
        return []
    first, last = visit.ask.years([one.id for one in measured])
    held = f"these measures have figures for {first} to {last}, so all of them are shown" if first else "these measures have none"
    return [Offer(f"You chose {_asked(choice)}; {held}.", (ALL_YEARS,))]


def _of_day(visit: Visit, indicators: Sequence[Indicator]) -> list[Offer]:
    """For a page of many measures: that the day chosen lies before the first release of any of them."""
    known_on, out = visit.choice.known_on, [day for one in indicators if (day := _first_out(visit, one))]
    if known_on.first or known_on.is_now or not out or min(out) <= known_on.day:
        return []
    day = min(out)
    why = f"The first release held of any of these measures came out on {day_of(day)}, after {day_of(known_on.day)}."
    return [Offer(why, _on_other_days(day, "them"))]


def _dissolved(visit: Visit) -> Offer | None:
    area = visit.area
    if area.valid_to is None or not area.successors:
        return None
    places = [visit.ask.areas[code] for code in area.successors if code in visit.ask.areas]
    today = tuple((f"Show {place.short_name}", {"authority": place.code}) for place in places)
    return Offer(notes.dissolved(area, visit.ask.areas), today)


def _too_new(visit: Visit) -> Offer | None:
    """An edition that nobody could have compared with on the day chosen."""
    choice, editions = visit.choice, visit.ask.editions
    if choice.kind is not Kind.NEIGHBOURS or not choice.edition or choice.known_on.first:
        return None
    out, day = editions[choice.edition], choice.known_on.day
    if out <= day:
        return None
    then = visit.ask.edition(replace(choice, edition=""))
    why = f"The {choice.edition} edition of the neighbours came out in {out:%B %Y}, after {day_of(day)}."
    return Offer(why, ((f"Compare with the {then} edition, as on that day", {"edition": ""}),)) if then else Offer(why, ())


def _no_list(visit: Visit) -> Offer | None:
    """An edition without neighbours for this authority, or no edition at all."""
    if visit.choice.kind is not Kind.NEIGHBOURS:
        return None
    edition = visit.ask.edition(visit.choice)
    if visit.ask.closeness(visit.area, edition):
        return None
    why = notes.no_list(visit.area, edition) if edition else notes.no_edition(visit.choice)
    out = visit.ask.editions if edition else ()  # without any on that day, another one would be of a later day
    others = [e for e in sorted(out, reverse=True) if e != edition and visit.ask.closeness(visit.area, e)]
    instead: list[tuple[str, Mapping[str, str]]] = [(f"Compare with the {e} edition", {"edition": e}) for e in others]
    if visit.area.region_code:
        region = visit.ask.areas[visit.area.region_code].short_name
        instead.append((f"Compare with its region, {region}", {"compare": Kind.REGION.value}))
    return Offer(why, tuple(instead) or (("Compare with England", {"compare": Kind.ENGLAND.value}),))


def _not_held(visit: Visit, indicator: Indicator) -> Offer | None:
    """A measure that the snapshot has no figure of, for any council: another one of the same principle, else of any."""
    if visit.ask.years([indicator.id])[0]:
        return None
    near = sorted(visit.ask.catalogue.measured, key=lambda one: one.principle != indicator.principle)
    held = next((one for one in near if not one.reference and visit.ask.years([one.id])[0]), None)
    why = f"This snapshot holds no figure of “{indicator.title}” for any council."
    return Offer(why, ((f"Show “{held.title}”", {"indicator": held.id, "breakdown": "", "period": ""}),) if held else ())


def _no_years(visit: Visit, indicator: Indicator) -> Offer | None:
    """Years of which the indicator has none: all of its years are shown instead."""
    choice = visit.choice
    if choice.first_year is None or choice.last_year is None or visit.choice_for(indicator) == choice:
        return None
    first, last = visit.ask.years([indicator.id])
    if not first:  # which `_not_held` says
        return None
    held = f"figures are held for {first} to {last}, so these are shown"
    return Offer(f"You chose {_asked(choice)}; of this indicator, {held}.", (ALL_YEARS,))


def _asked(choice: Choice) -> str:
    """The years of a choice: '2021', '2019 to 2023'."""
    return str(choice.first_year) if choice.first_year == choice.last_year else f"{choice.first_year} to {choice.last_year}"


def _too_early(visit: Visit, indicator: Indicator) -> Offer | None:
    """A day before the first release that has the indicator."""
    known_on = visit.choice.known_on
    if known_on.first or known_on.is_now:
        return None
    day = _first_out(visit, indicator)
    if not day or day <= known_on.day:
        return None
    why = f"The first release held of this indicator came out on {day_of(day)}, after {day_of(known_on.day)}."
    return Offer(why, _on_other_days(day, "it"))


def _first_out(visit: Visit, indicator: Indicator) -> date | None:
    """The day on which the first release of all that an indicator needs was out; None where no release of it is held."""
    tables = {p.source for one in indicator.slices for p in (one.numerator, one.denominator, one.value) if p}
    first = [min((f.published_on for f in visit.ask.manifest.source_files if f.source == t), default=None) for t in tables]
    return max((day for day in first if day), default=None)


def _on_other_days(day: date, them: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    then = (f"Show {them} as known on {day_of(day)}", {"known_on": day.isoformat()})
    return then, (f"Show {them} as known now", {"known_on": "now"})
