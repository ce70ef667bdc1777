"""The statistical neighbours of one authority in every edition of the list, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.areas import Area
from metrics.asking import Asking
from metrics.known_on import KnownOn
from metrics.tables import Column, Table


@dataclass(frozen=True)
class Listed:
    """A neighbour: its place (1 is the nearest) and closeness word by edition, for those editions that name it."""

    area: Area
    places: Mapping[str, tuple[int, str]]


@dataclass(frozen=True)
class Editions:
    """Every authority that an edition names as a neighbour, in the order of the newest edition, then of the one before.

    `names` are the editions known on the day that name neighbours, newest first."""

    area: Area
    names: tuple[str, ...]
    listed: tuple[Listed, ...]

    @property
    def in_all(self) -> tuple[Listed, ...]:
        """Those that every edition names."""
        return tuple(one for one in self.listed if len(one.places) == len(self.names))


def editions(asking: Asking, area: Area, known_on: KnownOn) -> Editions:
    """All editions known on that day; none for an authority that no edition has a list for."""
    out = sorted((e for e, day in asking.editions.items() if day <= known_on.day), reverse=True)
    held = {e: asking.closeness(area, e) for e in out}
    names = tuple(e for e in out if held[e])
    places: dict[str, dict[str, tuple[int, str]]] = {}
    for name in names:
        for position, (code, word) in enumerate(held[name].items(), 1):
            places.setdefault(code, {})[name] = (position, word)
    return Editions(area, names, tuple(Listed(asking.areas[code], found) for code, found in places.items()))


def table(found: Editions) -> Table | None:
    """One row per neighbour: its place and closeness in each edition; None without an edition."""
    if not found.names:
        return None
    rows = tuple((one.area.short_name + _ended(one.area), *(_place(one, name) for name in found.names)) for one in found.listed)
    columns = (Column("Council"), *(Column(f"{name} edition") for name in found.names))
    return Table(f"The neighbours of {found.area.short_name} in each edition, nearest first", columns, rows)


def sentence(found: Editions) -> str:
    """How many neighbours the editions have in common; '' where there is only one edition."""
    if len(found.names) < 2:
        return ""
    of = max(sum(name in one.places for one in found.listed) for name in found.names)
    return f"{len(found.in_all)} of {of} neighbours are in {_both(found.names)}: who is compared with whom depends on the list."


def _both(names: Sequence[str]) -> str:
    return f"both editions ({' and '.join(names)})" if len(names) == 2 else f"all {len(names)} editions"


def _place(one: Listed, name: str) -> str:
    return f"{one.places[name][0]}, {one.places[name][1].lower()}" if name in one.places else "not listed"


def _ended(area: Area) -> str:
    return f"\ndissolved on {area.valid_to.day} {area.valid_to:%B %Y}" if area.valid_to else ""
