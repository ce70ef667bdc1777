"""Where a number may go: a fan around no change, made of what other authorities' numbers did (M18). Never a single line.

In a test on 145 authorities no change beat a straight line, drift and a damped trend at one, two and three years ahead.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from metrics.methods.quantiles import quantile
from metrics.methods.refuse import unless_counts

HORIZONS = (1, 2, 3)
QUANTILES = (0.025, 0.1, 0.9, 0.975)  # the middle 95% and the middle 80%


@dataclass(frozen=True)
class Step:
    """One year of the fan, `horizon` years ahead. `values` has one figure for each of `quantiles`, lowest first, in the unit of
    the last value; `n` is how many past changes lie behind them."""

    horizon: int
    quantiles: tuple[float, ...]
    values: tuple[float, ...]
    n: int


def past_changes(series: Iterable[Mapping[int, float | None]], horizons: Sequence[int] = HORIZONS) -> dict[int, list[float]]:
    """The relative changes over 1, 2 and 3 years of all authorities together, sorted: 0.05 is 5% more than so many years before.

    `series` holds one mapping of year to figure for each authority; a hidden or missing year is None or left out, and gives no
    change. Nor does a year with nothing to compare with: any change from zero is without measure. Breaks are the caller's to
    take out. Raises ValueError of a figure below zero or not finite.
    """
    found: dict[int, list[float]] = {horizon: [] for horizon in horizons}
    for one in series:
        for year, value in one.items():
            if value is None:
                continue
            unless_counts(figure=value)
            for horizon in horizons:
                later = one.get(year + horizon)
                if value and later is not None:
                    found[horizon].append(later / value - 1)
    return {horizon: sorted(changes) for horizon, changes in found.items()}


def fan(
    last_value: float, changes_by_horizon: Mapping[int, Sequence[float]], quantiles: Sequence[float] = QUANTILES
) -> tuple[Step, ...]:
    """The last value, changed as other authorities' values changed before: last x (1 + quantile of past changes), nearest
    year first. In the unit of the last value, unrounded.

    Quantiles are of R's type 7. Source: empirical forecast intervals around a no-change forecast (Hyndman and Athanasopoulos,
    Forecasting: Principles and Practice). It rests on the past of others, turning points and all. Raises ValueError of a
    negative last value, a horizon without past changes, or quantiles that are not between 0 and 1.
    """
    unless_counts(last_value=last_value)
    if not quantiles or not all(0 <= q <= 1 for q in quantiles):
        raise ValueError(f"The quantiles {list(quantiles)} are not shares: expected some between 0 and 1, like 0.1 and 0.9.")
    empty = [horizon for horizon, changes in changes_by_horizon.items() if not changes]
    if empty:
        raise ValueError(f"No past change over {empty[0]} years is known: leave that horizon out, or give more years.")
    ordered = tuple(sorted(quantiles))
    return tuple(
        Step(horizon, ordered, tuple(last_value * (1 + quantile(changes, q)) for q in ordered), len(changes))
        for horizon, changes in sorted(changes_by_horizon.items())
    )
