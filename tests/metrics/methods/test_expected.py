"""Expected given circumstances: the printed groups and the printed line, and what must hold for any."""

from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.expected import adjusted, expected, log_line, observed_to_expected, rate_at
from metrics.methods.intervals import Interval

GROUPS = ((60, 0.05), (180, 0.08), (300, 0.09), (160, 0.15))


def test_four_groups_at_national_rates_are_68_4_children() -> None:
    assert number(expected(GROUPS), 1) == "68.4"


def test_84_observed_are_1_228_times_those_expected_and_12_3_percent_adjusted() -> None:
    ratio = observed_to_expected(84, GROUPS)
    assert (number(ratio.value, 3), number(adjusted(ratio, 10).value, 1)) == ("1.228", "12.3")


def test_the_ratio_has_byar_s_limits_of_the_count() -> None:
    # Byar of 84 by hand: 84 (1 - 1/756 - 1.96/(3 sqrt 84))^3 = 67.0 and 85 (1 - 1/765 + 1.96/(3 sqrt 85))^3 = 104.0.
    ratio = observed_to_expected(84, GROUPS)
    assert (number(ratio.lower * 68.4, 1), number(ratio.upper * 68.4, 1)) == ("67.0", "104.0")


def test_an_authority_as_expected_is_adjusted_to_the_national_figure() -> None:
    assert adjusted(Interval(1, 0.8, 1.2), 10) == Interval(10, 8, 12)


def test_the_printed_line_gives_a_rate_of_61_9() -> None:
    assert number(rate_at(3.6, 3.5, 0.15), 1) == "61.9"


def test_a_line_through_rates_that_lie_on_it_is_found_again_without_a_band() -> None:
    idaci = [0.05, 0.10, 0.15, 0.20, 0.30]
    line = log_line(idaci, [exp(3.6 + 3.5 * x) for x in idaci])
    assert (line.a, line.b, line.r_squared, line.n) == (pytest.approx(3.6), pytest.approx(3.5), pytest.approx(1), 5)
    band = line.band(0.15)
    assert (band.lower, band.value, band.upper) == pytest.approx((61.868, 61.868, 61.868), abs=0.001)


def test_the_line_and_its_fit_are_those_worked_out_by_hand() -> None:
    # Logs 0, 2, 1 at IDACI 0, 0.5, 1: slope 1, intercept 0.5; errors -0.5, 1, -0.5, so SSE 1.5 of 2; residual sqrt(1.5 / 1).
    line = log_line([0, 0.5, 1], [1, exp(2), exp(1)])
    assert (line.a, line.b, line.r_squared, line.residual) == pytest.approx((0.5, 1, 0.25, 1.5**0.5))


groups = st.lists(st.tuples(st.integers(1, 500), st.floats(0.01, 1)), min_size=1, max_size=8)


@settings(deadline=None)  # the first count under ten loads a library
@given(groups)
def test_as_many_observed_as_expected_are_a_ratio_of_one_inside_its_limits(drawn: list[tuple[int, float]]) -> None:
    ratio = observed_to_expected(expected(drawn), drawn)
    assert ratio.value == pytest.approx(1)
    assert ratio.lower < ratio.value < ratio.upper


@given(groups, st.floats(0.01, 1))
def test_one_rate_for_all_groups_is_that_rate_of_all_children(drawn: list[tuple[int, float]], rate: float) -> None:
    same = [(n, rate) for n, _ in drawn]
    assert expected(same) == pytest.approx(rate * sum(n for n, _ in drawn))


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(1, 300)), min_size=3, max_size=30, unique_by=lambda pair: round(pair[0], 2)))
def test_a_line_explains_between_nothing_and_everything(pairs: list[tuple[float, float]]) -> None:
    line = log_line([x for x, _ in pairs], [y for _, y in pairs])
    assert -1e-9 <= line.r_squared <= 1 + 1e-9
    assert line.residual >= 0


def test_a_rate_above_all_children_is_refused() -> None:
    with pytest.raises(ValueError, match="A rate of 5 is not a share: expected 0 to 1."):
        expected([(60, 5)])


def test_where_nobody_is_expected_there_is_no_ratio() -> None:
    with pytest.raises(ValueError, match='"expected" is 0.0: expected a number above zero.'):
        observed_to_expected(3, [(60, 0)])


@pytest.mark.parametrize(
    ("idaci", "rates", "said"),
    [
        ([0.1, 0.2], [50, 60], "three at least"),
        ([0.1, 0.2, 0.3], [50, 60], "as many of each"),
        ([0.1, 0.1, 0.1], [50, 60, 70], "expected some that differ"),
        ([0.1, 0.2, 0.3], [50, 0, 70], '"rate" is 0'),
    ],
)
def test_a_line_needs_three_authorities_that_differ(idaci: list[float], rates: list[float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        log_line(idaci, rates)


def test_an_idaci_is_a_share() -> None:
    with pytest.raises(ValueError, match="An IDACI of 15 is not a share: expected 0 to 1."):
        rate_at(3.6, 3.5, 15)
