"""How alike authorities are, and what lists of neighbours share: the printed distance, and what must hold for any."""

from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.similarity import distance, mutual_share, nearest, overlap, standardise

points = st.lists(st.floats(-5, 5), min_size=3, max_size=3)
weights = st.lists(st.floats(0, 2), min_size=3, max_size=3)


def test_two_authorities_of_two_characteristics_are_0_4450_apart() -> None:
    assert number(distance((0.2, 1.0), (0.5, 0.4), (0.6, 0.4)), 4) == "0.4450"


@given(points, points, points, weights)
def test_a_distance_is_symmetric_zero_to_oneself_and_never_longer_than_a_way_round(
    a: list[float], b: list[float], c: list[float], w: list[float]
) -> None:
    assert distance(a, b, w) == distance(b, a, w) >= 0
    assert distance(a, a, w) == 0
    assert distance(a, c, w) <= distance(a, b, w) + distance(b, c, w) + 1e-9


def test_standardised_values_have_the_mean_zero_and_the_spread_one() -> None:
    found = standardise([10, 20, 20, 30, 70])
    assert fmean(found) == pytest.approx(0, abs=1e-12)
    assert pstdev(found) == pytest.approx(1)


def test_the_nearest_come_first_and_ties_in_the_order_of_their_codes() -> None:
    towns = {"E06": (0.0,), "E07": (2.0,), "E08": (-1.0,), "E09": (1.0,), "E10": (5.0,)}
    assert nearest("E06", towns, (1.0,), n=3) == ["E08", "E09", "E07"]


def test_an_authority_is_never_its_own_neighbour() -> None:
    assert nearest("a", {"a": (0.0,), "b": (9.0,)}, (1.0,)) == ["b"]


def test_two_lists_overlap_wherever_the_same_authority_stands() -> None:
    assert overlap(["a", "b", "c"], ["c", "x", "a"]) == 2


def test_two_of_three_relations_are_mutual_where_one_is_not_returned() -> None:
    assert mutual_share({"a": ["b", "c"], "b": ["a"], "c": []}) == pytest.approx(2 / 3)


def test_nobody_s_list_has_no_share() -> None:
    assert mutual_share({"a": [], "b": []}) is None


names = st.sampled_from("abcdef")


@given(st.dictionaries(names, st.lists(names, unique=True, max_size=5), min_size=1))
def test_the_share_of_mutual_relations_is_a_share_and_all_of_them_once_each_is_returned(lists: dict[str, list[str]]) -> None:
    share = mutual_share(lists)
    assert share is None or 0 <= share <= 1
    both_ways = {one: sorted({b for a, found in lists.items() for b in found if a == one}
                             | {a for a, found in lists.items() if one in found}) for one in "abcdef"}  # fmt: skip
    assert mutual_share(both_ways) in (None, 1)


def test_as_many_weights_as_characteristics_are_expected() -> None:
    with pytest.raises(ValueError, match="2 and 2 characteristics with 1 weights: expected as many of each."):
        distance((1, 2), (3, 4), (1,))


def test_a_weight_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match='"weight" is -1'):
        distance((1, 2), (3, 4), (1, -1))


def test_a_characteristic_that_all_share_cannot_be_standardised() -> None:
    with pytest.raises(ValueError, match="expected a characteristic in which authorities differ"):
        standardise([5, 5, 5])


def test_an_authority_without_characteristics_has_no_nearest() -> None:
    with pytest.raises(ValueError, match="expected its own row too"):
        nearest("x", {"a": (0.0,)}, (1.0,))
