"""Why a number changed over several years: Herefordshire from 2016 to 2023, and that the parts always add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.decomposition import Decomposition, Year, decompose, of_years

# What is printed of Herefordshire: the stock of 2016 and 2023, the flows of 2016, and the sums of the seven years after.
FIRST, LAST, BASE = 2016, 2023, 2016
STOCKS = {FIRST: 286, LAST: 413}
STARTED_THEN, CEASED_THEN, STARTED_SINCE, CEASED_SINCE = 117, 103, 783, 660


def with_sums(base: int, since: int) -> dict[int, float]:
    """Flows of 2016 to 2023 that add up to what is printed. How they lie in between changes nothing (tested below)."""
    return {FIRST: base, **{year: 100 for year in range(FIRST + 1, LAST)}, LAST: since - 600}


def herefordshire() -> Decomposition:
    return decompose(STOCKS, with_sums(STARTED_THEN, STARTED_SINCE), with_sums(CEASED_THEN, CEASED_SINCE), BASE)


def test_herefordshire_rose_by_127_because_fewer_children_left() -> None:
    found = herefordshire()
    assert (found.change, found.k) == (127, 7)
    assert (found.drift, found.entries, found.exits, found.residual) == (98, -36, 61, 4)


def test_a_row_for_each_year_says_the_same() -> None:
    started, ceased = with_sums(STARTED_THEN, STARTED_SINCE), with_sums(CEASED_THEN, CEASED_SINCE)
    stocks = {year: 300.0 for year in started} | STOCKS
    rows = [Year(year, started[year], ceased[year], stocks[year]) for year in started]
    assert of_years(rows, BASE) == of_years(rows[::-1], BASE) == herefordshire()


def test_another_base_year_tells_another_story_of_the_same_change() -> None:
    started, ceased = with_sums(STARTED_THEN, STARTED_SINCE), with_sums(CEASED_THEN, CEASED_SINCE)
    found = decompose(STOCKS, started, ceased, 2017)
    assert (found.drift, found.entries, found.exits) == (0, 83, 40)
    assert (found.change, found.residual) == (127, 4)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[dict[int, int], dict[int, int], dict[int, int], int]:
    years = range(2010, 2010 + draw(st.integers(2, 12)))
    stocks, started, ceased = ({year: draw(st.integers(0, 900)) for year in years} for _ in range(3))
    return stocks, started, ceased, draw(st.sampled_from(years))


@given(worlds())
def test_the_parts_add_up_to_the_change_exactly(world: tuple[dict[int, int], dict[int, int], dict[int, int], int]) -> None:
    stocks, started, ceased, base = world
    found = decompose(stocks, started, ceased, base)
    assert found.drift + found.entries + found.exits + found.residual == found.change == stocks[max(stocks)] - stocks[2010]


@given(worlds())
def test_the_residual_is_what_the_flows_leave_over_whatever_the_base_year(
    world: tuple[dict[int, int], dict[int, int], dict[int, int], int],
) -> None:
    stocks, started, ceased, base = world
    after = sorted(stocks)[1:]
    unexplained = stocks[after[-1]] - stocks[2010] - sum(started[y] - ceased[y] for y in after)
    assert decompose(stocks, started, ceased, base).residual == unexplained


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_years_in_between_changes_nothing(
    world: tuple[dict[int, int], dict[int, int], dict[int, int], int], dice
) -> None:  # type: ignore[no-untyped-def]
    stocks, started, ceased, _ = world
    before = decompose(stocks, started, ceased, 2010)
    later = sorted(stocks)[1:]
    drawn = dice.sample(later, len(later))
    moved = {2010: started[2010], **{year: started[other] for year, other in zip(later, drawn, strict=True)}}
    assert decompose(stocks, moved, ceased, 2010) == before


def test_a_year_without_flows_is_named() -> None:
    with pytest.raises(ValueError, match="not known for 2016, 2018: choose years, and a base year, that have both"):
        decompose({2017: 300, 2019: 320}, {2018: 90, 2019: 90}, {2019: 80}, 2016)


def test_one_year_has_no_change() -> None:
    with pytest.raises(ValueError, match="expected a first and a last year at least"):
        decompose({2023: 413}, {2023: 1}, {2023: 1}, 2023)


def test_a_year_that_is_given_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one row for each year"):
        of_years([Year(2016, 1, 1, 286), Year(2016, 1, 1, 287)], 2016)


def test_a_flow_below_zero_is_refused_by_its_year() -> None:
    with pytest.raises(ValueError, match="started 2017"):
        decompose({2016: 286, 2017: 290}, {2016: 5, 2017: -5}, {2016: 1, 2017: 1}, 2016)
