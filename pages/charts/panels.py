"""Each neighbour for itself: a small chart a neighbour, all on one scale, the authority's own line pale behind."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.figures import with_unit
from metrics.phrases import starts_sentence
from metrics.results import Trend
from pages.charts import lines, scales, strokes
from pages.charts.geometry import reach
from pages.charts.lettering import markup, width, wrap
from pages.charts.lines import Line
from pages.charts.look import (
    CHOSEN,
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

ACROSS = 2  # panels beside one another: as many as a telephone can show
PANEL = 84  # pixels from the foot of a panel to its top
GAP = 0.06  # of the width, between two panels
PALE = 0.45  # how strong the authority's own line stands behind
CLEAR = 8  # pixels between the outermost figures and the ends of the scale


def figure(trend: Trend, dark: bool = False) -> Figure | None:
    """The figure as a plain dict, nearest neighbour first, row by row; None where no neighbour has a figure."""
    colours, drawn = palette(dark), lines.of(trend)
    others, own = [line for line in drawn if line.role == NEIGHBOUR], drawn[-1]
    if not others:
        return None
    periods = lines.periods(trend)
    values = [p.value for line in (*others, own) for p in line.points if p.value is not None]
    ends = reach(min(values), max(values), PANEL, CLEAR, CLEAR)
    titles = [_title(line, max(periods)) for line in others]
    head = _head(trend, values, any(p.value is None for line in (*others, own) for p in line.points))
    top, foot = LINE * len(head) + 12, scales.years_room(periods)
    deep = [max(len(t) for t in titles[i : i + ACROSS]) * LINE + 6 + PANEL + foot for i in range(0, len(titles), ACROSS)]
    tall = sum(deep)
    base = layout(colours, top + tall, left=4, right=4, top=top, bottom=0)
    base["annotations"] = [above(markup(head), colours, 4, 6)]
    traces: list[dict[str, Any]] = []
    for i, line in enumerate(others):
        row, column = divmod(i, ACROSS)
        end = "" if i == 0 else str(i + 1)
        low = 1 - (sum(deep[: row + 1]) - foot) / tall
        base[f"xaxis{end}"] = _years(periods, colours, column, end)
        base[f"yaxis{end}"] = axis(range=list(ends), domain=[low, low + PANEL / tall], anchor=f"x{end}")
        place: Place = {"xref": f"x{end} domain", "x": 0, "yref": f"y{end} domain", "y": 1, "yanchor": "bottom", "yshift": 2}
        base["annotations"].append(words(markup(titles[i]), colours.ink, xanchor="left", **place))
        traces += _traces(line, own, colours, end)
    return {"data": traces, "layout": base}


def _head(trend: Trend, values: Sequence[float], gaps: bool) -> list[str]:
    entry = trend.indicator
    unit = "Per cent" if entry.unit == "%" else starts_sentence(entry.unit)
    ends = f"every panel from {with_unit(min(values), entry)} to {with_unit(max(values), entry)}"
    said = [f"{unit}; {ends}", f"Blue behind: {trend.own.area.short_name}"]
    said += ["A gap: no figure. The table says why"] if gaps else []
    return [line for sentence in said for line in wrap(sentence, PHONE)]


def _title(line: Line, newest: int) -> list[str]:
    """The neighbour's name with its newest figure, in half a telephone; an older one with its period."""
    text = f"{line.name} {line.last.text}" if line.last else line.name
    text += f" in {line.last.period}" if line.last and line.last.year < newest else ""
    return wrap(text, PHONE / ACROSS - 12)


def _years(periods: Mapping[int, str], colours: Palette, column: int, end: str) -> dict[str, Any]:
    """The years of a panel: only the first and the last are named."""
    share = (1 - GAP * (ACROSS - 1)) / ACROSS
    start = column * (share + GAP)
    found = scales.years(periods, colours)
    labels = list(found["ticktext"])
    named = list(periods.values())
    ends = [named[0], *[""] * (len(labels) - 2), named[-1]] if len(labels) > 1 else labels
    side = width(max(named, key=len), TICK) / 2 / (PHONE * share) * (max(periods) - min(periods) or 1)
    around = {"range": [min(periods) - side, max(periods) + side], "domain": [start, start + share], "anchor": f"y{end}"}
    return found | around | {"ticktext": ends, "tickfont": font(colours.quiet, TICK)}


def _traces(line: Line, own: Line, colours: Palette, end: str) -> list[dict[str, Any]]:
    behind = strokes.trace(own, colours) | {"opacity": PALE, "xaxis": f"x{end}", "yaxis": f"y{end}"}
    behind["line"] = behind["line"] | {"width": 2}
    behind["mode"] = "lines"
    front = strokes.trace(line, colours) | {"xaxis": f"x{end}", "yaxis": f"y{end}"}
    front["line"] = {"color": colours.text[CHOSEN], "width": 2, "dash": "solid"}
    front["marker"] = front["marker"] | {"color": colours.text[CHOSEN]}
    return [behind | {"name": OWN}, front]
