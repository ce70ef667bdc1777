"""Percentages lie between 0 and 100: of counts of people only, since a turnover may well exceed the posts it is set against."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.observe import measures_of_rows
from data.status import SYMBOLS

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each percentage outside 0 to 100."""
    kinds = {m.name: m.kind for m in bound.source.measures}
    shares = {m.name for m in bound.source.measures if m.kind == "percent" and kinds.get(m.of or "") == "count"}
    for column, names in measures_of_rows(bound):
        figures = bound.figures[column]
        wrong = {text for text in set(figures) if text not in SYMBOLS and not 0 <= float(text) <= 100}
        for index, text in enumerate(figures if wrong and shares.intersection(names) else ()):
            if text in wrong and names[index] in shares:
                yield Finding(
                    "percentages",
                    Outcome.FAIL,
                    f"the percentage is {brief(text, 20)}; expected 0 to 100.",
                    bound.where(index, column),
                    "Check that the columns have not been shifted or swapped.",
                )
