"""How many children lie between an authority and a benchmark (M12). Words for it say 'if our rate equalled', never 'should'."""

from collections.abc import Sequence
from dataclasses import dataclass

from metrics.methods.refuse import unless_counts, unless_positive

WHOLE = 1.0  # most rates are published as whole numbers


@dataclass(frozen=True)
class PopulationRange:
    """A population, and the smallest and the largest that a rounded rate leaves possible."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Gap:
    """Children expected at the benchmark's rate, and how many more there are than that (negative: fewer). In children.

    `lower` and `upper` bound the gap by rounding alone, not by chance; they equal the gap where nothing was rounded.
    """

    expected: float
    gap: float
    lower: float
    upper: float


def population_range(count: float, rounded_rate: float, per: float = 10_000, rounded_to: float = WHOLE) -> PopulationRange:
    """The population behind a count and its rounded rate: count / rate x per, bounded by rate +- half of `rounded_to`.

    Use it only where no population is published. Source: the definition of a rounded figure.
    Raises ValueError of a negative count, and of a rate so low that it could be zero before rounding.
    """
    unless_counts(count=count)
    unless_positive(per=per, rounded_to=rounded_to)
    half = rounded_to / 2
    if rounded_rate <= half:
        raise ValueError(f"A rate of {rounded_rate:g} may be zero before rounding: no population follows from it.")
    return PopulationRange(count / rounded_rate * per, count / (rounded_rate + half) * per, count / (rounded_rate - half) * per)


def gap(
    count: float,
    population: float | PopulationRange,
    benchmark_rate: float,
    per: float = 10_000,
    rounded_to: float | None = None,
) -> Gap:
    """The gap in children: count - benchmark_rate x population / per, unrounded.

    `population` is a published number or the range that `population_range` gives; `rounded_to` is the unit that the benchmark's
    rate was rounded to (1 for whole numbers), None where it is exact. Both kinds of rounding widen the bounds. Source: the rate's
    definition. Raises ValueError of a negative count or rate, or a population that is not above zero.
    """
    if not isinstance(population, PopulationRange):
        population = PopulationRange(population, population, population)
    unless_counts(count=count, benchmark_rate=benchmark_rate, rounded_to=rounded_to or 0)
    unless_positive(per=per, population=population.lower)
    half = (rounded_to or 0) / 2
    expected = benchmark_rate * population.value / per
    least = max(0.0, benchmark_rate - half) * population.lower / per
    most = (benchmark_rate + half) * population.upper / per
    return Gap(expected, count - expected, count - most, count - least)


def smallest_to_largest(gaps: Sequence[Gap]) -> tuple[Gap, Gap]:
    """The lowest and the highest of the gaps to several benchmarks, to be told as 'between ... and ... children'.

    Raises ValueError of no gap at all.
    """
    if not gaps:
        raise ValueError("There is no gap to choose from: expected one benchmark with a figure at least.")
    return min(gaps, key=lambda one: one.gap), max(gaps, key=lambda one: one.gap)
