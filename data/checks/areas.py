"""Every area code is one that we know, of the level that its row says, and beside its own authority number."""

from collections.abc import Iterator
from itertools import zip_longest

from data.areas import Areas
from data.binding import LEVELS, Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.joint import split

STAGE = 2
_HELP = "Two columns may be shifted: download the file again. A new authority goes into data/reference/areas.csv with its dates."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each distinct code, level and authority number that do not go together, at their first row."""
    levels, numbers = bound.standard["geographic_level"], bound.standard["old_la_code"]
    seen: dict[tuple[str, str, str], int] = {}
    for index, place in enumerate(zip(bound.area_codes, levels, numbers, strict=True)):
        seen.setdefault(place, index)
    for (code, level, number), index in seen.items():
        for part, la_number in zip_longest(split(code) or ("",), split(number), fillvalue=""):
            found = _fault(areas, part, level, la_number)
            if found:
                column = LEVELS[level] if "area code" in found else "old_la_code"
                yield Finding("areas", Outcome.FAIL, found, bound.where(index, column), _HELP)


def _fault(areas: Areas, code: str, level: str, la_number: str) -> str:
    """What is wrong with one area of a row, or ''."""
    identity = areas.identity(code)
    if identity is None:
        meant = areas.by_number(la_number)
        hint = f" The authority number beside it belongs to {meant.code}." if meant else ""
        return f'the area code "{brief(code)}" is not known.{hint}'
    area = areas[identity]
    if area.level != level:
        return f'the area code "{code}" is of the level {area.level}; the row says {level}.'
    if level == "Local authority" and area.la_number != la_number:
        return f'the authority number is "{brief(la_number)}"; the code in this row belongs to {area.la_number}.'
    return ""
