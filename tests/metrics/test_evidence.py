"""What the seven principles rest on: each measure in one of four states, counted and never left out."""

import pytest

from metrics.ask import Ask
from metrics.catalogue import catalogue as shipped
from metrics.evidence import EvidenceMap, State, evidence, evidence_map
from metrics.wording import principle as words
from tests.metrics.conftest import Opened
from tests.metrics.peers import beside, shares

CARD = shipped()
SHOWN, HIDDEN = "dental_check", "development_assessment"


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    drawn = beside("Rutland") + shares(CARD[SHOWN], {"Rutland": "30 of 41"}) + shares(CARD[HIDDEN], {"Rutland": "c of 41"})
    return opened_once(drawn, CARD)


@pytest.fixture(scope="module")
def found(ask: Ask) -> EvidenceMap:
    return evidence_map(ask.everything("Rutland"))


def test_every_measure_of_the_seven_principles_is_in_one_state(found: EvidenceMap) -> None:
    assert [one.principle for one in found.principles] == ["1", "2", "3", "4", "5", "6", "7"]
    for one in found.principles:
        assert len(one.states) == sum(one.counts.values()) == len(CARD.of(one.principle))
    assert sum(found.counts.values()) == sum(len(one.states) for one in found.principles)


def test_a_suppressed_figure_and_one_that_is_not_covered_are_hidden_and_not_missing(ask: Ask) -> None:
    rows = ask.scorecard("1", "Rutland").rows
    by_id = dict(zip((row.indicator.id for row in rows), evidence("1", rows).states, strict=True))
    assert by_id[SHOWN] is State.FIGURE
    assert by_id[HIDDEN] is State.HIDDEN
    assert by_id["health_assessment"] is State.HIDDEN
    assert by_id["initial_health_assessment_on_time"] is State.LOCAL


def test_what_others_publish_stands_apart_from_what_nobody_measures(ask: Ask) -> None:
    rows = ask.scorecard("4", "Rutland").rows
    by_id = dict(zip((row.indicator.id for row in rows), evidence("4", rows).states, strict=True))
    assert by_id["care_leavers_owed_homelessness_duty"] is State.ELSEWHERE
    assert by_id["personal_adviser_allocated"] is State.LOCAL


def test_principles_two_and_three_rest_on_local_returns_alone(found: EvidenceMap) -> None:
    assert [one.principle for one in found.principles if one.only_local] == ["2", "3"]


def test_the_map_is_said_in_whole_sentences(found: EvidenceMap) -> None:
    of = sum(found.counts.values())
    assert words.map_finding(found) == (
        f"1 of {of} measures of the seven principles has a figure for Rutland; "
        "on principles 2 and 3 nothing is measured nationally."
    )
    assert words.rests_on(found.principles[1]) == "Of 9 measures, none have a figure; 9 are not measured nationally."
    assert words.map_sentence(found) == (
        f"{of - 1} measures are without a figure: {found.counts[State.HIDDEN]} are published with nothing to show here; "
        "2 are published elsewhere; 28 are not measured nationally. Only a local return could tell those."
    )
