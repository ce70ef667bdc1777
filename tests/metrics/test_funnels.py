"""Funnels: the limits of chance and the wide ones, held to worked numbers; who lies outside; and why rates have none."""

from dataclasses import replace

import pytest

from metrics.funnels import crowd, funnel
from metrics.methods.overdispersion import Spread
from tests.metrics.worlds import entries
from tests.pages.results_drawn import fact

MOVES, RATE = "three_or_more_placements", "children_looked_after_rate"
CARD = entries(MOVES, RATE, "sdq_average_score")
ALIKE, APART = Spread(1.0, 0.0, 0.05, 150), Spread(2.3, 0.0016, 0.28, 150)
ENGLAND = replace(fact(CARD[MOVES], "England", "2025", "10"), numerator=1_000.0, denominator=10_000.0)


def figures(*pairs: tuple[float, float]) -> list:
    """Facts of so many of so many, each of an authority called by its position."""
    drawn = fact(CARD[MOVES], "A", "2025", "10")
    return [replace(drawn, area_code=f"A{i}", numerator=x, denominator=n, value=x / n * 100) for i, (x, n) in enumerate(pairs)]


def test_the_limits_of_chance_are_those_worked_by_hand() -> None:
    found = funnel(CARD[MOVES], ENGLAND, figures((10, 100), (60, 595)), ALIKE)
    assert found
    first, last = found.curve[0], found.curve[-1]
    assert (first.n, last.n) == (100, 595)
    assert [round(v, 2) for v in (*first.chance95, *first.chance998)] == [4.12, 15.88, 0.73, 19.27]
    assert [round(v, 2) for v in (*last.chance95, *last.chance998)] == [7.59, 12.41, 6.20, 13.80]


def test_without_any_difference_beyond_chance_both_pairs_of_limits_are_one() -> None:
    found = funnel(CARD[MOVES], ENGLAND, figures((10, 100), (60, 595)), ALIKE)
    assert found and found.between == 0
    assert all(at.wide95 == pytest.approx(at.chance95) and at.wide998 == pytest.approx(at.chance998) for at in found.curve)


def test_the_wide_limits_add_the_variance_between_authorities_to_that_of_chance() -> None:
    found = funnel(CARD[MOVES], ENGLAND, figures((10, 100), (60, 595)), APART)
    assert found and found.between == pytest.approx(4)
    # s^2 = 0.1 x 0.9 / 100 = 0.0009; with 0.0016 it is 0.05 squared, and 1.96 of these are 9.8 points.
    assert found.curve[0].wide95 == pytest.approx((0.2, 19.8), abs=0.001)
    assert found.curve[0].wide998 == pytest.approx((0, 25.451), abs=0.001)


def test_an_authority_may_lie_outside_chance_and_inside_what_is_usual() -> None:
    found = funnel(CARD[MOVES], ENGLAND, figures((10, 100), (17, 100), (25, 100), (0, 400)), APART)
    assert found
    assert (found.chance, found.low, found.high) == (("A1", "A2", "A3"), ("A3",), ("A2",))
    assert (found.beyond, found.checked, found.by_chance) == (2, 4, pytest.approx(0.2))


def test_a_hidden_figure_is_no_part_of_a_funnel() -> None:
    hidden = fact(CARD[MOVES], "B", "2025", "c")
    found = funnel(CARD[MOVES], ENGLAND, [*figures((10, 100)), hidden], APART)
    assert found and found.checked == 1
    assert funnel(CARD[MOVES], ENGLAND, [hidden], APART) is None


def test_the_limits_reach_as_far_as_those_who_are_shown_without_being_counted() -> None:
    found = funnel(CARD[MOVES], ENGLAND, figures((10, 100)), APART, figures((90, 900)))
    assert found and (found.checked, found.curve[-1].n) == (1, 900)


@pytest.mark.parametrize("entry", [RATE, "sdq_average_score"])
def test_only_shares_have_a_funnel(entry: str) -> None:
    assert funnel(CARD[entry], ENGLAND, figures((10, 100)), APART) is None


def test_without_england_s_figure_or_a_spread_there_is_no_funnel() -> None:
    assert funnel(CARD[MOVES], None, figures((10, 100)), APART) is None
    assert funnel(CARD[MOVES], replace(ENGLAND, value=None), figures((10, 100)), APART) is None
    assert funnel(CARD[MOVES], ENGLAND, figures((10, 100)), None) is None


def test_rates_that_differ_beyond_chance_are_counted_and_shares_are_not() -> None:
    rates = [replace(f, value=f.value) for f in figures(*[(30.0, 10_000.0)] * 15, *[(100.0, 10_000.0)] * 15)]
    england = replace(ENGLAND, value=60.0)
    found = crowd(CARD[RATE], england, rates)
    assert found and (found.n, found.outside) == (30, 1.0)
    assert crowd(CARD[RATE], england, rates[:29]) is None
    assert crowd(CARD[MOVES], england, rates) is None
