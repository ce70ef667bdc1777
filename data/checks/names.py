"""Names stand beside their own codes, England on every row, and a row names only the areas of its level.

Required by the Explore Education Statistics standard (level-specific codes and names). LAIT joins by name alone, so a name
beside another area's code would move figures to the wrong place there; here it stops."""

from collections.abc import Iterator

from data.area_names import key, plain_key
from data.areas import Areas
from data.binding import Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.joint import split

STAGE = 3
_COLUMNS = ("geographic_level", "country_code", "country_name", "region_code", "region_name", "new_la_code", "la_name")
_HELP = "Two columns may be shifted or swapped: download the file again. Another spelling goes into data/reference/areas.csv."
_ENGLAND = ("E92000001", "England")


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each distinct place that does not hold together, at its first row."""
    seen: dict[tuple[str, ...], int] = {}
    for index, place in enumerate(zip(*(bound.standard[name] for name in _COLUMNS), strict=True)):
        seen.setdefault(place, index)
    for (level, country, country_name, region, region_name, code, name), index in seen.items():
        if (country, country_name) != _ENGLAND:
            message = f'the country is "{brief(country, 20)}" "{brief(country_name, 40)}"; expected E92000001 England.'
            yield Finding("names", Outcome.FAIL, message, bound.where(index, "country_code"), _HELP)
        named = [("region_name", region, region_name)] if level != "National" else []
        named += [("la_name", code, name)] if level == "Local authority" else []
        for column, its_code, its_name in named:
            if not _fits(areas, its_code, its_name):
                message = f'"{brief(its_name)}" is not the name of {brief(its_code, 40) or "a row without a code"}.'
                yield Finding("names", Outcome.FAIL, message, bound.where(index, column), _HELP)
        stray = [n for n, cell, at in (("region_code", region, ("National",)), ("new_la_code", code, ("National", "Regional")))
                 if cell and level in at]  # fmt: skip
        for column in stray:
            message = f"a row of the level {level} names {'a region' if column == 'region_code' else 'an authority'} as well."
            yield Finding("names", Outcome.FAIL, message, bound.where(index, column), _HELP)


def _fits(areas: Areas, codes: str, names: str) -> bool:
    found = [areas.identity(part) for part in split(codes)]
    wanted = [areas[code].name for code in found if code]
    written = [names] if len(wanted) == 1 else [part.strip() for part in names.split("/")]
    if len(wanted) != len(found) or len(wanted) != len(written) or not wanted:
        return not codes and not names
    return all(key(a) == key(b) or plain_key(a) == plain_key(b) for a, b in zip(wanted, written, strict=True))
