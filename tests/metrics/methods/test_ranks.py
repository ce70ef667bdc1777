"""Places, ranks, quartile bands and percentiles: Leicester's ten as printed, and what must hold for any areas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.intervals import Interval, wilson
from metrics.methods.ranks import Quartiles, band, percentile, places, quartiles, rank_interval, ranks

# Rates of 2025 of Leicester's ten neighbours (edition 2025), as the Local Authority Interactive Tool prints them.
LEICESTER, TEN = 66, (58, 37, 39, 48, 92, 96, 33, 39, 79, 90)
EDGES = Quartiles(10, 20, 30)
known = st.lists(st.integers(0, 30).map(float), min_size=1, max_size=60)
with_gaps = st.lists(st.one_of(st.none(), st.integers(0, 30).map(float)), max_size=60)


def around(value: float, reach: float) -> Interval:
    """A figure with the same reach on both sides."""
    return Interval(value, value - reach, value + reach)


def test_leicester_has_the_fifth_highest_rate_of_eleven() -> None:
    assert places([LEICESTER, *TEN])[0] == 5


def test_brent_and_hounslow_share_the_eighth_place() -> None:
    found = places([LEICESTER, *TEN])
    assert [place for place, rate in zip(found, [LEICESTER, *TEN], strict=True) if rate == 39] == [8, 8]
    assert 9 not in found and 10 in found


def test_the_quartiles_of_leicester_s_ten_neighbours() -> None:
    assert quartiles(TEN) == Quartiles(39.0, 53.0, 87.25)


def test_leicester_lies_at_the_sixtieth_percentile_of_its_neighbours() -> None:
    assert percentile(LEICESTER, TEN) == 0.60


def test_one_of_two_equals_counts_as_half_below() -> None:
    assert percentile(39, TEN) == (2 + 2 / 2) / 10


def test_the_best_is_first_whichever_direction_is_better() -> None:
    assert ranks([80, 90, None, 90, 70], "higher") == [3, 1, None, 1, 4]
    assert ranks([80, 90, None, 90, 70], "lower") == [2, 3, None, 3, 1]


def test_a_neutral_indicator_has_no_ranks_and_no_bands() -> None:
    assert ranks([80, 90, None], "neither") == [None, None, None]
    assert band(15, EDGES, "neither") is None


@pytest.mark.parametrize(("value", "lower", "higher"), [(5, "A", "D"), (15, "B", "C"), (25, "C", "B"), (35, "D", "A")])
def test_the_bands_run_from_a_the_best_to_d_the_worst(value: float, lower: str, higher: str) -> None:
    assert (band(value, EDGES, "lower"), band(value, EDGES, "higher")) == (lower, higher)


@pytest.mark.parametrize(("edge", "lower", "higher"), [(10, "A", "D"), (20, "B", "C"), (30, "C", "B")])
def test_a_value_on_an_edge_belongs_to_the_quarter_of_the_lower_values(edge: float, lower: str, higher: str) -> None:
    assert (band(edge, EDGES, "lower"), band(edge, EDGES, "higher")) == (lower, higher)


@given(with_gaps)
def test_the_best_known_is_first_and_only_the_unknown_have_no_rank(values: list[float | None]) -> None:
    found = ranks(values, "higher")
    assert [rank is None for rank in found] == [value is None for value in values]
    best = max((value for value in values if value is not None), default=None)
    assert all((rank == 1) == (value == best) for rank, value in zip(found, values, strict=True) if value is not None)


@given(known)
def test_a_rank_is_one_more_than_the_number_of_those_better(values: list[float]) -> None:
    assert ranks(values, "higher") == [1 + sum(other > value for other in values) for value in values]


@given(with_gaps)
def test_the_other_direction_is_the_mirror(values: list[float | None]) -> None:
    turned = [None if value is None else -value for value in values]
    assert ranks(values, "lower") == ranks(turned, "higher")


@given(known)
def test_the_percentiles_of_the_other_direction_add_up_to_one(values: list[float]) -> None:
    own, others = values[0], values
    assert percentile(own, others) + percentile(-own, [-other for other in others]) == pytest.approx(1)


@given(known)
def test_a_lower_value_never_has_the_worse_band_where_lower_is_better(values: list[float]) -> None:
    edges = quartiles(values)
    bands = [band(value, edges, "lower") or "" for value in sorted(values)]
    assert bands == sorted(bands)
    assert bands[0] == "A"


def test_figures_known_to_a_hair_have_one_place_only() -> None:
    areas = [around(value, 0.001) for value in (50, 60, 70)]
    assert [rank_interval(own, areas) for own in range(3)] == [(3, 3), (2, 2), (1, 1)]
    assert [rank_interval(own, areas, highest_first=False) for own in range(3)] == [(1, 1), (2, 2), (3, 3)]


def test_areas_that_chance_cannot_tell_apart_could_have_any_place() -> None:
    areas = [around(50 + own / 100, 20) for own in range(20)]
    low, high = rank_interval(10, areas)
    assert low == 1 and high == 20


def test_few_children_leave_a_wider_range_of_places_than_many() -> None:
    few = rank_interval(5, [wilson(share, 100) for share in range(30, 41)])
    many = rank_interval(5, [wilson(share * 100, 10_000) for share in range(30, 41)])
    assert few[0] < many[0] <= 6 <= many[1] < few[1]


def test_two_certain_equals_share_the_better_place() -> None:
    assert rank_interval(0, [around(50, 0), around(50, 0), around(60, 0)]) == (2, 2)


def test_everyone_who_asks_is_told_the_same_range() -> None:
    areas = [wilson(x, 40) for x in range(10, 30)]
    assert rank_interval(4, areas) == rank_interval(4, areas)


def test_the_limits_are_those_that_95_of_100_draws_lie_within() -> None:
    # A certain area at the upper limit of an uncertain one is passed by one draw in forty, so at the edge of the 2.5 percentile:
    # a little nearer and it is passed more often, a little further and more seldom.
    uncertain = Interval(50, 45, 70)
    assert rank_interval(0, [uncertain, around(68, 0)]) == (1, 2)
    assert rank_interval(0, [uncertain, around(72, 0)]) == (2, 2)
    assert rank_interval(0, [uncertain, around(45.6, 0)]) == (1, 2)
    assert rank_interval(0, [uncertain, around(44.4, 0)]) == (1, 1)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 20)), min_size=1, max_size=12), st.data())
def test_a_range_of_places_lies_among_the_places_there_are(areas: list[tuple[float, float]], data: st.DataObject) -> None:
    own = data.draw(st.integers(0, len(areas) - 1))
    low, high = rank_interval(own, [around(*area) for area in areas], draws=200)
    assert 1 <= low <= high <= len(areas)


@pytest.mark.parametrize("own", [-1, 3])
def test_an_area_that_is_not_in_the_list_has_no_range_of_places(own: int) -> None:
    with pytest.raises(ValueError, match=f"Position {own} is none of the 3 areas"):
        rank_interval(own, [around(50, 1)] * 3)


def test_a_percentile_among_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="among no others"):
        percentile(5, [])
