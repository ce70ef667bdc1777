"""Intervals of proportions, counts and rates: worked numbers, and what must hold for any figure."""

from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.intervals import Z95, Z998, Interval, byar_limits, poisson_count, rate, wilson

wholes = st.integers(1, 100_000)
proportions = wholes.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
counts = st.integers(0, 5_000)


def to(digits: int, found: Interval) -> tuple[float, float]:
    """The limits at so many digits."""
    return round(found.lower, digits), round(found.upper, digits)


@pytest.mark.parametrize(
    ("x", "n", "limits"),
    [(34, 41, (0.6874, 0.9147)), (3, 12, (0.0889, 0.5323)), (0, 7, (0, 0.3543)), (56, 595, (0.0732, 0.1203))],
)
def test_the_limits_of_a_proportion_are_wilson_s(x: float, n: float, limits: tuple[float, float]) -> None:
    assert to(4, wilson(x, n)) == limits


def test_a_count_under_ten_has_exact_limits() -> None:
    assert to(3, poisson_count(7)) == (2.814, 14.423)


def test_no_events_at_all_may_have_been_up_to_nearly_four() -> None:
    assert to(3, poisson_count(0)) == (0, 3.689)


def test_ten_events_have_byar_s_limits_which_lie_close_to_the_exact_ones() -> None:
    found = poisson_count(10)
    assert to(3, found) == (4.787, 18.391)
    assert (found.lower, found.upper) == byar_limits(10)
    assert (found.lower, found.upper) == pytest.approx((4.795, 18.390), abs=0.01)


def test_herefordshire_s_rate_of_92_lies_between_82_and_102() -> None:
    found = rate(334, 36_304, per=10_000)
    assert (round(found.value, 1), *to(1, found)) == (92.0, 82.4, 102.4)


def test_leicester_is_similar_to_england() -> None:
    found = rate(595, 595 / 66 * 10_000, per=10_000)
    assert to(1, found) == (60.8, 71.5)
    assert found.contains(67)


def test_a_limit_is_still_within_and_a_hair_beyond_is_not() -> None:
    found = Interval(5, 4, 6)
    assert found.contains(4) and found.contains(6)
    assert not found.contains(3.999) and not found.contains(6.001)


def test_full_time_equivalents_have_limits_between_those_of_the_whole_numbers_around_them() -> None:
    assert wilson(34, 41).lower < wilson(34.5, 41).lower < wilson(35, 41).lower
    assert poisson_count(7).upper < poisson_count(7.5).upper < poisson_count(8).upper


@pytest.mark.parametrize("x", range(1, 10))
def test_at_the_exact_limits_a_count_as_far_out_comes_up_once_in_forty(x: int) -> None:
    def at_most(k: int, mean: float) -> float:
        return sum(mean**i * exp(-mean) / factorial(i) for i in range(k + 1))

    found = poisson_count(x)
    assert 1 - at_most(x - 1, found.lower) == pytest.approx(0.025, abs=1e-8)
    assert at_most(x, found.upper) == pytest.approx(0.025, abs=1e-8)


@given(proportions)
def test_a_proportion_lies_within_its_limits_and_they_between_nobody_and_everybody(counted: tuple[int, int]) -> None:
    found = wilson(*counted)
    assert 0 <= found.lower <= found.value <= found.upper <= 1
    assert found.lower < found.upper


@given(proportions, st.integers(2, 50))
def test_the_same_share_of_more_people_is_surer(counted: tuple[int, int], times: int) -> None:
    x, n = counted
    few, many = wilson(x, n), wilson(x * times, n * times)
    assert many.upper - many.lower < few.upper - few.lower


@given(counts, wholes, st.integers(2, 50))
def test_the_same_rate_among_more_people_is_surer(x: int, population: int, times: int) -> None:
    few, many = rate(x, population), rate(x * times, population * times)
    assert few.lower <= few.value <= few.upper
    assert many.upper - many.lower < few.upper - few.lower


@given(counts)
def test_one_event_more_moves_both_limits_up(x: int) -> None:
    fewer, more = poisson_count(x), poisson_count(x + 1)
    assert fewer.lower < more.lower or x + 1 == 10  # the approximation from 10 starts a little below the exact limits
    assert fewer.upper < more.upper


@given(proportions, counts)
def test_more_certainty_takes_wider_limits(counted: tuple[int, int], x: int) -> None:
    for narrow, wide in ((wilson(*counted), wilson(*counted, z=Z998)), (poisson_count(x), poisson_count(x, Z998))):
        assert wide.lower <= narrow.lower and narrow.upper <= wide.upper
        assert wide.upper - wide.lower > narrow.upper - narrow.lower


@pytest.mark.parametrize(("x", "n"), [(42, 41), (-1, 41), (0, 0), (float("nan"), 5)])
def test_a_part_that_is_no_part_of_its_whole_is_refused(x: float, n: float) -> None:
    with pytest.raises(ValueError, match="the part lies between 0 and the whole"):
        wilson(x, n)


def test_a_count_below_nothing_and_a_rate_among_nobody_are_refused() -> None:
    with pytest.raises(ValueError, match="a count is 0 or more"):
        poisson_count(-1)
    with pytest.raises(ValueError, match="the population lies above 0"):
        rate(3, 0)
    with pytest.raises(ValueError, match="made for counts of 10 or more"):
        byar_limits(0)


def test_the_two_levels_of_certainty_are_95_and_99_8_per_cent() -> None:
    assert (Z95, Z998) == (1.959964, 3.090232)
