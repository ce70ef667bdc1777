"""The fan of no change: quantiles of what others' numbers did, in order, with how many lie behind them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.forecast import QUANTILES, fan, past_changes


def test_changes_of_all_authorities_over_one_two_and_three_years_are_pooled() -> None:
    found = past_changes([{2021: 100, 2022: 110, 2023: 99, 2024: 120}, {2022: 200, 2023: 250}])
    assert found[1] == pytest.approx(sorted([0.10, -0.10, 120 / 99 - 1, 0.25]))
    assert found[2] == pytest.approx(sorted([-0.01, 120 / 110 - 1]))
    assert found[3] == pytest.approx([0.20])


def test_a_hidden_or_missing_year_gives_no_change_and_is_not_bridged() -> None:
    assert past_changes([{2021: 100, 2022: None, 2024: 130}], (1, 2, 3)) == {1: [], 2: [], 3: pytest.approx([0.3])}


def test_a_change_from_nobody_has_no_measure_but_one_to_nobody_has() -> None:
    assert past_changes([{2021: 0, 2022: 10, 2023: 0}], (1,)) == {1: [-1]}


def test_the_fan_is_the_last_value_with_the_quantiles_of_past_changes() -> None:
    # Eleven changes from -50% to 50%, a tenth apart: the 97.5th percentile is three quarters of the way from 40% to 50%.
    changes = [i / 10 for i in range(-5, 6)]
    (step,) = fan(200, {1: changes}, (0.1, 0.5, 0.9, 0.975))
    assert step.values == pytest.approx((120, 200, 280, 295))
    assert (step.horizon, step.n, step.quantiles) == (1, 11, (0.1, 0.5, 0.9, 0.975))


def test_each_year_says_how_many_past_changes_lie_behind_it() -> None:
    found = fan(344, past_changes([{y: 300 + y % 7 for y in range(2016, 2026)}] * 3))
    assert [(step.horizon, step.n) for step in found] == [(1, 27), (2, 24), (3, 21)]


def test_if_nobody_ever_changed_the_fan_is_shut() -> None:
    assert {v for step in fan(344, past_changes([{2020: 9, 2021: 9, 2022: 9, 2023: 9}])) for v in step.values} == {344}


changes = st.lists(st.floats(-1, 3), min_size=1, max_size=40)


@given(st.floats(0, 10_000), changes, changes)
def test_the_fan_is_ordered_and_never_below_nobody(last: float, one: list[float], two: list[float]) -> None:
    for step in fan(last, {2: two, 1: one}):
        assert step.quantiles == QUANTILES
        assert list(step.values) == sorted(step.values)
        assert step.values[0] >= 0
    assert [step.horizon for step in fan(last, {2: two, 1: one})] == [1, 2]


@given(changes, st.permutations(QUANTILES))
def test_neither_the_order_of_changes_nor_that_of_quantiles_matters(drawn: list[float], order: list[float]) -> None:
    assert fan(344, {1: drawn}, order) == fan(344, {1: drawn[::-1]})


@given(st.dictionaries(st.integers(2010, 2025), st.integers(1, 900), min_size=2))
def test_a_past_change_leads_from_one_year_to_the_other(years: dict[int, int]) -> None:
    found = past_changes([years], (1,))[1]
    assert found == sorted(years[y + 1] / years[y] - 1 for y in years if y + 1 in years)


def test_a_horizon_without_any_past_change_is_named() -> None:
    with pytest.raises(ValueError, match="No past change over 3 years is known: leave that horizon out, or give more years."):
        fan(344, past_changes([{2021: 312, 2022: 379, 2023: 413}]))


@pytest.mark.parametrize("quantiles", [(), (10, 90), (-0.1,)])
def test_quantiles_are_shares(quantiles: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="expected some between 0 and 1"):
        fan(344, {1: [0.1]}, quantiles)


def test_a_last_value_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match='"last value" is -1'):
        fan(-1, {1: [0.1]})
