"""An authority over the years: its own line strong, the others named at their ends too, the neighbours in grey."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.events import Marked
from metrics.methods.intervals import Interval
from metrics.phrases import starts_sentence
from metrics.results import Kind, Series, Trend
from metrics.words import COUNTS, comparable
from pages.charts import end_labels, flags, gaps, lines, scales, strokes
from pages.charts.lettering import markup, wrap
from pages.charts.lines import Line
from pages.charts.look import (
    CHOSEN,
    LINE,
    NEIGHBOUR,
    PHONE,
    Figure,
    Palette,
    Place,
    above,
    layout,
    palette,
    words,
)

PLOT = 300  # pixels from the axis to the top of the scale


def figure(
    trend: Trend,
    dark: bool = False,
    zero: bool = False,
    *,
    group: Sequence[Series] = (),
    intervals: Mapping[int, Interval] | None = None,
    marked: Sequence[Marked] = (),
    plot: int = PLOT,
) -> Figure:
    """The figure of a trend as a plain dict. `zero` starts the scale at zero; else it fits what is shown. `plot` is its height.

    A period without a figure is a gap in the line, with the mark that says why at the foot of the chart. `group` are lines of
    the reader's own choice, `intervals` those of the authority by year, drawn as hairlines; `marked` are events and breaks,
    and at a break every line is broken.
    """
    colours, drawn, periods = palette(dark), lines.of(trend, group), lines.periods(trend)
    marks, key, head = gaps.marks(trend.own, periods, colours), gaps.key(trend.own, periods), _head(trend, drawn, bool(intervals))
    values = [p.value for line in drawn for p in line.points if p.value is not None]
    values += [end for one in (intervals or {}).values() for end in (one.lower, one.upper)]
    scale = scales.scale(values, plot, gaps.height(marks), zero, trend.indicator.unit == "%")
    last, left = max(periods, default=0), scale.room
    top, under = LINE * len(head) + 16 + flags.room(marked), scales.years_room(periods)
    bottom = under + LINE * len(key) + (6 if key else 0)
    base = layout(colours, top + plot + bottom, left=left, right=end_labels.margin(drawn, last), top=top, bottom=bottom)
    base["xaxis"], base["yaxis"] = scales.years(periods, colours), scale.axis(colours)
    base["annotations"] = [
        above(markup(head), colours, left, 10 + flags.room(marked)),
        *flags.numbers(marked, colours),
        *marks,
        *end_labels.annotations(drawn, last, scale, colours),
        *([gaps.key_below(key, colours, left, under)] if key else []),
        *([] if values else [_nothing(colours)]),
    ]
    base["shapes"] = flags.shapes(marked, colours)
    breaks = [one.start for one in marked if one.is_break]
    return {"data": [strokes.trace(line, colours, breaks, intervals) for line in drawn], "layout": base}


def _head(trend: Trend, drawn: Sequence[Line], intervals: bool) -> list[str]:
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
    if any(line.role == CHOSEN for line in drawn):
        said.append(_dotted(sum(line.role == CHOSEN for line in drawn)))
    if intervals:
        said.append("Upright hairlines: what chance alone could make of our figure (95%)")
    return [part for sentence in said for part in wrap(sentence, PHONE)]


def _dotted(chosen: int) -> str:
    if chosen > end_labels.MOST_CHOSEN:
        return f"Dotted: councils of your own choice, the first {end_labels.MOST_CHOSEN} named"
    return "Dotted lines: councils of your own choice"


def _all_or_some(some: int, every: int) -> str:
    return f"{every}" if some == every else f"{some} of {every}"


def _nothing(colours: Palette) -> dict[str, Any]:
    middle: Place = {"xref": "paper", "x": 0.5, "xanchor": "center", "yref": "paper", "y": 0.5, "yanchor": "middle"}
    return words("No figure to draw", colours.quiet, **middle)
