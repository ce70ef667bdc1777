"""The recent trend: worked numbers, the rule of the point left out, and what must hold for any five years."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from metrics.methods.intervals import Interval, rate
from metrics.methods.recent_trend import RecentTrend, of_proportions, of_values

CHILDREN = (600, 612, 596, 605, 595)
proportions = st.integers(1, 3_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
five_proportions = st.lists(proportions, min_size=5, max_size=5)
five_values = st.lists(st.tuples(st.floats(-100, 100), st.floats(0.5, 20)), min_size=5, max_size=5)


def of_rates(rates: tuple[float, ...], counts: tuple[int, ...]) -> RecentTrend:
    """The trend of rates per 10,000 whose populations follow from the counts."""
    return of_values(rates, [rate(x, x / r * 10_000, per=10_000) for x, r in zip(counts, rates, strict=True)])


def of_pairs(pairs: list[tuple[float, float]]) -> RecentTrend:
    """The trend of (value, reach to either limit) pairs."""
    return of_values([v for v, _ in pairs], [Interval(v, v - reach, v + reach) for v, reach in pairs])


def test_52_to_78_of_600_is_no_significant_change_but_leans_up() -> None:
    found = of_proportions(list(zip((52, 58, 61, 70, 78), CHILDREN, strict=True)))
    assert (round(found.chi2, 3), found.points) == (7.616, 5)
    assert not found.significant and not found.changing
    assert found.leaning and found.slope > 0


def test_40_to_98_of_600_is_rising() -> None:
    found = of_proportions(list(zip((40, 52, 66, 80, 98), CHILDREN, strict=True)))
    assert round(found.chi2, 2) == 35.77
    assert found.changing and found.slope > 0 and not found.leaning


def test_herefordshire_s_rate_rose_and_fell_which_is_no_clear_change() -> None:
    found = of_rates((92, 112, 122, 113, 100), (312, 379, 413, 387, 344))
    assert (round(found.slope, 3), round(found.chi2, 3)) == (1.889, 1.198)
    assert not found.changing and not found.leaning


def test_dudley_s_rate_leans_down_without_a_clear_change() -> None:
    found = of_rates((91, 85, 85, 82, 81), (621, 583, 588, 573, 575))
    assert (round(found.slope, 3), round(found.chi2, 3)) == (-2.266, 4.094)
    assert not found.changing and found.leaning


def test_one_year_alone_makes_no_trend_however_far_out_it_is() -> None:
    found = of_proportions([(10, 1_000), (10, 1_000), (10, 1_000), (10, 1_000), (90, 1_000)])
    assert found.significant and not found.keeps_sign and not found.changing


def test_the_same_holds_for_values() -> None:
    found = of_pairs([(10, 1), (10, 1), (10, 1), (10, 1), (90, 1)])
    assert found.significant and not found.keeps_sign and not found.changing


@pytest.mark.parametrize("counts", [[(0, 50)] * 5, [(50, 50)] * 5])
def test_nobody_or_everybody_in_all_years_is_no_change(counts: list[tuple[float, float]]) -> None:
    found = of_proportions(counts)
    assert (found.slope, found.chi2, found.changing) == (0, 0, False)


def test_a_year_with_nobody_still_counts_towards_a_trend() -> None:
    found = of_proportions([(0, 200), (10, 200), (22, 200), (30, 200), (41, 200)])
    assert found.changing and found.slope > 0


@given(five_proportions)
def test_a_series_of_proportions_run_backwards_trends_the_other_way(counts: list[tuple[int, int]]) -> None:
    there, back = of_proportions(counts), of_proportions(counts[::-1])
    assert back.slope == pytest.approx(-there.slope, abs=1e-9)
    assert back.chi2 == pytest.approx(there.chi2, rel=1e-6, abs=1e-6)


@given(five_proportions)
def test_those_in_touch_rise_exactly_as_those_not_in_touch_fall(counts: list[tuple[int, int]]) -> None:
    one, other = of_proportions(counts), of_proportions([(n - x, n) for x, n in counts])
    assert other.slope == pytest.approx(-one.slope, abs=1e-9)
    assert other.chi2 == pytest.approx(one.chi2, rel=1e-6, abs=1e-6)


@given(five_values)
def test_a_series_of_values_run_backwards_trends_the_other_way(pairs: list[tuple[float, float]]) -> None:
    there, back = of_pairs(pairs), of_pairs(pairs[::-1])
    assert back.slope == pytest.approx(-there.slope, rel=1e-6, abs=1e-6)
    assert back.chi2 == pytest.approx(there.chi2, rel=1e-6, abs=1e-6)


@given(five_values, st.floats(0.5, 10))
def test_another_unit_changes_the_slope_and_not_the_verdict(pairs: list[tuple[float, float]], unit: float) -> None:
    before, after = of_pairs(pairs), of_pairs([(v * unit, reach * unit) for v, reach in pairs])
    assert after.slope == pytest.approx(before.slope * unit, rel=1e-6, abs=1e-6)
    assert after.chi2 == pytest.approx(before.chi2, rel=1e-6, abs=1e-6)


@given(five_values)
def test_a_changing_series_is_never_merely_leaning(pairs: list[tuple[float, float]]) -> None:
    found = of_pairs(pairs)
    assert not (found.changing and found.leaning)
    assert found.significant == (found.chi2 > 9.5495)


@given(st.floats(1, 100), st.floats(1, 5), st.floats(0.1, 0.5))
def test_a_steady_rise_well_beyond_chance_is_rising(start: float, step: float, reach: float) -> None:
    found = of_pairs([(start + step * t, reach) for t in range(5)])
    assert found.slope == pytest.approx(step)
    assume(found.chi2 > 10)
    assert found.changing


@pytest.mark.parametrize("n", [0, 4, 6])
def test_any_other_number_of_points_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match=f"exactly 5 yearly points; {n} were given"):
        of_proportions([(1, 10)] * n)
    with pytest.raises(ValueError, match=f"exactly 5 yearly points; {n} were given"):
        of_values([1.0] * 5, [Interval(1, 0, 2)] * n)


def test_a_point_that_is_no_proportion_is_named() -> None:
    with pytest.raises(ValueError, match="Point 3 is 11 of 10, which is no proportion"):
        of_proportions([(1, 10), (1, 10), (11, 10), (1, 10), (1, 10)])


def test_a_value_without_any_width_cannot_be_weighed() -> None:
    with pytest.raises(ValueError, match="whose interval has no width"):
        of_values([1.0] * 5, [Interval(1, 0, 2)] * 4 + [Interval(1, 1, 1)])
