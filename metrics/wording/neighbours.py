"""Say an authority among its statistical neighbours."""

from data.status import Status
from metrics.figures import with_unit
from metrics.phrases import fact_phrase, starts_sentence
from metrics.results import Neighbours
from metrics.wording.naming import comparable
from metrics.wording.places import finding


def neighbours_finding(result: Neighbours) -> str:
    """The heading of a comparison in one period."""
    if comparable(result.indicator) or result.own.status is not Status.PUBLISHED:
        return finding(result.indicator, result.breakdown, result.area, result.own, None, result.benchmark)
    return starts_sentence(
        f"{fact_phrase(result.indicator, result.breakdown, result.own)}. Councils differ in size, so counts are not compared."
    )


def neighbours_sentence(result: Neighbours) -> str:
    """What the dots show: the range, the three ways to sum the neighbours up, England, and n of N."""
    indicator = result.indicator
    held = [n for n in result.neighbours if n.fact.value is not None]
    if not held:
        return (
            f"None of the {result.of} statistical neighbours has a figure in {result.period}."
            if result.of
            else "There are no statistical neighbours to compare with."
        )
    low = min(held, key=lambda n: n.fact.value or 0)
    high = max(held, key=lambda n: n.fact.value or 0)
    ways = [("median", result.median), ("mean", result.mean), ("pooled", result.pooled)] if comparable(indicator) else []
    summed = ", ".join(f"{word} {with_unit(value, indicator)}" for word, value in ways if value is not None)
    england = (
        f" England: {with_unit(result.england.value, indicator)}." if result.england and result.england.value is not None else ""
    )
    ends = [f"{with_unit(n.fact.value, indicator)} ({n.area.short_name})" for n in (low, high)]
    lie = f"The neighbours lie between {ends[0]} and {ends[1]}"
    lie = lie if len(held) > 1 else f"The one neighbour with a figure has {ends[0]}"
    return (
        lie + (f": {summed}" if summed else "") + f". {result.n} of {result.of} had a figure ({result.edition} edition).{england}"
    )
