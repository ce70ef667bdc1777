"""The gap in children: Herefordshire as it stood in a paper of 2019 and in 2025, and what must hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.gap import gap, population_range, smallest_to_largest

PAPER = population_range(334, 92)  # the paper gives a count and a rounded rate
NOW = 344 / 100 * 10_000  # and 2025 is printed as 344 at 100


def test_334_at_a_rate_of_92_are_of_36_304_children_give_or_take_the_rounding() -> None:
    assert [number(v) for v in (PAPER.value, PAPER.lower, PAPER.upper)] == ["36,304", "36,108", "36,503"]


@pytest.mark.parametrize(
    ("rate", "expected", "told", "lower", "upper"),
    [(53, "192.4", "141.6", "138.7", "144.4"), (64, "232.3", "101.7", "98.6", "104.7")],
    ids=["neighbours", "England"],
)
def test_the_paper_s_gap_has_a_range_by_the_rounding_of_both_rates(
    rate: float, expected: str, told: str, lower: str, upper: str
) -> None:
    found = gap(334, PAPER, rate, rounded_to=1)
    assert [number(v, 1) for v in (found.expected, found.gap, found.lower, found.upper)] == [expected, told, lower, upper]


@pytest.mark.parametrize(("rate", "told"), [(64.43, "122.4"), (66.7, "114.6"), (62.5, "129.0")], ids=["pooled", "mean", "median"])
def test_the_gap_of_2025_depends_on_the_benchmark(rate: float, told: str) -> None:
    assert number(gap(344, NOW, rate).gap, 1) == told


def test_three_benchmarks_give_115_to_129_fewer_children() -> None:
    smallest, largest = smallest_to_largest([gap(344, NOW, rate) for rate in (64.43, 66.7, 62.5)])
    assert (number(smallest.gap), number(largest.gap)) == ("115", "129")


def test_without_rounding_the_bounds_are_the_gap_itself() -> None:
    found = gap(344, 34_439, 67.1)
    assert found.lower == found.gap == found.upper


def test_no_fewer_than_nobody_is_expected_however_a_low_rate_was_rounded() -> None:
    found = gap(9, 10_000, 0.2, rounded_to=1)
    assert (found.lower, found.upper) == (pytest.approx(9 - 0.7), 9)


def test_fewer_children_than_expected_are_a_gap_below_zero() -> None:
    assert gap(100, 20_000, 60).gap == -20


counts, populations = st.integers(0, 5_000), st.integers(100, 500_000)
rates = st.floats(0, 500)


@given(counts, populations)
def test_at_the_benchmark_itself_the_gap_is_zero(count: int, population: int) -> None:
    assert gap(count, population, count / population * 10_000).gap == pytest.approx(0, abs=1e-9 * max(1, count))


@given(counts, populations, rates, st.floats(0.01, 10))
def test_the_bounds_lie_round_the_gap_and_coarser_rounding_widens_them(
    count: int, population: int, rate: float, rounded_to: float
) -> None:
    fine, coarse = (gap(count, population, rate, rounded_to=unit) for unit in (rounded_to, 2 * rounded_to))
    assert coarse.lower <= fine.lower <= fine.gap <= fine.upper <= coarse.upper


@given(st.integers(1, 5_000), st.integers(5_000, 500_000))
def test_the_true_population_lies_within_the_range_of_the_rounded_rate(count: int, population: int) -> None:
    rounded = int(count / population * 10_000 + 0.5)
    if rounded < 1:
        with pytest.raises(ValueError, match="may be zero before rounding"):
            population_range(count, rounded)
        return
    found = population_range(count, rounded)
    assert found.lower - 1e-6 <= population <= found.upper + 1e-6


@given(st.lists(rates, min_size=1, max_size=8))
def test_every_gap_lies_between_the_smallest_and_the_largest(benchmarks: list[float]) -> None:
    gaps = [gap(344, NOW, rate) for rate in benchmarks]
    smallest, largest = smallest_to_largest(gaps)
    assert smallest in gaps and largest in gaps
    assert all(smallest.gap <= one.gap <= largest.gap for one in gaps)


def test_no_benchmark_has_no_gap() -> None:
    with pytest.raises(ValueError, match="expected one benchmark with a figure at least"):
        smallest_to_largest([])


def test_a_population_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match='"population" is 0: expected a number above zero.'):
        gap(344, 0, 67)
