"""Children who came into care and who left, year by year: two lines from zero, named at their ends."""

from typing import Any

from data.status import Status
from metrics.catalogue import Indicator
from metrics.figures import shown
from metrics.movements import Movements
from metrics.results import Fact, Series
from pages.charts import end_labels, gaps, hover, scales
from pages.charts.lettering import markup
from pages.charts.lines import Line, Point
from pages.charts.look import ENGLAND, LINE, OWN, Figure, Palette, above, layout, palette

PLOT = 240  # pixels from the axis to the top of the scale
CAME, LEFT = "Came into care", "Left care"
LEAST = 5.0  # children that the scale reaches to at least: there are no parts of a child
SIGN = {OWN: "circle", ENGLAND: "square"}
HEAD = "Children in the year to 31 March"


def figure(result: Movements, dark: bool = False) -> Figure | None:
    """The figure of the flows as a plain dict; None without any year. A year without one of the two is a gap, with the mark that
    says why at the foot."""
    if not result.years:
        return None
    colours, periods = palette(dark), {int(year.period): year.period for year in result.years}
    drawn = [
        _line(OWN, CAME, [year.started for year in result.years], result.came, result),
        _line(ENGLAND, LEFT, [year.ceased for year in result.years], result.left, result),
    ]
    missing = _missing(result)
    marks, key = gaps.marks(missing, periods, colours), gaps.key(missing, periods)
    values = [p.value for line in drawn for p in line.points if p.value is not None]
    scale = scales.scale([*values, LEAST], PLOT, gaps.height(marks), True, False)
    last, left, under = max(periods), scale.room, scales.years_room(periods)
    bottom, top = under + LINE * len(key) + (6 if key else 0), LINE + 16
    base = layout(colours, top + PLOT + bottom, left=left, right=end_labels.margin(drawn, last), top=top, bottom=bottom)
    base["xaxis"], base["yaxis"] = scales.years(periods, colours), scale.axis(colours)
    base["annotations"] = [
        above(markup([HEAD]), colours, left, 10),
        *marks,
        *end_labels.annotations(drawn, last, scale, colours),
        *([gaps.key_below(key, colours, left, under)] if key else []),
    ]
    return {"data": [_trace(line, colours) for line in drawn], "layout": base}


def _line(role: str, name: str, facts: list[Fact | None], entry: Indicator, result: Movements) -> Line:
    points = []
    for year, fact in zip(result.years, facts, strict=True):
        value = fact.value if fact is not None and fact.status is Status.PUBLISHED else None
        said = hover.of_fact(f"{name}: {result.area.short_name}", fact, entry) if fact is not None else ""
        points.append(Point(int(year.period), year.period, value, shown(fact, entry), said))
    return Line(role, name, tuple(points))


def _missing(result: Movements) -> Series:
    """Of each year the flow that has no figure, else one that has: what the marks at the foot speak of."""
    facts = []
    for year in result.years:
        held = [f for f in (year.started, year.ceased) if f is not None]
        facts += sorted(held, key=lambda f: f.status is Status.PUBLISHED)[:1]
    return Series(result.area, tuple(facts))


def _trace(line: Line, colours: Palette) -> dict[str, Any]:
    colour = colours.line[line.role]
    edge = {"color": colours.ground, "width": 1}
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.name,
        "x": [p.year for p in line.points],
        "y": [p.value for p in line.points],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 3 if line.role == OWN else 2.25},
        "marker": {"color": colour, "size": 9 if line.role == OWN else 8, "symbol": SIGN[line.role], "opacity": 1, "line": edge},
        "text": [p.hover for p in line.points],
        "hoverinfo": "text",
    }
