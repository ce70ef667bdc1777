"""Rate, population and one group's share of a change: the printed cases, and that nothing is left over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.population import PartFirst, first, kitagawa

counts, populations = st.integers(0, 5_000), st.integers(1, 500_000)


def test_herefordshire_from_2021_to_2025_is_27_3_by_its_rate_and_4_7_by_its_population() -> None:
    found = kitagawa(312, 33_913, 344, 34_400)
    assert [number(part, 1) for part in (found.rate, found.population, found.total)] == ["27.3", "4.7", "32.0"]


def test_herefordshire_s_fall_of_43_is_25_unaccompanied_children_and_18_others() -> None:
    assert first(38, 13, 387, 344) == PartFirst(part=-25, rest=-18, total=-43)


def test_england_s_fall_of_1_760_is_900_unaccompanied_children_and_860_others() -> None:
    assert first(7_440, 6_540, 83_530, 81_770) == PartFirst(part=-900, rest=-860, total=-1_760)


@pytest.mark.parametrize(("before", "after"), [(None, 14), (38, None), (None, None)])
def test_a_hidden_group_tells_nothing_of_the_rest_either(before: float | None, after: float | None) -> None:
    assert first(before, after, 312, 379) is None


def test_an_unchanged_population_has_no_effect_and_an_unchanged_rate_neither() -> None:
    assert kitagawa(300, 30_000, 330, 30_000).population == 0
    assert kitagawa(300, 30_000, 330, 33_000).rate == pytest.approx(0, abs=1e-9)


@given(counts, populations, counts, populations)
def test_rate_and_population_add_up_to_the_change(count0: int, population0: int, count1: int, population1: int) -> None:
    found = kitagawa(count0, population0, count1, population1)
    # The parts can be far larger than their sum, where the population shrinks to a few.
    size = max(1.0, abs(found.rate), abs(found.population))
    assert found.total == count1 - count0
    assert abs(found.rate + found.population - found.total) <= 1e-9 * size


@given(counts, populations, counts, populations)
def test_going_back_undoes_both_effects(count0: int, population0: int, count1: int, population1: int) -> None:
    there, back = kitagawa(count0, population0, count1, population1), kitagawa(count1, population1, count0, population0)
    assert (there.rate, there.population) == pytest.approx((-back.rate, -back.population))


@given(st.integers(0, 500), st.integers(0, 500), counts, counts)
def test_a_group_and_the_rest_add_up_exactly(part0: int, part1: int, rest0: int, rest1: int) -> None:
    found = first(part0, part1, part0 + rest0, part1 + rest1)
    assert found == PartFirst(part1 - part0, rest1 - rest0, part1 + rest1 - part0 - rest0)


def test_a_group_larger_than_the_whole_is_refused() -> None:
    with pytest.raises(ValueError, match="A group of 38 then 400 is more than the whole, 387 then 344: expected a part of it."):
        first(38, 400, 387, 344)


@pytest.mark.parametrize("population", [0, -1, float("nan")])
def test_a_rate_needs_a_population(population: float) -> None:
    with pytest.raises(ValueError, match='"population1" is .*: expected a number above zero.'):
        kitagawa(312, 33_913, 344, population)
