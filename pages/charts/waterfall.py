"""A change as a waterfall, read from the top down: full bars from zero at both ends, floating blocks for what lies between."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from metrics.figures import number
from metrics.waterfall import Block, Step
from pages.charts.geometry import ticks
from pages.charts.hover import ROOM
from pages.charts.lettering import BREAK, markup, width, wrap, wrapped
from pages.charts.look import (
    ENGLAND,
    LINE,
    NEIGHBOUR,
    OWN,
    PHONE,
    TICK,
    Figure,
    Palette,
    Place,
    above,
    axis,
    font,
    layout,
    palette,
    words,
)

NAME_ROOM = 118  # pixels for the name of a step before it breaks
GUTTER = 12  # pixels between names, amounts and bars
BAR = 26  # pixels that a bar is thick
AIR = 14  # pixels between two rows
ROLE = {Step.COUNTED: OWN, Step.MORE: OWN, Step.FEWER: ENGLAND, Step.NONE: NEIGHBOUR}
UNIT = "Children"


@dataclass(frozen=True)
class Row:
    """A block with the lines of its name and its middle, in pixels from the top of the plot."""

    block: Block
    name: tuple[str, ...]
    middle: float
    height: int


def figure(blocks: Sequence[Block], dark: bool = False) -> Figure | None:
    """The figure of a waterfall as a plain dict; None without blocks. The scale always holds zero.

    Counted numbers are full, blocks that add are outlines in the same colour, blocks that take away are grey; amounts carry their
    sign. Of counted numbers, the part of unaccompanied children is hatched and named under the row.
    """
    if not blocks:
        return None
    colours, rows = palette(dark), _rows(blocks)
    left = round(max(width(line, bold=True) for row in rows for line in row.name)) + _amounts(blocks) + 2 * GUTTER
    low, high = min(0.0, *(b.low for b in blocks)), max(b.high for b in blocks) or 1.0
    head = wrap(f"{UNIT}{_key(blocks)}", PHONE)
    tall, top = round(rows[-1].middle + rows[-1].height / 2), LINE * len(head) + 16
    ruled = [value for value in ticks(low, high, most=4)[0] if float(value).is_integer()]  # there are no parts of a child
    right = round(width(number(ruled[-1]), TICK) / 2) + 6
    base = layout(colours, top + tall + LINE + 12, left=left, right=right, top=top, bottom=LINE + 12)
    base["barmode"] = "overlay"  # one bar a row: the hatched part lies on its bar
    base["xaxis"] = _scale(low, high, ruled, colours)
    base["yaxis"] |= {"range": [tall, 0]}  # one unit is one pixel, from the top
    base["shapes"] = [_step(rows[i], rows[i + 1], colours) for i in range(len(rows) - 1)]
    base["annotations"] = [above(markup(head), colours, left, 8)]
    for row in rows:
        base["annotations"] += _words(row, left, colours)
    return {"data": [*_bars(rows, colours), *_parts(rows, colours)], "layout": base}


def _rows(blocks: Sequence[Block]) -> list[Row]:
    rows: list[Row] = []
    top = 0
    for block in blocks:
        name = wrap(block.name, NAME_ROOM, bold=block.step is Step.COUNTED)
        tall = max(LINE * len(name), BAR) + AIR
        rows.append(Row(block, tuple(name), top + tall / 2, tall))
        top += tall
    return rows


def _amounts(blocks: Sequence[Block]) -> int:
    return round(max(width(block.text, bold=True) for block in blocks))


def _key(blocks: Sequence[Block]) -> str:
    """What the hatching means, where there is some."""
    shown = any(block.part for block in blocks)
    return "; hatched: unaccompanied asylum-seeking children" if shown else ""


def _scale(low: float, high: float, ruled: Sequence[float], colours: Palette) -> dict[str, Any]:
    return axis(
        range=[low, high],
        tickmode="array",
        tickvals=list(ruled),
        ticktext=[number(value) for value in ruled],
        tickangle=0,
        showticklabels=True,
        tickfont=font(colours.quiet, TICK),
        showgrid=True,
        gridcolor=colours.hairline,
        gridwidth=1,
        zeroline=True,
        zerolinecolor=colours.quiet,
        zerolinewidth=1,
    )


def _bars(rows: Sequence[Row], colours: Palette) -> list[dict[str, Any]]:
    """One trace a kind of step."""
    return [
        _trace(
            step.value,
            [row for row in rows if row.block.step is step],
            {
                "color": colours.ground if step is Step.MORE else colours.line[ROLE[step]],
                "line": {"color": colours.line[ROLE[step]], "width": 2},
            },
        )
        for step in Step
    ]


def _parts(rows: Sequence[Row], colours: Palette) -> list[dict[str, Any]]:
    """The unaccompanied part of the counted numbers, hatched over their bars."""
    found = [row for row in rows if row.block.part]
    hatch = {"shape": "/", "fgcolor": colours.ground, "bgcolor": colours.line[OWN], "size": 6, "solidity": 0.35}
    trace = _trace("unaccompanied", found, {"color": colours.line[OWN], "pattern": hatch, "line": {"width": 0}})
    return [trace | {"x": [row.block.part for row in found], "base": [0.0 for _ in found]}]


def _trace(name: str, rows: Sequence[Row], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [row.block.high - row.block.low for row in rows],
        "base": [row.block.low for row in rows],
        "y": [row.middle for row in rows],
        "width": [BAR for _ in rows],
        "marker": marker,
        "cliponaxis": False,
        "hovertext": [_hover(row.block) for row in rows],
        "hoverinfo": "text",
    }


def _hover(block: Block) -> str:
    lines = [f"<b>{wrapped(block.name, ROOM)}</b>", f"{markup([block.text])} children"]
    if block.part is not None:
        lines.append(wrapped(f"{number(block.part)} of them unaccompanied asylum-seeking children", ROOM))
    if block.step is not Step.COUNTED:
        lines.append(f"the running number is then {number(block.runs_to)}")
    return BREAK.join(lines)


def _step(row: Row, below: Row, colours: Palette) -> dict[str, Any]:
    """The thin line that carries the running number to the next block."""
    at = row.block.runs_to
    ends = {"y0": row.middle + BAR / 2, "y1": below.middle - BAR / 2}
    line = {"color": colours.quiet, "width": 1}
    return {"type": "line", "xref": "x", "x0": at, "x1": at, "yref": "y", "layer": "below", "line": line} | ends


def _words(row: Row, left: int, colours: Palette) -> list[dict[str, Any]]:
    """A step's name at the chart's left edge, and its amount in front of the bars."""
    counted = row.block.step is Step.COUNTED
    colour = colours.text[OWN] if counted else colours.ink
    level: Place = {"xref": "paper", "x": 0, "yref": "y", "y": row.middle, "yanchor": "middle"}
    return [
        words(markup(list(row.name)), colour, bold=counted, xanchor="left", xshift=-left, **level),
        words(markup([row.block.text]), colour, bold=counted, xanchor="right", xshift=-GUTTER, **level),
    ]
