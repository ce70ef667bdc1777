"""A figure of an earlier year than those beside it is marked: in tables, in lists, on the chart, and counted in the sentence."""

import pytest

from metrics import score_tables
from metrics.ask import Ask
from metrics.catalogue import catalogue as shipped
from metrics.results import Scorecard
from metrics.spine import spine
from metrics.wording import ages, glance, principle, scorecards
from pages.charts.spine import figure
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, shares

CARD = shipped()
OLD, NEW = "mid_year_school_move", "three_or_more_placements"
THIS, LAST = "in the year to 31 March 2025", "older: in the year to 31 March 2024"


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    drawn = beside("Rutland")
    # Another publication, which comes out later: its newest figure is a year older, and not too old to be judged.
    moved = shares(CARD[OLD], {**dict.fromkeys(TEN, "10 of 100"), "Rutland": "60 of 100"}, "2024", "2025-07-31")
    return opened_once(
        drawn + moved.under("School moves") + shares(CARD[NEW], {**dict.fromkeys(TEN, "40 of 100"), "Rutland": "2 of 100"}), CARD
    )


@pytest.fixture(scope="module")
def card(ask: Ask) -> Scorecard:
    return ask.scorecard("6", "Rutland")


def test_the_newest_figures_are_dated_and_older_ones_say_so_before_their_date(card: Scorecard) -> None:
    by_id = {row.indicator.id: row.latest for row in card.rows}
    old, new = by_id[OLD], by_id[NEW]
    assert old and new
    assert ages.newest_year(by_id.values()) == 2025 and ages.newest_year([]) == 0
    assert (ages.dated(new, 2025), ages.dated(old, 2025)) == (THIS, LAST)
    assert ages.dated(old, 2024) == LAST.removeprefix("older: ")


def test_a_table_of_mixed_years_marks_the_older_one(card: Scorecard) -> None:
    names = [row[0] for row in score_tables.scorecard("A caption", score_tables.judged_rows(card)).rows]
    assert f"{CARD[OLD].title}\n{LAST}" in names and f"{CARD[NEW].title}\n{THIS}" in names


def test_a_table_of_older_figures_alone_is_marked_beside_newer_ones_on_the_page(card: Scorecard) -> None:
    rows = [row for row in card.rows if row.indicator.id == OLD]
    assert "older" not in score_tables.scorecard("A caption", rows).rows[0][0]
    assert LAST in score_tables.scorecard("A caption", rows, newest=score_tables.newest_year(card.rows)).rows[0][0]


def test_the_sentence_counts_those_that_are_marked(card: Scorecard) -> None:
    assert scorecards.how_old(card) == (
        f"The newest figure is {THIS}; 1 is older and marked so, the oldest in the year to 31 March 2024."
    )


def test_the_chart_and_its_figures_mark_it_too(card: Scorecard) -> None:
    found = spine(card)
    made = figure(card, found)
    assert made is not None
    said = [one["text"] for one in made["layout"]["annotations"]]
    assert sum(LAST in text for text in said) == 1 and not any(THIS in text for text in said)
    assert sum(row[0].endswith(LAST) for row in score_tables.spine(card, found).rows) == 1


def test_a_strength_or_a_concern_of_an_earlier_year_names_it(card: Scorecard) -> None:
    old = next(row for row in card.rows if row.indicator.id == OLD)
    assert glance.point(old, 2025)[-1] == f"Worse: higher than 10 of 10 neighbours; median 10%; {LAST}."
    assert "older" not in glance.point(old, 2024)[-1]


def test_under_the_heading_strengths_stand_by_name_before_concerns_and_then_why_the_rest_cannot_be_told(card: Scorecard) -> None:
    assert principle.finding(card) == (
        "Safe, stable lives: of 15 measures for Rutland, 1 is better than its neighbours and 1 is worse. 13 cannot be told."
    )
    assert principle.about(card) == (
        "Better: three or more placements in the year. Worse: changed school in mid-year. "
        "Cannot be told: 13 have no figure to show here. "
        "22 more are neither good nor bad, 2 are not measured nationally and 1 is published elsewhere."
    )


def test_what_the_chart_has_said_of_better_and_worse_is_not_said_again_under_it(card: Scorecard) -> None:
    said = principle.sentence(card, spine(card))
    assert said.endswith(scorecards.how_old(card)) and said.count("worse") == 1
