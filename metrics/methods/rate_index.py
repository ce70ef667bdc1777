"""Whether children of one group come into care more often than those of another (M21).

It needs the number of children of each group who live there, of the same day and the same census as the children looked after;
the published files lack it, so no page shows it.
"""

from metrics.methods.difference import rate_ratio
from metrics.methods.intervals import Z95, Interval
from metrics.methods.refuse import unless_counts, unless_positive


def relative_rate_index(
    count: float, population: float, reference_count: float, reference_population: float, z: float = Z95
) -> Interval:
    """The rate of a group over that of a reference group, with its log interval: (count / population) / (the same of the
    reference). No unit; 1 is the same rate.

    interval = exp(ln RR +- z sqrt(1 / count + 1 / reference_count)). Source: as the rate ratio (M3). Raises ValueError of a
    count or a population that is not above zero: with nobody in care the ratio has no log, so the counts are shown instead.
    """
    unless_positive(
        count=count, population=population, reference_count=reference_count, reference_population=reference_population
    )
    return rate_ratio(count, population, reference_count, reference_population, z)


def representation_ratio(share_in_care: float, share_of_children: float) -> float:
    """A group's share of the children looked after over its share of all children, both in one unit; 1 is as many as live here.

    Source: the definition. Raises ValueError of a negative share, or a group that no child belongs to.
    """
    unless_counts(share_in_care=share_in_care)
    unless_positive(share_of_children=share_of_children)
    return share_in_care / share_of_children
