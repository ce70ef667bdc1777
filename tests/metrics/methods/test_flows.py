"""The stock-and-flow identity: the printed years of four areas, and that it closes whatever the figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures import number
from metrics.methods.flows import identity, implied_stay

children = st.integers(0, 100_000)


@pytest.mark.parametrize(
    ("area", "start", "started", "ceased", "end", "residual"),
    [
        ("Herefordshire", 387, 68, 111, 344, 0),
        ("Dorset", 447, 138, 149, 437, 1),
        ("Dudley", 573, 173, 173, 575, 2),
        ("England", 83_530, 32_270, 34_450, 81_770, 420),
    ],
)
def test_the_stock_of_2025_is_that_of_2024_and_the_flows_and_a_residual(
    area: str, start: int, started: int, ceased: int, end: int, residual: int
) -> None:
    found = identity(start, started, ceased, end)
    assert found.residual == residual
    assert (found.change, found.from_flows) == (end - start, started - ceased)


def test_herefordshire_s_children_stay_3_3_years_by_those_who_left_and_5_4_by_those_who_came() -> None:
    assert (387 + 344) / 2 == 365.5
    assert [number(implied_stay(387, 344, flow) or 0, 1) for flow in (111, 68)] == ["3.3", "5.4"]


def test_where_nobody_left_no_stay_is_implied() -> None:
    assert implied_stay(12, 12, 0) is None


@given(children, children, children, children)
def test_start_and_flows_and_residual_are_the_end_exactly(start: int, started: int, ceased: int, end: int) -> None:
    found = identity(start, started, ceased, end)
    assert found.start + found.started - found.ceased + found.residual == found.end
    assert found.change == found.from_flows + found.residual


@given(st.integers(1, 5_000), st.integers(1, 5_000))
def test_a_steady_stock_implies_as_many_years_as_the_flow_goes_into_it(stock: int, flow: int) -> None:
    assert (implied_stay(stock, stock, flow) or 0) * flow == pytest.approx(stock)


@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf")])
def test_a_figure_that_counts_no_children_is_refused_by_name(wrong: float) -> None:
    with pytest.raises(ValueError, match='The figure "ceased" is .*: expected a number that is not below zero.'):
        identity(387, 68, wrong, 344)
    with pytest.raises(ValueError, match='The figure "flow" is'):
        implied_stay(387, 344, wrong)
