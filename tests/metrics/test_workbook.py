"""The workbook of a view: a cover that says what the figures are, and the same rows as the CSV with real numbers."""

import csv
import io
import json

import pytest
from python_calamine import CalamineWorkbook

from metrics import cited, downloads, words
from metrics.about import About, as_json
from metrics.ask import Ask
from metrics.catalogue import catalogue
from metrics.known_on import known_on
from metrics.results import Choice
from metrics.workbook import COVER, FIGURES, workbook
from tests.metrics.conftest import Opened
from tests.metrics.worlds import editions, rates

RATE, COUNT = "children_looked_after_rate", "children_looked_after"
WORLD = rates("""
    Herefordshire | 2024 | 2024-11-14 | c      | 34,260     | c
    Herefordshire | 2025 | 2025-11-26 | 344    | 34,439     | 100
    Shropshire    | 2025 | 2025-11-26 | 717    | 60,153     | 119
    England       | 2025 | 2025-11-26 | 81,770 | 12,183,016 | 67
""") + editions("2025 | 2025-05-01 | Herefordshire | Shropshire, Leicester")
LINK = "http://127.0.0.1:8501/trends?authority=E06000019"


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(WORLD)


def _about(ask: Ask, indicator: str = RATE, choice: Choice | None = None, says: str = "A sentence.") -> About:
    result = ask.trend(indicator, "Herefordshire", choice)
    return About(
        says, result.own.area, (result.indicator,), result.breakdown, result.choice, result.edition, ask.manifest,
        cited.trend(result, ask.manifest), LINK,
    )  # fmt: skip


def _sheets(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _cover(about: About) -> dict[str, object]:
    rows = _sheets(workbook(about, "a\n1\n"))[COVER]
    return {str(row[0]): row[1] for row in rows if row[0]}


def test_the_sheet_of_figures_holds_the_rows_of_the_csv_with_counts_and_values_as_numbers(ask: Ask) -> None:
    text = downloads.trend(ask.trend(RATE, "Herefordshire"), ask.manifest)
    header, *rows = _sheets(workbook(_about(ask), text))[FIGURES]
    wanted = list(csv.reader(io.StringIO(text)))
    assert header == wanted[0] and len(rows) == len(wanted) - 1
    (own,) = [dict(zip(header, r, strict=True)) for r in rows if (r[4], r[10]) == ("own", "2025")]
    assert (own["numerator"], own["denominator"], own["value"]) == (344.0, 34_439.0, 344 * 10_000 / 34_439)
    assert (own["period"], own["la_number"]) == ("2025", "884")


def test_a_suppressed_figure_is_an_empty_cell_beside_its_status(ask: Ask) -> None:
    text = downloads.trend(ask.trend(RATE, "Herefordshire"), ask.manifest)
    header, *rows = _sheets(workbook(_about(ask), text))[FIGURES]
    (hidden,) = [dict(zip(header, r, strict=True)) for r in rows if (r[4], r[10]) == ("own", "2024")]
    assert (hidden["value"], hidden["numerator"], hidden["status"]) == ("", "", "suppressed")


def test_the_cover_says_question_unit_source_vintage_snapshot_licence_and_link(ask: Ask) -> None:
    about = _about(ask, choice=Choice(known_on=known_on("2025-12-09")))
    cover = _cover(about)
    assert cover["What these figures say"] == "A sentence."
    assert cover["The question it answers"] == ask.catalogue[RATE].plain
    assert (cover["Unit"], cover["Vintage"]) == ("per 10,000 children", "as known on 9 December 2025")
    assert str(cover["Source"]).startswith("Source") and "26 November 2025" in str(cover["Source"])
    assert cover["Snapshot"] == ask.manifest.id and cover["Link to this view"] == LINK
    assert cover["Licence"] == "Open Government Licence v3.0"
    assert cover["Where a figure is missing"] == "[c] (suppressed): too few children to show"


def test_a_text_that_looks_like_a_formula_stays_a_text(ask: Ask) -> None:
    content = workbook(_about(ask, says="=1+1"), 'name,value\n"=2+2",-3\n@x,4\n')
    sheets = _sheets(content)
    assert ["What these figures say", "=1+1"] in sheets[COVER]
    assert sheets[FIGURES] == [["name", "value"], ["=2+2", -3.0], ["@x", 4.0]]


def test_the_json_names_definition_choice_every_release_with_its_hash_and_the_link(ask: Ask) -> None:
    said = json.loads(as_json(_about(ask)))
    assert said["indicators"][0]["definition"]["Unit"] == "per 10,000 children"
    assert said["choice"] == {
        "compared_with": "neighbours", "how": "median", "edition": "2025", "known_on": "now",
        "first_year": None, "last_year": None,
    }  # fmt: skip
    held = [(f.release, f.file, f.sha256) for f in ask.manifest.source_files]
    assert [(r["release"], r["file"], r["sha256"]) for r in said["releases"]] == held and len(held) == 2
    assert (said["link"], said["snapshot"]["id"]) == (LINK, ask.manifest.id)


def test_a_release_that_was_not_out_on_the_day_chosen_is_not_named(ask: Ask) -> None:
    said = json.loads(as_json(_about(ask, choice=Choice(known_on=known_on("2024-12-09")))))
    assert [r["published"] for r in said["releases"]] == ["14 November 2024"]


def test_an_indicator_that_is_not_measured_says_what_to_collect_instead_of_a_definition(ask: Ask) -> None:
    local = next(e for e in catalogue().values() if e.local)
    about = _about(ask)
    whole = About(
        about.says, about.area, (local, ask.catalogue[RATE]), None, about.choice, "", about.manifest, about.source, LINK
    )
    first, second = json.loads(as_json(whole))["indicators"]
    assert first["not_held"] == local.collect and "definition" not in first
    assert second["breakdown"] == "Total"
    assert whole.title == "2 indicators: Herefordshire, County of"


def test_the_citation_names_what_whose_and_which_snapshot(ask: Ask) -> None:
    line = _about(ask).citation
    assert line.startswith(f"{ask.catalogue[RATE].title}: Herefordshire, County of, {words.vintage(Choice())}.")
    assert "A publisher" in line and line.endswith(f"Corporate Parenting Dashboard, snapshot {ask.manifest.id}.")
