"""Read an extract of the Local Authority Interactive Tool as a table like the others.

It has a shape of its own, for three reasons: areas come under the tool's own numbers and without the code of the statistics;
one column of years holds calendar, school and financial years, written in several ways ('2025', '2015/16', '2016-17 (OT)');
and one sign, '-', stands for every missing value, so that all one can say of it is that it is not available.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data.area_names import key
from data.area_record import AUTHORITY, NATIONAL, Area
from data.areas import Areas
from data.binding import STANDARD
from data.described import Source
from data.errors import BadInput, UserError, brief
from data.reading import FIRST_ROW, RawTable, read_table

MISSING, NOT_AVAILABLE = "-", "x"
NO_REGION = "NA"  # what stands in the rows of England and of the regions themselves
COLUMNS = ("year", "la_number", "area", "region")
_YEAR = re.compile(r"(\d{4})(?:[/-](\d{2}))?(?: \((OT|Rev|Final|prov)\))?\Z", re.ASCII)
_IDENTIFIERS = {"academic year": "Academic year", "financial year": "Financial year"}


@dataclass(frozen=True)
class _Place:
    """One spelling of an area in the file: its number, its name and its region."""

    number: str
    name: str
    region: str


def read_lait(path: Path, source: Source, name: str, areas: Areas) -> RawTable:
    """The extract with the ten standard columns in place of year, number, name and region; rows stay where they are.

    A missing value becomes the symbol x. Raises BadInput naming row and column.
    """
    raw = read_table(path, name)
    at = dict(zip(raw.header, raw.columns, strict=True))
    series, (value,) = source.dimensions[0], {m.columns[0] for m in source.measures}
    for column in (*COLUMNS, *series.columns, value):
        if column not in at:
            raise BadInput(f'there is no column "{column}". Check that this is an extract of the tool.', f"{name}, row 1")
    labels = at[series.columns[0]]
    kinds = {label: source.period_kind({series.name: word}) for label, word in series.words.items()}
    periods = _periods(at["year"], [kinds.get(label, "") for label in labels], name)
    places = [_Place(*cells) for cells in zip(at["la_number"], at["area"], at["region"], strict=True)]
    found = {place: _standard(place, source, areas, f"{name}, row {places.index(place) + FIRST_ROW}") for place in set(places)}
    rest = {column: cells for column, cells in at.items() if column not in COLUMNS}
    rest[value] = tuple(_plain(text) for text in at[value])
    rows = (period + found[place] for period, place in zip(periods, places, strict=True))
    return RawTable(name, (*STANDARD, *rest), (*zip(*rows, strict=True), *rest.values()))


def _periods(years: tuple[str, ...], kinds: list[str], name: str) -> Iterator[tuple[str, str]]:
    """Period and identifier of each row. A year that stands alone is the one in which a school or financial year ends."""
    for index, (text, kind) in enumerate(zip(years, kinds, strict=True)):
        found = _YEAR.match(text)
        if not found:
            raise BadInput(
                f'"{brief(text, 20)}" is no year. Expected for example 2025, 2015/16 or 2016-17 (OT).',
                f"{name}, row {index + FIRST_ROW}, column year",
            )
        first, second, _ = found.groups()
        if second or kind not in _IDENTIFIERS:
            yield f"{first}{second or ''}", _IDENTIFIERS.get(kind, "Reporting year")
        else:
            yield f"{int(first) - 1}{first[2:]}", _IDENTIFIERS[kind]


def _standard(place: _Place, source: Source, areas: Areas, where: str) -> tuple[str, ...]:
    """The cells of an area's standard columns after the period. Number, name and region must mean the same area."""
    code = source.numbers.get(place.number)
    area = areas[code] if code else areas.by_number(place.number)
    if area is None:
        raise BadInput(f'authority number "{brief(place.number)}" is not known. Check it against areas.csv.', where)
    same_name = key(place.name) in (key(area.name), key(area.short_name))
    if not same_name and _named(place, source, areas, where).code != area.code:
        raise BadInput(
            f'number {place.number} is {area.name}; the row says "{brief(place.name)}". The columns may be shifted.', where
        )
    region = areas[area.region_code] if area.level == AUTHORITY else None
    if key(place.region) != key(region.name if region else NO_REGION):
        expected = region.name if region else NO_REGION
        raise BadInput(f'the region of {area.name} is "{brief(place.region)}"; expected "{expected}".', where)
    upper = region or (area if area.level != NATIONAL else None)
    country = next(a for a in areas if a.level == NATIONAL)
    authority = (area.la_number, area.name, area.code) if region else ("", "", "")
    return (area.level, country.code, country.name, *((upper.code, upper.name) if upper else ("", "")), *authority)


def _named(place: _Place, source: Source, areas: Areas, where: str) -> Area:
    try:
        return areas[source.names[place.name]] if place.name in source.names else areas.find(place.name)
    except UserError as error:
        raise BadInput(f"{error} Add it to {source.id}.toml under names if the tool calls it so.", where) from error


def _plain(text: str) -> str:
    """A missing value as x; 9.3699999999999992, which a program made of 9.37, as 9.37."""
    if text == MISSING:
        return NOT_AVAILABLE
    return repr(float(text)) if re.fullmatch(r"-?\d{1,12}\.\d{13,17}", text, re.ASCII) else text
