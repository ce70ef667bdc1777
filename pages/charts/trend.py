"""An authority over the years: its own line strong, the others named at their ends too, the neighbours in grey."""

from collections.abc import Sequence
from typing import Any

from metrics.phrases import starts_sentence
from metrics.results import Kind, Trend
from metrics.words import COUNTS, comparable
from pages.charts import end_labels, gaps, lines, scales
from pages.charts.lettering import markup, wrap
from pages.charts.lines import Line
from pages.charts.look import (
    BENCHMARK,
    ENGLAND,
    LINE,
    NEIGHBOUR,
    OWN,
    PHONE,
    REGION,
    Figure,
    Palette,
    Place,
    above,
    layout,
    palette,
    words,
)

PLOT = 300  # pixels from the axis to the top of the scale
STROKE = {OWN: 3, BENCHMARK: 2.5, REGION: 2, ENGLAND: 2, NEIGHBOUR: 1.25}
ALONE = {OWN: 9, BENCHMARK: 7, REGION: 6, ENGLAND: 6, NEIGHBOUR: 4}  # a point with a gap on either side


def figure(trend: Trend, dark: bool = False, zero: bool = False) -> Figure:
    """The figure of a trend as a plain dict. `zero` starts the scale at zero; else it fits what is shown.

    A period without a figure is a gap in the line, with the mark that says why at the foot of the chart.
    """
    colours, drawn, periods = palette(dark), lines.of(trend), lines.periods(trend)
    marks, key, head = gaps.marks(trend.own, periods, colours), gaps.key(trend.own, periods), _head(trend, drawn)
    values = [p.value for line in drawn for p in line.points if p.value is not None]
    scale = scales.scale(values, PLOT, gaps.height(marks), zero, trend.indicator.unit == "%")
    last, left = max(periods, default=0), scale.room
    top, under = LINE * len(head) + 16, scales.years_room(periods)
    bottom = under + LINE * len(key) + (6 if key else 0)
    base = layout(colours, top + PLOT + bottom, left=left, right=end_labels.margin(drawn, last), top=top, bottom=bottom)
    base["xaxis"], base["yaxis"] = scales.years(periods, colours), scale.axis(colours)
    base["annotations"] = [
        above(markup(head), colours, left, 10),
        *marks,
        *end_labels.annotations(drawn, last, scale, colours),
        *([gaps.key_below(key, colours, left, under)] if key else []),
        *([] if values else [_nothing(colours)]),
    ]
    return {"data": [_trace(line, colours) for line in drawn], "layout": base}


def _trace(line: Line, colours: Palette) -> dict[str, Any]:
    values, colour, own = [p.value for p in line.points], colours.line[line.role], line.role == OWN
    stroke = {"color": colour, "width": STROKE[line.role], "dash": "dash" if line.role == ENGLAND else "solid"}
    sizes = [ALONE[line.role] if own or _alone(values, i) else 0 for i in range(len(values))]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.name,
        "x": [p.year for p in line.points],
        "y": values,
        "connectgaps": False,
        "cliponaxis": False,
        "line": stroke,
        "marker": {"color": colour, "size": sizes, "opacity": 1, "line": {"color": colours.ground, "width": int(own)}},
        "text": [p.hover for p in line.points],
        "hoverinfo": "text",
    }


def _alone(values: Sequence[float | None], i: int) -> bool:
    """Whether a point has no neighbour in time, so that no line would show it."""
    return not any(values[j] is not None for j in (i - 1, i + 1) if 0 <= j < len(values))


def _head(trend: Trend, drawn: Sequence[Line]) -> list[str]:
    """The lines over the chart: its unit, once, and what the grey lines are or why nothing else is there."""
    said = ["Per cent" if trend.indicator.unit == "%" else starts_sentence(trend.indicator.unit)]
    grey = sum(line.role == NEIGHBOUR for line in drawn)
    if not comparable(trend.indicator):
        said.append(starts_sentence(COUNTS))
    elif grey:
        shown = _all_or_some(grey, len(trend.neighbours))
        said.append(f"Grey lines: {shown} statistical neighbours ({trend.edition} edition)")
    elif trend.choice.kind is Kind.NEIGHBOURS:
        said.append("No statistical neighbours to compare with")
    return [part for sentence in said for part in wrap(sentence, PHONE)]


def _all_or_some(some: int, every: int) -> str:
    return f"{every}" if some == every else f"{some} of {every}"


def _nothing(colours: Palette) -> dict[str, Any]:
    middle: Place = {"xref": "paper", "x": 0.5, "xanchor": "center", "yref": "paper", "y": 0.5, "yanchor": "middle"}
    return words("No figure to draw", colours.quiet, **middle)
