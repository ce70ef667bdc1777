"""The names at the ends of a trend's lines, in place of a legend: they stand in the right margin and never overlap."""

from collections.abc import Sequence
from typing import Any

from pages.charts.geometry import spread
from pages.charts.lettering import markup, width, wrap
from pages.charts.lines import Line
from pages.charts.look import CHOSEN, LINE, NEIGHBOUR, OWN, Palette, words
from pages.charts.scales import Scale

ROOM = 100  # pixels for a name before it breaks
LEADER = 16  # pixels from the last point to its name
_PAD = 3  # pixels between such a stroke and the name
MOST_CHOSEN = 4  # names of the reader's own choice: more would leave no room for the others
_NEAR = 6  # pixels that a name may lie off its line before a stroke ties them together


def margin(lines: Sequence[Line], last_year: int) -> int:
    """The right margin in pixels that the widest line of a name needs."""
    widest = max((width(t, bold=line.role == OWN) for line in _named(lines) for t in _text(line, last_year)), default=0)
    return round(LEADER + widest) + 4


def annotations(lines: Sequence[Line], last_year: int, scale: Scale, colours: Palette) -> list[dict[str, Any]]:
    """A name with the newest figure for each line but the grey ones. A line that ends before the last period says when,
    and an authority without any figure is named at the foot."""
    named = _named(lines)
    texts = [_text(line, last_year) for line in named]
    ends = [line.last.value if line.last and line.last.value is not None else scale.low for line in named]
    wanted = [scale.pixels(end) for end in ends]
    places = spread(wanted, [len(text) * LINE for text in texts], scale.foot, scale.height)
    shifts = [place - want for place, want in zip(places, wanted, strict=True)]
    return [_label(*each, last_year, colours) for each in zip(named, texts, ends, shifts, strict=True)]


def _named(lines: Sequence[Line]) -> list[Line]:
    unnamed = [line for line in lines if line.role == CHOSEN][MOST_CHOSEN:]
    return [line for line in lines if line.role != NEIGHBOUR and line not in unnamed and (line.last or line.role == OWN)]


def _text(line: Line, last_year: int) -> list[str]:
    if line.last is None:
        return wrap(f"{line.name}: no figure", ROOM, bold=True)
    # A figure and its period stay together when the name breaks.
    figure = line.last.text if line.last.year == last_year else f"{line.last.text} in {line.last.period}"
    lines = wrap(line.name, ROOM, bold=line.role == OWN)
    together = f"{lines[-1]} {figure}"
    if width(together, bold=line.role == OWN) <= ROOM:
        return [*lines[:-1], together]
    return [*lines, figure]


def _label(line: Line, text: list[str], end: float, shift: float, last_year: int, colours: Palette) -> dict[str, Any]:
    label = words(markup(text), colours.text[line.role], bold=line.role == OWN, xanchor="left", yanchor="middle")
    label |= {"x": last_year, "xref": "x", "y": end, "yref": "y"}
    if line.last and line.last.year == last_year and abs(shift) > _NEAR:
        stroke = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": colours.line[line.role]}
        aside = {"ax": LEADER - _PAD, "ay": -shift, "axref": "pixel", "ayref": "pixel"}
        return label | stroke | aside | {"borderpad": _PAD, "standoff": 6}
    return label | {"xshift": LEADER, "yshift": shift}
