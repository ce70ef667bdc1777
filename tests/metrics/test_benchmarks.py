"""The neighbours made into one figure: worked numbers whose inputs are printed, and what must hold for any ten."""

from itertools import pairwise
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.benchmarks import ENOUGH, Counted, Summary, enough, summarise

# Rates of 2025 of Leicester's ten neighbours (edition 2025), as the Local Authority Interactive Tool prints them.
LEICESTER, TEN = 66, (58, 37, 39, 48, 92, 96, 33, 39, 79, 90)


def of_values(own: float | None, *values: float | None) -> Summary:
    """Neighbours of whom only a value is known."""
    return summarise(own, [Counted(value) for value in values], of=len(values), per=1)


def test_leicester_s_ten_neighbours_have_the_mean_and_the_median_that_are_printed() -> None:
    found = of_values(LEICESTER, *TEN)
    assert (round(found.mean or 0, 1), found.median, found.n, found.of) == (61.1, 53, 10, 10)


def test_leicester_is_fifth_of_eleven_with_six_neighbours_below_it() -> None:
    found = of_values(LEICESTER, *TEN)
    assert (found.lower, found.same, found.higher) == (6, 0, 4)


def test_the_two_neighbours_with_the_same_rate_share_their_place() -> None:
    found = of_values(39, *TEN)
    assert (found.lower, found.same, found.higher) == (2, 2, 6)


def test_the_median_of_an_odd_number_is_the_middle_one() -> None:
    assert of_values(None, 5, 1, 100).median == 5


def test_the_pooled_figure_weighs_each_neighbour_by_its_size() -> None:
    small_and_high, large_and_low = Counted(100, 10, 1_000), Counted(50, 450, 90_000)
    found = summarise(60, [small_and_high, large_and_low], of=2, per=10_000)
    assert (found.mean, found.median) == (75, 75)
    assert isclose(found.pooled or 0, 460 / 91_000 * 10_000)


def test_a_hidden_neighbour_counts_in_n_of_n_only() -> None:
    shown, hidden = Counted(50, 5, 1_000), Counted(None, 40, 2_000)  # hidden, though its counts are known
    found = summarise(60, [shown, hidden], of=2, per=10_000)
    assert (found.n, found.of, found.mean, found.median, found.pooled) == (1, 2, 50, 50, 50)
    assert (found.lower, found.same, found.higher) == (1, 0, 0)


def test_without_one_figure_there_is_none_to_compare_with() -> None:
    found = of_values(60, None, None)
    assert (found.n, found.of, found.mean, found.median, found.pooled) == (0, 2, None, None, None)


def test_an_authority_without_a_figure_lies_neither_above_nor_below() -> None:
    found = of_values(None, *TEN)
    assert (found.lower, found.same, found.higher, found.n) == (0, 0, 0, 10)


def test_figures_without_counts_cannot_be_pooled() -> None:
    assert of_values(14.0, 13.2, 15.1).pooled is None
    assert summarise(14.0, [Counted(13.2, None, 90)], of=1, per=1).pooled is None


@pytest.mark.parametrize("people", [0, 0.0])
def test_nobody_at_all_cannot_be_pooled(people: float) -> None:
    assert summarise(None, [Counted(0.0, 0, people)], of=1, per=100).pooled is None


@pytest.mark.parametrize(("n", "of", "is_enough"), [(7, 10, True), (6, 10, False), (10, 10, True), (7, 7, True), (6, 6, False)])
def test_seven_of_ten_neighbours_make_a_benchmark_and_fewer_do_not(n: int, of: int, is_enough: bool) -> None:
    assert enough(n, of) is is_enough


@pytest.mark.parametrize(("n", "of", "is_enough"), [(14, 20, True), (13, 20, False), (8, 11, True), (7, 11, False)])
def test_a_longer_list_needs_seven_in_ten_too(n: int, of: int, is_enough: bool) -> None:
    assert enough(n, of) is is_enough


@given(st.integers(0, 200), st.integers(0, 200))
def test_one_figure_more_never_makes_a_benchmark_too_thin(n: int, of: int) -> None:
    assert not enough(n, of) or (enough(n + 1, of) and n >= ENOUGH)


counts = st.integers(1, 5_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
neighbours = st.lists(st.one_of(counts.map(lambda c: Counted(c[0] * 100 / c[1], *c)), st.just(Counted(None))), max_size=10)
own_values = st.one_of(st.none(), st.floats(0, 100))


@given(own_values, neighbours)
def test_every_way_to_sum_up_lies_between_the_lowest_and_the_highest(own: float | None, ten: list[Counted]) -> None:
    found = summarise(own, ten, of=10, per=100)
    values = [n.value for n in ten if n.value is not None]
    for figure in (found.mean, found.median, found.pooled):
        assert (figure is None) == (not values)
        assert figure is None or min(values) - 1e-9 <= figure <= max(values) + 1e-9


@given(own_values, neighbours)
def test_n_is_never_more_than_of_and_is_those_lower_the_same_and_higher(own: float | None, ten: list[Counted]) -> None:
    found = summarise(own, ten, of=len(ten), per=100)
    assert found.n <= found.of == len(ten)
    assert found.lower + found.same + found.higher == (found.n if own is not None else 0)


@given(own_values, neighbours, st.randoms(use_true_random=False))
def test_the_order_of_the_neighbours_changes_nothing(own: float | None, ten: list[Counted], dice) -> None:  # type: ignore[no-untyped-def]
    before = summarise(own, ten, of=10, per=100)
    dice.shuffle(ten)
    after = summarise(own, ten, of=10, per=100)
    assert (after.n, after.median, after.lower, after.same, after.higher) == (
        before.n, before.median, before.lower, before.same, before.higher,
    )  # fmt: skip
    assert isclose(after.pooled or 0, before.pooled or 0) and isclose(after.mean or 0, before.mean or 0)


@given(st.lists(st.floats(0, 100), min_size=2, max_size=10))
def test_a_higher_authority_has_no_fewer_neighbours_below_it(values: list[float]) -> None:
    below = [of_values(own, *values).lower for own in sorted(values)]
    assert all(one <= other for one, other in pairwise(below))
