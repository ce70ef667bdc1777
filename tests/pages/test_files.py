"""What can be taken home from every view: figures, workbook, chart, what stands behind it, and how to cite it."""

import csv
import io
import json

import pytest
from python_calamine import CalamineWorkbook

from pages.parts import files
from tests.pages.visiting import PAGES, Visit

WITH_VIEWS = [page for page in PAGES if not page.endswith("Data_and_methods")]


@pytest.mark.parametrize("page", WITH_VIEWS)
def test_every_view_can_be_saved_as_csv_workbook_and_metadata_and_be_cited(page: str) -> None:
    visit = Visit().open(page)
    labels = [button.label for button in visit.app.get("download_button")]
    for label in ("Download these figures (CSV)", "Workbook (XLSX)", "About these figures (JSON)"):
        assert label in labels
    assert "Cite as: " in visit.words and "data-cpd-copy=" in visit.html


def test_the_chart_can_be_saved_where_there_is_one() -> None:
    visit = Visit().open("1_Trends")
    assert 'data-cpd-picture="png"' in visit.html and 'data-cpd-picture="svg"' in visit.html


def test_what_is_written_on_a_click_is_a_workbook_of_the_figures_and_says_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, files.Later] = {}
    usual = files.button

    def keep(key: str, label: str, write: files.Later, name: str, kind: str) -> None:
        written[name] = write
        usual(key, label, write, name, kind)

    monkeypatch.setattr(files, "button", keep)
    Visit().open("1_Trends", authority="E09000001", indicator="dental_check")
    name = "E09000001-dental_check-trend"
    rows = list(csv.DictReader(io.StringIO(str(written[f"{name}.csv"]()))))
    book = CalamineWorkbook.from_filelike(io.BytesIO(bytes(written[f"{name}.xlsx"]())))
    figures = book.get_sheet_by_name("Figures").to_python()
    about = json.loads(written[f"{name}.json"]())
    assert len(figures) == len(rows) + 1 and figures[0] == list(rows[0])
    assert {row["status"] for row in rows if row["role"] == "own"} == {"suppressed"}
    assert about["authority"]["name"] == "City of London" and about["indicators"][0]["id"] == "dental_check"
    assert about["releases"] and all(len(release["sha256"]) == 64 for release in about["releases"])
