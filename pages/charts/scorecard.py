"""A principle's indicators for one authority: a strip each, its own dot among the neighbours', on its own scale."""

from typing import Any

from metrics.results import Kind, Scorecard
from pages.charts import strips
from pages.charts.lettering import markup, width
from pages.charts.lines import SHORT
from pages.charts.look import (
    BENCHMARK,
    LINE,
    NEIGHBOUR,
    OWN,
    PHONE,
    Figure,
    Palette,
    Place,
    above,
    layout,
    palette,
    words,
)
from pages.charts.strips import Strip

DOT = {OWN: 15, NEIGHBOUR: 11, BENCHMARK: 18}
END = 10  # pixels between a strip and the values at its ends
SIGN = {NEIGHBOUR: "circle", BENCHMARK: "line-ns", OWN: "circle"}


def figure(card: Scorecard, dark: bool = False) -> Figure | None:
    """The figure of a scorecard as a plain dict; its height follows from its rows. None when no indicator is measured.

    A strip reaches from the lowest to the highest figure on it. Rows that cannot be drawn say why instead: no figure,
    no neighbours, or plain counts, which are not compared.
    """
    listed = strips.of(card)
    if not listed:
        return None
    colours, drawn, tall = palette(dark), [s for s in listed if s.ends], listed[-1].foot
    head = _key(card, {mark.role for strip in drawn for mark in strip.marks}, colours) if drawn else []
    top = LINE * len(head) + 14
    side = round(max((width(end) for s in drawn for end in s.ends), default=0)) + END + DOT[OWN] // 2 + 2
    base = layout(colours, top + tall, left=side, right=side, top=top, bottom=0)
    base["xaxis"] |= {"range": [0, 1]}  # each strip is 1 long, whatever its unit
    base["yaxis"] |= {"range": [tall, 0]}  # one unit is one pixel, from the top
    base["shapes"] = [_stroke(strip, colours) for strip in drawn]
    base["annotations"] = [above("<br>".join(head), colours, side, 8)] if head else []
    for strip in listed:
        base["annotations"] += _words(strip, side, colours)
    return {"data": [_dots(role, drawn, colours) for role in (NEIGHBOUR, BENCHMARK, OWN)], "layout": base}


def _key(card: Scorecard, roles: set[str], colours: Palette) -> list[str]:
    """What the signs that are drawn mean, in the lines over the chart: each sign in its colour."""
    against = {Kind.REGION: "Its region", Kind.ENGLAND: "England"}.get(card.choice.kind, SHORT[card.choice.how])
    neighbours = f"Statistical neighbours ({card.edition} edition)" if card.edition else "Statistical neighbours"
    lines: list[str] = []
    room = 0.0
    for role, sign, name in ((OWN, "●", card.area.short_name), (BENCHMARK, "┃", against), (NEIGHBOUR, "●", neighbours)):
        if role not in roles:
            continue
        said = f'<span style="color:{colours.line[role]}">{sign}</span> {markup([name])}'
        needed = width(f"{sign} {name}   ")
        if needed <= room:
            lines[-1] += f"   {said}"
        else:
            lines.append(said)
            room = PHONE
        room -= needed
    return lines


def _stroke(strip: Strip, colours: Palette) -> dict[str, Any]:
    """The line of a strip: from its lowest figure to its highest."""
    along = {"type": "line", "xref": "x", "x0": 0, "x1": 1, "yref": "y", "y0": strip.middle, "y1": strip.middle}
    return along | {"layer": "below", "line": {"color": colours.hairline, "width": 2}}


def _dots(role: str, drawn: list[Strip], colours: Palette) -> dict[str, Any]:
    found = [(strip.middle, mark) for strip in drawn for mark in strip.marks if mark.role == role]
    # The benchmark's sign is all outline; that of a dot has the colour of the ground and parts dots that touch.
    edge = {"color": colours.line[role], "width": 3} if role == BENCHMARK else {"color": colours.ground, "width": 1}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": role,
        "x": [mark.at for _, mark in found],
        "y": [middle for middle, _ in found],
        "cliponaxis": False,
        "marker": {"symbol": SIGN[role], "size": DOT[role], "color": colours.line[role], "opacity": 1, "line": edge},
        "text": [mark.hover for _, mark in found],
        "hoverinfo": "text",
    }


def _words(strip: Strip, side: int, colours: Palette) -> list[dict[str, Any]]:
    """The title over a strip, the authority's figure under it, and the values at the two ends."""
    edge: Place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -side, "yref": "y", "yanchor": "top"}
    own, rest = markup([strip.figure]), markup(list(strip.lines)).removeprefix(markup([strip.figure]))
    told = f'<b><span style="color:{colours.text[OWN]}">{own}</span></b>{rest}'
    made = [
        words(markup(list(strip.title)), colours.ink, bold=True, y=strip.top, **edge),
        words(told, colours.quiet, y=strip.top + LINE * len(strip.title), **edge),
    ]
    level: Place = {"xref": "x", "yref": "y", "y": strip.middle, "yanchor": "middle"}
    for at, text in enumerate(strip.ends):
        off = DOT[OWN] // 2 + END
        place: Place = {"x": at, "xanchor": "left" if at else "right", "xshift": off if at else -off}
        made.append(words(markup([text]), colours.quiet, **place, **level))
    return made
