"""The four signals of a control chart, each on a series drawn to have it and on one that just has not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.signals import Rule, Signal, signals


def found(*values: float) -> list[Signal]:
    """Signals round a mean of 0 with limits at 3 and -3."""
    return list(signals(values, 0, [1] * len(values)))


def test_a_point_outside_the_limits_is_a_signal_and_one_on_the_limit_is_not() -> None:
    assert found(0.5, 3.1, -0.5, -3.1) == [Signal(Rule.OUTSIDE, (1,), True), Signal(Rule.OUTSIDE, (3,), False)]
    assert found(0.5, 3, -0.5, -3) == []


def test_seven_in_a_row_on_one_side_are_a_signal_and_six_are_not() -> None:
    low = (-0.3, -0.1, -0.4, -0.2, -0.5, -0.1, -0.3)
    assert found(0.2, *low, 0.2) == [Signal(Rule.ONE_SIDE, (1, 2, 3, 4, 5, 6, 7), False)]
    assert found(0.2, *low[:6], 0.2) == []


def test_a_point_on_the_mean_ends_a_run() -> None:
    assert found(0.3, 0.1, 0.4, 0, 0.2, 0.5, 0.1, 0.3) == []


def test_a_longer_run_is_one_signal_with_all_its_points() -> None:
    assert found(*([0.1, 0.2] * 5)) == [Signal(Rule.ONE_SIDE, tuple(range(10)), True)]


def test_seven_points_rising_are_a_signal_and_six_are_not() -> None:
    rising = (-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4)
    assert found(*rising) == [Signal(Rule.TREND, tuple(range(7)), True)]
    assert found(*rising[:6]) == []
    assert found(*rising[::-1]) == [Signal(Rule.TREND, tuple(range(7)), False)]


def test_a_point_as_high_as_the_one_before_ends_a_trend() -> None:
    assert found(-0.3, -0.2, -0.1, -0.1, 0.1, 0.2, 0.3) == []


def test_two_of_three_in_the_outer_third_of_one_side_are_a_signal() -> None:
    assert found(0, 2.5, -0.5, 2.1, 0) == [Signal(Rule.NEAR_LIMIT, (1, 3), True)]


def test_two_of_three_on_different_sides_or_one_of_them_outside_or_four_apart_are_none() -> None:
    assert found(2.5, -2.5, 0.1) == []
    assert [s.rule for s in found(2.5, 3.5, 0.1)] == [Rule.OUTSIDE]
    assert found(2.5, 0.1, -0.1, 2.5) == []
    assert found(2, 2, -0.1) == []  # on the line is not beyond it


def test_limits_of_their_own_decide_for_each_point() -> None:
    assert [s.points for s in signals([2, 2, 2], 0, [1, 0.5, 1])] == [(1,)]


def test_a_series_that_never_moves_has_no_signal() -> None:
    values = [0.1] * 30
    assert signals(values, sum(values) / 30, [0] * 30) == ()


values = st.lists(st.floats(-5, 5).map(lambda v: round(v, 1)), max_size=30)


@given(values)
def test_mirrored_values_have_mirrored_signals(drawn: list[float]) -> None:
    def turned(signal: Signal) -> tuple[Rule, tuple[int, ...], bool]:
        return (signal.rule, signal.points, not signal.high)

    mirrored = found(*(-v for v in drawn))
    assert {turned(s) for s in mirrored} == {(s.rule, s.points, s.high) for s in found(*drawn)}


@given(values)
def test_no_point_breaks_one_rule_twice_on_one_side(drawn: list[float]) -> None:
    for rule in Rule:
        for high in (True, False):
            points = [i for s in found(*drawn) if s.rule is rule and s.high is high for i in s.points]
            assert len(points) == len(set(points))


def test_one_limit_for_each_point_is_expected() -> None:
    with pytest.raises(ValueError, match="2 points with 1 limits: expected one for each point."):
        signals([1, 2], 0, [1])
