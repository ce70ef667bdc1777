"""Funnel limits: worked numbers, and what must hold for any benchmark."""

from math import exp, lgamma, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.funnel import proportion_error, proportion_limits, rate_limits
from metrics.methods.intervals import Z95, Z998

shares = st.floats(0, 1)
people = st.integers(1, 100_000)


@pytest.mark.parametrize(
    ("n", "z", "limits"),
    [
        (100, Z95, (0.0412, 0.1588)),
        (100, Z998, (0.0073, 0.1927)),
        (595, Z95, (0.0759, 0.1241)),
        (595, Z998, (0.0620, 0.1380)),
    ],
)
def test_the_limits_round_one_in_ten_narrow_with_the_number_of_children(n: int, z: float, limits: tuple[float, float]) -> None:
    lower, upper = proportion_limits(0.10, n, z)
    assert (round(lower, 4), round(upper, 4)) == limits


def test_herefordshire_at_england_s_rate_would_look_after_201_to_261_children() -> None:
    found = rate_limits(67, 34_400, 10_000, Z95)
    assert (round(found.expected, 1), found.lower_events, found.upper_events) == (230.5, 201, 261)
    assert (round(found.lower, 1), round(found.upper, 1)) == (58.4, 75.9)


@given(shares, people)
def test_the_benchmark_lies_within_its_limits_and_they_widen_with_certainty(p0: float, n: int) -> None:
    narrow, wide = proportion_limits(p0, n), proportion_limits(p0, n, Z998)
    assert 0 <= wide[0] <= narrow[0] <= p0 <= narrow[1] <= wide[1] <= 1


@given(st.floats(0.01, 0.99), people, st.integers(2, 50))
def test_the_funnel_narrows_with_the_number_of_people(p0: float, n: int, times: int) -> None:
    few, many = proportion_limits(p0, n), proportion_limits(p0, n * times)
    assert many[0] > few[0] or few[0] == 0
    assert many[1] < few[1] or few[1] == 1


@given(st.floats(0.1, 200), st.integers(10, 50_000))
def test_a_count_beyond_the_limits_comes_up_in_at_most_one_of_forty(r0: float, population: int) -> None:
    found = rate_limits(r0, population, 10_000, Z95)

    def below(count: int) -> float:
        return sum(exp(k * log(found.expected) - found.expected - lgamma(k + 1)) for k in range(count))

    assert below(found.lower_events) < 0.025 + 1e-9 <= below(found.lower_events + 1) + 1e-8
    assert below(found.upper_events) < 0.975 + 1e-9 <= below(found.upper_events + 1) + 1e-8


@given(st.floats(0.1, 200), people)
def test_the_limits_of_a_rate_widen_with_certainty(r0: float, population: int) -> None:
    narrow, wide = rate_limits(r0, population, 10_000, Z95), rate_limits(r0, population, 10_000, Z998)
    assert wide.lower_events <= narrow.lower_events <= narrow.upper_events <= wide.upper_events
    assert narrow.lower == narrow.lower_events / population * 10_000
    assert narrow.upper == narrow.upper_events / population * 10_000


@pytest.mark.parametrize(("p0", "n"), [(1.1, 10), (-0.1, 10), (0.5, 0)])
def test_a_benchmark_that_is_no_share_has_no_limits(p0: float, n: int) -> None:
    with pytest.raises(ValueError, match="it is a share between 0 and 1, of more than nobody"):
        proportion_error(p0, n)


@pytest.mark.parametrize(("r0", "population", "per"), [(0, 100, 1), (67, 0, 10_000), (67, 100, 0)])
def test_a_rate_of_nothing_has_no_limits(r0: float, population: int, per: float) -> None:
    with pytest.raises(ValueError, match="all three lie above 0"):
        rate_limits(r0, population, per)
