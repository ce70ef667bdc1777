"""An authority at a glance: numbers first, strengths before concerns, headline measures in front, a line for each principle."""

import pytest

from metrics.ask import Ask
from metrics.attention import attention
from metrics.catalogue import catalogue as shipped
from metrics.glance import COVERED_BY, NUMBERS, Glance, glance
from metrics.judged import Level
from metrics.results import Choice, ScoreRow
from metrics.wording import glance as words
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, over_years, shares
from tests.metrics.worlds import World, figures

CARD = shipped()
# What Rutland's figures are beside ten neighbours with 70 of 100 each; all of them better when higher.
SHARES = {"dental_check": "30 of 100", "suitable_accommodation_19_to_21": "45 of 100", "same_placement_2_years": "99 of 100"}
HEADLINE = "suitable_accommodation_19_to_21"
RISING = ("40 of 600", "52 of 612", "66 of 596", "80 of 605", "98 of 595")
HELD = "area | period | released | numerator\n"


def world() -> World:
    """Rutland with a strength, two concerns and two measures that move."""
    drawn = beside("Rutland")
    for id_, cell in SHARES.items():
        drawn += shares(CARD[id_], {**dict.fromkeys(TEN, "70 of 100"), "Rutland": cell})
    for id_ in ("three_or_more_placements", "care_leavers_eet_19_to_21"):
        drawn += over_years(CARD[id_], "Rutland", RISING) + shares(CARD[id_], dict.fromkeys(TEN, "98 of 595"))
    looked_after = "Rutland | 2024 | 2025-11-26 | 40\nRutland | 2025 | 2025-11-26 | 32"
    drawn += figures(CARD["children_looked_after"], HELD + looked_after)
    return drawn + figures(CARD["children_started"], HELD + "Rutland | 2025 | 2025-11-26 | c")


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(world(), CARD)


@pytest.fixture(scope="module")
def found(ask: Ask) -> Glance:
    return glance(ask, "Rutland")


def ids(rows: tuple[ScoreRow, ...]) -> list[str]:
    """The indicators of some rows."""
    return [row.indicator.id for row in rows]


def test_strengths_and_concerns_are_those_of_the_one_rule_with_headline_measures_in_front(ask: Ask, found: Glance) -> None:
    ruled = attention(ask, "Rutland")
    assert ids(ruled.concerns) == ["dental_check", HEADLINE]
    assert ids(found.concerns) == [HEADLINE, "dental_check"]
    assert ids(found.strengths) == ids(ruled.strengths) == ["same_placement_2_years"]
    assert found.attention == ruled


def test_what_moves_the_right_way_without_being_better_stands_beside_the_strengths(found: Glance) -> None:
    assert ids(found.improving) == ["care_leavers_eet_19_to_21"]
    assert ids(found.attention.turning) == ["three_or_more_placements"]
    assert words.improving(found) == "Moving the right way over five years: care leavers aged 19 to 21 learning or working."
    assert words.turning(found) == "Moving the wrong way over five years: three or more placements in the year."


def test_the_headline_is_the_same_card_as_when_it_is_asked_for_alone(ask: Ask, found: Glance) -> None:
    assert found.headline == ask.headline("Rutland")


def test_each_principle_has_a_line_whose_counts_add_up_to_its_measures(found: Glance) -> None:
    assert [one.principle for one in found.standings] == ["1", "2", "3", "4", "5", "6", "7"]
    for one in found.standings:
        counts = one.tally
        of = counts.better + counts.similar + counts.worse + counts.unknown + counts.neutral
        assert of == len(one.evidence.states) == len(CARD.of(one.principle))


def test_a_number_is_said_with_its_day_and_its_change_and_a_hidden_one_with_the_reason(found: Glance) -> None:
    assert ids(found.numbers) == list(NUMBERS)
    said = {row.indicator.id: words.number(row) for row in found.numbers}
    assert said["children_looked_after"] == ("32", "children looked after on 31 March 2025", "8 fewer than a year before")
    assert said["children_started"] == ("[c]", "came into care in the year to 31 March 2025", "too few children to show")
    assert said["children_ceased"][0] == "none"


def test_a_concern_is_said_with_shape_figure_and_place(found: Glance) -> None:
    assert words.point(found.concerns[0]) == (
        "▼",
        "Care leavers aged 19 to 21 in suitable accommodation",
        "45% (45 of 100)",
        "Worse: lower than 10 of 10 neighbours; median 70%.",
    )


def test_chance_is_said_beside_the_verdicts(found: Glance) -> None:
    assert words.chance(found).startswith(f"Of {found.attention.tally.checks} checks, ")
    assert words.chance(found).endswith("more measures cannot be told.")


def test_where_nothing_could_be_tested_no_strength_is_not_called_good_or_bad(ask: Ask) -> None:
    nobody = glance(ask, "Isles of Scilly", Choice())
    assert (nobody.strengths, nobody.concerns) == ((), ())
    assert words.nothing(nobody, Level.WORSE) == "No measure could be put to the test."
    assert words.chance(nobody).endswith("measures cannot be told.")


def test_the_numbers_and_what_covers_a_score_are_in_the_catalogue() -> None:
    assert set(NUMBERS) | set(COVERED_BY) | set(COVERED_BY.values()) <= set(CARD)
