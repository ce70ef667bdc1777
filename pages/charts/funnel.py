"""A funnel with honest limits: each authority's share against how many it rests on, the limits to read solid, those of chance
alone dotted."""

from collections.abc import Callable, Sequence
from typing import Any

from metrics.everywhere import Everywhere
from metrics.figures import number, with_unit
from metrics.funnels import Ends, Funnel, Limits
from metrics.wording.funnels import across
from metrics.words import when
from pages.charts import councils
from pages.charts.geometry import spread, ticks
from pages.charts.lettering import BREAK, markup, width
from pages.charts.look import (
    ENGLAND,
    LINE,
    NEIGHBOUR,
    NOTE,
    PHONE,
    Figure,
    Palette,
    Place,
    above,
    along,
    layout,
    palette,
    words,
)
from pages.charts.scales import Scale, scale

TALL = 340  # pixels from the lowest to the highest figure
FOOT = 52  # pixels under them: the scale and what it counts
LEADER = 8  # pixels from a line's end to its name
READ, CHANCE = "limits to read", "limits of chance alone"

Side = Callable[[Limits], Ends]


def figure(result: Everywhere, dark: bool = False) -> Figure:
    """The figure as a plain dict. Raises ValueError without a funnel: the page asks for one only where there is one."""
    found, colours = result.funnel, palette(dark)
    if found is None:
        raise ValueError(f"{result.indicator.id} has no funnel to draw.")
    dots = [one for one in councils.drawn(result) if one.fact.denominator]
    up = _scale(result, [one.fact.value for one in dots if one.fact.value is not None], found)
    ends = _ends(result, found, up)
    right = round(max(width(text) for _, text, _ in ends)) + LEADER + 4
    lines = [markup([line]) for line in councils.head(_head(result, found))] + councils.key(result, colours)
    top = LINE * len(lines) + 14
    base = layout(colours, top + TALL + FOOT, left=up.room, right=right, top=top, bottom=FOOT)
    base["xaxis"] |= _across(found, colours, PHONE - up.room - right)
    base["yaxis"] |= up.axis(colours)
    base["annotations"] = [
        above(BREAK.join(lines), colours, up.room, 8),
        _counted(result, colours),
        *_names(ends, up, colours),
    ]
    at = [(one, one.fact.denominator or 0.0, one.fact.value or 0.0) for one in dots]
    return {"data": [*_curves(found, colours), *councils.traces(result, at, colours)], "layout": base}


def _head(result: Everywhere, found: Funnel) -> Sequence[str]:
    alone = "Dotted: limits of chance alone" if found.between else ""
    return (f"Per cent, {when(result.like)}", "Solid: limits that allow for usual differences", alone)


def _scale(result: Everywhere, values: Sequence[float], found: Funnel) -> Scale:
    """Up: the figures and the wide limits of the largest authority; the limits of the smallest would squeeze all the rest."""
    widest = found.curve[-1]
    return scale([*values, found.centre, *widest.wide998], TALL, 0, False, result.indicator.unit == "%")


def _across(found: Funnel, colours: Palette, wide: float) -> dict[str, Any]:
    most = found.curve[-1].n
    at, _ = ticks(0.0, most, 4)
    side = councils.SIZE[councils.OWN] / 2 / wide * most
    return along(colours, (0, most + side), at, [number(value) for value in at])


def _counted(result: Everywhere, colours: Palette) -> dict[str, Any]:
    """Under the scale: what it counts."""
    place: Place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "paper", "y": 0, "yanchor": "top", "yshift": -28}
    return words(f"Number of {across(result)} that the share is of", colours.quiet, **place)


def _curves(found: Funnel, colours: Palette) -> list[dict[str, Any]]:
    """Limits before England's line, so that it lies on top; those of chance only where they are others."""
    solid, dotted = (colours.line[ENGLAND], "solid"), (colours.line[NEIGHBOUR], "dot")
    drawn = [_curve(READ, found, lambda at: at.wide95, 2, *solid), _curve(READ, found, lambda at: at.wide998, 1, *solid)]
    if found.between:
        drawn.append(_curve(CHANCE, found, lambda at: at.chance95, 2, *dotted))
        drawn.append(_curve(CHANCE, found, lambda at: at.chance998, 1, *dotted))
    level = {"x": [0, found.curve[-1].n], "y": [found.centre, found.centre]}
    return [*drawn, _line("England", level, 2, colours.line[ENGLAND], "dash")]


def _curve(name: str, found: Funnel, side: Side, wide: int, colour: str, dash: str) -> dict[str, Any]:
    """The lower and the upper limit as one line with a gap between them."""
    n = [at.n for at in found.curve]
    lower, upper = zip(*(side(at) for at in found.curve), strict=True)
    return _line(name, {"x": [*n, None, *n], "y": [*lower, None, *upper]}, wide, colour, dash)


def _line(name: str, points: dict[str, Any], wide: int, colour: str, dash: str) -> dict[str, Any]:
    line = {"color": colour, "width": wide, "dash": dash}
    return {"type": "scatter", "mode": "lines", "name": name, "line": line, "hoverinfo": "skip"} | points


def _ends(result: Everywhere, found: Funnel, up: Scale) -> list[tuple[float, str, str]]:
    """The names at the right ends of England's line and of the upper limits: value, words, role."""
    last = found.curve[-1]
    ends = [(found.centre, f"England {with_unit(found.centre, result.indicator)}", ENGLAND)]
    ends += [(last.wide95[1], "95%", ENGLAND), (last.wide998[1], "99.8%", ENGLAND)]
    ends += [(last.chance95[1], "chance", NEIGHBOUR)] if found.between else []
    return [end for end in ends if end[0] <= up.high]


def _names(ends: Sequence[tuple[float, str, str]], up: Scale, colours: Palette) -> list[dict[str, Any]]:
    wanted = [up.pixels(value) for value, _, _ in ends]
    placed = spread(wanted, [NOTE + 3] * len(ends), 0, TALL)
    place: Place = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": LEADER, "yref": "y", "yanchor": "middle"}
    return [
        words(text, colours.text[role], y=value, yshift=at - want, **place)
        for (value, text, role), want, at in zip(ends, wanted, placed, strict=True)
    ]
