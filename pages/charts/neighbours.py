"""An authority among its statistical neighbours in one period: a row and a dot each, the highest on top."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.methods.intervals import Interval
from metrics.phrases import starts_sentence, when
from metrics.results import Fact, Neighbours, Series
from metrics.words import COUNTS, comparable
from pages.charts import rows, rules
from pages.charts.geometry import reach
from pages.charts.lettering import markup, wrap
from pages.charts.look import CHOSEN, LINE, NEIGHBOUR, OWN, PHONE, Figure, Palette, Place, above, layout, palette, words
from pages.charts.rows import GUTTER, Row

DOT = {OWN: 15, NEIGHBOUR: 11, CHOSEN: 12}
SYMBOL = {OWN: "circle", NEIGHBOUR: "circle", CHOSEN: "diamond"}
EDGE = 10  # pixels to the right of the dots


def figure(
    result: Neighbours,
    dark: bool = False,
    *,
    intervals: Mapping[str, Interval] | None = None,
    group: Sequence[tuple[Series, Fact]] = (),
) -> Figure:
    """The figure of a comparison as a plain dict; its height follows from the number of rows.

    Names and figures stand in front of the dots, where no rule crosses them. Areas without a figure come last, with the
    mark for a figure and the reason in place of the dot. Plain counts get no rules for benchmark and England: councils
    differ in size. `intervals` by area code are hairlines behind the dots, cut off where they would squeeze the dots together;
    `group` are councils of the reader's own choice.
    """
    spans = intervals or {}
    colours, upright, head = palette(dark), rules.of(result), _head(result, bool(spans), bool(group))
    table = rows.of(result, rules.least(upright), group)
    held, left, wide = table.held, table.left, PHONE - table.left - EDGE
    tall, top = rows.height(table.every), LINE * len(head) + rules.room(upright) + 14
    dots = [row.value for row in held if row.value is not None] + [rule.value for rule in upright]
    ends = _ends(dots + _reached(dots, [spans[row.code] for row in held if row.code in spans]), wide)
    placed = rules.place(upright, ends, wide, left, EDGE)
    base = layout(colours, top + tall + 4, left=left, right=EDGE, top=top, bottom=4)
    base["xaxis"] |= {"range": list(ends)}
    base["yaxis"] |= {"range": [tall, 0]}  # one unit is one pixel, from the top
    base["shapes"] = [_guide(row, colours) for row in held]
    base["shapes"] += [_span(row, spans[row.code], ends, colours) for row in held if row.code in spans]
    base["shapes"] += rules.shapes(placed, tall - rows.height(held), tall, colours)
    base["annotations"] = [above(markup(head), colours, left, rules.room(upright) + 8), *rules.names(placed, colours)]
    for row in table.every:
        base["annotations"] += _words(row, left, colours)
    return {"data": [_dots(role, held, colours) for role in _roles(held)], "layout": base}


def _head(result: Neighbours, spans: bool, group: bool) -> list[str]:
    unit = "Per cent" if result.indicator.unit == "%" else starts_sentence(result.indicator.unit)
    said = [f"{unit}, {when(result.own)}"]
    if not result.of:
        said.append("No statistical neighbours to compare with")
    else:
        said.append(f"{result.n} of {result.of} neighbours had a figure ({result.edition} edition)")
    if not comparable(result.indicator):
        said.append(starts_sentence(COUNTS))
    if spans:
        said.append("Hairlines: what chance alone could make of each figure (95%)")
    if group:
        said.append("Diamonds: councils of your own choice")
    return [line for sentence in said for line in wrap(sentence, PHONE)]


def _ends(values: Sequence[float], wide: float) -> tuple[float, float]:
    """The ends of the scale: on the narrowest screen the outermost dots are just whole."""
    return reach(min(values), max(values), wide, DOT[OWN] / 2 + 1, DOT[OWN] / 2 + 1) if values else (0.0, 1.0)


def _roles(held: Sequence[Row]) -> list[str]:
    """In the order in which they are drawn, the authority's own on top."""
    return [NEIGHBOUR, *([CHOSEN] if any(row.role == CHOSEN for row in held) else []), OWN]


def _reached(dots: Sequence[float], spans: Sequence[Interval]) -> list[float]:
    """How far the scale reaches for the hairlines: half as far again as the dots lie apart, on either side."""
    if not dots or not spans:
        return []
    apart = max(dots) - min(dots) or 1.0
    low, high = min(one.lower for one in spans), max(one.upper for one in spans)
    return [max(low, min(dots) - apart / 2), min(high, max(dots) + apart / 2)]


def _span(row: Row, interval: Interval, ends: tuple[float, float], colours: Palette) -> dict[str, Any]:
    """The hairline from one end of an interval to the other, within the scale."""
    across = {"xref": "x", "x0": max(interval.lower, ends[0]), "x1": min(interval.upper, ends[1])}
    line = {"color": colours.line[row.role], "width": 2}
    up = {"yref": "y", "y0": row.middle, "y1": row.middle}
    return {"type": "line", "layer": "below", "opacity": 0.6, "line": line} | across | up


def _dots(role: str, held: Sequence[Row], colours: Palette) -> dict[str, Any]:
    mine = [row for row in held if row.role == role]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": role,
        "x": [row.value for row in mine],
        "y": [row.middle for row in mine],
        "cliponaxis": False,
        "marker": {"size": DOT[role], "symbol": SYMBOL[role], "color": colours.line[role], "opacity": 1, "line": {"width": 0}},
        "text": [row.hover for row in mine],
        "hoverinfo": "text",
    }


def _guide(row: Row, colours: Palette) -> dict[str, Any]:
    """The hairline that leads the eye from a name to its dot."""
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": row.middle, "y1": row.middle}
    return across | {"layer": "below", "line": {"color": colours.hairline, "width": 1}}


def _words(row: Row, left: int, colours: Palette) -> list[dict[str, Any]]:
    """A row's name at the chart's left edge, its figure or mark at the dots, and the reason where there is no dot."""
    own = row.role == OWN
    colour = colours.text[OWN] if own else colours.ink
    level: Place = {"xref": "paper", "x": 0, "yref": "y", "y": row.middle, "yanchor": "middle"}
    made = [
        words(markup(list(row.name)), colour, bold=own, xanchor="left", xshift=-left, **level),
        words(markup([row.figure]), colour, bold=own, xanchor="right", xshift=-GUTTER, **level),
    ]
    if row.value is None:
        made.append(words(markup(list(row.reason)), colours.quiet, xanchor="left", **level))
    return made
