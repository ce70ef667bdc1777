"""Where children live: one picker, every group with its counts, hidden ones as marks, the nearest where nothing is held."""

import json

import pytest

from pages.parts import files
from tests.pages.visiting import PAGES, Visit

PAGE = "5_Where_children_live"
HEREFORDSHIRE, CITY, CUMBRIA, WESTMORLAND = "E06000019", "E09000001", "E10000006", "E06000064"


def _words(visit: Visit) -> str:
    assert not visit.app.exception
    return " ".join(visit.words.split())


def test_every_setting_has_its_count_its_share_and_the_neighbours() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31"))
    assert "Foster placements 72% 247 of 344" in words
    assert "Foster placements 222 273 284 273 247" in words
    assert "26 fewer" in words
    assert "higher share than in" in words


def test_the_heading_says_where_they_lived_in_natural_words() -> None:
    heading = Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31").heading
    assert heading.startswith("247 of 344 children looked after (72%) were in foster placements on 31 March 2025")
    heading = Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31", look="placed_outside_area").heading
    assert heading.startswith("98 of 344 children looked after (28%) lived outside the council's area on 31 March 2025")


def test_every_group_is_in_the_citation_the_method_and_the_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    written: dict[str, files.Later] = {}
    usual = files.button

    def keep(key: str, label: str, write: files.Later, name: str, kind: str) -> None:
        written[name] = write
        usual(key, label, write, name, kind)

    monkeypatch.setattr(files, "button", keep)
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31"))
    assert "Cite as: Where children live, every group, on 31 March 2025: Herefordshire, County of, as known" in words
    assert "children count of each group, divided by children count" in words
    about = json.loads(written[f"{HEREFORDSHIRE}-placement_setting.json"]())
    (indicator,) = about["indicators"]
    assert len(indicator["breakdowns"]) == 8 and list(indicator["definitions"]) == indicator["breakdowns"]
    assert "Residential schools" in indicator["definitions"]["Residential schools"]["Numerator"]


def test_a_group_of_something_else_is_said_to_have_no_say_here() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="sex", breakdown="Female")
    assert "You chose “Female” of" in visit.words and visit.link["breakdown"] == "Female"
    shown = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="placement_setting", breakdown="Residential schools")
    assert "You chose" not in shown.words


def test_hidden_groups_are_marks_and_their_reason_is_said() -> None:
    words = _words(Visit().open(PAGE, authority=CITY))
    assert words.count("[c]") > 8 and "[c] too few children to show" in words
    assert "None of the 8 groups has a figure" in words


def test_what_to_look_at_is_a_word_of_the_link_and_survives_another_authority() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE).pick("What to look at", "placed_outside_area")
    assert visit.link["look"] == "placed_outside_area"
    assert "98 of 344 children looked after (28%)" in visit.heading
    visit.pick("Authority", WESTMORLAND)
    assert visit.link["look"] == "placed_outside_area" and "Placed outside the local authority boundary" in visit.words
    assert Visit().open(PAGE, **visit.link).html == visit.html


def test_a_look_that_is_not_known_is_a_sentence_and_the_nearest_is_shown() -> None:
    visit = Visit().open()
    visit.app.query_params["look"] = "placed_outside"
    visit.app.switch_page(PAGES[PAGE]).run()
    assert 'The link asks for look "placed_outside"' in visit.words
    assert visit.link["look"] == "placed_outside_area"


def test_where_an_authority_has_no_rows_the_nearest_look_that_it_has_is_shown() -> None:
    visit = Visit().open(PAGE, authority=CUMBRIA)
    assert "“Where children live” is not held for Cumbria: no release has a row for it." in visit.words
    assert "Neighbours with a figure" not in visit.words
    assert "Here “Where new placements are” is shown." in visit.words
    assert "in the year to 31 March 2023" in visit.heading


def test_a_break_is_told_and_marked() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE))
    assert "Supported accommodation had to be registered from 28 October 2023" in words
    assert "| 26" in words and "| a break: not to be compared with the years before it." in words
    assert "Relatives and friends who foster a child are counted among foster placements" in words


def test_the_years_and_the_benchmark_change_what_is_shown() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, years="2022-2024", compare="england")
    words = _words(visit)
    assert "273 of 387 children looked after" in visit.heading
    assert "Where children live, Herefordshire: how many, year by year Group 2022 2023 2024" in words.replace("↕ ", "")
