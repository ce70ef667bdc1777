"""How all authorities lie on one line: a dot each at its figure, the middle half shaded, median, England and one's own named."""

from collections.abc import Sequence
from typing import Any

from metrics.everywhere import Everywhere
from metrics.figures import number, with_unit
from metrics.phrases import starts_sentence
from metrics.words import comparable, when
from pages.charts import councils, rules, swarm
from pages.charts.geometry import reach, ticks
from pages.charts.lettering import BREAK, markup, width
from pages.charts.look import (
    ENGLAND,
    LINE,
    NEIGHBOUR,
    OWN,
    PHONE,
    Figure,
    Palette,
    above,
    along,
    layout,
    palette,
)
from pages.charts.rules import Placed, Rule

EDGE = 10  # pixels free on either side
WIDE = PHONE - 2 * EDGE
APART = 9  # pixels between the middles of two dots
TALLEST = 360  # pixels: where very many have one figure, their dots move together instead of filling screens
FOOT = 30  # pixels under the dots: the scale and its figures
DASH = {OWN: "solid", NEIGHBOUR: "solid", ENGLAND: "dash"}
NAME_ROOM = 150  # pixels: a longer name stands in the key only, so that the figure has room on either side


def figure(result: Everywhere, dark: bool = False) -> Figure:
    """The figure as a plain dict; without dots for plain counts, since councils differ in size, and where nobody has a figure."""
    colours, dots = palette(dark), councils.drawn(result) if comparable(result.indicator) else []
    named = _rules(result) if dots else []
    values = [one.fact.value for one in dots if one.fact.value is not None]
    low, high = _ends([*values, *(rule.value for rule in named)])
    own = next((i for i, one in enumerate(dots) if councils.role(result, one) == councils.OWN), -1)
    levels = swarm.levels([(value - low) / (high - low) * WIDE for value in values], APART, own)
    up = min(APART, TALLEST / (max(levels, default=0) + 2))
    tall = (max(levels, default=0) + 2) * up
    placed = rules.place(named, (low, high), WIDE, EDGE, EDGE)
    lines = [*map(_plain, councils.head(_head(result))), *councils.key(result, colours)]
    top = LINE * len(lines) + rules.room(named) + 14
    base = layout(colours, top + round(tall) + FOOT, left=EDGE, right=EDGE, top=top, bottom=FOOT)
    base["xaxis"] |= _scale(result, low, high, colours)
    base["yaxis"] |= {"range": [0, tall]}  # one unit is one pixel
    base["shapes"] = [*_half(result, colours), *(_stroke(each, tall, colours) for each in placed)]
    base["annotations"] = [above(BREAK.join(lines), colours, EDGE, rules.room(named) + 8), *rules.names(placed, colours)]
    at = [(one, value, (level + 1) * up) for one, value, level in zip(dots, values, levels, strict=True)]
    return {"data": councils.traces(result, at, colours), "layout": base}


def _plain(line: str) -> str:
    return markup([line])


def _head(result: Everywhere) -> Sequence[str]:
    unit = "Per cent" if result.indicator.unit == "%" else starts_sentence(result.indicator.unit)
    shaded = "The shaded band holds the middle half of them" if result.quartiles and result.enough else ""
    return (f"{unit}, {when(result.like)}", f"{result.n} of {result.of} councils have a figure", shaded)


def _rules(result: Everywhere) -> list[Rule]:
    entry, found = result.indicator, []
    own = result.own.fact.value if result.own else None
    if own is not None:
        text = f"{result.area.short_name} {with_unit(own, entry)}"
        found.append(Rule(OWN, own, text if width(text) <= NAME_ROOM else with_unit(own, entry)))
    if result.median is not None and result.enough:
        found.append(Rule(NEIGHBOUR, result.median, f"Median {with_unit(result.median, entry)}"))
    if result.england and result.england.value is not None:
        found.append(Rule(ENGLAND, result.england.value, f"England {with_unit(result.england.value, entry)}"))
    return found


def _ends(values: Sequence[float]) -> tuple[float, float]:
    return reach(min(values), max(values), WIDE, APART, APART) if values else (0.0, 1.0)


def _scale(result: Everywhere, low: float, high: float, colours: Palette) -> dict[str, Any]:
    """Round figures along the foot, few enough for a telephone; nothing where no figure can be."""
    most = 100.0 if result.indicator.unit == "%" else high
    at, decimals = ticks(max(low, 0.0) if low > -1e-9 or _none_below_zero(result) else low, min(high, most), 5)
    unit = "%" if result.indicator.unit == "%" else ""
    return along(colours, (low, high), at, [f"{number(value, decimals)}{unit}" for value in at])


def _none_below_zero(result: Everywhere) -> bool:
    return all(one.fact.value >= 0 for one in result.authorities if one.fact.value is not None)


def _half(result: Everywhere, colours: Palette) -> list[dict[str, Any]]:
    """The band from the lower to the upper quartile."""
    if result.quartiles is None or not result.enough or not comparable(result.indicator):
        return []
    across = {"xref": "x", "x0": result.quartiles.q1, "x1": result.quartiles.q3, "yref": "paper", "y0": 0, "y1": 1}
    return [{"type": "rect", "layer": "below", "fillcolor": colours.hairline, "opacity": 0.5, "line": {"width": 0}} | across]


def _stroke(each: Placed, tall: float, colours: Palette) -> dict[str, Any]:
    across = {"xref": "x", "x0": each.rule.value, "x1": each.rule.value}
    up = {"yref": "paper", "y0": 0, "y1": 1 + each.level * LINE / tall}
    line = {"color": colours.line[each.rule.role], "width": 2, "dash": DASH[each.rule.role]}
    return {"type": "line", "layer": "below", "line": line} | across | up
