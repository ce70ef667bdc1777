"""The spread of areas beyond chance: sums done by hand, and what must hold for any areas."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.overdispersion import Spread, root_of_rate, spread, z_score

areas = st.lists(st.tuples(st.floats(-10, 10), st.floats(0.1, 5)), min_size=2, max_size=60)


def of(pairs: list[tuple[float, float]], centre: float = 0.0) -> Spread:
    """The spread of (estimate, standard error) pairs."""
    return spread([e for e, _ in pairs], [s for _, s in pairs], centre)


def test_two_areas_three_errors_apart_from_the_centre_by_hand() -> None:
    # phi = (9 + 9) / 2; tau2 = (2 x 9 - 1) / (2 - 2 / 2)
    assert spread([-3, 3], [1, 1], 0, winsorise=0) == Spread(phi=9, tau2=17, outside=1, n=2)


def test_unequal_errors_weigh_unequally_by_hand() -> None:
    # z = 2, -2, 0; phi = 8/3; w = 1, 1/4, 1/4; tau2 = (8 - 2) / (1.5 - 1.125 / 1.5)
    found = spread([2, -4, 0], [1, 2, 2], 0, winsorise=0)
    assert (found.phi, found.tau2, found.outside) == pytest.approx((8 / 3, 8, 2 / 3))


def test_the_most_extreme_tenth_is_pulled_in_and_still_counted_as_outside() -> None:
    nine_at_home_and_one_far = [0.0] * 9 + [100.0]
    tame = spread(nine_at_home_and_one_far, [1.0] * 10, 0)
    # The 90th percentile lies a tenth of the way from 0 to 100.
    assert (tame.phi, tame.outside) == pytest.approx((10**2 / 10, 0.1))
    assert spread(nine_at_home_and_one_far, [1.0] * 10, 0, winsorise=0).phi == pytest.approx(1_000)


def test_areas_all_at_the_benchmark_have_no_spread() -> None:
    found = spread([5, 5, 5], [1, 2, 3], 5)
    assert (found.phi, found.tau2, found.outside, found.widening) == (0, 0, 0, 1)


def test_funnel_limits_widen_by_the_root_of_phi() -> None:
    assert spread([-3, 3], [1, 1], 0, winsorise=0).widening == 3


def test_the_usual_differences_between_areas_take_a_z_score_down() -> None:
    assert z_score(0.15, 0.10, 0.03) == pytest.approx(5 / 3)
    assert z_score(0.15, 0.10, 0.03, tau2=0.04**2) == pytest.approx(1)


def test_a_rate_s_z_score_is_twice_the_difference_of_the_roots_of_its_counts() -> None:
    x, population, benchmark = 344, 34_437, 67 / 10_000
    estimate, error = root_of_rate(x, population)
    assert z_score(estimate, sqrt(benchmark), error) == pytest.approx(2 * (sqrt(x) - sqrt(population * benchmark)))


@given(areas, st.floats(-5, 5), st.floats(0.1, 10))
def test_another_origin_and_another_unit_change_nothing_but_the_unit(
    pairs: list[tuple[float, float]], shift: float, unit: float
) -> None:
    before, after = of(pairs), of([((e + shift) * unit, s * unit) for e, s in pairs], shift * unit)
    assert after.phi == pytest.approx(before.phi, rel=1e-6, abs=1e-6)
    assert after.tau2 == pytest.approx(before.tau2 * unit * unit, rel=1e-6, abs=1e-6)


@given(areas)
def test_the_adjustment_never_brings_an_area_further_out(pairs: list[tuple[float, float]]) -> None:
    found = of(pairs)
    assert found.phi >= 0 and found.tau2 >= 0 and 0 <= found.outside <= 1
    assert all(abs(z_score(e, 0, s, found.tau2)) <= abs(z_score(e, 0, s)) for e, s in pairs)


@given(areas, st.floats(1.5, 5))
def test_areas_further_apart_spread_more(pairs: list[tuple[float, float]], times: float) -> None:
    near, far = of(pairs), of([(e * times, s) for e, s in pairs])
    assert far.phi == pytest.approx(near.phi * times**2)
    assert far.tau2 >= near.tau2 and far.outside >= near.outside


@pytest.mark.parametrize(
    ("estimates", "errors", "winsorise", "said"),
    [
        ([1], [1], 0.1, "it takes two pairs or more"),
        ([1, 2], [1], 0.1, "it takes two pairs or more"),
        ([1, 2], [1, 0], 0.1, "needs standard errors above 0"),
        ([1, 2], [1, 1], 0.5, "from 0 to below a half"),
    ],
)
def test_areas_without_a_measure_of_chance_are_refused(
    estimates: list[float], errors: list[float], winsorise: float, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        spread(estimates, errors, 0, winsorise)


def test_a_score_without_any_variance_and_a_rate_among_nobody_are_refused() -> None:
    with pytest.raises(ValueError, match="needs a variance above 0"):
        z_score(1, 0, 0)
    with pytest.raises(ValueError, match="the population above 0"):
        root_of_rate(5, 0)
