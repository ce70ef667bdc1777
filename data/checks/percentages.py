"""Percentages lie between 0 and 100: of counts of people only, since a turnover may well exceed the posts it is set against."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.status import SYMBOLS

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each percentage outside 0 to 100."""
    kinds = {m.name: m.kind for m in bound.source.measures}
    for measure in bound.source.measures:
        if measure.kind != "percent" or kinds.get(measure.of or "") != "count":
            continue
        column = bound.figures[measure.name]
        wrong = {text for text in set(column) if text not in SYMBOLS and not 0 <= float(text) <= 100}
        for index, text in enumerate(column if wrong else ()):
            if text in wrong:
                yield Finding(
                    "percentages",
                    Outcome.FAIL,
                    f"the percentage is {brief(text, 20)}; expected 0 to 100.",
                    bound.where(index, measure.name),
                    "Check that the columns have not been shifted or swapped.",
                )
