"""The gap to all children: the printed case, in which it widens while both fall, and what must hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.gap_to_all import gap_to_all, interval, moved

scores = st.floats(0, 100)


def test_a_gap_widens_by_a_tenth_while_both_sides_fall() -> None:
    before, after = gap_to_all(20.3, 48.9), gap_to_all(17.3, 46.0)
    assert before and after
    assert (number(before.gap, 1), number(after.gap, 1)) == ("-28.6", "-28.7")
    found = moved(before, after)
    assert found
    assert [number(v, 1) for v in (found.own, found.everyone, found.widened)] == ["-3.0", "-2.9", "0.1"]


def test_a_gap_can_close_because_others_fell() -> None:
    found = moved(gap_to_all(20, 50), gap_to_all(20, 45))
    assert found
    assert (found.gap, found.own, found.everyone, found.widened) == (5, 0, -5, -5)


@pytest.mark.parametrize(("own", "everyone"), [(None, 48.9), (20.3, None), (None, None)])
def test_a_hidden_side_hides_the_gap_and_every_change_of_it(own: float | None, everyone: float | None) -> None:
    assert gap_to_all(own, everyone) is None
    assert moved(gap_to_all(own, everyone), gap_to_all(1, 2)) is None
    assert moved(gap_to_all(1, 2), gap_to_all(own, everyone)) is None


def test_the_ratio_comes_second_and_there_is_none_to_zero() -> None:
    half, none = gap_to_all(24, 48), gap_to_all(24, 0)
    assert half and half.ratio == 0.5
    assert none and (none.gap, none.ratio) == (24, None)


def test_the_variances_add() -> None:
    found = interval(-28.6, 3, 4)
    assert (found.value, number(found.lower, 1), number(found.upper, 1)) == (-28.6, "-38.4", "-18.8")  # 1.96 x 5


def test_all_pupils_of_the_country_are_taken_as_certain() -> None:
    alone, together = interval(-28.6, 3), interval(-28.6, 3, 0)
    assert alone == together
    assert number(alone.upper - alone.value, 2) == "5.88"


@given(scores, scores, scores, scores)
def test_the_change_of_the_gap_is_the_difference_of_the_two_moves(a: float, b: float, c: float, d: float) -> None:
    found = moved(gap_to_all(a, b), gap_to_all(c, d))
    assert found
    assert found.gap == pytest.approx(found.own - found.everyone, abs=1e-9)
    assert abs(found.widened) <= abs(found.gap) + 1e-9


@given(st.floats(-100, 100), st.floats(0, 20), st.floats(0, 20))
def test_the_interval_contains_the_gap_and_is_no_narrower_with_a_second_error(gap: float, one: float, other: float) -> None:
    alone, both = interval(gap, one), interval(gap, one, other)
    assert both.lower <= alone.lower <= gap <= alone.upper <= both.upper


def test_a_standard_error_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match='"error own" is -1'):
        interval(-28.6, -1)


def test_a_side_that_is_no_figure_is_refused_rather_than_hidden() -> None:
    with pytest.raises(ValueError, match='"everyone" is nan'):
        gap_to_all(20.3, float("nan"))
