"""The accessibility statement: read from accessibility.toml, shown on the page on data and methods."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.errors import BadInput

FILE = Path(__file__).with_name("accessibility.toml")


@dataclass(frozen=True)
class Section:
    """One heading of the statement and its sentences, a list item or paragraph each."""

    heading: str
    text: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """The statement as it was prepared on a day."""

    prepared: date
    summary: str
    parts: tuple[Section, ...]


@cache
def statement(path: Path = FILE) -> Statement:
    """The statement. Raises BadInput for a file of another shape."""
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
        parts = tuple(Section(p["heading"], tuple(p["text"])) for p in entry["part"])
        return Statement(entry["prepared"], entry["summary"], parts)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise BadInput(f"{path.name} cannot be read ({error}). It needs prepared, summary and [[part]] tables.") from error
