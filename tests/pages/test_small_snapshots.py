"""A snapshot without an indicator, or without a list of neighbours, says so with the next step, on every page."""

from pathlib import Path

import pytest

from data.store import VARIABLE
from tests.metrics.worlds import publish, rates
from tests.pages.test_possible import offers
from tests.pages.visiting import PAGES, Visit

HEREFORDSHIRE = "E06000019"
HELD = """
    Herefordshire | 2024 | 2025-11-26 | 387 | 34,500
    Herefordshire | 2025 | 2025-11-26 | 344 | 34,439
    West Midlands | 2025 | 2025-11-26 | 10,770 | 1,200,000
    England       | 2025 | 2025-11-26 | 81,770 | 12,000,000
"""
NO_EDITION = "No list of statistical neighbours is held here, so there is nothing to compare with."
NOT_HELD = "This snapshot holds no figure of “Teeth checked by a dentist” for any council."


@pytest.fixture(autouse=True)
def snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One published table, two years, and no list of neighbours."""
    publish(rates(HELD), tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("indicator", ["children_looked_after_rate", "dental_check"])
def test_every_page_opens_with_a_sentence(page: str, indicator: str) -> None:
    visit = Visit().open(page, authority=HEREFORDSHIRE, indicator=indicator)
    assert not visit.app.exception
    assert visit.heading.endswith(".") and "nan" not in visit.words.lower().split()


def test_without_a_list_of_neighbours_the_region_is_offered_once() -> None:
    visit = Visit().open("3_Principles", authority=HEREFORDSHIRE)
    assert visit.words.count(NO_EDITION) == 1
    assert offers(visit)["Compare with its region, West Midlands"]["compare"] == "region"
    assert "None held" in visit.options("Edition of the neighbours")


def test_a_measure_that_the_snapshot_does_not_hold_offers_one_that_it_does() -> None:
    for page in ("1_Trends", "2_Statistical_neighbours", "6_All_authorities"):
        visit = Visit().open(page, authority=HEREFORDSHIRE, indicator="dental_check")
        assert visit.words.count(NOT_HELD) == 1
        (words,) = [link for name, link in offers(visit).items() if name.startswith("Show “")]
        assert Visit().open("1_Trends", **words).heading.startswith("344 children were looked after")


def test_a_measure_that_the_snapshot_does_not_hold_has_no_empty_chart() -> None:
    visit = Visit().open("1_Trends", authority=HEREFORDSHIRE, indicator="dental_check")
    assert not visit.app.get("plotly_chart") and "<caption>" not in visit.html


def test_the_opening_page_and_the_principles_say_what_is_not_held() -> None:
    opening = Visit().open(authority=HEREFORDSHIRE)
    assert "no figure is held for this authority and this choice" in opening.words
    health = " ".join(Visit().open("3_Principles", authority=HEREFORDSHIRE, principle="1").words.split())
    assert "Cannot be told: 8 have no figure to show here." in health
    assert "All years" not in health and "Among neighbours" not in health
