"""Quantiles between the figures of a list."""

from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.quantiles import quantile

figures = st.lists(st.floats(-1_000, 1_000), min_size=2, max_size=200)


@given(figures)
def test_quartiles_and_deciles_are_those_of_the_standard_library(values: list[float]) -> None:
    for n in (4, 10):
        assert [quantile(values, i / n) for i in range(1, n)] == pytest.approx(
            quantiles(values, n=n, method="inclusive"), abs=1e-9
        )


@given(figures, st.floats(0, 1))
def test_a_quantile_lies_between_the_lowest_and_the_highest(values: list[float], share: float) -> None:
    assert min(values) == quantile(values, 0) <= quantile(values, share) <= quantile(values, 1) == max(values)


def test_a_single_figure_is_every_quantile() -> None:
    assert quantile([7], 0.1) == quantile([7], 0.9) == 7


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1, 2], 1.5), ([1, 2], -0.1)])
def test_nothing_has_no_quantile_and_nothing_lies_beyond_all(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="does not exist: it needs a value, and a share between 0 and 1"):
        quantile(values, share)
