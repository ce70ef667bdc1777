"""What cannot be shown as it was chosen says why, and offers the nearest that can."""

import html
import re
from urllib.parse import parse_qs

import pytest

from tests.pages.visiting import OPENING, Visit

OFFER = re.compile(r'<a href="\?([^"]*)">([^<]*)</a>')
FEMALE = {"indicator": "sex", "breakdown": "Female"}


def offers(visit: Visit) -> dict[str, dict[str, str]]:
    """The links to what can be shown: their names, and the words of each link."""
    found = OFFER.findall(visit.html)
    return {html.unescape(name): {k: v[0] for k, v in parse_qs(html.unescape(words)).items()} for words, name in found}


def test_a_dissolved_authority_offers_those_that_followed_it() -> None:
    visit = Visit().open("1_Trends", authority="E10000006", indicator="dental_check")
    assert "Cumbria was dissolved on 31 March 2023; its area is now in Cumberland and Westmorland and Furness." in visit.words
    found = offers(visit)
    assert found["Show Cumberland"]["authority"] == "E06000063"
    assert found["Show Westmorland and Furness"] == visit.link | {"authority": "E06000064"}


@pytest.mark.parametrize("page", [OPENING, "1_Trends", "2_Statistical_neighbours", "3_Principles"])
def test_what_an_offer_says_is_not_said_again_among_the_notes(page: str) -> None:
    words = Visit().open(page, authority="E10000006").words
    assert words.count("dissolved on 31 March 2023; its area") == 1
    assert words.count("names no statistical neighbours for Cumbria") == 1


def test_a_page_beside_england_does_not_say_that_there_is_nothing_to_compare_with() -> None:
    visit = Visit().open("6_All_authorities", authority="E10000006")
    assert "names no statistical neighbours for Cumbria, so none can be shown." in visit.words
    assert "nothing to compare with" not in visit.words


def test_an_edition_that_came_out_after_the_day_offers_the_one_of_that_day() -> None:
    visit = Visit().open("2_Statistical_neighbours", edition="2025", known_on="2024-12-09")
    assert "The 2025 edition of the neighbours came out in May 2025, after 9 December 2024." in visit.words
    words = offers(visit)["Compare with the 2021 edition, as on that day"]
    assert "edition" not in words and words["known_on"] == "2024-12-09"
    followed = Visit().open("2_Statistical_neighbours", **words)
    assert "(2021 edition)" in followed.words and "came out in" not in followed.words


def test_an_edition_without_neighbours_for_a_new_authority_offers_another_and_the_region() -> None:
    visit = Visit().open("2_Statistical_neighbours", authority="E06000064", edition="2021")
    assert "The 2021 edition names no statistical neighbours for Westmorland and Furness" in visit.words
    found = offers(visit)
    assert found["Compare with the 2025 edition"]["edition"] == "2025"
    assert found["Compare with its region, North West"]["compare"] == "region"


def test_years_of_which_an_indicator_has_none_say_which_are_shown() -> None:
    visit = Visit().open("1_Trends", indicator="children_looked_after_rate", years="2016-2017")
    assert "You chose 2016 to 2017; of this indicator, figures are held for 2019 to 2025, so these are shown." in visit.words
    assert "years" not in offers(visit)["Show all years everywhere"]


def test_a_day_before_the_first_release_offers_the_day_of_that_release() -> None:
    visit = Visit().open("1_Trends", indicator="children_looked_after_rate", known_on="2023-06-01")
    assert "The first release held of this indicator came out on 16 November 2023, after 1 June 2023." in visit.words
    words = offers(visit)["Show it as known on 16 November 2023"]
    assert Visit().open("1_Trends", **words).heading.startswith("412 children were looked after on 31 March 2023")


@pytest.mark.parametrize("page", [OPENING, "3_Principles"])
@pytest.mark.parametrize("principle", ["1", "all"])
def test_a_page_without_groups_says_that_the_group_chosen_does_not_change_it_and_leads_to_the_page_that_it_does(
    page: str, principle: str
) -> None:
    visit = Visit().open(page, principle=principle, **FEMALE)
    assert "You chose “Female” of “Boys and girls looked after”. This page has no choice of groups" in visit.words
    (address,) = re.findall(r'<a href="trends\?([^"]*)">Show “Female” on Trends</a>', visit.html)
    words = {name: found[0] for name, found in parse_qs(html.unescape(address)).items()}
    assert words == visit.link and FEMALE.items() <= words.items()
    assert 'recorded as "Female"' in Visit().open("1_Trends", **words).heading


def test_years_of_which_the_measures_of_a_page_have_none_say_which_are_shown() -> None:
    said = r"You chose 2016 to 2017; these measures have figures for \d{4} to 2025, so all of them are shown\."
    for page, words in ((OPENING, {}), ("3_Principles", {"principle": "7"}), ("3_Principles", {"principle": "all"})):
        visit = Visit().open(page, years="2016-2017", **words)
        assert re.search(said, visit.words)
        assert "years" not in offers(visit)["Show all years everywhere"] and "2025" in visit.words
    assert "You chose" not in Visit().open("3_Principles", principle="2", years="2016-2017").words


def test_the_group_that_an_indicator_shows_by_itself_is_no_choice_to_be_told_about() -> None:
    assert "You chose" not in Visit().open("3_Principles", **FEMALE | {"breakdown": "Male"}).words


@pytest.mark.parametrize(
    "words", [{}, {"known_on": "2024-12-09"}, {"edition": "2021"}, {"years": "2021-2023"}, {"compare": "england"}]
)
def test_a_choice_that_can_be_met_is_offered_nothing_else(words: dict[str, str]) -> None:
    assert offers(Visit().open("1_Trends", **words)) == {}


@pytest.mark.parametrize("page", [OPENING, "3_Principles"])
def test_a_page_of_many_measures_offers_the_day_on_which_the_first_of_them_came_out(page: str) -> None:
    visit = Visit().open(page, known_on="2021-12-31")
    why, after = "The first release held of any of these measures came out on ", ", after 31 December 2021."
    assert why in visit.words and after in visit.words
    assert "No figure is held for this choice." in visit.words and "need to collect to know" not in visit.words
    found = offers(visit)
    first = next(words for name, words in found.items() if name.startswith("Show them as known on "))
    assert "came out on" not in Visit().open(page, **first).words
    assert found["Show them as known now"]["known_on"] == "now"
