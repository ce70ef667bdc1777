"""If nothing changes: the years that are known, and a fan of where the number may go. Never a single line into the future."""

from typing import Any

from metrics.figures import with_unit
from metrics.outlook import Outlook
from metrics.phrases import starts_sentence
from pages.charts import lines, scales, strokes
from pages.charts.geometry import spread
from pages.charts.lettering import BREAK, markup, width, wrap
from pages.charts.look import LINE, NEIGHBOUR, OWN, PHONE, Figure, Palette, Place, above, layout, palette, words

PLOT = 260  # pixels from the axis to the top of the scale
OUTER, INNER = 0.18, 0.32  # how dark the two parts of the fan are
LEADER = 8  # pixels from the fan to its limits


def figure(result: Outlook, dark: bool = False) -> Figure | None:
    """The figure as a plain dict; None without a fan. From zero, since a fan on a cut scale looks wider than it is."""
    if not result.steps or result.last is None:
        return None
    colours, own = palette(dark), lines.of(result.trend)[-1]
    known = {p.year: p.period for p in own.points if p.value is not None}
    periods = known | {result.last.year + step.horizon: str(result.last.year + step.horizon) for step in result.steps}
    values = [p.value for p in own.points if p.value is not None] + [end for step in result.steps for end in step.values]
    values += [point.value for point in result.damped or ()]
    scale = scales.scale(values, PLOT, 0, True, False)
    head = [line for sentence in _head(result) for line in wrap(sentence, PHONE)]
    texts = [with_unit(end, result.trend.indicator) for end in result.steps[-1].values]
    right = round(max(width(text) for text in texts)) + LEADER + 4
    top, bottom = LINE * len(head) + 16, scales.years_room(periods)
    base = layout(colours, top + PLOT + bottom, left=scale.room, right=right, top=top, bottom=bottom)
    base["xaxis"], base["yaxis"] = scales.years(dict(sorted(periods.items())), colours), scale.axis(colours)
    base["annotations"] = [above(markup(head), colours, scale.room, 10), *_limits(result, texts, scale, colours)]
    bands = [_band(result, 0, 3, OUTER, colours), _band(result, 1, 2, INNER, colours)]
    return {"data": [*bands, *_damped(result, colours), strokes.trace(own, colours)], "layout": base}


def _head(result: Outlook) -> list[str]:
    unit = starts_sentence(result.trend.indicator.unit)
    said = [f"{unit}: {result.trend.own.area.short_name}", "Dark: 8 times out of 10. Pale: 19 times out of 20"]
    return [*said, "Dotted grey: a trend that fades"] if result.damped else said


def _band(result: Outlook, low: int, high: int, strength: float, colours: Palette) -> dict[str, Any]:
    """Between two of the limits, from the newest figure on, around and back."""
    start, value = result.last.year if result.last else 0, result.last.value if result.last else None
    years = [start, *(start + step.horizon for step in result.steps)]
    upper = [value, *(step.values[high] for step in result.steps)]
    lower = [value, *(step.values[low] for step in result.steps)]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "fan",
        "x": [*years, *reversed(years)],
        "y": [*upper, *reversed(lower)],
        "fill": "toself",
        "fillcolor": _see_through(colours.line[OWN], strength),
        "line": {"width": 0, "color": colours.line[OWN]},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _see_through(colour: str, strength: float) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{strength})"


def _damped(result: Outlook, colours: Palette) -> list[dict[str, Any]]:
    if not result.damped or result.last is None:
        return []
    entry, start = result.trend.indicator, result.last.year
    said = [f"A trend that fades{BREAK}{start + p.horizon}: {with_unit(p.value, entry)}" for p in result.damped]
    stroke = {"color": colours.text[NEIGHBOUR], "width": 2, "dash": "dot"}
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "name": "damped",
            "x": [start, *(start + p.horizon for p in result.damped)],
            "y": [result.last.value, *(p.value for p in result.damped)],
            "text": ["", *said],
            "hoverinfo": "text",
            "line": stroke,
            "cliponaxis": False,
        }
    ]


def _limits(result: Outlook, texts: list[str], scale: scales.Scale, colours: Palette) -> list[dict[str, Any]]:
    """The limits in the last year, at the fan's end, spread so that they do not touch."""
    step = result.steps[-1]
    last = result.last.year + step.horizon if result.last else 0
    wanted = [scale.pixels(end) for end in step.values]
    places = spread(wanted, [LINE] * len(wanted), 0, PLOT)
    made = []
    for i, (end, text) in enumerate(zip(step.values, texts, strict=True)):
        place: Place = {"xref": "x", "x": last, "yref": "y", "y": end, "xanchor": "left", "yanchor": "middle"}
        shift = {"xshift": LEADER, "yshift": places[i] - wanted[i]}
        made.append(words(markup([text]), colours.text[OWN], bold=i in (1, 2), **place, **shift))
    return made
