"""What a gap is worth: the printed product, and that it stays a range in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.money import WEEKS_IN_A_YEAR, cost_range

WEEKLY = st.floats(0, 20_000)


def test_a_year_has_52_143_weeks() -> None:
    assert number(WEEKS_IN_A_YEAR, 3) == "52.143"


def test_122_children_at_2_100_pounds_a_week_cost_13_36_million_a_year_at_most() -> None:
    assert number(cost_range(122, 800, 2_100).high / 1_000_000, 2) == "13.36"


def test_the_low_end_is_the_share_of_the_marginal_cost_that_can_be_realised() -> None:
    assert cost_range(7, 700, 2_100, realisable=0.5).low == pytest.approx(7 * 700 * 0.5 * 365 / 7)
    assert cost_range(7, 700, 2_100, realisable=0).low == 0


def test_no_gap_costs_nothing() -> None:
    assert (cost_range(0, 700, 2_100).low, cost_range(0, 700, 2_100).high) == (0, 0)


@given(st.floats(-500, 500), WEEKLY, WEEKLY, st.floats(0, 1))
def test_low_is_never_above_high_and_a_gap_the_other_way_is_its_mirror(
    gap: float, one: float, other: float, realisable: float
) -> None:
    low, high = sorted((one, other))
    found, mirrored = cost_range(gap, low, high, realisable), cost_range(-gap, low, high, realisable)
    assert found.low <= found.high
    assert (mirrored.low, mirrored.high) == (-found.high, -found.low)


def test_costs_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="The low weekly cost of £2100 is above the high one of £700: expected them in order."):
        cost_range(122, 2_100, 700)


@pytest.mark.parametrize("share", [-0.1, 1.1, 50, float("nan")])
def test_a_realisable_share_is_between_nothing_and_all(share: float) -> None:
    with pytest.raises(ValueError, match="is not a share: expected 0 to 1."):
        cost_range(122, 700, 2_100, share)


def test_a_gap_that_is_no_figure_is_refused() -> None:
    with pytest.raises(ValueError, match='"gap" is nan'):
        cost_range(float("nan"), 700, 2_100)
