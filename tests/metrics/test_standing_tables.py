"""The seven principles as tables: shapes with their counts, and what each rests on."""

import pytest

from metrics.catalogue import catalogue as shipped
from metrics.evidence import State
from metrics.glance import Glance, glance
from metrics.standing_tables import evidence, principles
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, shares

CARD = shipped()


@pytest.fixture(scope="module")
def found(opened_once: Opened) -> Glance:
    told = {**dict.fromkeys(TEN, "70 of 100"), "Rutland": "30 of 100"}
    return glance(opened_once(beside("Rutland") + shares(CARD["dental_check"], told), CARD), "Rutland")


def test_each_principle_shows_its_shapes_with_their_counts(found: Glance) -> None:
    rows = {row[0]: row[1:] for row in principles(found).rows}
    health = found.standings[0].tally
    assert rows["1. Health and wellbeing"] == ("0", "0", "▼ 1", f"◇ {health.unknown}", str(health.neutral))


def test_a_principle_that_rests_on_local_returns_says_so(found: Glance) -> None:
    quiet = {row[0].partition("\n")[2] for row in principles(found).rows if row[0].startswith(("2", "3"))}
    assert quiet == {"Not measured nationally"}


def test_the_states_of_each_principle_add_up_to_its_measures(found: Glance) -> None:
    table = evidence(found.evidence)
    assert [column.title for column in table.columns][1:] == [
        "With a figure", "No figure to show here", "Published elsewhere", "Not measured nationally", "Measures",
    ]  # fmt: skip
    for row in table.rows:
        assert sum(map(int, row[1:-1])) == int(row[-1])


def test_the_key_explains_each_kind_of_square_that_is_there(found: Glance) -> None:
    key = evidence(found.evidence).key
    assert key.startswith("The squares: full, with a figure; ") and key.endswith("dotted, not measured nationally.")
    assert key.count(";") == len(State) - 1
