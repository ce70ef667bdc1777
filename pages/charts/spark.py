"""A line of all published years, the height of a line of text, as an SVG picture for a table's cell."""

from collections.abc import Collection, Sequence
from html import escape
from urllib.parse import quote

from metrics.results import Fact

# A picture does not know whether its page is light or dark: this blue has 3:1 or more on the grounds of both.
COLOUR = "#4A87C0"
DOT = 2.75  # radius of the last point, in pixels
SMALL = 1.75  # radius of a point between two gaps
EDGE = 4  # pixels around the line

Spot = tuple[float, float]


def svg(history: Sequence[Fact], width: int = 96, height: int = 24, breaks: Collection[int] = ()) -> str:
    """The line through the published figures of a history (oldest first), `width` by `height` pixels, on its own scale.

    A period without a figure is a gap, and before a year of `breaks` the line is broken, since it is not to be compared.
    The newest figure has a dot, which stands before the right edge where later periods have none. Without any figure the
    picture is empty; its title says so.
    """
    stretches = _stretches(history, width, height, breaks)
    drawn = "".join(_stroke(stretch) for stretch in stretches)
    if stretches:
        drawn += _dot(stretches[-1][-1], DOT)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    title = escape(_title(history))
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{title}</title>{drawn}</svg>'


def data_uri(svg: str) -> str:
    """An SVG as an address that an `<img>` shows without fetching anything."""
    return f"data:image/svg+xml,{quote(svg)}"


def _stretches(history: Sequence[Fact], width: int, height: int, breaks: Collection[int]) -> list[list[Spot]]:
    """The spots of each unbroken run of published years, in pixels from the upper left."""
    values = [fact.value for fact in history if fact.value is not None]
    if not values:
        return []
    first, last, low, high = history[0].year, history[-1].year, min(values), max(values)
    found: list[list[Spot]] = []
    before: int | None = None
    for fact in history:
        if fact.value is None:
            continue
        x = EDGE + (width - 2 * EDGE) * ((fact.year - first) / (last - first) if last > first else 0.5)
        y = EDGE + (height - 2 * EDGE) * ((high - fact.value) / (high - low) if high > low else 0.5)
        if before is None or fact.year - before > 1 or fact.year in breaks:
            found.append([])
        found[-1].append((round(x, 1), round(y, 1)))
        before = fact.year
    return found


def _stroke(stretch: list[Spot]) -> str:
    if len(stretch) == 1:
        return _dot(stretch[0], SMALL)
    points = " ".join(f"{x},{y}" for x, y in stretch)
    return f'<polyline points="{points}" fill="none" stroke="{COLOUR}" stroke-width="1.75" stroke-linejoin="round"/>'


def _dot(spot: Spot, radius: float) -> str:
    return f'<circle cx="{spot[0]}" cy="{spot[1]}" r="{radius}" fill="{COLOUR}"/>'


def _title(history: Sequence[Fact]) -> str:
    held = [fact for fact in history if fact.value is not None]
    if not held:
        return "No published figures"
    span = held[0].period if len(held) == 1 else f"{held[0].period} to {held[-1].period}"
    missing = len(history) - len(held)
    gaps = f", {missing} of {len(history)} periods without a figure" if missing else ""
    return f"Published figures, {span}{gaps}"
