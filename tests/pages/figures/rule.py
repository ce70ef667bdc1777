"""How a table's figures belong to the records of an answer: what names a row, and which fields each column shows.

A column is written as phrases. In a phrase '#' is a figure and '@' a period; each figure is followed by the fields that must hold
it in the row's record ('latest.value', alternatives with '|'). Before the fields, '-' says that the words of the phrase turn the
sign ('43 fewer' is -43), '±' that the words speak of a distance, 'min' and 'max' that it is the least or greatest of them. After
them, '>field' and '<field' say that the words tell of a rise or of a fall.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.pages.figures.reading import Row, Shown

Phrase = tuple[str, ...]
EITHER = "|"  # between the codes of areas of one name: a council and the one that it became


@dataclass(frozen=True)
class Here:
    """The page that is read: its authority, codes by short name, and (indicator, breakdown) by title."""

    area: str
    codes: Mapping[str, str]
    titles: Mapping[str, tuple[str, str]]

    def of_title(self, text: str) -> dict[str, str]:
        """The indicator and breakdown whose title begins a text; {} for none."""
        found = max((title for title in self.titles if text.startswith(title)), key=len, default="")
        if not found:
            return {}
        indicator, breakdown = self.titles[found]
        return {"indicator": indicator, "breakdown": breakdown}


@dataclass(frozen=True)
class Column:
    """What a column shows. `heading` is a regular expression; its named groups ('period', 'edition', 'area') name the record too.
    `drop` are names of the row that this column's fields do not bear, `around` those that only the records around them bear.
    `rows` limits it to rows of such a name."""

    heading: str
    phrases: tuple[Phrase, ...]
    drop: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    rows: str = ".*"
    own: bool = False  # whether its fields are those of the page's authority


Names = Callable[[Shown, Row, Here], Mapping[str, str]]


@dataclass(frozen=True)
class Rule:
    """The tables whose first heading and caption these regular expressions match, what names a row of them, and the columns."""

    first: str
    caption: str
    names: Names
    columns: tuple[Column, ...]
    headings: str = ""  # a heading that must be among them
