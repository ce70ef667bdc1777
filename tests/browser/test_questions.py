"""What councillors asked in their committees is answered from the opening page, in three interactions or fewer."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.asking import Councillor

HEREFORDSHIRE = "E06000019"


def _actual_figures(one: Councillor) -> None:
    one.reads(r"90%\s+105 of 117", r"55%\s+64 of 117", r"10%\s+35 of 344")


def _five_years_beside_others(one: Councillor) -> None:
    one.turn_to("Trends").open("The same for each neighbour")
    one.reads(r"2025 99\.9 344 of 34,439", r"2024 \S+ 387 of", r"2023 \S+ 413 of", r"2022 \S+ 379 of", r"2021 \S+ 312 of")
    one.reads(r"England", r"West Midlands", r"Shropshire", r"Rutland|Wiltshire|Devon|Suffolk")


def _why_it_rose(one: Councillor) -> None:
    one.turn_to("Why did it change").choose("From 31 March", "2021")
    one.reads(r"32 more children in care on 31 March 2025 than on 31 March 2021: 462 came into care and 431 left")
    one.reads(r"Came into care \+462", "Left care −431", r"Had as many come and left each year as in the year to 31 March 2021")


def _each_setting(one: Councillor) -> None:
    one.turn_to("Where children live")
    one.reads(r"Foster placements\s+72%\s+247 of 344", r"Secure homes and children's homes\s+11%\s+37 of 344", r"66%\s+10 of 10")


def _away_from_home(one: Councillor) -> None:
    one.turn_to("Where children live").choose("What to look at", "Distance from home, inside or outside the area")
    one.reads(r"Placed outside the LA boundary, more than 20 miles from home 20% 69 of 344")


def _rate(one: Councillor) -> None:
    one.reads(r"344 children were looked after on 31 March 2025, 99\.9 per 10,000 children", r"99\.9\s+344 of 34,439")


def _beside_neighbours_and_england(one: Councillor) -> None:
    one.turn_to("Statistical neighbours")
    one.reads(r"[Mm]edian\s+62\.6", r"[Mm]ean\s", r"[Pp]ooled", r"England\s")


def _savings(one: Councillor) -> None:
    one.turn_to("Why did it change").open("If our rate equalled that of others")
    one.reads(r"about 128 fewer children", r"from 49 to 137 fewer", r"£3\.2 million to £12\.9 million a year")
    one.reads(r"cannot tell what any child")


def _stabilised(one: Councillor) -> None:
    one.turn_to("Why did it change")
    one.reads(r"43 fewer children in care on 31 March 2025", r"in recent months cannot be told", r"monthly counts would tell")


def _rising(one: Councillor) -> None:
    one.turn_to("Trends")
    one.reads(r"No clear change over the last five years")


def _national(one: Councillor) -> None:
    one.turn_to("Trends").choose("Look at", "Us or everyone?")
    one.reads(r"England")


def _gap(one: Councillor) -> None:
    one.turn_to("Principles").choose("Principle", "5. High hopes, best outcomes")
    one.reads(r"Average GCSE score \(Attainment 8\) in the school year 2024/25 All pupils 25\.5 22 children 44\.7 19\.2 lower")
    one.reads(r"The gap is 1\.2 points narrower than the year before")


QUESTIONS: dict[str, Callable[[Councillor], None]] = {
    "the actual figures for the percentages": _actual_figures,
    "how many children for the last five years, with other authorities": _five_years_beside_others,
    "the reasons for the increase over the last five years": _why_it_rose,
    "the number of children placed in each setting": _each_setting,
    "how many are placed away from the area": _away_from_home,
    "the rate of children looked after per 10,000": _rate,
    "the rates of the statistical neighbours and of England": _beside_neighbours_and_england,
    "what would be saved at a level like that of the neighbours": _savings,
    "whether the increase has stabilised in recent months": _stabilised,
    "whether there is a rising trend over a number of years": _rising,
    "whether it reflects a national trend": _national,
    "whether the gap to other children is narrowing": _gap,
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_councillor_finds_the_answer_in_three_interactions(server: str, page: Page, question: str) -> None:
    QUESTIONS[question](Councillor(page, server, HEREFORDSHIRE))
