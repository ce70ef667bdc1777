"""What deserves a question: strengths and concerns by one rule, the surest first, with the false alarms to be expected."""

from dataclasses import replace

import pytest

from data.errors import BadInput
from metrics.ask import Ask
from metrics.attention import Attention, attention, moves
from metrics.catalogue import Break, Catalogue
from metrics.catalogue import catalogue as shipped
from metrics.judged import Level
from metrics.results import Choice, ScoreRow
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, line, over_years, shares
from tests.metrics.worlds import World, figures

CARD = shipped()
# What Rutland's figures are beside ten neighbours with 70 of 100 each; all of them better when higher.
SHARES = {
    "sdq_returned": "50 of 100",
    "dental_check": "30 of 100",
    "suitable_accommodation_17_to_18": "40 of 100",
    "care_leavers_eet_17_to_18": "90 of 100",
    "same_placement_2_years": "99 of 100",
    "care_leavers_eet_19_to_21": "68 of 100",
    "care_leavers_in_touch_19_to_21": "c",
}
LOWER, NEUTRAL, SDQ, COVERAGE = "three_or_more_placements", "unaccompanied_children_share", "sdq_average_score", "sdq_returned"
TURNING = ("40 of 600", "52 of 612", "66 of 596", "80 of 605", "98 of 595")  # three or more placements, more each year
WITH_DIRECTION = [e for e in CARD.values() if e.better != "neither" and not e.reference]
WITHOUT = [e for e in CARD.values() if e.better == "neither" and not e.reference]


def world() -> World:
    """Rutland, with a figure of every kind."""
    drawn = beside("Rutland") + over_years(CARD[LOWER], "Rutland", TURNING)
    drawn += shares(CARD[LOWER], dict.fromkeys(TEN, "98 of 595"))
    drawn += shares(CARD[NEUTRAL], {**dict.fromkeys(TEN, "10 of 100"), "Rutland": "60 of 100"})
    for id_, cell in SHARES.items():
        drawn += shares(CARD[id_], {**dict.fromkeys(TEN, "70 of 100"), "Rutland": cell})
    return drawn + over_years(CARD[COVERAGE], "Rutland", ("90 of 100", "80 of 100", "70 of 100", "60 of 100"))


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(world(), CARD)


@pytest.fixture(scope="module")
def found(ask: Ask) -> Attention:
    return attention(ask, "Rutland")


def ids(rows: tuple[ScoreRow, ...]) -> list[str]:
    """The indicators of some rows."""
    return [row.indicator.id for row in rows]


def test_concerns_and_strengths_are_the_figures_that_are_worse_and_better_the_surest_first(found: Attention) -> None:
    assert ids(found.concerns) == ["dental_check", "suitable_accommodation_17_to_18", "sdq_returned"]
    assert ids(found.strengths) == ["same_placement_2_years", "care_leavers_eet_17_to_18"]
    for rows in (found.concerns, found.strengths):
        distances = [abs(row.verdict.z or 0) for row in rows]
        assert distances == sorted(distances, reverse=True) and min(distances) > 1.96
    assert {row.verdict.level for row in found.concerns} == {Level.WORSE}


def test_one_in_twenty_of_the_checks_is_expected_to_be_a_false_alarm(found: Attention) -> None:
    assert found.tally.checks == 7
    assert found.expected == 0.05 * 7


def test_the_tally_shows_what_is_unknown_and_what_has_no_direction(found: Attention) -> None:
    counts = found.tally
    assert (counts.better, counts.similar, counts.worse) == (2, 2, 3)
    assert (counts.unknown, counts.neutral) == (len(WITH_DIRECTION) - 7, len(WITHOUT))


def test_figures_that_turn_for_the_worse_without_being_worse_stand_apart(found: Attention) -> None:
    assert ids(found.turning) == [LOWER]
    assert found.turning[0].verdict.level is Level.SIMILAR
    asked = next(row for row in found.concerns if row.indicator.id == COVERAGE)
    assert asked.verdict.worsening  # it is worse already, so it is named once


def test_nothing_without_a_direction_is_a_concern_or_a_strength(ask: Ask, found: Attention) -> None:
    assert line(ask, NEUTRAL, "Rutland").verdict.level is Level.HIGHER
    assert NEUTRAL not in ids((*found.concerns, *found.strengths, *found.turning))


def test_mirrored_directions_swap_strengths_and_concerns(opened: Opened, found: Attention) -> None:
    other = {"higher": "lower", "lower": "higher", "neither": "neither"}
    mirrored = attention(opened(world(), Catalogue(replace(e, better=other[e.better]) for e in CARD.values())), "Rutland")
    assert ids(mirrored.concerns) == ids(found.strengths)
    assert ids(mirrored.strengths) == ids(found.concerns)
    assert (mirrored.expected, mirrored.turning) == (found.expected, ())


def test_an_authority_of_which_nothing_is_known_has_no_concern_and_no_check(ask: Ask) -> None:
    found = attention(ask, "Isles of Scilly", Choice())
    assert (found.concerns, found.strengths, found.turning, found.expected) == ((), (), (), 0)
    assert found.tally.unknown == len(WITH_DIRECTION)


def test_an_unknown_edition_is_answered_with_those_held(ask: Ask) -> None:
    with pytest.raises(BadInput, match='no edition "2019"'):
        attention(ask, "Rutland", Choice(edition="2019"))


def moved(score: str, coverage: str) -> World:
    """Devon's average score and how many were asked, from 15 points and 80 of 100 the year before."""
    two = "area | period | released | value\n Devon | {} | 2025-11-26 | {}"
    drawn = figures(CARD[SDQ], two.format(2024, "15")) + figures(CARD[SDQ], two.format(2025, score))
    return drawn + over_years(CARD[COVERAGE], "Devon", ("80 of 100", coverage), 2024)


@pytest.mark.parametrize(
    ("score", "coverage", "asked"),
    [
        ("12", "50 of 100", True),
        ("12", "90 of 100", False),  # more were asked
        ("18", "50 of 100", False),  # the score got worse
        ("14.9", "50 of 100", False),  # within the margin
        ("12", "c", False),
    ],
)
def test_a_score_that_improved_while_fewer_were_asked_brings_its_question(
    opened: Opened, score: str, coverage: str, asked: bool
) -> None:
    found = [pattern.id for pattern in attention(opened(moved(score, coverage), CARD), "Devon").patterns]
    assert ("score_better_fewer_asked" in found) is asked


def test_a_year_s_move_is_not_told_across_a_break_or_a_gap(opened: Opened) -> None:
    rows = opened(moved("12", "50 of 100"), CARD).everything("Devon").rows
    assert moves(rows) == {SDQ: "down", COVERAGE: "down"}
    broken = Catalogue([replace(e, breaks=(Break(2025, "Asked otherwise."),)) if e.id == SDQ else e for e in CARD.values()])
    assert moves(opened(moved("12", "50 of 100"), broken).everything("Devon").rows) == {COVERAGE: "down"}
    gap = shares(CARD[COVERAGE], {"Devon": "80 of 100"}, "2023") + shares(CARD[COVERAGE], {"Devon": "50 of 100"}, "2025")
    assert moves(opened(gap, CARD).everything("Devon").rows) == {}
