"""A scorecard as tables: judged measures first, each at its own latest period, and why the others have no verdict or figure."""

import pytest

from metrics import score_tables
from metrics.ask import Ask
from metrics.catalogue import catalogue as shipped
from metrics.groups import OTHERS, grouped
from metrics.results import ScoreRow
from metrics.spine import spine
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, over_years, shares
from tests.metrics.worlds import World, figures, rates

CARD = shipped()
SDQ, RETURNED, TEETH = "sdq_average_score", "sdq_returned", "dental_check"


def world() -> World:
    """Rutland's health beside ten neighbours with 70 of 100 each, and how many children it looks after."""
    drawn = beside("Rutland") + over_years(CARD[TEETH], "Rutland", ("90 of 100", "75 of 100", "60 of 100", "45 of 100"))
    drawn += shares(CARD[TEETH], {**dict.fromkeys(TEN, "70 of 100"), "Rutland": "30 of 100"})
    drawn += shares(CARD[RETURNED], {**dict.fromkeys(TEN, "70 of 100"), "Rutland": "70 of 100"})
    drawn += shares(CARD["development_assessment"], {"Rutland": "c of 100"})
    header = "area | period | released | value | denominator\n"
    drawn += figures(CARD[SDQ], header + "Rutland | 2025 | 2025-11-26 | 14.3 | 70")
    return drawn + rates("Rutland | 2024 | 2025-11-26 | c | 7,000 | c\nRutland | 2025 | 2025-11-26 | 32 | 7,100 | 45")


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(world(), CARD)


def cells(rows: tuple[ScoreRow, ...], id_: str, coverage: dict[str, ScoreRow] | None = None) -> tuple[str, ...]:
    """The row of a measure in the table."""
    at = [row.indicator.id for row in rows].index(id_)
    return score_tables.scorecard("A caption", rows, coverage).rows[at]


def test_a_row_shows_figure_counts_change_and_verdict_at_its_own_period(ask: Ask) -> None:
    assert cells(score_tables.judged_rows(ask.scorecard("1", "Rutland")), TEETH) == (
        "Teeth checked by a dentist\nin the year to 31 March 2025",
        "30%\n30 of 100",
        "Down from 45% (45 of 100) a year before\nOver five years: falling, the wrong way",
        "▼ worse than its neighbours\nLower than 10 of 10 neighbours; median 70%",
    )


def test_a_target_stands_with_the_verdict_in_children(ask: Ask) -> None:
    verdict = cells(score_tables.judged_rows(ask.scorecard("1", "Rutland")), RETURNED)[3]
    assert verdict.endswith("It does not meet the target of 100%: 30 children short of it.")


def test_a_score_says_how_many_children_it_rests_on_and_how_many_answered(ask: Ask) -> None:
    rows = score_tables.judged_rows(ask.scorecard("1", "Rutland"))
    coverage = {SDQ: next(row for row in rows if row.indicator.id == RETURNED)}
    name, latest, *_, verdict = cells(rows, SDQ, coverage)
    assert name.endswith("\nin the year to 31 March 2025; 70% (70 of 100) came back")
    assert latest == "14.3\n70 children"
    assert verdict.startswith("◇ cannot tell\n")


def test_a_suppressed_figure_says_so_and_its_mark_is_explained(ask: Ask) -> None:
    rows = score_tables.judged_rows(ask.scorecard("1", "Rutland"))
    assert cells(rows, "development_assessment")[1:] == ("[c]", "", "◇ too few children to show")
    assert score_tables.scorecard("A caption", rows).key == "[c] too few children to show."


def test_a_measure_that_no_release_covers_says_so_in_its_row(ask: Ask) -> None:
    row = cells(score_tables.judged_rows(ask.scorecard("7", "Rutland")), "suitable_accommodation_19_to_21")
    assert row[1:] == ("no figure", "", "◇ no figure is held for this council and this choice")


def test_judged_and_neutral_measures_part_the_published_ones(ask: Ask) -> None:
    for principle in ("context", "1", "4", "6"):
        card = ask.scorecard(principle, "Rutland")
        judged, neutral = score_tables.judged_rows(card), score_tables.neutral_rows(card)
        assert sorted(map(id, (*judged, *neutral))) == sorted(map(id, score_tables.measured_rows(card)))
    assert score_tables.judged_rows(ask.scorecard("context", "Rutland")) == ()


def test_what_is_neither_good_nor_bad_is_never_given_the_shape_of_a_verdict(ask: Ask) -> None:
    table = score_tables.scorecard("A caption", score_tables.neutral_rows(ask.scorecard("context", "Rutland")))
    assert {row[3][0] for row in table.rows} == {"◇"}


def test_what_is_not_measured_nationally_says_what_to_collect(ask: Ask) -> None:
    table = score_tables.to_collect(ask.scorecard("3", "Rutland").rows)
    assert table is not None
    assert table.caption == "Not measured nationally: a local return would tell us"
    entry = CARD["promises_kept"]
    assert (entry.title, entry.plain, entry.collect) in table.rows
    assert score_tables.to_collect(ask.scorecard("context", "Rutland").rows) is None


def test_what_others_publish_says_where(ask: Ask) -> None:
    table = score_tables.elsewhere(ask.scorecard("4", "Rutland").rows)
    entry = CARD["care_leavers_owed_homelessness_duty"]
    assert table is not None and table.rows == ((entry.title, entry.plain, entry.elsewhere),)
    assert score_tables.elsewhere(ask.scorecard("1", "Rutland").rows) is None


def test_the_figures_of_a_spine_are_in_each_measures_own_unit(ask: Ask) -> None:
    card = ask.scorecard("1", "Rutland")
    table = score_tables.spine(card, spine(card))
    teeth = next(row for row in table.rows if row[0].startswith("Teeth"))
    assert teeth[1:] == ("30%", "22% to 40%", "70%", "70%", "70%", "▼ worse")


def test_the_years_and_the_place_of_a_row_are_said_in_words(ask: Ask) -> None:
    rows = ask.scorecard("1", "Rutland").rows
    teeth = next(row for row in rows if row.indicator.id == TEETH)
    assert score_tables.history(teeth) == "2021: 90%, 2022: 75%, 2023: 60%, 2024: 45%, 2025: 30%"
    assert score_tables.standing(teeth) == "lower than 10 of 10 neighbours; median 70%; neighbours from 70% to 70%"
    (rate,) = [r for r in ask.scorecard("context", "Rutland").rows if r.indicator.id == "children_looked_after_rate"]
    assert score_tables.history(rate) == "2024: [c], 2025: 45.1"
    assert score_tables.standing(rate) == ""


def test_the_context_stands_in_groups_with_the_headline_in_front_and_none_left_out(ask: Ask) -> None:
    rows = ask.scorecard("context", "Rutland").rows
    found = grouped(rows)
    assert sorted(map(id, (row for _, members in found for row in members))) == sorted(map(id, rows))
    assert OTHERS not in dict(found)
    assert found[0][1][0].indicator.id == "children_looked_after_rate"
