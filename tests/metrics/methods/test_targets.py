"""Targets: will they be hit, and how many children are missing, counted as people write decimals."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.control_charts import xmr
from metrics.methods.targets import Assurance, assurance, children_over, children_short


def test_a_target_of_85_is_hit_and_miss_for_the_printed_year() -> None:
    chart = xmr((82, 78, 85, 91, 74, 80, 88, 79, 83, 86, 77, 81))
    assert assurance(chart.lower, chart.upper, 85, "higher") == "hit and miss"


@pytest.mark.parametrize(
    ("target", "better", "said"),
    [
        (60, "higher", "will hit"), (101, "higher", "will miss"), (63.38, "higher", "hit and miss"),
        (60, "lower", "will miss"), (101, "lower", "will hit"), (100.62, "lower", "hit and miss"),
    ],
)  # fmt: skip
def test_outside_on_the_good_side_will_hit_and_on_the_bad_side_will_miss(target: float, better: str, said: str) -> None:
    assert assurance(63.38, 100.62, target, better) == said


def test_34_of_41_are_one_child_short_of_85_percent_and_28_of_44_are_ten() -> None:
    assert (children_short(34, 41, 0.85), children_short(28, 44, 0.85)) == (1, 10)


@pytest.mark.parametrize("target", [0.07, "0.07", Decimal("0.07"), Fraction(7, 100)])
def test_seven_percent_of_a_hundred_are_seven_children(target: float | str | Decimal | Fraction) -> None:
    assert ceil(0.07 * 100) == 8  # what binary floats make of it
    assert children_short(0, 100, target) == 7


def test_nobody_is_short_of_a_target_that_is_met() -> None:
    assert (children_short(7, 100, 0.07), children_short(100, 100, 1), children_short(0, 0, 1)) == (0, 0, 0)


def test_where_lower_is_better_the_children_over_the_target_are_counted() -> None:
    assert (children_over(12, 100, 0.1), children_over(10, 100, 0.1), children_over(5, 45, 0.1)) == (2, 0, 1)


percents = st.integers(0, 100)
counts = st.integers(0, 2_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, percents)
def test_with_the_children_short_the_target_is_met_and_with_one_fewer_it_is_not(count: tuple[int, int], percent: int) -> None:
    (x, n), short = count, children_short(*count, Decimal(percent) / 100)
    assert (x + short) * 100 >= percent * n
    assert short == 0 or (x + short - 1) * 100 < percent * n


@given(counts, percents)
def test_without_the_children_over_the_target_is_met_and_with_one_more_it_is_not(count: tuple[int, int], percent: int) -> None:
    (x, n), over = count, children_over(*count, percent / 100)
    assert (x - over) * 100 <= percent * n
    assert over == 0 or (x - over + 1) * 100 > percent * n


@given(st.floats(-100, 100), st.floats(0, 100), st.floats(-300, 300))
def test_turning_the_direction_round_swaps_hit_and_miss(lower: float, width: float, target: float) -> None:
    swapped = {Assurance.WILL_HIT: Assurance.WILL_MISS, Assurance.WILL_MISS: Assurance.WILL_HIT}
    one, other = (assurance(lower, lower + width, target, better) for better in ("higher", "lower"))
    assert other == swapped.get(one, one)


def test_a_figure_that_is_never_better_has_no_target() -> None:
    with pytest.raises(ValueError, match='The better direction is "neither": expected "higher" or "lower"'):
        assurance(60, 90, 85, "neither")


def test_limits_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="wrong order: expected the lower one first"):
        assurance(90, 60, 85, "higher")


@pytest.mark.parametrize("target", [85, 1.01, "-0.1"])
def test_a_target_is_a_share_and_not_a_percentage(target: float | str) -> None:
    with pytest.raises(ValueError, match="is not a share: expected 0 to 1, like 0.85 for 85%."):
        children_short(34, 41, target)


def test_more_children_than_there_are_is_refused() -> None:
    with pytest.raises(ValueError, match="42 of 41 children is not a part of a whole: expected 0 to 41."):
        children_short(42, 41, 0.85)
