"""What stands at the foot of a trend where the authority has no figure: the mark that says why, and its key below."""

from collections.abc import Mapping
from typing import Any

from data.status import Status
from metrics.figures import MARKS, key_to_marks, reason
from metrics.results import Fact, Series
from pages.charts.lettering import BREAK, markup, wrap
from pages.charts.look import LINE, NOTE, OWN, TICK, Palette, words

PHONE = 340  # pixels of words that fit on a telephone


def marks(own: Series, periods: Mapping[int, str], colours: Palette) -> list[dict[str, Any]]:
    """One annotation for each period without a figure of the authority, just above the axis; its reason on hover."""
    found = []
    for year, status in _missing(own, periods).items():
        text = BREAK.join(MARKS[status].split())  # '[not held]' is wider than a year
        why = markup([f"{own.area.short_name}, {periods[year]}: {reason(status)}"])
        place = {"x": year, "xref": "x", "y": 0, "yref": "paper", "yanchor": "bottom", "yshift": 3}
        found.append(words(text, colours.text[OWN], bold=True, hovertext=why, captureevents=True, **place) | {"align": "center"})
    return found


def height(marks: list[dict[str, Any]]) -> int:
    """The pixels at the foot of the plot that the marks keep for themselves; 0 without any."""
    return max((LINE * len(mark["text"].split(BREAK)) + 10 for mark in marks), default=0)


def key(own: Series, periods: Mapping[int, str]) -> list[str]:
    """The lines that explain the marks, short enough for a telephone; [] without gaps."""
    return wrap(key_to_marks(set(_missing(own, periods).values())), PHONE, NOTE)


def key_below(lines: list[str], colours: Palette, left: int, down: int) -> dict[str, Any]:
    """The key as an annotation `down` pixels under the plot, from the chart's left edge."""
    place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -left, "yref": "paper", "y": 0, "yanchor": "top"}
    return words(markup(lines), colours.quiet, yshift=-down, **place)


def _missing(own: Series, periods: Mapping[int, str]) -> dict[int, Status]:
    by_year: dict[int, Fact] = {fact.year: fact for fact in own.facts}
    found = {}
    for year in periods:
        fact = by_year.get(year)
        if fact is None or fact.value is None:
            found[year] = fact.status if fact else Status.NOT_HELD
    return found
