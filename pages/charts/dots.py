"""A strip of dots the height of a line of text, as an SVG picture for a table's cell: the authority among its neighbours."""

from collections.abc import Callable, Sequence

from metrics.results import ScoreRow
from metrics.words import comparable
from pages.charts.look import BENCHMARK, NEIGHBOUR, OWN, Palette, palette

OWN_DOT = 11  # diameters and lengths, in pixels
NEIGHBOUR_DOT = 8
HOLE = 5
RULE = 18
EDGE = 7  # from the outermost dot's middle to the picture's edge


def svg(row: ScoreRow, dark: bool = False, width: int = 116, height: int = 24) -> str:
    """The strip of a row on its own scale: neighbours as rings, the benchmark as a short rule, the authority as a full dot.

    '' where there is nothing to set the authority's figure beside: no figure, no neighbours, plain counts.
    """
    own, benchmark = row.latest, row.benchmark
    others = [value for value in row.neighbours if value is not None]
    if own is None or own.value is None or not others or not comparable(row.indicator):
        return ""
    middle = [benchmark.value] if benchmark and benchmark.value is not None else []
    colours, every = palette(dark), [own.value, *others, *middle]
    at = _scale(min(every), max(every), width)
    y = height / 2
    drawn = _line(f"M{EDGE} {y:g}H{width - EDGE}", colours.hairline, 2)
    drawn += _dots([at(value) for value in others], y, colours)
    drawn += "".join(_line(f"M{at(value):g} {y - RULE / 2:g}v{RULE}", colours.line[BENCHMARK], 2) for value in middle)
    drawn += _line(f"M{at(own.value):g} {y:g}h0", colours.line[OWN], OWN_DOT)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    # A stroke of no length with a round cap is a dot: a third of the letters of a circle.
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="none" stroke-linecap="round">{drawn}</svg>'


def _scale(low: float, high: float, width: int) -> Callable[[float], float]:
    def at(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(EDGE + (width - 2 * EDGE) * share, 1)

    return at


def _dots(places: Sequence[float], y: float, colours: Palette) -> str:
    rings = "".join(f"M{x:g} {y:g}h0" for x in places)
    return _line(rings, colours.line[NEIGHBOUR], NEIGHBOUR_DOT) + _line(rings, colours.ground, HOLE)


def _line(path: str, colour: str, thick: int) -> str:
    return f'<path d="{path}" stroke="{colour}" stroke-width="{thick}"/>'
