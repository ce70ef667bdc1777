"""A scorecard as tables: each measure at its own latest period, and what is not measured nationally."""

import pytest

from metrics import score_tables
from metrics.ask import Ask
from tests.metrics.conftest import Opened
from tests.metrics.worlds import entries, rates

RATE, COUNT = "children_looked_after_rate", "children_looked_after"


@pytest.fixture
def ask(opened: Opened) -> Ask:
    world = rates("""
        Herefordshire | 2024 | 2025-11-26 | c   | 34,260 | c
        Herefordshire | 2025 | 2025-11-26 | 344 | 34,439 | 100
    """)
    return opened(world, entries(RATE, COUNT, "promises_kept"))


def test_a_scorecard_shows_figure_counts_change_and_place_of_each_measure_and_its_own_date(ask: Ask) -> None:
    card = ask.scorecard("context", "Herefordshire")
    table = score_tables.scorecard(card)
    assert [row[0] for row in table.rows] == [
        "Children looked after\non 31 March 2025",
        "Children looked after, rate per 10,000\non 31 March 2025",
    ]
    assert table.rows[0][1:] == ("344", "", "the year before: too few children to show", "not compared: councils differ in size")
    assert table.rows[1][1:3] == ("99.9", "344 of 34,439")
    assert score_tables.history(card.rows[1]) == "2024: [c], 2025: 99.9"


def test_a_measure_that_is_not_measured_nationally_says_what_to_collect(ask: Ask) -> None:
    table = score_tables.to_collect(ask.scorecard("3", "Herefordshire"))
    assert table is not None
    entry = ask.catalogue["promises_kept"]
    assert table.caption == "Not measured nationally: a local return would tell us"
    assert table.rows == ((entry.title, entry.plain, entry.collect),)
    assert score_tables.to_collect(ask.scorecard("context", "Herefordshire")) is None


def test_a_measure_that_no_release_covers_says_so_in_its_row(ask: Ask) -> None:
    row = score_tables.scorecard(ask.scorecard("context", "Cumbria")).rows[1]
    missing = "no figure for this authority in the years and vintage chosen"
    assert row == ("Children looked after, rate per 10,000", "[not held]", "", "", missing)
