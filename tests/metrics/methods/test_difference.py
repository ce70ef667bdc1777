"""Differences of proportions and ratios of rates: worked numbers, and what must hold for any two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.difference import newcombe, rate_ratio
from metrics.methods.intervals import wilson

proportions = st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
rates = st.tuples(st.integers(1, 5_000), st.integers(5_000, 1_000_000))


def test_34_of_41_is_more_than_28_of_44_by_newcombe_s_limits() -> None:
    found = newcombe(34, 41, 28, 44)
    assert [round(v, 4) for v in (found.value, found.lower, found.upper)] == [0.1929, 0.0033, 0.3636]


def test_herefordshire_s_rate_is_so_many_times_that_of_its_neighbours() -> None:
    found = rate_ratio(334, 36_304, 2_500, 471_698)
    assert [round(v, 3) for v in (found.value, found.lower, found.upper)] == [1.736, 1.549, 1.946]


def test_two_intervals_may_overlap_and_the_figures_still_differ() -> None:
    assert wilson(34, 41).lower < wilson(28, 44).upper
    assert not newcombe(34, 41, 28, 44).contains(0)


@given(proportions, proportions)
def test_the_difference_the_other_way_round_is_its_mirror(one: tuple[int, int], two: tuple[int, int]) -> None:
    there, back = newcombe(*one, *two), newcombe(*two, *one)
    assert (there.value, there.lower, there.upper) == pytest.approx((-back.value, -back.upper, -back.lower), abs=1e-12)


@given(proportions, proportions)
def test_a_difference_lies_within_its_limits_and_they_within_all_and_nothing(one: tuple[int, int], two: tuple[int, int]) -> None:
    found = newcombe(*one, *two)
    assert -1 - 1e-12 <= found.lower <= found.value <= found.upper <= 1 + 1e-12


@given(proportions, proportions, st.integers(2, 20))
def test_the_same_difference_among_more_people_is_surer(one: tuple[int, int], two: tuple[int, int], times: int) -> None:
    few, many = newcombe(*one, *two), newcombe(*(v * times for v in one), *(v * times for v in two))
    assert many.upper - many.lower < few.upper - few.lower


@given(proportions)
def test_equal_proportions_do_not_differ(one: tuple[int, int]) -> None:
    found = newcombe(*one, *one)
    assert found.value == 0 and found.contains(0)


@given(rates, rates)
def test_the_ratio_the_other_way_round_is_its_reciprocal(one: tuple[int, int], two: tuple[int, int]) -> None:
    there, back = rate_ratio(*one, *two), rate_ratio(*two, *one)
    assert (there.value, there.lower, there.upper) == pytest.approx((1 / back.value, 1 / back.upper, 1 / back.lower))
    assert there.lower < there.value < there.upper


@pytest.mark.parametrize("figures", [(0, 100, 5, 100), (5, 100, 0, 100), (5, 0, 5, 100), (5, 100, 5, -1)])
def test_no_events_have_no_ratio(figures: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="have no ratio: all four figures lie above 0"):
        rate_ratio(*figures)
