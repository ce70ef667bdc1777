"""Us or everyone? The authority, England and the benchmark over the years, each as 100 in the first year."""

from collections.abc import Callable

from metrics.figures import number, with_unit
from metrics.indexed import Indexed, IndexedYear
from metrics.results import Kind
from pages.charts import end_labels, scales, strokes
from pages.charts.lettering import markup, wrap
from pages.charts.lines import SHORT, Line, Point
from pages.charts.look import BENCHMARK, ENGLAND, LINE, OWN, PHONE, Figure, above, layout, palette

PLOT = 260  # pixels from the axis to the top of the scale

Part = Callable[[IndexedYear], float | None]


def figure(result: Indexed, dark: bool = False) -> Figure | None:
    """The figure as a plain dict; None where there are not two years to compare. The scale fits what is shown."""
    if not result.years:
        return None
    colours, drawn = palette(dark), _lines(result)
    periods = {one.year: one.period for one in result.years}
    scale = scales.scale([p.value for line in drawn for p in line.points if p.value is not None], PLOT, 0, False, False)
    head = wrap(f"Each as 100 in {result.years[0].period}", PHONE)
    last, top, bottom = max(periods), LINE * len(head) + 16, scales.years_room(periods)
    base = layout(colours, top + PLOT + bottom, left=scale.room, right=end_labels.margin(drawn, last), top=top, bottom=bottom)
    base["xaxis"], base["yaxis"] = scales.years(periods, colours), scale.axis(colours)
    base["shapes"] = [_base(colours.quiet)]
    base["annotations"] = [above(markup(head), colours, scale.room, 10), *end_labels.annotations(drawn, last, scale, colours)]
    return {"data": [strokes.trace(line, colours) for line in drawn], "layout": base}


def _base(colour: str) -> dict[str, object]:
    """The hairline at 100."""
    across = {"xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 100, "y1": 100}
    return {"type": "line", "layer": "below", "line": {"color": colour, "width": 1}} | across


def _lines(result: Indexed) -> list[Line]:
    trend = result.trend
    found = [_line(result, ENGLAND, "England", lambda one: one.england, lambda one: one.england_figure)]
    if result.benchmark:
        region = trend.region.area.short_name if trend.region else "Region"
        name = SHORT[trend.choice.how] if trend.choice.kind is Kind.NEIGHBOURS else region
        found.append(_line(result, BENCHMARK, name, lambda one: one.benchmark, lambda one: one.benchmark_figure))
    own = trend.own.area.short_name
    return [*found, _line(result, OWN, own, lambda one: one.own, lambda one: one.own_figure)]


def _line(result: Indexed, role: str, name: str, index: Part, figure_: Part) -> Line:
    entry = result.trend.indicator
    points = []
    for one in result.years:
        value = index(one)
        text = "" if value is None else number(value)
        hover = markup([name, one.period, f"{text}, from a figure of {with_unit(figure_(one), entry)}"]) if text else ""
        points.append(Point(one.year, one.period, value, text, hover))
    return Line(role, name, tuple(points))
