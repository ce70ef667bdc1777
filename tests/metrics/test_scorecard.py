"""Scorecards: a row an indicator, each at its own latest period, beside its own benchmark."""

import pytest

from data.status import Status
from metrics.ask import Ask
from metrics.results import Choice, Kind, ScoreRow
from tests.metrics.conftest import Opened
from tests.metrics.drawing import expect
from tests.metrics.worlds import editions, entries, figures, rates

COUNT, RATE, STABLE, LOCAL = "children_looked_after", "children_looked_after_rate", "same_placement_2_years", "reviews_on_time"
CARD = entries(COUNT, RATE, STABLE, "three_or_more_placements", LOCAL, "legal_status")
FIGURES = """
    Rutland | 2022 | 2025-11-26 | 30 | 8,000 | 38
    Rutland | 2024 | 2025-11-26 | 40 | 8,000 | 50
    Rutland | 2025 | 2025-11-26 | 48 | 8,000 | 60
    Reading | 2023 | 2025-11-26 | 90 | 9,000 | 100
    Reading | 2025 | 2025-11-26 | 72 | 9,000 | 80
    Cumbria | 2022 | 2025-11-26 | 700 | 100,000 | 70
    Cumbria | 2023 | 2025-11-26 | 750 | 100,000 | 75
    Cumbria | 2024 | 2025-11-26 | z | z | z
    Poole   | 2018 | 2025-11-26 | 180 | 30,000 | 60
    Merton  | 2024 | 2025-11-26 | 100 | 50,000 | 20
    Merton  | 2025 | 2025-11-26 | c | 50,000 | c
"""
STAYED = """
    area    | period | released   | numerator | denominator | published
    Rutland | 2023   | 2024-11-14 | 10        | 20          | 50
    Rutland | 2024   | 2024-11-14 | 12        | 20          | 60
    Reading | 2024   | 2024-11-14 | 8         | 20          | 40
"""


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    lists = editions("2025 | 2025-05-01 | Rutland | Reading, Cumbria, Merton, Poole")
    return opened_once(rates(FIGURES) + figures(CARD[STABLE], STAYED) + lists, CARD)


def row(ask: Ask, indicator: str, area: str, choice: Choice | None = None) -> ScoreRow:
    """One indicator's row of the scorecard it belongs to."""
    card = ask.scorecard(CARD[indicator].principle, area, choice)
    return next(r for r in card.rows if r.indicator.id == indicator)


def test_a_card_has_the_indicators_of_its_principle_in_the_catalogue_s_order(ask: Ask) -> None:
    assert [r.indicator.id for r in ask.scorecard("context", "Rutland").rows] == [COUNT, RATE, "legal_status"]
    assert [r.indicator.id for r in ask.scorecard("6", "Rutland").rows] == ["three_or_more_placements", STABLE]
    assert ask.scorecard("3", "Rutland").rows == ()


def test_each_row_shows_its_own_latest_period(ask: Ask) -> None:
    assert row(ask, RATE, "Rutland").latest == row(ask, RATE, "Rutland").history[-1]
    latest = [row(ask, id_, "Rutland").latest for id_ in (RATE, STABLE)]
    assert [f and f.period for f in latest] == ["2025", "2024"]


def test_a_row_is_set_beside_the_neighbours_of_its_own_period(ask: Ask) -> None:
    rate, stable = row(ask, RATE, "Rutland"), row(ask, STABLE, "Rutland")
    assert rate.neighbours == (80, None, None, None)
    assert stable.neighbours == (40, None, None, None)
    assert rate.benchmark and (rate.benchmark.value, rate.benchmark.n, rate.benchmark.of) == (80, 1, 4)
    assert stable.benchmark and (stable.benchmark.value, stable.benchmark.lower) == (40, 1)


def test_the_history_is_oldest_first_and_ends_with_the_latest(ask: Ask) -> None:
    expect(row(ask, COUNT, "Rutland").history, "period | value\n 2022 | 30\n 2024 | 40\n 2025 | 48")


def test_before_is_the_year_before_and_no_other(ask: Ask) -> None:
    rutland, reading = row(ask, COUNT, "Rutland"), row(ask, COUNT, "Reading")
    assert rutland.before and (rutland.before.period, rutland.before.value) == ("2024", 40)
    assert reading.before is None


def test_a_suppressed_latest_period_is_shown_as_such_not_skipped(ask: Ask) -> None:
    merton = row(ask, RATE, "Merton")
    assert merton.latest and (merton.latest.period, merton.latest.status) == ("2025", Status.SUPPRESSED)
    assert merton.before and merton.before.value == 20


def test_the_latest_period_of_a_dissolved_authority_is_its_last_own(ask: Ask) -> None:
    cumbria = row(ask, RATE, "Cumbria")
    assert cumbria.latest and (cumbria.latest.period, cumbria.latest.value) == ("2023", 75)
    assert [f.period for f in cumbria.history] == ["2022", "2023"]


def test_an_indicator_that_no_release_covers_has_an_empty_row(ask: Ask) -> None:
    found = row(ask, "three_or_more_placements", "Rutland")
    assert (found.latest, found.before, found.history, found.benchmark, found.neighbours) == (None, None, (), None, ())


def test_an_indicator_that_nobody_publishes_has_an_empty_row_too(ask: Ask) -> None:
    found = row(ask, LOCAL, "Rutland")
    assert found.indicator.local
    assert (found.latest, found.benchmark, found.breakdown) == (None, None, "Total")


def test_a_card_can_be_set_beside_england_instead(opened: Opened) -> None:
    england = "England | 2025 | 2025-11-26 | 80,000 | 12,000,000 | 67\n Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"
    card = opened(rates(england)).scorecard("context", "Rutland", Choice(kind=Kind.ENGLAND))
    assert [r.benchmark.value if r.benchmark else None for r in card.rows] == [80_000, 200 / 3]


def test_the_headline_is_a_card_of_the_entries_that_say_so(ask: Ask) -> None:
    card = ask.headline("Rutland")
    assert [r.indicator.id for r in card.rows] == [e.id for e in CARD.values() if e.headline]
    assert len(card.rows) > 1


def test_a_card_has_no_total_score(ask: Ask) -> None:
    assert set(vars(ask.scorecard("context", "Rutland"))) == {"principle", "area", "choice", "edition", "rows", "notes"}
