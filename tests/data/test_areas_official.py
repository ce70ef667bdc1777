"""The table of areas against the full published files: every area in them is known, and exists when it has figures."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from data.areas import TABLE, Areas, load
from tests.official import official

COLUMNS = ("geographic_level", "region_code", "region_name", "old_la_code", "la_name", "new_la_code")
COUNTS = ("children_count", "number")  # the column was renamed between releases


class Place(NamedTuple):
    """What a published row says of where it is, a joint return taken apart."""

    level: str
    region_code: str
    region_name: str
    la_number: str
    name: str
    code: str


@pytest.fixture(scope="module")
def areas() -> Areas:
    return load()


@pytest.fixture(scope="module")
def places() -> set[Place]:
    folder = official()
    return {place for path in sorted(folder.glob("*/*.csv")) for place in _places(path)}


def _places(path: Path) -> set[Place]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        if not set(COLUMNS) <= set(header):
            return set()
        at = [header.index(column) for column in COLUMNS]
        distinct = {tuple(row[i] for i in at) for row in rows if row}
    return {place for cells in distinct for place in _apart(*cells)}


def _apart(level: str, region: str, region_name: str, number: str, name: str, code: str) -> Iterator[Place]:
    for one in zip(number.split(" / "), name.split(" / "), code.split(" / "), strict=True):
        yield Place(level, region, region_name, *one)


def test_every_authority_in_the_published_files_is_known_by_code_number_and_name(areas: Areas, places: set[Place]) -> None:
    published = [p for p in places if p.level == "Local authority"]
    assert len({p.code for p in published}) == 163
    for place in published:
        area = areas[areas.identity(place.code) or place.code]
        assert (area.la_number, area.name, area.level) == (place.la_number, place.name, place.level)
        assert area.region_code == place.region_code or not place.region_code
        assert areas.by_number(place.la_number) == areas.find(place.la_number) == area
        assert areas.find(place.code) == area


def test_every_region_in_the_published_files_is_known(areas: Areas, places: set[Place]) -> None:
    published = {(p.region_code, p.region_name) for p in places if p.region_code}
    assert len({code for code, _ in published}) == 11
    for code, name in published:
        assert areas.find(name) == areas[code] and areas[code].level == "Regional"


def test_the_table_has_no_code_that_was_never_published(places: set[Place]) -> None:
    published = {p.code for p in places} | {p.region_code for p in places} | {"E92000001"}
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert {row["code"] for row in csv.DictReader(file)} == published - {""}


def test_an_authority_has_figures_in_the_years_in_which_it_exists_and_in_no_other(areas: Areas) -> None:
    checked = 0
    for release, code, year, count in _counts():
        area = areas[areas.identity(code) or code]
        if (release, area.name) == ("cla-2025", "Isles of Scilly"):
            continue  # this release writes "z" for the islands' counts of nought, which those before it give as 0
        assert (count not in ("z", "x")) == areas.in_force(area, date(year, 3, 31)), (release, area.name, year)
        checked += 1
    assert checked > 2000


def _counts() -> Iterator[tuple[str, str, int, str]]:
    """Release, code, year and published count of every authority's row in the number and rate tables."""
    for path in sorted(official().glob("cla-*/cla_number_and_rate_per_10k_children.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["geographic_level"] == "Local authority":
                    count = next(row[column] for column in COUNTS if column in row)
                    yield path.parent.name, row["new_la_code"], int(row["time_period"]), count


def test_every_authority_that_exists_is_in_the_newest_number_and_rate_table(areas: Areas) -> None:
    newest = _places(official() / "cla-2025" / "cla_number_and_rate_per_10k_children.csv")
    there = {p.code for p in newest if p.level == "Local authority"}
    assert {a.code for a in areas.within("E92000001") if areas.in_force(a, date(2025, 3, 31))} <= there


@pytest.mark.parametrize("file", ["New_Statistical_Neighbour_Groupings_April_2021.csv", "sn_model_2025_wide.csv"])
def test_every_la_number_of_the_neighbour_files_is_known(areas: Areas, file: str) -> None:
    with (official() / "neighbours" / file).open(encoding="utf-8-sig", newline="") as lines:
        numbers = {cell for row in list(csv.reader(lines))[1:] for cell in row if cell.isdigit() and len(cell) == 3}
    assert len(numbers) > 150
    unknown = {number for number in numbers if areas.by_number(number) is None}
    assert unknown == set()
