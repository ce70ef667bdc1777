"""XmR and p-charts: the printed series, and what must hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.control_charts import ENOUGH, p_chart, xmr
from metrics.methods.signals import Rule

MONTHS = (82, 78, 85, 91, 74, 80, 88, 79, 83, 86, 77, 81)
ON_TIME = (9, 11, 7, 10, 12, 6, 8, 10, 9, 11, 7, 4)
DUE = (11, 13, 10, 12, 14, 9, 10, 11, 12, 13, 9, 11)


def test_the_printed_year_has_its_mean_its_moving_range_and_its_limits() -> None:
    found = xmr(MONTHS)
    assert (number(found.mean, 1), number(found.moving_range, 1)) == ("82.0", "7.0")
    assert (number(found.lower, 2), number(found.upper, 2), number(found.range_limit, 2)) == ("63.38", "100.62", "22.87")
    assert (found.signals, found.screened, found.provisional) == ((), (), False)


def test_limits_of_a_percentage_are_cut_at_a_hundred() -> None:
    lower, upper = xmr(MONTHS).within(0, 100)
    assert (number(lower, 2), upper) == ("63.38", 100)


def test_a_single_jump_is_screened_out_of_the_limits_once() -> None:
    # Ten ranges of 2 and two of 41 (up and down): their mean is 8.5, so those over 27.8 go, and the limits are those of the twos.
    found = xmr([10, 12, 10, 12, 10, 12, 53, 12, 10, 12, 10, 12, 10])
    assert found.screened == (6, 7)
    assert found.moving_range == 2
    assert found.upper - found.mean == pytest.approx(2.66 * 2)
    assert [(s.rule, s.points) for s in found.signals][0] == (Rule.OUTSIDE, (6,))


def test_limits_are_provisional_under_twelve_points() -> None:
    assert [xmr(MONTHS[:n]).provisional for n in (2, 11, 12)] == [True, True, False]
    assert p_chart(list(zip(ON_TIME, DUE, strict=True))[:11]).provisional
    assert ENOUGH == 12


def test_the_printed_p_chart_has_its_mean_and_its_lower_limit_and_the_last_month_is_a_signal() -> None:
    found = p_chart(list(zip(ON_TIME, DUE, strict=True)))
    assert (sum(ON_TIME), sum(DUE)) == (104, 135)
    assert (number(found.mean, 4), number(found.lower[-1], 3), number(found.shares[-1], 3)) == ("0.7704", "0.390", "0.364")
    assert [(s.rule, s.points, s.high) for s in found.signals] == [(Rule.OUTSIDE, (11,), False)]
    assert not found.provisional


def test_a_month_with_more_children_has_tighter_limits() -> None:
    found = p_chart([(8, 10), (80, 100)])
    assert found.lower[0] < found.lower[1] and found.upper[1] < found.upper[0]


def test_a_share_on_its_limit_is_no_signal_though_binary_digits_put_it_beyond() -> None:
    found = p_chart([(18, 25), (72, 75)])  # a mean of 90%, whose lower limit for 25 children is 72%
    assert found.mean - found.shares[0] > 0.18
    assert (number(found.lower[0], 9), found.signals) == ("0.720000000", ())


def test_all_of_all_is_no_signal() -> None:
    found = p_chart([(10, 10), (7, 7), (12, 12)])
    assert (found.lower, found.upper, found.signals) == ((1, 1, 1), (1, 1, 1), ())


series = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=40)
months = st.lists(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=36)


@given(series)
def test_the_mean_lies_within_the_limits_whatever_was_screened(values: list[float]) -> None:
    found = xmr(values)
    assert found.lower <= found.mean <= found.upper
    assert found.moving_range <= found.range_limit


@given(months)
def test_shares_and_limits_stay_between_none_and_all(counts: list[tuple[int, int]]) -> None:
    found = p_chart(counts)
    assert all(0 <= low <= found.mean <= high <= 1 for low, high in zip(found.lower, found.upper, strict=True))
    assert len(found.shares) == len(found.lower) == len(found.upper) == len(counts)


@given(months)
def test_a_point_is_outside_by_signal_exactly_where_it_is_outside_by_its_limits(counts: list[tuple[int, int]]) -> None:
    found = p_chart(counts)
    drawn = {i for i, share in enumerate(found.shares) if not found.lower[i] - 1e-9 <= share <= found.upper[i] + 1e-9}
    assert {i for s in found.signals if s.rule is Rule.OUTSIDE for i in s.points} == drawn


@pytest.mark.parametrize("values", [(), (82,)])
def test_one_point_has_no_moving_range(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="expected two points at least, better twelve"):
        xmr(values)
    with pytest.raises(ValueError, match="expected two points at least, better twelve"):
        p_chart([(v, 100) for v in values])


def test_a_month_that_is_no_figure_or_has_no_children_is_refused() -> None:
    with pytest.raises(ValueError, match='"value" is nan'):
        xmr([82, float("nan"), 85])
    with pytest.raises(ValueError, match='"n" is 0: expected a number above zero.'):
        p_chart([(3, 4), (0, 0)])
    with pytest.raises(ValueError, match="5 of 4 is more than all: expected a part of the whole."):
        p_chart([(3, 4), (5, 4)])
