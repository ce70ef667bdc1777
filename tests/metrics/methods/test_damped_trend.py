"""The damped trend: the printed projection, and that the fit finds what a series was made of."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.damped_trend import LEAST_POINTS, Damped, damped_view, fit, project

PRINTED = Damped(alpha=0.8, beta=0.2, phi=0.9, level=344, trend=-20, sigma=15)


def test_the_printed_model_falls_to_326_0_then_309_8_then_295_2() -> None:
    assert [number(point.value, 1) for point in project(PRINTED)] == ["326.0", "309.8", "295.2"]


def test_its_standard_deviations_are_15_0_then_21_0_then_27_1() -> None:
    assert [number(point.sd, 1) for point in project(PRINTED)] == ["15.0", "21.0", "27.1"]


def test_its_95_percent_limits_are_as_printed() -> None:
    limits = [f"{number(point.lower, 1)}-{number(point.upper, 1)}" for point in project(PRINTED)]
    assert limits == ["296.6-355.4", "268.6-351.0", "242.1-348.3"]


def damped_series(level: float, trend: float, phi: float, n: int) -> list[float]:
    values = []
    for _ in range(n):
        trend *= phi
        level += trend
        values.append(level)
    return values


@pytest.mark.parametrize("phi", [0.8, 0.89, 0.98])
def test_a_series_that_was_made_without_error_goes_on_as_it_was_made(phi: float) -> None:
    values = damped_series(300, 20, phi, 14)
    model = fit(values[:11])
    assert (model.phi, model.sigma) == (pytest.approx(phi), pytest.approx(0, abs=1e-6))
    assert [point.value for point in project(model)] == pytest.approx(values[11:])


def test_sigma_is_of_the_errors_that_lead_to_the_last_level_with_five_degrees_of_freedom_spent() -> None:
    values = [300, 310, 298, 312, 301, 309, 303, 311]
    model = fit(values)
    level, trend, squares = model.level, model.trend, 0.0
    for value in reversed(values):  # each step of the recursion undone, from the last year back to before the first
        error = (value - level) / (1 - model.alpha)
        trend = (trend - model.beta * error) / model.phi
        level = value - error - model.phi * trend
        squares += error**2
    assert model.sigma**2 == pytest.approx(squares / 3)


def test_a_series_that_never_moved_is_expected_to_stay() -> None:
    for point in damped_view([344.0] * 10) or ():
        assert (point.value, point.lower, point.upper) == pytest.approx((344, 344, 344))


def test_there_is_no_second_view_of_fewer_than_eight_years() -> None:
    values = [279, 287, 312, 379, 413, 387, 344, 351]
    assert damped_view(values[1:]) is None
    assert len(damped_view(values) or ()) == 3
    with pytest.raises(ValueError, match="A damped trend of 7 years would be guesswork: expected 8 at least."):
        fit(values[1:])
    assert LEAST_POINTS == 8


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(100, 900), min_size=8, max_size=12), st.sampled_from([2, 8, 64]))
def test_the_fit_does_not_depend_on_the_unit(values: list[int], times: int) -> None:
    small, large = fit(values), fit([v * times for v in values])  # powers of two, so that no digit is lost
    assert (large.alpha, large.beta, large.phi) == (small.alpha, small.beta, small.phi)
    assert (large.level, large.trend, large.sigma) == (small.level * times, small.trend * times, small.sigma * times)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(100, 900), min_size=8, max_size=12))
def test_the_fit_leaves_no_more_error_than_a_flat_line_through_the_mean(values: list[int]) -> None:
    # With alpha, beta and trend near zero a flat line is almost on the grid, so the best of the grid can hardly do worse.
    flat = sum((v - sum(values) / len(values)) ** 2 for v in values)
    assert fit(values).sigma ** 2 * (len(values) - 5) <= 1.1 * flat + 1e-6


@given(
    st.floats(0, 1), st.floats(0, 1), st.floats(0.8, 0.98), st.floats(-50, 50), st.floats(0, 50)
)  # fmt: skip
def test_uncertainty_grows_and_the_trend_fades(alpha: float, beta: float, phi: float, trend: float, sigma: float) -> None:
    points = project(Damped(alpha, beta, phi, 344, trend, sigma), years=6)
    steps = [abs(b.value - a.value) for a, b in pairwise(points)]
    assert all(a.sd <= b.sd for a, b in pairwise(points))
    assert all(point.lower <= point.value <= point.upper for point in points)
    assert all(b <= a + 1e-9 for a, b in pairwise(steps))


def test_a_forecast_of_no_year_is_refused() -> None:
    with pytest.raises(ValueError, match="expected one at least"):
        project(PRINTED, years=0)


def test_a_year_that_is_no_figure_is_refused() -> None:
    with pytest.raises(ValueError, match='"value" is nan'):
        fit([float("nan")] * 8)
