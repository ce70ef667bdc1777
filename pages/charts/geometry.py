"""The geometry of drawing: round ticks, the reach of an axis, and boxes that do not overlap."""

from collections.abc import Sequence
from math import ceil, floor, isclose, log10

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(low: float, high: float, most: int = 6) -> tuple[list[float], int]:
    """Round values from `low` to `high`, evenly spaced, `most` or fewer, and the decimals that tell them apart."""
    if high <= low:
        return [low], 0
    rough = (high - low) / most
    power = floor(log10(rough))
    size = next(s for s in _ROUND if s * 10.0**power >= rough or isclose(s * 10.0**power, rough))
    step = size * 10.0**power
    decimals = max(0, -power - (size == 10.0)) + (size == 2.5 and power < 1)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)], decimals


def reach(low: float, high: float, height: float, below: float, above: float) -> tuple[float, float]:
    """The range of an axis `height` pixels long: `low` stands `below` pixels from its end, `high` so many as `above`.

    Equal figures get a scale of 1 to either side.
    """
    if high <= low:
        low, high = low - 1, high + 1
    scale = (high - low) / (height - below - above)
    return low - below * scale, high + above * scale


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres for boxes of these sizes between `low` and `high` that do not overlap, as near as can be to those wanted.

    The order of the wanted centres is kept; of equal ones, the first given comes first. Boxes that are together larger
    than the room start at `low` and pass `high`.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    stacked, total = {}, 0.0
    for i in order:
        stacked[i] = total + sizes[i] / 2
        total += sizes[i]
    # Measured from where each box would stand in a tight pile, boxes overlap just where this offset falls: so rising
    # means of the offsets (isotonic regression) are the nearest places without overlap.
    blocks: list[list[float]] = []  # mean offset, number of boxes
    for i in order:
        blocks.append([wanted[i] - stacked[i], 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (later, n), (earlier, m) = blocks.pop(), blocks.pop()
            blocks.append([(earlier * m + later * n) / (m + n), m + n])
    offsets = [offset for offset, number in blocks for _ in range(int(number))]
    places = {i: stacked[i] + max(low, min(o, high - total)) for i, o in zip(order, offsets, strict=True)}
    return [places[i] for i in range(len(wanted))]
