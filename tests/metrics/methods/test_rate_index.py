"""One group's rate over another's: the printed ratio, and what must hold for any."""

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.rate_index import relative_rate_index, representation_ratio

counts, populations = st.integers(1, 5_000), st.integers(1, 500_000)


def test_7_percent_of_children_in_care_and_5_percent_of_all_are_a_ratio_of_1_4() -> None:
    assert number(representation_ratio(7, 5), 1) == "1.4"


def test_the_index_has_the_log_interval_of_a_rate_ratio() -> None:
    found = relative_rate_index(334, 36_304, 2_500, 471_698)
    assert [number(v, 3) for v in (found.value, found.lower, found.upper)] == ["1.736", "1.549", "1.946"]


@given(counts, populations, counts, populations)
def test_the_reference_s_own_index_is_the_inverse(a: int, of_a: int, b: int, of_b: int) -> None:
    there, back = relative_rate_index(a, of_a, b, of_b), relative_rate_index(b, of_b, a, of_a)
    assert isclose(there.value * back.value, 1) and isclose(there.lower * back.upper, 1)
    assert there.lower < there.value < there.upper
    assert isclose(there.value, sqrt(there.lower * there.upper))


@given(counts, populations)
def test_a_group_beside_itself_has_an_index_of_one(count: int, population: int) -> None:
    assert relative_rate_index(count, population, count, population).contains(1)


@given(st.integers(1, 900), st.integers(1, 900))
def test_a_group_s_share_in_care_and_of_all_give_the_same_as_its_rate_beside_everybody_s(count: int, population: int) -> None:
    in_care, children = 1_000, 50_000
    shares = representation_ratio(count / in_care * 100, population / children * 100)
    assert isclose(shares, relative_rate_index(count, population, in_care, children).value)


@pytest.mark.parametrize("wrong", [0, -3])
def test_a_group_without_children_in_care_has_no_ratio(wrong: float) -> None:
    with pytest.raises(ValueError, match='"count" is .*: expected a number above zero.'):
        relative_rate_index(wrong, 1_000, 50, 9_000)
    with pytest.raises(ValueError, match='"share of children" is'):
        representation_ratio(7, wrong)
