"""What cannot be shown as it was chosen says why, and offers the nearest that can."""

import html
import re
from urllib.parse import parse_qs

import pytest

from tests.pages.visiting import Visit

OFFER = re.compile(r'<a href="\?([^"]*)">([^<]*)</a>')


def offers(visit: Visit) -> dict[str, dict[str, str]]:
    """The links to what can be shown: their names, and the words of each link."""
    found = OFFER.findall(visit.html)
    return {html.unescape(name): {k: v[0] for k, v in parse_qs(html.unescape(words)).items()} for words, name in found}


def test_a_dissolved_authority_offers_those_that_followed_it() -> None:
    visit = Visit().open("1_Trends", authority="E10000006", indicator="dental_check")
    assert "Cumbria existed until 31 March 2023." in visit.words
    found = offers(visit)
    assert found["Show Cumberland"]["authority"] == "E06000063"
    assert found["Show Westmorland and Furness"] == visit.link | {"authority": "E06000064"}


def test_an_edition_that_came_out_after_the_day_offers_the_one_of_that_day() -> None:
    visit = Visit().open("2_Statistical_neighbours", edition="2025", known_on="2024-12-09")
    assert "The 2025 edition of the neighbours came out in May 2025, after 9 December 2024." in visit.words
    words = offers(visit)["Compare with the 2021 edition, as on that day"]
    assert "edition" not in words and words["known_on"] == "2024-12-09"
    followed = Visit().open("2_Statistical_neighbours", **words)
    assert "(2021 edition)" in followed.words and "came out in" not in followed.words


def test_an_edition_without_neighbours_for_a_new_authority_offers_another_and_the_region() -> None:
    visit = Visit().open("2_Statistical_neighbours", authority="E06000064", edition="2021")
    assert "The 2021 edition names no statistical neighbours of Westmorland and Furness." in visit.words
    found = offers(visit)
    assert found["Compare with the 2025 edition"]["edition"] == "2025"
    assert found["Compare with North West"]["compare"] == "region"


def test_years_of_which_an_indicator_has_none_say_which_are_shown() -> None:
    visit = Visit().open("1_Trends", indicator="children_looked_after_rate", years="2016-2017")
    assert "You chose 2016 to 2017; of this indicator, figures are held for 2019 to 2025, so these are shown." in visit.words
    assert "years" not in offers(visit)["Show all years everywhere"]


def test_a_day_before_the_first_release_offers_the_day_of_that_release() -> None:
    visit = Visit().open("1_Trends", indicator="children_looked_after_rate", known_on="2023-06-01")
    assert "The first release held of this indicator came out on 16 November 2023, after 1 June 2023." in visit.words
    words = offers(visit)["Show it as known on 16 November 2023"]
    assert Visit().open("1_Trends", **words).heading.startswith("412 children were looked after on 31 March 2023")


@pytest.mark.parametrize(
    "words", [{}, {"known_on": "2024-12-09"}, {"edition": "2021"}, {"years": "2021-2023"}, {"compare": "england"}]
)
def test_a_choice_that_can_be_met_is_offered_nothing_else(words: dict[str, str]) -> None:
    assert offers(Visit().open("1_Trends", **words)) == {}
