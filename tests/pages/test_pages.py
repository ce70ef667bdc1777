"""Every page opens, says its finding, shows its figures and names its source, for authorities of every kind."""

import pytest

from tests.pages.visiting import PAGES, Visit

ORDINARY, SUPPRESSED, CITY, SCILLY = "E06000019", "E06000017", "E09000001", "E06000053"
DISSOLVED, SUCCESSOR = "E10000006", "E06000063"
AUTHORITIES = {
    "Herefordshire": ORDINARY,
    "Rutland": SUPPRESSED,
    "City of London": CITY,
    "Isles of Scilly": SCILLY,
    "Cumbria": DISSOLVED,
    "Cumberland": SUCCESSOR,
}


@pytest.mark.parametrize("name", AUTHORITIES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_a_sentence_a_table_and_its_source(page: str, name: str) -> None:
    visit = Visit().open(page, authority=AUTHORITIES[name])
    assert not visit.app.exception
    assert visit.heading.endswith(".") and not visit.heading[0].islower() and " " in visit.heading
    assert "<caption>" in visit.html and 'scope="row"' in visit.html
    assert "Open Government Licence v3.0" in visit.words
    assert "cannot be shown" not in visit.words


@pytest.mark.parametrize("page", PAGES)
def test_every_page_cites_publisher_and_release(page: str) -> None:
    assert "Department for Education" in Visit().open(page).words


@pytest.mark.parametrize("principle", ["context", "1", "2", "3", "4", "5", "6", "7"])
@pytest.mark.parametrize("authority", [ORDINARY, CITY, SCILLY, DISSOLVED])
def test_every_principle_has_a_scorecard(principle: str, authority: str) -> None:
    visit = Visit().open("3_Principles", authority=authority, principle=principle)
    assert not visit.app.exception
    assert "<caption>" in visit.html


def test_a_principle_is_quoted_in_the_words_of_the_act() -> None:
    words = Visit().open("3_Principles", principle="2").words
    assert "to encourage those children and young people to express their views, wishes and feelings" in words
    assert "Children and Social Work Act 2017, section 1(1)(b)" in words


def test_what_is_not_measured_nationally_says_what_to_collect() -> None:
    visit = Visit().open("3_Principles", principle="3")
    assert "Not measured nationally: a local return would tell us" in visit.words
    assert "For each promise of the pledge, how many young people marked it" in visit.words


def test_a_suppressed_figure_is_marked_and_the_mark_is_explained() -> None:
    visit = Visit().open("1_Trends", authority=CITY)
    assert ">[c]</td>" in visit.html
    assert "[c] too few children to show" in visit.words


def test_the_neighbours_page_shows_the_three_ways_to_take_them_together_and_how_many_had_a_figure() -> None:
    words = " ".join(Visit().open("2_Statistical_neighbours", authority=ORDINARY, edition="2021").words.split())
    assert "Median of the neighbours 60.2 9 of 10" in words
    assert "Mean of the neighbours 64.7 9 of 10" in words
    assert "Pooled figure of the neighbours 61.4 9 of 10" in words


def test_nothing_is_called_better_or_worse_where_no_method_was_asked() -> None:
    for page in ("1_Trends", "2_Statistical_neighbours", "7_Data_and_methods"):
        said = Visit().open(page, authority=ORDINARY, principle="6").words.lower()
        for phrase in (
            "nothing about better or worse", "is better", "not better in itself", "better than another", "nobody does better",
        ):  # fmt: skip
            said = said.replace(phrase, "")
        judged = [line for line in said.splitlines() if "better" in line or "worse" in line]
        assert not [line for line in judged if "what it cannot tell" not in line], page
