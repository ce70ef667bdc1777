"""Where many dots stand on one line without covering each other: each at its figure, one above the other where it is crowded."""

from bisect import bisect, insort
from collections.abc import Sequence


def levels(places: Sequence[float], apart: float, first: int = -1) -> list[int]:
    """The level of each dot, 0 the lowest: dots of one level are at least `apart` from each other. `places` and `apart` are in
    pixels on the narrowest screen, so that nothing covers anything on a wider one either.

    Dots are placed in the order given, the one at position `first` before all others. In order of their figures they would
    make slanting lines, which say nothing and look as if they did.
    """
    taken: list[list[float]] = []
    found = [0] * len(places)
    for i in sorted(range(len(places)), key=lambda i: i != first):
        level = next((n for n, row in enumerate(taken) if _free(row, places[i], apart)), len(taken))
        if level == len(taken):
            taken.append([])
        insort(taken[level], places[i])
        found[i] = level
    return found


def _free(row: Sequence[float], place: float, apart: float) -> bool:
    at = bisect(row, place)
    return all(abs(place - other) >= apart for other in row[max(0, at - 1) : at + 1])
