"""Reading a figure in tests: its traces, its words, and where words stand in pixels."""

import re
from html import unescape
from typing import Any

Figure = dict[str, Any]


def trace(figure: Figure, name: str) -> dict[str, Any]:
    """The one trace of that name."""
    (found,) = [t for t in figure["data"] if t["name"] == name]
    return found


def texts(figure: Figure) -> list[str]:
    """The words of every annotation, in order, without markup, its lines joined by a space."""
    return [plain(a["text"]) for a in figure["layout"]["annotations"]]


def words(figure: Figure, beginning: str) -> dict[str, Any]:
    """The one annotation whose words begin so."""
    (found,) = [a for a in figure["layout"]["annotations"] if plain(a["text"]).startswith(beginning)]
    return found


def plain(text: str) -> str:
    """Plotly's HTML as it is read."""
    return unescape(re.sub("<[^>]*>", "", text.replace("<br>", " ")))


def drawn_values(figure: Figure, axis: str = "y") -> list[float]:
    """Every value that any trace draws."""
    return [value for t in figure["data"] for value in t[axis] if value is not None]
