"""What a principle rests on, a square for each measure, as an SVG picture for a table's cell."""

from collections.abc import Sequence

from metrics.evidence import State
from pages.charts.look import OWN, Palette, palette

SIZE = 9  # pixels of a square
STEP = 11  # pixels from one to the next
HEIGHT = 24  # of a line of a table, whatever stands in it
IN_ONE_ROW = 20


def svg(states: Sequence[State], dark: bool = False) -> str:
    """Squares in the order figure, hidden, elsewhere, local: full, half full, empty, dotted. More than 20 stand in two rows."""
    colours, order = palette(dark), list(State)
    rows = 1 if len(states) <= IN_ONE_ROW else 2
    across = max(1, -(-len(states) // rows))
    top = (HEIGHT - STEP * rows) / 2 + 1
    drawn = [
        _square(state, STEP * (place % across) + 1, top + STEP * (place // across), colours)
        for place, state in enumerate(sorted(states, key=order.index))
    ]
    width = STEP * across + 1
    size = f'width="{width}" height="{HEIGHT}" viewBox="0 0 {width} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(drawn)}</svg>'


def _square(state: State, x: float, y: float, colours: Palette) -> str:
    full, line = colours.line[OWN], colours.quiet
    box = f'<rect x="{x:g}" y="{y:g}" width="{SIZE}" height="{SIZE}"'
    if state is State.FIGURE:
        return f'{box} fill="{full}"/>'
    half = ""
    if state is State.HIDDEN:
        half = f'<rect x="{x:g}" y="{y + SIZE / 2:g}" width="{SIZE}" height="{SIZE / 2:g}" fill="{full}"/>'
    dotted = ' stroke-dasharray="2 2"' if state is State.LOCAL else ""
    return f'{half}{box} fill="none" stroke="{full if half else line}"{dotted}/>'
