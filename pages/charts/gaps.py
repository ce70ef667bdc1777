"""What stands at the foot of a trend where the authority has no figure: the mark that says why, and its key below."""

from collections.abc import Mapping
from typing import Any

from data.status import Status
from metrics.figures import MARKS, key_to_marks, reason
from metrics.results import Fact, Series
from pages.charts.lettering import BREAK, markup, wrap
from pages.charts.look import LINE, OWN, PHONE, Palette, Place, words


def marks(own: Series, periods: Mapping[int, str], colours: Palette) -> list[dict[str, Any]]:
    """One annotation for each period without a figure of the authority, just above the axis; its reason on hover."""
    found = []
    for year, status in _missing(own, periods).items():
        text = BREAK.join(MARKS[status].split())  # '[not held]' is wider than a year
        why = markup([f"{own.area.short_name}, {periods[year]}: {reason(status)}"])
        place: Place = {"x": year, "xref": "x", "y": 0, "yref": "paper", "yanchor": "bottom", "yshift": 3}
        place["align"] = "center"
        found.append(words(text, colours.text[OWN], bold=True, **place) | {"hovertext": why, "captureevents": True})
    return found


def height(marks: list[dict[str, Any]]) -> int:
    """The pixels at the foot of the plot that the marks keep for themselves; 0 without any."""
    return max((LINE * len(mark["text"].split(BREAK)) + 10 for mark in marks), default=0)


def key(own: Series, periods: Mapping[int, str]) -> list[str]:
    """The lines that explain the marks, short enough for a telephone; [] without gaps."""
    return wrap(key_to_marks(set(_missing(own, periods).values())), PHONE)


def key_below(lines: list[str], colours: Palette, left: int, down: int) -> dict[str, Any]:
    """The key as an annotation `down` pixels under the plot, from the chart's left edge."""
    place: Place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -left}
    return words(markup(lines), colours.quiet, yref="paper", y=0, yanchor="top", yshift=-down, **place)


def _missing(own: Series, periods: Mapping[int, str]) -> dict[int, Status]:
    """Why a period has no figure. Nobody says so of those before the authority's first and after its last fact."""
    by_year: dict[int, Fact] = {fact.year: fact for fact in own.facts}
    found = {}
    for year in periods:
        fact = by_year.get(year)
        if fact is not None and fact.value is None:
            found[year] = fact.status
        elif fact is None and by_year and min(by_year) < year < max(by_year):
            found[year] = Status.NOT_HELD
    return found
