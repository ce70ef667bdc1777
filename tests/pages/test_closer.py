"""One figure closer: its counts, its vintage and how it was revised, chosen in a list as well as in the chart."""

import pytest

from pages.parts.closer import LABEL, _year
from tests.pages.visiting import Visit


def test_a_period_that_is_picked_shows_its_counts_its_vintages_and_the_way_to_the_file() -> None:
    visit = Visit().open("1_Trends", authority="E06000019")
    assert "every vintage held" not in visit.words
    visit.pick(LABEL, "2023")
    assert visit.link["period"] == "2023"
    assert "121.1 (412 of 34,031) as first published on 16 November 2023" in visit.words
    assert "on 31 March 2023: every vintage held" in visit.words
    assert "data-and-methods?authority=E06000019&amp;period=2023" in visit.html
    visit.pick(LABEL, "")
    assert "period" not in visit.link and "every vintage held" not in visit.words


def test_a_suppressed_figure_closer_says_why_there_is_none() -> None:
    visit = Visit().open("1_Trends", authority="E09000001", indicator="dental_check", period="2024")
    assert "no figure (too few children to show)" in visit.words


def test_a_period_of_another_indicator_shows_none_and_breaks_nothing() -> None:
    visit = Visit().open("1_Trends", period="1999")
    assert not visit.app.exception and "every vintage held" not in visit.words


@pytest.mark.parametrize(("place", "year"), [(2023, 2023), (2023.0, 2023), ("2023", 2023), (None, 0), ("Herefordshire", 0)])
def test_the_year_of_a_point_is_read_however_plotly_gives_it(place: float | str | None, year: int) -> None:
    assert _year(place) == year
