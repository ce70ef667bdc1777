"""Counts are whole and not negative. The mean that a publisher prints in a column of counts is claimed by its own measure."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.observe import measures_of_rows
from data.status import SYMBOLS

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each count that is no count."""
    kinds = {m.name: m.kind for m in bound.source.measures}
    for column, names in measures_of_rows(bound):
        for index, (text, name) in enumerate(zip(bound.figures[column], names, strict=True)):
            if kinds[name] == "count" and not text.isdigit() and text not in SYMBOLS:
                yield Finding(
                    "counts",
                    Outcome.FAIL,
                    f'the count is "{brief(text, 20)}"; people are counted in whole numbers from 0.',
                    bound.where(index, column),
                    "Check that the columns have not been shifted or swapped.",
                )
