"""Why the number of children looked after changed over several years (M10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.methods.refuse import unless_counts


@dataclass(frozen=True)
class Year:
    """Children who started and ceased in the year to 31 March, and the stock on its last day."""

    year: int
    started: float
    ceased: float
    stock: float


@dataclass(frozen=True)
class Decomposition:
    """The change of the stock over `k` years, in children: change = drift + entries + exits + residual, always.

    `drift`: had both flows stayed as they were in the base year. `entries`: more came than then (negative: fewer).
    `exits`: fewer left than then (negative: more). `residual`: what the published flows do not explain.
    """

    change: float
    drift: float
    entries: float
    exits: float
    residual: float
    k: int


def decompose(stocks: Mapping[int, float], started: Mapping[int, float], ceased: Mapping[int, float], base: int) -> Decomposition:
    """Split the change between the first and the last year of `stocks`; all are by the year whose 31 March ends the period.

    change = k (s0 - c0) + sum of (s_t - s0) + sum of (c0 - c_t) + residual, where s and c are those who started and ceased,
    s0 and c0 those of the base year, and t the k years after the first. Source: the stock-and-flow identity (M9) added up,
    set against a base year. The parts depend on the base year, so readers may choose it; it may be the first year or any
    other that the flows hold. In children, unrounded.

    Raises ValueError of fewer than two years, of a flow that is missing in any year after the first or in the base year, and of
    figures below zero.
    """
    if len(stocks) < 2:
        raise ValueError(f"The stock of {len(stocks)} year is known: expected a first and a last year at least.")
    first, last = min(stocks), max(stocks)
    between = range(first + 1, last + 1)
    missing = sorted({year for year in (*between, base) if year not in started or year not in ceased})
    if missing:
        years = ", ".join(map(str, missing))
        raise ValueError(
            f"Children who started or ceased are not known for {years}: choose years, and a base year, that have both."
        )
    figures = {"stock": stocks[first], "later_stock": stocks[last], "base_started": started[base], "base_ceased": ceased[base]}
    unless_counts(**figures)
    for year in between:
        unless_counts(**{f"started_{year}": started[year], f"ceased_{year}": ceased[year]})
    k = last - first
    change = stocks[last] - stocks[first]
    drift = k * (started[base] - ceased[base])
    entries = sum(started[year] for year in between) - k * started[base]
    exits = k * ceased[base] - sum(ceased[year] for year in between)
    return Decomposition(change, drift, entries, exits, change - (drift + entries + exits), k)


def of_years(years: Sequence[Year], base: int) -> Decomposition:
    """The same from one row for each year. The first row's flows count only where it is the base year.

    Raises ValueError as `decompose` does, and of a year that is given twice.
    """
    if len({y.year for y in years}) < len(years):
        raise ValueError("A year is given twice: expected one row for each year.")
    return decompose(
        {y.year: y.stock for y in years}, {y.year: y.started for y in years}, {y.year: y.ceased for y in years}, base
    )
