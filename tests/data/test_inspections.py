"""Inspection judgements: dates, grades and their absence, authorities by code and name, and what a damaged workbook says."""

from datetime import date
from pathlib import Path

import pytest

from data.areas import load
from data.describe import sources
from data.errors import BadInput
from data.gather import Incoming
from data.inspections import read_inspections
from data.intake import take_in
from tests.data.drawn import release
from tests.data.workbooks import Cell, Sheet, ods

FILE = "LA_Inspection_Outcomes_as_at_31_March_2025.ods"
JUDGED = [
    "Overall effectiveness",
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
]
PLACE = ["Web link", "Local authority area code", "Local authority name"]
HEREFORDSHIRE = ["Link", "E06000019", "Herefordshire"]
IMPROVE = "Requires improvement to be good"
DATES = ["Inspection date", "Publication date"]
WHEN, TOLD = date(2022, 7, 18), date(2022, 9, 26)

Sheets = dict[str, list[list[Cell]]]


def sheets() -> Sheets:
    """The three sheets as published: a title, a sentence, the header in row 3, and one inspection each."""
    top: list[list[Cell]] = [["Local authority inspection judgements"], ["This worksheet contains one table."]]
    latest: list[list[Cell]] = [
        [*PLACE, "Ofsted region", *DATES, *JUDGED],
        [*HEREFORDSHIRE, "West Midlands", WHEN, TOLD, "Inadequate", "Inadequate", "Inadequate", IMPROVE, ""],
    ]
    in_year: list[list[Cell]] = [
        [*PLACE, "Region", "Inspection/Visit date", "Publication date", "Inspection/Visit type", *JUDGED, "Visit Theme"],
        [*HEREFORDSHIRE, "West Midlands", date(2025, 1, 8), date(2025, 2, 7), "LA Monitoring visit", *[""] * 5, "Front door"],
    ]
    history: list[list[Cell]] = [
        [*PLACE, "Local authority status", "Ofsted region", *DATES, "Inspection type", *JUDGED],
        [*HEREFORDSHIRE, "Current", "West Midlands", WHEN, TOLD, "ILACS Standard Inspection", *latest[1][6:]],
    ]
    return {
        "Inspections_as_at_31_March": top + latest,
        "In-year_inspections": top + in_year,
        "ILACS_inspection_history": top + history,
    }


def write(folder: Path, some: dict[str, Sheet] | Sheets | None = None) -> Path:
    path = folder / FILE
    path.write_bytes(ods(some or sheets()))
    return path


def read(path: Path) -> list[dict[str, object]]:
    table, rows = read_inspections(path, sources()["inspections"], release("inspections", FILE), load())
    assert rows == table.num_rows
    return table.to_pylist()


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        read(path)
    return str(caught.value)


def test_every_sheet_gives_its_rows_with_dates_grades_and_the_list_they_are_from(tmp_path: Path) -> None:
    latest, visit, since = read(write(tmp_path))
    assert [row["list"] for row in (latest, visit, since)] == ["latest", "in the year", "since 2018"]
    assert (latest["area_code"], latest["inspected_on"], latest["reported_on"]) == ("E06000019", WHEN, TOLD)
    assert (latest["overall"], latest["children_in_care"]) == ("Inadequate", IMPROVE)
    assert (visit["visit"], visit["theme"], since["visit"]) == ("LA Monitoring visit", "Front door", "ILACS Standard Inspection")


def test_a_judgement_that_was_not_given_is_a_gap(tmp_path: Path) -> None:
    latest, visit, _ = read(write(tmp_path))
    assert latest["care_leavers"] is None
    assert [visit[name] for name in ("overall", "leaders", "children_in_care")] == [None] * 3


def changed(sheet: str, row: int, column: int, cell: Cell) -> Sheets:
    found = sheets()
    found[sheet][row - 1][column] = cell
    return found


LATEST = "Inspections_as_at_31_March"


@pytest.mark.parametrize(
    ("row", "column", "cell", "said"),
    [
        (3, 9, "Judgement of children in care", 'row 3: the column "Judgement of children in care" is not described.'),
        (4, 6, "Satisfactory", 'row 4, column overall: "Satisfactory" is not described.'),
        (4, 9, "Requires improvement", f'"Requires improvement" is not described. The nearest known word is "{IMPROVE}".'),
        (4, 1, "E06000999", 'row 4: the area code "E06000999" is not known.'),
        (4, 2, "Shropshire", 'row 4: the code E06000019 is Herefordshire, County of; the row says "Shropshire".'),
        (4, 2, "Herefordshore", 'row 4: No area is called "Herefordshore". The nearest: Herefordshire'),
        (4, 4, "last July", 'row 4, column inspected_on: "last July" is no date.'),
        (4, 5, date(2022, 7, 1), "row 4: reported on 2022-07-01, before the inspection on 2022-07-18."),
    ],
)
def test_a_fault_is_named_with_sheet_and_row(tmp_path: Path, row: int, column: int, cell: Cell, said: str) -> None:
    message = refusal(write(tmp_path, changed(LATEST, row, column, cell)))
    assert message.startswith(f"{FILE}, sheet {LATEST}, row {row}") and said in message


def test_the_same_inspection_twice_is_named_with_both_rows(tmp_path: Path) -> None:
    some = sheets()
    some[LATEST].append(some[LATEST][3])
    assert "row 5: the same inspection as in row 4" in refusal(write(tmp_path, some))


def test_blank_rows_at_the_end_are_no_rows(tmp_path: Path) -> None:
    some = sheets()
    some[LATEST] += [[""] * 11, [""]]
    assert len(read(write(tmp_path, some))) == 3


def test_a_workbook_without_one_of_its_sheets_names_the_nearest(tmp_path: Path) -> None:
    some = sheets()
    some["Inspections_as_at_31_August"] = some.pop(LATEST)
    assert refusal(write(tmp_path, some)).startswith(
        f'{FILE}: there is no sheet "{LATEST}". Did you mean "Inspections_as_at_31_August"?'
    )


def test_no_flipped_byte_and_no_cut_ends_in_a_traceback(tmp_path: Path) -> None:
    whole = ods(sheets())
    for at in range(0, len(whole), 41):
        path = tmp_path / FILE
        for mutated in (whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :], whole[:at]):
            path.write_bytes(mutated)
            taken = take_in(Incoming(path, sources()["inspections"], release("inspections", FILE)), load())
            assert taken.failed or taken.rows == taken.kept == 3
