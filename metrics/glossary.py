"""The words of the dashboard in plain English: read from glossary.toml, shown on the page on data and methods."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.errors import BadInput

FILE = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True)
class Word:
    """A word, what it means in one to three short sentences, and who says so where it is defined in law ('' elsewhere)."""

    term: str
    meaning: str
    source: str = ""


@cache
def glossary(path: Path = FILE) -> tuple[Word, ...]:
    """All words, the marks first and the rest in the order of the alphabet. Raises BadInput for a file of another shape."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["word"]
        words = [Word(**entry) for entry in entries]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise BadInput(f"{path.name} cannot be read ({error}). It needs [[word]] tables with a term and a meaning.") from error
    return tuple(sorted(words, key=lambda w: (not w.term.startswith("["), w.term.casefold() if w.term[0] != "[" else "")))
