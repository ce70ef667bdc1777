"""How the dots of many authorities look: one's own strong, its neighbours filled, the reader's choice, all others as rings."""

from collections.abc import Callable, Sequence
from typing import Any

from metrics.everywhere import Authority, Everywhere
from pages.charts import hover
from pages.charts.lettering import width, wrap
from pages.charts.look import BENCHMARK, NEIGHBOUR, NOTE, OWN, PHONE, Palette

OTHER, CHOSEN = "other", "chosen"
ORDER = (OTHER, NEIGHBOUR, CHOSEN, OWN)  # drawn in this order, the authority's own on top
SYMBOL = {OTHER: "circle-open", NEIGHBOUR: "circle", CHOSEN: "diamond", OWN: "circle"}
SIGN = {OTHER: "○", NEIGHBOUR: "●", CHOSEN: "◆", OWN: "●"}
SIZE = {OTHER: 7, NEIGHBOUR: 8, CHOSEN: 10, OWN: 14}
COLOUR = {OTHER: NEIGHBOUR, NEIGHBOUR: NEIGHBOUR, CHOSEN: BENCHMARK, OWN: OWN}  # roles of `look`

Dot = tuple[Authority, float, float]  # where it stands on the chart, across and up


def role(result: Everywhere, one: Authority) -> str:
    """What an authority is to the one that asks."""
    if result.own is not None and one.area.code == result.own.area.code:
        return OWN
    return CHOSEN if one.chosen else NEIGHBOUR if one.position else OTHER


def drawn(result: Everywhere) -> list[Authority]:
    """Those with a figure, in the order of their names."""
    return [one for one in (*result.authorities, *result.guests) if one.fact.value is not None]


def traces(result: Everywhere, dots: Sequence[Dot], colours: Palette) -> list[dict[str, Any]]:
    """A trace for each role that has a dot."""
    found = []
    for name in ORDER:
        mine = [dot for dot in dots if role(result, dot[0]) == name]
        if mine:
            found.append(_trace(name, mine, result, colours))
    return found


def _trace(name: str, dots: Sequence[Dot], result: Everywhere, colours: Palette) -> dict[str, Any]:
    edge = {"width": 2, "color": colours.ground} if name == OWN else {"width": 1.5 if name == OTHER else 0}
    marker = {"size": SIZE[name], "symbol": SYMBOL[name], "color": colours.line[COLOUR[name]], "opacity": 1, "line": edge}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [across for _, across, _ in dots],
        "y": [up for _, _, up in dots],
        "cliponaxis": False,
        "marker": marker,
        "text": [hover.of_fact(one.area.short_name, one.fact, result.indicator, _where(one)) for one, _, _ in dots],
        "hoverinfo": "text",
    }


def _where(one: Authority) -> str:
    return one.region.short_name if one.region else ""


def key(result: Everywhere, colours: Palette, room: float = PHONE) -> list[str]:
    """The lines that say what the dots are, as plotly's HTML, in so many pixels."""
    roles = {role(result, one) for one in drawn(result)}
    names = {OWN: result.area.short_name, NEIGHBOUR: "its neighbours", CHOSEN: "your choice", OTHER: "other councils"}
    parts = [(f"{SIGN[name]} {names[name]}", colours.text[COLOUR[name]]) for name in reversed(ORDER) if name in roles]
    return _rows(parts, room, lambda text, colour: f'<span style="color:{colour}">{text}</span>')


def _rows(parts: Sequence[tuple[str, str]], room: float, made: Callable[[str, str], str]) -> list[str]:
    lines: list[tuple[float, list[str]]] = []
    gap = width("   ", NOTE)
    for text, colour in parts:
        long = width(text, NOTE)
        if lines and lines[-1][0] + gap + long <= room:
            lines[-1] = (lines[-1][0] + gap + long, [*lines[-1][1], made(text, colour)])
        else:
            lines.append((long, [made(text, colour)]))
    return ["&nbsp;&nbsp; ".join(texts) for _, texts in lines]


def head(sentences: Sequence[str]) -> list[str]:
    """Sentences over a chart, broken to fit a telephone."""
    return [line for sentence in sentences if sentence for line in wrap(sentence, PHONE)]
