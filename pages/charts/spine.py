"""A spine chart: measures of different units on one scale, the benchmark in the middle, better to the right."""

from collections.abc import Sequence
from typing import Any

from metrics.figures import with_unit
from metrics.judged import Level
from metrics.phrases import figure_of, starts_sentence
from metrics.results import Scorecard
from metrics.score_tables import newest_year
from metrics.spine import Vertebra
from metrics.wording import ages
from metrics.wording.principle import middle
from pages.charts import hover
from pages.charts.lettering import BREAK, markup, width, wrap, wrapped
from pages.charts.look import BENCHMARK, LINE, NEIGHBOUR, OWN, PHONE, Figure, Palette, Place, above, layout, palette, words

STATUS = {Level.BETTER: "better", Level.SIMILAR: "similar", Level.WORSE: "worse"}
SYMBOL = {"better": "triangle-up", "similar": "circle", "worse": "triangle-down"}
SHAPE = {"better": "▲", "similar": "●", "worse": "▼"}
DOT = 14
BAR = 5  # pixels that the neighbours' range is high
LANE = 6  # pixels that the figure with its interval stands over the middle of its strip, and the bar under it
STRIP = 32  # pixels of a row below its words
AIR = 10  # pixels between two rows
EDGE = 10  # pixels beside the outermost dots


def figure(card: Scorecard, found: Sequence[Vertebra], dark: bool = False) -> Figure | None:
    """The figure of a spine as a plain dict; its height follows from its rows. None without any measure that could be judged."""
    if not found:
        return None
    colours = palette(dark)
    head = _head(card, colours)
    lines = [_lines(one, newest_year(card.rows)) for one in found]
    middles, tops, tall = _rows(lines)
    top = LINE * (len(head) + 1) + 12
    base = layout(colours, top + tall, left=EDGE, right=EDGE, top=top, bottom=0)
    base["xaxis"] |= {"range": [-1, 1]}
    base["yaxis"] |= {"range": [tall, 0]}  # one unit is one pixel, from the top
    base["shapes"] = [shape for one, y in zip(found, middles, strict=True) for shape in _strokes(one, y, colours)]
    base["annotations"] = [above("<br>".join(head), colours, EDGE, LINE + 8), *_ends(card, colours)]
    base["annotations"] += [_title(title, y, colours) for title, y in zip(lines, tops, strict=True)]
    drawn = [(one, y) for one, y in zip(found, middles, strict=True)]
    return {"data": [_dots(status, drawn, card, colours) for status in ("similar", "better", "worse")], "layout": base}


def _rows(lines: Sequence[Sequence[str]]) -> tuple[list[float], list[int], int]:
    """The middle of each row's strip, the top of its words, and the height of all of them, in pixels from the top."""
    middles, tops, at = [], [], 0
    for title in lines:
        tops.append(at)
        words_end = at + LINE * len(title)
        middles.append(words_end + STRIP / 2)
        at = words_end + STRIP + AIR
    return middles, tops, at


def _lines(one: Vertebra, newest: int) -> list[str]:
    """The name of the measure, the authority's figure, and the period where others have a newer one."""
    row = one.row
    assert row.latest is not None
    title = wrap(row.indicator.title_of(row.breakdown), PHONE, bold=True)
    figure = figure_of(row.indicator, row.latest)
    last = f"{title[-1]}: {figure}"  # a figure and its counts stay together
    said = [*title[:-1], last] if width(last, bold=True) <= PHONE else [*title, figure]
    return [*said, ages.dated(row.latest, newest)] if ages.older(row.latest, newest) else said


def _head(card: Scorecard, colours: Palette) -> list[str]:
    """What the signs mean: each shape in its colour with its word, then the line and the bar."""
    shapes = "   ".join(f'<span style="color:{colours.status[name]}">{sign}</span> {name}' for name, sign in SHAPE.items())
    signs = (f"Line: 95% interval of {card.area.short_name}", "Bar: its neighbours, from worst to best")
    return [shapes, *(markup([line]) for sign in signs for line in wrap(sign, PHONE))]


def _ends(card: Scorecard, colours: Palette) -> list[dict[str, Any]]:
    """The names of the two sides and of the line between them, just over the rows."""
    place: Place = {"yref": "paper", "y": 1, "yanchor": "bottom", "yshift": 2, "xref": "x"}
    return [
        words("◀ worse", colours.quiet, x=-1, xanchor="left", **place),
        words(markup([starts_sentence(middle(card))]), colours.text[BENCHMARK], x=0, xanchor="center", **place),
        words("better ▶", colours.quiet, x=1, xanchor="right", **place),
    ]


def _title(lines: Sequence[str], top: int, colours: Palette) -> dict[str, Any]:
    """The words of a row, over its strip."""
    place: Place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -EDGE, "yref": "y", "y": top, "yanchor": "top"}
    return words(markup(lines), colours.ink, bold=True, **place)


def _strokes(one: Vertebra, y: float, colours: Palette) -> list[dict[str, Any]]:
    """The rule of the benchmark, and on either side of its middle the line of the interval and the bar of the neighbours."""
    made: list[dict[str, Any]] = []
    if one.neighbours:
        low, high = one.neighbours
        box = {"type": "rect", "xref": "x", "x0": low, "x1": high, "yref": "y", "y0": y + LANE, "y1": y + LANE + BAR}
        made.append(box | {"layer": "below", "fillcolor": colours.line[NEIGHBOUR], "line": {"width": 0}})
    up = {"type": "line", "xref": "x", "x0": 0, "x1": 0, "yref": "y", "y0": y - STRIP / 2 + 2, "y1": y + STRIP / 2}
    made.append(up | {"layer": "below", "line": {"color": colours.line[BENCHMARK], "width": 2}})
    low, high = one.interval
    along = {"type": "line", "xref": "x", "x0": low, "x1": high, "yref": "y", "y0": y - LANE, "y1": y - LANE}
    return [*made, along | {"layer": "below", "line": {"color": colours.line[OWN], "width": 2}}]


def _dots(status: str, drawn: Sequence[tuple[Vertebra, float]], card: Scorecard, colours: Palette) -> dict[str, Any]:
    mine = [(one, y) for one, y in drawn if STATUS.get(one.row.verdict.level) == status]
    edge = {"color": colours.ground, "width": 1}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": status,
        "x": [one.place for one, _ in mine],
        "y": [y - LANE for _, y in mine],
        "cliponaxis": False,
        "marker": {"symbol": SYMBOL[status], "size": DOT, "color": colours.status[status], "opacity": 1, "line": edge},
        "text": [_hover(one, card) for one, _ in mine],
        "hoverinfo": "text",
    }


def _hover(one: Vertebra, card: Scorecard) -> str:
    row, entry = one.row, one.row.indicator
    assert row.latest is not None and row.verdict.interval is not None and row.benchmark is not None
    low, high = (with_unit(end, entry) for end in (row.verdict.interval.lower, row.verdict.interval.upper))
    lines = [hover.of_fact(card.area.short_name, row.latest, entry), wrapped(f"95% interval: {low} to {high}", hover.ROOM)]
    benchmark = f"{starts_sentence(middle(card))}: {with_unit(row.benchmark.value, entry)}"
    return BREAK.join([*lines, wrapped(benchmark, hover.ROOM)])
