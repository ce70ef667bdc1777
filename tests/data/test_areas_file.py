"""What the reader of the table of areas accepts, joins and refuses, on small invented tables."""

import csv
from datetime import date, timedelta
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

import pytest

from data.areas import TABLE, load
from data.areas_file import COLUMNS
from data.errors import UserError

# area_code, code, number, name, level, region, from, to, predecessors, successors, note
WORLD = """
R1 R1  -  North   Regional        -  -          -          -     -     -
A2 A1  11 Ash     Local_authority R1 -          2010-03-31 -     -     first
A2 A2  11 Ash     Local_authority R1 2010-04-01 -          -     -     second
B  B   12 Beech   Local_authority R1 -          2015-03-31 -     C_D   -
C  C   13 Cedar   Local_authority R1 2015-04-01 -          B     -     -
D  D   14 Dogwood Local_authority R1 2015-04-01 -          B     -     -
"""


def written(folder: Path, world: str) -> Path:
    """A CSV of a world drawn as words in columns: '-' is an empty cell, '_' a space."""
    path = folder / "small.csv"
    rows = [["" if cell == "-" else cell.replace("_", " ") for cell in line.split()] for line in world.strip().splitlines()]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    return path


def test_the_codes_of_one_area_become_one_area_that_spans_them(tmp_path: Path) -> None:
    areas = load(written(tmp_path, WORLD))
    ash = areas["A2"]
    assert (ash.other_codes, ash.valid_from, ash.valid_to, ash.note) == (("A1",), None, None, "first second")
    assert areas["B"].successors == ("C", "D") and areas["C"].predecessors == ("B",)
    assert (areas["B"].valid_to, areas["C"].valid_from) == (date(2015, 3, 31), date(2015, 4, 1))
    assert [a.code for a in areas] == ["R1", "A2", "B", "C", "D"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("B     -     -\nD", "B_X   -     -\nD", r"row 6: no row has X as both"),
        ("R1 -          2015", "R9 -          2015", r"row 5: no row has R9 as both"),
        ("A2 A2  11", "A9 A2  11", r"row 3: no row has A2 as both"),
        ("C_D", "C  ", r"row 7: B does not name D in return"),
        ("D  D   14", "C  C   14", r"row 7: C already stands in row 6"),
        ("2010-04-01", "2010-03-31", r"row 4: A2 would be two codes at once, as row 3 holds it until 2010-03-31"),
        ("14 Dog", "13 Dog", r"row 7: 13 would be two codes at once, as row 6 holds it until further notice"),
        ("2015-03-31", "31/03/2015", r'row 5, column valid_to: "31/03/2015" is not a day. Write it as'),
        ("2010-04-01 -  ", "2010-04-01 2009-01-01", r"row 4: valid_to comes before valid_from"),
        ("Regional", "Region  ", r'row 2: level "Region" should be one of: National, Regional, Local authority'),
        ("A1  11", "A1  10", r"row 3: la_number, level and region_code should be as in row 4"),
        ("Cedar", "-    ", r"row 6: area_code, code and name may not be empty"),
    ],
)
def test_a_table_that_does_not_hold_together_is_refused_with_its_file_and_row(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    assert old in WORLD
    with pytest.raises(UserError, match=rf"^small\.csv, {complaint}"):
        load(written(tmp_path, WORLD.replace(old, new, 1)))


def test_an_la_number_may_pass_to_another_area_once_the_first_has_ended(tmp_path: Path) -> None:
    areas = load(written(tmp_path, WORLD.replace("C  C   13", "C  C   12")))
    found = [areas.by_number("12", on=day) for day in (date(2015, 3, 31), date(2015, 4, 1))]
    assert [a and a.code for a in found] == ["B", "C"]
    latest = areas.by_number("12")
    assert latest and latest.code == "C"


def test_a_name_with_a_bare_comma_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, WORLD)
    path.write_text(path.read_text(encoding="utf-8").replace("Cedar", "Cedar, City of"), encoding="utf-8")
    with pytest.raises(UserError, match=r"small\.csv, row 6: expected 11 cells.*quotation marks"):
        load(path)


def test_a_missing_column_and_a_missing_file_are_said_so(tmp_path: Path) -> None:
    path = written(tmp_path, WORLD)
    path.write_text(path.read_text(encoding="utf-8").replace("la_number,", "", 1), encoding="utf-8")
    with pytest.raises(UserError, match=r"small\.csv, row 1: the columns should be area_code,code,la_number"):
        load(path)
    with pytest.raises(UserError, match=r"absent\.csv cannot be read"):
        load(tmp_path / "absent.csv")


def test_the_codes_of_a_recoded_area_follow_each_other_without_a_gap() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=itemgetter("area_code", "valid_from"))
    pairs = [pair for _, held in groupby(rows, key=itemgetter("area_code")) for pair in pairwise(held)]
    assert len(pairs) == 5
    for before, after in pairs:
        assert date.fromisoformat(before["valid_to"]) + timedelta(days=1) == date.fromisoformat(after["valid_from"])
