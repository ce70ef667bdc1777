"""Events and breaks on a chart over the years: a band or a hairline, and a small number over the plot that a list explains."""

from collections.abc import Sequence
from typing import Any

from metrics.events import Marked
from pages.charts.look import LINE, TICK, Palette, Place, words

ROWS = 2  # rows of numbers over the plot, so that two events of one year do not cover one another
NEAR = 0.6  # years: nearer than that, two numbers could touch on a telephone


def shapes(marked: Sequence[Marked], colours: Palette) -> list[dict[str, Any]]:
    """Behind the lines: a pale band for a stretch of time, a dotted hairline for a day, a full one for a break in the series."""
    return [_band(one, colours) if one.end else _stroke(one, colours) for one in marked]


def numbers(marked: Sequence[Marked], colours: Palette) -> list[dict[str, Any]]:
    """The number of each, over the plot; in the upper row where the one before it is too near."""
    found, before, row = [], None, 0
    for one in sorted(marked, key=_middle):
        at = _middle(one)
        row = (row + 1) % ROWS if before is not None and at - before < NEAR else 0
        before = at
        place: Place = {"xref": "x", "x": at, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 1 + row * LINE}
        title = words(one.number, colours.quiet, size=TICK, bold=True, xanchor="center", **place)
        found.append(title | {"hovertext": one.title, "captureevents": True})
    return found


def room(marked: Sequence[Marked]) -> int:
    """Pixels over the plot that the numbers take."""
    at = sorted(_middle(one) for one in marked)
    near = any(later - earlier < NEAR for earlier, later in zip(at, at[1:], strict=False))
    return LINE * (2 if near else 1) if marked else 0


def _middle(one: Marked) -> float:
    return (one.start + one.end) / 2 if one.end else one.start


def _band(one: Marked, colours: Palette) -> dict[str, Any]:
    across = {"xref": "x", "x0": one.start, "x1": one.end, "yref": "paper", "y0": 0, "y1": 1}
    return {"type": "rect", "layer": "below", "fillcolor": colours.hairline, "opacity": 0.4, "line": {"width": 0}} | across


def _stroke(one: Marked, colours: Palette) -> dict[str, Any]:
    across = {"xref": "x", "x0": one.start, "x1": one.start, "yref": "paper", "y0": 0, "y1": 1}
    line = {"color": colours.quiet, "width": 1, "dash": "solid" if one.is_break else "dot"}
    return {"type": "line", "layer": "below", "line": line} | across
