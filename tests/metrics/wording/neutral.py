"""The shipped catalogue with short neutral words for those of its entries, so that the templates alone are measured."""

import re
from dataclasses import replace
from functools import cache

from data.areas import load as load_areas
from metrics.catalogue import Break, Catalogue, Indicator, catalogue
from metrics.settings import label as without_number

PLACE = "Kent"


def neutral() -> Catalogue:
    """Every entry with the title 'Care seen', and a short subject and verb of the same kind as its own."""
    return Catalogue(_neutral(entry) for entry in catalogue().values())


def plain_places(text: str) -> str:
    """The text with every area's name as 'Kent' and every breakdown's name as 'kind'."""
    return _labels().sub("kind", _places().sub(PLACE, text))


def _neutral(entry: Indicator) -> Indicator:
    breaks = tuple(Break(b.year, "It was counted anew.", b.breakdowns) for b in entry.breaks)
    who, did = _said(entry)
    unit = "per 10,000 children" if "per" in entry.unit else entry.unit
    return replace(entry, title="Care seen", who=who, did=did, did_of={}, unit=unit, breaks=breaks, caution="", questions=())


def _said(entry: Indicator) -> tuple[str, str]:
    if entry.who.startswith("of "):
        return "of posts", "were seen"
    if entry.who.startswith(("The ", "the ")):
        return "The score", "was"
    return ("care leavers" if "care leaver" in entry.who else "children"), "were seen"


@cache
def _places() -> re.Pattern[str]:
    names = {name for area in load_areas() for name in (area.name, area.short_name)}
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)))


@cache
def _labels() -> re.Pattern[str]:
    every = {label for entry in catalogue().values() for label in entry.breakdowns}
    labels = {name for name in every | {without_number(label) for label in every} if name != "Total" and name[0].isalpha()}
    groups = {group.to for entry in catalogue().values() for group in entry.gaps}
    return re.compile("|".join(re.escape(one) for one in sorted(labels - groups, key=len, reverse=True)))
