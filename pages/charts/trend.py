"""An authority over the years: its own line strong, what it is compared with named at the line ends, neighbours in grey."""

from collections.abc import Mapping, Sequence
from typing import Any

from data.status import Status
from metrics.figures import MARKS, key_to_marks, number, reason
from metrics.phrases import starts_sentence
from metrics.results import Kind, Trend
from metrics.words import COUNTS, comparable
from pages.charts import end_labels, lines
from pages.charts.geometry import reach, ticks
from pages.charts.lettering import BREAK, markup, width, wrap
from pages.charts.lines import Line
from pages.charts.look import (
    BENCHMARK, ENGLAND, LINE, NEIGHBOUR, NOTE, OWN, REGION, TICK, Figure, Palette, above, axis, font, layout, palette, words,
)  # fmt: skip

HEIGHT = 300  # pixels between the highest and the lowest the scale can show
PHONE = 340  # pixels of words that fit on a telephone
MOST_LABELS = 7  # periods named under the axis, so that they fit on a telephone
STROKE = {OWN: 3, BENCHMARK: 2.5, REGION: 2, ENGLAND: 2, NEIGHBOUR: 1.25}


def figure(trend: Trend, dark: bool = False, zero: bool = False) -> Figure:
    """The figure of a trend as a plain dict. `zero` starts the scale at zero; else it fits what is shown.

    A period without a figure is a gap in the line, with the mark that says why at the foot of the chart.
    """
    colours, drawn, periods = palette(dark), lines.of(trend), lines.periods(trend)
    marks, key = _marks(trend, periods, colours), _key(trend, periods)
    values = [p.value for line in drawn for p in line.points if p.value is not None]
    foot = max((LINE * len(m["text"].split(BREAK)) + 8 for m in marks), default=12 if not zero else 4)
    low, high = _range(values, zero, foot)
    scale, decimals = _scale(values, low, high, zero)
    labels = [number(value, decimals) for value in scale]
    last_year = max(periods, default=0)
    head = _head(trend, drawn)
    base = layout(
        colours,
        top := LINE * len(head) + 14,
        left=round(max((width(text, TICK) for text in labels), default=8)) + 10,
        right=end_labels.margin(drawn, last_year),
        top=top,
        bottom=_foot(periods) + LINE * len(key),
    )
    base["height"] = HEIGHT + base["margin"]["t"] + base["margin"]["b"]
    base["xaxis"] = _years(periods, colours)
    base["yaxis"] = axis(
        range=[low, high], tickmode="array", tickvals=scale, ticktext=labels, showticklabels=True, tickfont=font(colours.quiet, TICK),
        ticklabelstandoff=4, showgrid=True, gridcolor=colours.hairline, gridwidth=1,
    )  # fmt: skip
    base["annotations"] = [above(markup(head), colours, base["margin"]["l"], 10), *marks]
    base["annotations"] += end_labels.annotations(drawn, last_year, low, high, HEIGHT, colours)
    if key:
        base["annotations"].append(_below(key, colours, base["margin"]["l"], _foot(periods)))
    return {"data": [_trace(line, colours) for line in drawn], "layout": base}
