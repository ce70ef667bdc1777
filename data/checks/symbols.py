"""Every figure is a number or one of the symbols of the standard."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import NUMBER, Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.status import SYMBOLS

RETIRED = {"~": "~ was retired", ":": ": was retired", ".": ". was retired", "..": ".. is not of this standard"}


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each cell that is neither a number nor a symbol (each spelling once a column)."""
    for measure in bound.source.measures:
        column = bound.figures[measure.name]
        for text in sorted(set(column)):
            if text not in SYMBOLS and not NUMBER.match(text):
                yield Finding(
                    "symbols",
                    Outcome.FAIL,
                    f'the figure is "{brief(text, 20)}".{_why(text)}',
                    bound.where(column.index(text), measure.name),
                    f"Use a plain number or one of {', '.join(SYMBOLS)}.",
                )


def _why(text: str) -> str:
    if not text.strip():
        return " A blank cell does not say why the figure is missing."
    if "," in text and NUMBER.match(text.replace(",", "")):
        return " Thousands separators are not allowed."
    if text.endswith("%"):
        return " The unit is in the column's name, not in the cell."
    return f" ({RETIRED[text]})" if text in RETIRED else ""
