"""How much of a change is the rate, how much the population, and how much one group of children (M11)."""

from dataclasses import dataclass

from metrics.methods.refuse import unless_counts, unless_positive


@dataclass(frozen=True)
class RateAndPopulation:
    """A change in the number of children split in two, in children: total = rate + population."""

    rate: float
    population: float
    total: float


@dataclass(frozen=True)
class PartFirst:
    """A change in the number of children: of one group, and of all the rest. In children: total = part + rest."""

    part: float
    rest: float
    total: float


def kitagawa(count0: float, population0: float, count1: float, population1: float) -> RateAndPopulation:
    """Split the change from count0 to count1 into what the rate and what the population did. In children, unrounded.

    rate effect = (P0 + P1) / 2 x (r1 - r0); population effect = (r0 + r1) / 2 x (P1 - P0); r = count / population. They add up
    to count1 - count0 with nothing left over. Source: Kitagawa (1955), Components of a difference between two rates.
    Raises ValueError of a count below zero or a population that is not above it.
    """
    unless_counts(count0=count0, count1=count1)
    unless_positive(population0=population0, population1=population1)
    r0, r1 = count0 / population0, count1 / population1
    return RateAndPopulation(
        rate=(population0 + population1) / 2 * (r1 - r0),
        population=(r0 + r1) / 2 * (population1 - population0),
        total=count1 - count0,
    )


def first(part0: float | None, part1: float | None, total0: float, total1: float) -> PartFirst | None:
    """The change of one group first (unaccompanied asylum-seeking children), then that of all the others. In children.

    part = part1 - part0; rest = (total1 - total0) - part. None where the group's figure is hidden on either side: the rest is
    then not told either, since the two together would give the hidden figure away.
    Raises ValueError of a figure below zero, or of a group larger than the whole.
    """
    if part0 is None or part1 is None:
        return None
    unless_counts(part0=part0, part1=part1, total0=total0, total1=total1)
    if part0 > total0 or part1 > total1:
        raise ValueError(
            f"A group of {part0:g} then {part1:g} is more than the whole, {total0:g} then {total1:g}: expected a part of it."
        )
    return PartFirst(part1 - part0, (total1 - total0) - (part1 - part0), total1 - total0)
