"""The gaps of all measures of a card at once are those that are asked for one by one."""

import pytest

from metrics.ask import Ask
from metrics.card_gaps import card_gaps
from metrics.catalogue import catalogue as shipped
from metrics.gap_tables import newest
from metrics.gaps import gaps
from tests.metrics.conftest import Opened
from tests.metrics.worlds import World, figures

CARD = shipped()
OWN, ALL = "attainment_8", "attainment_8_all_pupils"
HEAD, COUNTS = "area | period | released | value\n", "area | period | released | numerator | denominator\n"
MATHS, MATHS_ALL = "english_and_maths_grade_4", "english_and_maths_grade_4_all_pupils"


def world() -> World:
    """Two years of Rutland's children and one more of all its pupils."""
    own = figures(CARD[OWN], HEAD + "Rutland | 2023/24 | 2026-04-02 | 23.2\nRutland | 2024/25 | 2026-04-02 | 25.5")
    pupils = "Rutland | 2022/23 | 2026-04-02 | 45\nRutland | 2023/24 | 2026-04-02 | 43.6\nRutland | 2024/25 | 2026-04-02 | 44.7"
    return own + figures(CARD[ALL], HEAD + pupils)


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(world(), CARD)


def test_all_at_once_is_the_same_as_one_by_one(ask: Ask) -> None:
    assert card_gaps(ask, ask.scorecard("5", "Rutland")) == (gaps(ask, OWN, "Rutland"),)


def test_a_card_without_such_measures_asks_nothing(ask: Ask) -> None:
    assert card_gaps(ask, ask.scorecard("1", "Rutland")) == ()
    assert newest(()) is None


def test_the_table_has_both_figures_the_gap_and_which_side_moved(ask: Ask) -> None:
    table = newest(card_gaps(ask, ask.scorecard("5", "Rutland")))
    assert table is not None
    assert table.rows == (
        (
            "Average GCSE score (Attainment 8)\nin the school year 2024/25",
            "All pupils",
            "25.5",
            "44.7",
            "19.2\nlower",
            "The gap is 1.2 points narrower than the year before\n"
            "Children looked after went up by 2.3 points. All pupils went up by 1.1 points.",
        ),
    )


def test_a_gap_of_an_earlier_year_than_others_says_so_in_its_row_and_in_its_sentence(opened: Opened) -> None:
    old = "Rutland | 2019/20 | 2026-04-02 | 4 | 16\nRutland | 2020/21 | 2026-04-02 | 6 | 16\n"
    old += "Rutland | 2024/25 | 2026-04-02 | c | 16"
    pupils = "Rutland | 2019/20 | 2026-04-02 | 62.5\nRutland | 2020/21 | 2026-04-02 | 68.8\nRutland | 2024/25 | 2026-04-02 | 75"
    drawn = figures(CARD[MATHS], COUNTS + old) + figures(CARD[MATHS_ALL], HEAD + pupils)
    older = opened(world() + drawn, CARD)
    table = newest(card_gaps(older, older.scorecard("5", "Rutland")))
    assert table is not None
    score, maths = table.rows
    assert maths[0] == "English and maths GCSE, grade 4 or above\nolder: in the school year 2020/21"
    assert maths[2:5] == ("37.5%\n6 of 16", "68.8%", "31.3\nlower")
    assert maths[5].startswith("In the school year 2020/21 the gap was 6.2 points narrower than the year before\n")
    assert "older" not in score[0] and score[5].startswith("The gap is ")


def test_a_gap_without_the_other_figure_cannot_be_told(opened: Opened) -> None:
    lone = opened(figures(CARD[OWN], HEAD + "Rutland | 2024/25 | 2026-04-02 | 25.5"), CARD)
    table = newest(card_gaps(lone, lone.scorecard("5", "Rutland")))
    assert table is not None
    assert table.rows[0][2:5] == ("no figure", "no figure", "cannot tell")
