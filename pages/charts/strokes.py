"""How the lines of a chart over the years are stroked: by role, with gaps left as gaps and points that stand alone as dots."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.methods.intervals import Interval
from pages.charts.lines import Line
from pages.charts.look import BENCHMARK, CHOSEN, ENGLAND, NEIGHBOUR, OWN, REGION, Palette

STROKE = {OWN: 3, BENCHMARK: 2.5, REGION: 2, ENGLAND: 2, CHOSEN: 1.75, NEIGHBOUR: 1.25}
DASH = {ENGLAND: "dash", CHOSEN: "dot"}
ALONE = {OWN: 9, BENCHMARK: 7, REGION: 6, ENGLAND: 6, CHOSEN: 6, NEIGHBOUR: 4}  # a point with a gap on either side


def trace(
    line: Line, colours: Palette, breaks: Sequence[float] = (), intervals: Mapping[int, Interval] | None = None
) -> dict[str, Any]:
    """A line as plotly's trace: broken at the years in `breaks`, and the authority's own with its intervals as hairlines."""
    points = _broken(line, breaks)
    values, colour, own = [value for _, value, _ in points], colours.line[line.role], line.role == OWN
    stroke = {"color": colour, "width": STROKE[line.role], "dash": DASH.get(line.role, "solid")}
    sizes = [ALONE[line.role] if own or _alone(values, i) else 0 for i in range(len(values))]
    trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.name,
        "x": [at for at, _, _ in points],
        "y": values,
        "connectgaps": False,
        "cliponaxis": False,
        "line": stroke,
        "marker": {"color": colour, "size": sizes, "opacity": 1, "line": {"color": colours.ground, "width": int(own)}},
        "text": [hover for _, _, hover in points],
        "hoverinfo": "text",
    }
    return trace | ({"error_y": _hairlines(points, intervals, colour)} if own and intervals else {})


def _broken(line: Line, breaks: Sequence[float]) -> list[tuple[float, float | None, str]]:
    """Where the points stand, their values and their words, with a gap at each break."""
    points: list[tuple[float, float | None, str]] = [(p.year, p.value, p.hover) for p in line.points]
    return sorted([*points, *((at, None, "") for at in breaks)], key=lambda point: point[0])


def _hairlines(
    points: Sequence[tuple[float, float | None, str]], intervals: Mapping[int, Interval], colour: str
) -> dict[str, Any]:
    """From each figure up and down to the ends of its interval, as plotly wants them: as distances."""
    found = [(value, intervals.get(int(at)) if value is not None else None) for at, value, _ in points]
    up = [one.upper - value if one and value is not None else 0 for value, one in found]
    down = [value - one.lower if one and value is not None else 0 for value, one in found]
    return {
        "type": "data", "symmetric": False, "array": up, "arrayminus": down, "thickness": 1, "width": 3, "color": colour,
    }  # fmt: skip


def _alone(values: Sequence[float | None], i: int) -> bool:
    """Whether a point has no neighbour in time, so that no line would show it."""
    return not any(values[j] is not None for j in (i - 1, i + 1) if 0 <= j < len(values))
