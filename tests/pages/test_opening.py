"""The opening page: numbers first, strengths before what is worth a question, the seven principles, what is new, the headline."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from metrics.catalogue import catalogue
from tests.pages.visiting import Visit

HEREFORDSHIRE, CITY, SCILLY, CUMBRIA = "E06000019", "E09000001", "E06000053", "E10000006"


@pytest.fixture(scope="module")
def opening() -> Visit:
    return Visit().open(authority=HEREFORDSHIRE)


def words(visit: Visit) -> str:
    """The words of the page with single spaces."""
    return " ".join(visit.words.split())


def links(visit: Visit) -> list[str]:
    """Where the links of the page lead, in order."""
    return [found.replace("&amp;", "&") for found in re.findall(r'href="([^"]+)"', visit.html)]


def test_the_first_line_says_how_many_children_each_number_with_its_date_and_its_change(opening: Visit) -> None:
    said = words(opening)
    assert "children looked after on 31 March 2025 344 43 fewer than a year before" in said
    assert "came into care in the year to 31 March 2025 68 28 fewer than a year before" in said
    assert "left care in the year to 31 March 2025 111 11 fewer than a year before" in said


def test_strengths_stand_before_what_is_worth_a_question_and_chance_is_named(opening: Visit) -> None:
    said = words(opening)
    assert said.index("Strengths") < said.index("Worth a question") < said.index("would stand out by chance alone")
    assert "Care leavers aged 17 to 18 in suitable accommodation 76% (45 of 59) Worse: lower than 9 of 9 neighbours" in said


def test_every_headline_measure_has_its_row_and_local_ones_say_that_a_return_would_tell(opening: Visit) -> None:
    said = words(opening)
    for entry in catalogue().values():
        if entry.headline:
            assert entry.title in said
    assert "Children who took part in their review no figure ◇ not measured nationally A local return would tell us" in said
    assert "99.9 344 of 34,439 43 fewer than a year before" in said
    assert "◇ higher than its neighbours Neither good nor bad; higher than 9 of 10 neighbours; median 62.6" in said


def test_each_principle_has_a_line_that_leads_to_its_scorecard(opening: Visit) -> None:
    found = [parse_qs(urlsplit(link).query) for link in links(opening) if link.startswith("principles?")]
    assert [one.get("principle", ["1"]) for one in found] == [["1"], ["2"], ["3"], ["4"], ["5"], ["6"], ["7"]]
    assert {one["authority"][0] for one in found} == {HEREFORDSHIRE}
    assert "2. Speaking up Not measured nationally" in words(opening)


def test_what_is_new_leads_to_the_page_on_the_data(opening: Visit) -> None:
    assert "What is new." in words(opening)
    assert any(link.startswith("data-and-methods?") for link in links(opening))


def test_a_strength_or_a_concern_leads_to_its_years(opening: Visit) -> None:
    concerns = [link for link in links(opening) if link.startswith("trends?")]
    assert "indicator=suitable_accommodation_17_to_18" in concerns[0] and f"authority={HEREFORDSHIRE}" in concerns[0]


def test_where_nothing_could_be_tested_the_page_says_so_and_names_no_strength() -> None:
    for authority in (SCILLY, CUMBRIA):
        visit = Visit().open(authority=authority)
        assert not visit.app.exception
        assert words(visit).count("No measure could be put to the test.") == 2
        assert not re.search("[▲▼]", visit.words)


def test_another_authority_and_another_benchmark_change_what_is_said() -> None:
    visit = Visit().open(authority=CITY)
    assert "children looked after on 31 March 2025 344" not in words(visit)
    england = words(Visit().open(authority=HEREFORDSHIRE, compare="england"))
    assert "worse than England" in england or "similar to England" in england
    assert "its neighbours" not in england


def test_figures_known_before_a_release_are_not_those_known_after_it(opening: Visit) -> None:
    before = Visit().open(authority=HEREFORDSHIRE, known_on="2024-12-31")
    assert "children looked after on 31 March 2024" in words(before)
    assert "on 31 March 2025" not in words(before)
