"""Freshness: of the newest release known on the day, and of a period that ended within 18 months before it. No clock."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.ask import Ask
from metrics.fresh import months_before
from metrics.judged import Why
from metrics.known_on import FIRST, NOW, KnownOn, known_on
from metrics.results import Choice
from tests.metrics.conftest import Opened
from tests.metrics.peers import line, shares
from tests.metrics.worlds import entries

STABLE, SDQ, CHECK = "same_placement_2_years", "sdq_returned", "dental_check"
CARD = entries(STABLE, SDQ, CHECK)
OLD, NEW = "2024-11-14", "2025-11-26"
# Kent is in each release of one title, Devon and Bury in an older one only; Leeds under another title, which had none since 2022.
WORLD = (
    shares(CARD[STABLE], {"Kent": "50 of 100", "Devon": "50 of 100"}, "2024", OLD)
    + shares(CARD[STABLE], {"Kent": "60 of 100", "Bury": "60 of 100"}, "2025", "2025-07-10")
    + shares(CARD[STABLE], {"Kent": "60 of 100"}, "2025", NEW)
    + shares(CARD[SDQ], {"Leeds": "70 of 100"}, "2021", "2022-01-31").under("Another publication")
)


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(WORLD, CARD)


def stale(ask: Ask, indicator: str, area: str, known: KnownOn = NOW) -> bool:
    """Whether the latest figure is not judged because it is not fresh."""
    found = line(ask, indicator, area, Choice(known_on=known))
    assert found.latest is not None
    return found.verdict.level_why is Why.STALE


def test_a_figure_of_the_newest_release_is_fresh_and_one_of_an_older_release_is_not(ask: Ask) -> None:
    assert not stale(ask, STABLE, "Kent")
    assert stale(ask, STABLE, "Devon")


def test_a_recent_period_of_an_older_release_is_not_fresh(ask: Ask) -> None:
    assert stale(ask, STABLE, "Bury")
    assert not stale(ask, STABLE, "Bury", known_on("2025-11-25"))


def test_known_on_an_earlier_day_an_older_figure_is_fresh_again(ask: Ask) -> None:
    assert not stale(ask, STABLE, "Devon", known_on("2025-07-09"))
    assert stale(ask, STABLE, "Devon", known_on("2025-07-10"))
    assert not stale(ask, STABLE, "Kent", known_on("2025-07-09"))


def test_as_first_published_the_newest_release_is_still_the_newest(ask: Ask) -> None:
    assert not stale(ask, SDQ, "Leeds", FIRST)
    assert stale(ask, STABLE, "Devon", FIRST)


def test_each_publication_has_a_newest_release_of_its_own(ask: Ask) -> None:
    assert not stale(ask, SDQ, "Leeds")


def test_one_table_left_out_of_a_newer_release_is_not_fresh(opened: Opened) -> None:
    world = shares(CARD[SDQ], {"Kent": "70 of 100"}, "2024", OLD) + shares(CARD[STABLE], {"Kent": "60 of 100"}, "2025", NEW)
    assert stale(opened(world, CARD), SDQ, "Kent")


def test_the_clock_plays_no_part(ask: Ask) -> None:
    """A release of January 2022 with a figure of March 2021: fresh on every day from which it was known, in 2022 or in 2999."""
    fresh = [not stale(ask, SDQ, "Leeds", known_on(day)) for day in ("2022-01-31", "2023-09-30", "2026-11-22", "2999-01-01")]
    assert fresh == [True] * 4


@pytest.mark.parametrize(("released", "late"), [("2026-09-28", False), ("2026-10-01", True)])
def test_a_period_is_fresh_for_eighteen_months_up_to_its_release(opened: Opened, released: str, late: bool) -> None:
    ask = opened(shares(CARD[CHECK], {"Kent": "60 of 100"}, "2025", released), CARD)
    assert stale(ask, CHECK, "Kent") is late


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2025-11-26", 18, "2024-05-26"), ("2026-08-31", 18, "2025-02-28"), ("2026-01-05", 1, "2025-12-05")],
)
def test_months_are_counted_by_the_calendar(day: str, months: int, expected: str) -> None:
    assert months_before(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 60))
def test_so_many_months_lie_between(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year - before.year) * 12 + day.month - before.month == months
    assert timedelta(0) <= timedelta(day.day - before.day) <= timedelta(3)
