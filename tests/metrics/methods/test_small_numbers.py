"""What small numbers can carry: worked numbers and the edges of the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.small_numbers import can_be_a_percentage, needs_caution, points_per_child, shrink

proportions = st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_among_twelve_one_child_is_worth_more_than_eight_points() -> None:
    assert round(points_per_child(12), 1) == 8.3


def test_among_forty_one_one_child_is_worth_two_point_four_points() -> None:
    assert round(points_per_child(41), 1) == 2.4


def test_3_of_12_is_pulled_nearly_all_the_way_to_one_in_ten() -> None:
    found = shrink(3, 12, 0.10, 0.021)
    # The weight is 0.94447, printed as .944.
    assert (round(found.weight, 3), round(found.share, 3)) == (0.944, 0.108)


def test_under_twenty_takes_a_caution_and_under_ten_is_no_percentage() -> None:
    assert [needs_caution(n) for n in (19, 20)] == [True, False]
    assert [can_be_a_percentage(n) for n in (9, 10)] == [False, True]


@given(proportions, st.floats(0.01, 0.99), st.floats(0, 0.5))
def test_a_share_is_pulled_towards_the_benchmark_and_never_past_it(counted: tuple[int, int], p0: float, tau: float) -> None:
    x, n = counted
    found = shrink(x, n, p0, tau)
    assert 0 <= found.weight <= 1
    assert min(p0, x / n) - 1e-12 <= found.share <= max(p0, x / n) + 1e-12


@given(proportions, st.floats(0.01, 0.99), st.floats(0.01, 0.5), st.integers(2, 50))
def test_more_children_are_pulled_less(counted: tuple[int, int], p0: float, tau: float, times: int) -> None:
    x, n = counted
    assert shrink(x * times, n * times, p0, tau).weight < shrink(x, n, p0, tau).weight


def test_areas_that_do_not_differ_at_all_are_all_at_the_benchmark() -> None:
    assert shrink(3, 12, 0.10, 0).share == pytest.approx(0.10)


def test_one_child_among_none_is_refused() -> None:
    with pytest.raises(ValueError, match="the whole lies above 0"):
        points_per_child(0)


@pytest.mark.parametrize("figures", [(5, 4, 0.1, 0.1), (1, 0, 0.1, 0.1), (1, 2, 0, 0.1), (1, 2, 1, 0.1), (1, 2, 0.5, -1)])
def test_a_share_without_a_benchmark_to_be_pulled_to_is_refused(figures: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="cannot be pulled towards"):
        shrink(*figures)
