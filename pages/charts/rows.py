"""The rows of a neighbours' chart: who stands where, and how much room each takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.areas import Area
from metrics.figures import reason, shown
from metrics.phrases import starts_sentence
from metrics.results import Fact, Neighbours, Series
from pages.charts import hover
from pages.charts.lettering import width, wrap
from pages.charts.look import CHOSEN, LINE, NEIGHBOUR, OWN, PHONE

NAME_ROOM = 132  # pixels for a name before it breaks: the dots need the rest of a telephone
GUTTER = 12  # pixels between the names, their figures and the dots
AIR = 10  # pixels between two rows


@dataclass(frozen=True)
class Row:
    """One area's row: the lines of its name, its figure as read or its mark, the lines of the reason why there is none,
    and its middle in pixels from the top."""

    role: str
    name: tuple[str, ...]
    value: float | None
    figure: str
    reason: tuple[str, ...]
    hover: str
    middle: float
    height: int
    code: str = ""


@dataclass(frozen=True)
class Rows:
    """All rows from the top down, and the pixels that names and figures take in front of the dots."""

    every: tuple[Row, ...]
    left: int

    @property
    def held(self) -> tuple[Row, ...]:
        """The rows with a figure: they come first."""
        return tuple(row for row in self.every if row.value is not None)


def of(result: Neighbours, least: int = 0, group: Sequence[tuple[Series, Fact]] = ()) -> Rows:
    """The authority and its neighbours: highest figure on top, equal ones by name, those without one last.

    `least` is how many pixels are needed in front of the dots, if the names need fewer. `group` are councils of the reader's own
    choice with their fact of the period; one that is there already keeps its row.
    """
    areas: list[tuple[str, Area, Fact, str]] = [(OWN, result.area, result.own, "")]
    for n in result.neighbours:
        place = f"neighbour {n.position} of {len(result.neighbours)}, nearest first"
        close = f"{starts_sentence(n.closeness.lower())}: {place}"
        areas.append((NEIGHBOUR, n.area, n.fact, close))
    there = {area.code for _, area, _, _ in areas}
    areas += [(CHOSEN, line.area, fact, "your own choice") for line, fact in group if line.area.code not in there]
    areas.sort(key=lambda each: (each[2].value is None, -(each[2].value or 0), each[1].short_name))
    left = max(_left(areas, result), least)
    listed: list[Row] = []
    for each in areas:
        listed.append(_row(*each, result, PHONE - left, height(listed)))
    return Rows(tuple(listed), left)


def height(listed: Sequence[Row]) -> int:
    """Pixels that rows take together."""
    return sum(row.height for row in listed)


def _left(areas: Sequence[tuple[str, Area, Fact, str]], result: Neighbours) -> int:
    names = max(width(line, bold=role == OWN) for role, area, _, _ in areas for line in _name(role, area))
    figures = max(width(shown(fact, result.indicator), bold=role == OWN) for role, _, fact, _ in areas)
    return round(names + figures) + 2 * GUTTER


def _name(role: str, area: Area) -> list[str]:
    return wrap(area.short_name, NAME_ROOM, bold=role == OWN)


def _row(role: str, area: Area, fact: Fact, close: str, result: Neighbours, room: float, top: int) -> Row:
    name = _name(role, area)
    why = wrap(reason(fact.status), room) if fact.value is None else []
    tall = max(len(name), len(why)) * LINE + AIR
    said = hover.of_fact(area.short_name, fact, result.indicator, close)
    return Row(role, tuple(name), fact.value, shown(fact, result.indicator), tuple(why), said, top + tall / 2, tall, area.code)
