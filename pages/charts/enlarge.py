"""A figure drawn larger, for a room: every length that is in pixels times a factor, so that proportions stay."""

from typing import Any

from pages.charts.look import Figure

MARGINS = {"l", "r", "t", "b", "pad"}
LENGTHS = MARGINS | {"size", "height", "xshift", "yshift", "ax", "ay", "borderpad", "ticklen", "standoff", "thickness"}
STROKES = {"line", "error_x", "error_y"}  # where a width is that of a stroke: that of a bar is in units of its axis
BORDERS = {"borderwidth", "gridwidth", "linewidth", "tickwidth", "zerolinewidth", "arrowwidth"}


def enlarged(figure: Figure, factor: float) -> Figure:
    """The same figure, `factor` times as large; the figure given is left as it is. Dashes that are named stay as they are."""
    return {name: _times(part, factor, "") for name, part in figure.items()}


def _times(value: Any, factor: float, inside: str) -> Any:
    if isinstance(value, dict):
        return {name: _scaled(name, inner, factor, inside) for name, inner in value.items()}
    if isinstance(value, list):
        return [_times(inner, factor, inside) for inner in value]
    return value


def _scaled(name: str, value: Any, factor: float, inside: str) -> Any:
    if name in LENGTHS | BORDERS or (name == "width" and inside in STROKES):
        return _all_times(value, factor)
    return _times(value, factor, name)


def _all_times(value: Any, factor: float) -> Any:
    if isinstance(value, list):
        return [_all_times(inner, factor) for inner in value]
    return value * factor if isinstance(value, (int, float)) and not isinstance(value, bool) else value
