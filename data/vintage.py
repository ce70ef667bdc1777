"""What the release before said: the figures of one earlier release of a source, to hold a new file against."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from data import build
from data.areas import Areas
from data.binding import Bound
from data.joint import split
from data.observe import measures_of_rows
from data.periods import end_year, plain
from data.release import Release
from data.status import Status
from data.store import Snapshot

Key = tuple[str | None, str, str]  # area, period as we write it, breakdown
Figure = float | str | None  # a value, the status of a figure that is hidden or missing, or None where there was no such row


@dataclass(frozen=True)
class Vintage:
    """One earlier release: for each measure its figures by area, period and breakdown."""

    release: str
    published_on: date
    figures: Mapping[str, Mapping[Key, Figure]]

    @cached_property
    def areas(self) -> frozenset[str | None]:
        """Every area that it has a figure or a symbol for."""
        return frozenset(key[0] for figures in self.figures.values() for key in figures)

    @cached_property
    def breakdowns(self) -> frozenset[str]:
        """Our words for all its labels, as observations have them."""
        return frozenset(key[2] for figures in self.figures.values() for key in figures)

    @cached_property
    def periods(self) -> frozenset[str]:
        """Every period of it, as we write it."""
        return frozenset(key[1] for figures in self.figures.values() for key in figures)

    @cached_property
    def newest(self) -> str:
        """Its newest period, as we write it."""
        return max(self.periods, key=end_year)


@dataclass(frozen=True)
class Pair:
    """A file beside the release before it. All lists have one entry a row of the file."""

    bound: Bound
    areas: Areas
    before: Vintage

    @cached_property
    def keys(self) -> list[Key]:
        """The area, period and breakdown of each row; of a joint return the first authority."""
        first = {code: self.areas.identity(next(iter(split(code)), "")) for code in set(self.bound.area_codes)}
        periods = {p: plain(p) for p in set(self.bound.standard["time_period"])}
        rows = zip(self.bound.area_codes, self.bound.standard["time_period"], self.bound.breakdowns, strict=True)
        return [(first[code], periods[period], words) for code, period, words in rows]

    @cached_property
    def earlier(self) -> Mapping[str, list[Figure]]:
        """For each column of figures what the release before said in the same places."""
        found = {}
        for column, names in measures_of_rows(self.bound):
            known = {name: self.before.figures.get(name, {}) for name in set(names)}
            found[column] = [known[name].get(key) for name, key in zip(names, self.keys, strict=True)]
        return found


class Earlier:
    """Every release that is held or was just taken in, from which the one before any other can be told."""

    def __init__(self, current: Snapshot | None = None) -> None:
        self._current = current
        self._taken: dict[str, list[tuple[date, pa.Table]]] = {}

    def add(self, release: Release, table: pa.Table) -> None:
        """Remember the observations of a file that was taken in just now."""
        self._taken.setdefault(release.source, []).append((release.published_on, table))

    def before(self, release: Release) -> Vintage | None:
        """The latest release of the same source that was published before this one, or None."""
        held = self._held(release.source)
        days = [f.published_on for f in self._current.manifest.source_files if f.source == release.source] if held else []
        taken = self._taken.get(release.source, [])
        earlier = [day for day in (*days, *(day for day, _ in taken)) if day < release.published_on]
        if not earlier:
            return None
        day = max(earlier)
        table = next((t for d, t in taken if d == day), None)
        if table is None:
            table = held.filter(pc.equal(held["published_on"], pa.scalar(day, pa.date32())))
        return _vintage(table)

    def _held(self, source: str) -> pa.Table | None:
        folder = self._current.folder if self._current else None
        path = folder / build.name_of(source) if folder else None
        return build.read(path) if path and path.is_file() else None


def _vintage(table: pa.Table) -> Vintage | None:
    if not table.num_rows:
        return None
    names = ("area_code", "period", "breakdown", "measure", "value", "status")
    columns = {n: table[n].cast(pa.string() if n != "value" else pa.float64()).to_pylist() for n in names}
    figures: dict[str, dict[Key, Figure]] = {name: {} for name in set(columns["measure"])}
    keys = zip(columns["area_code"], columns["period"], columns["breakdown"], strict=True)
    published = Status.PUBLISHED.value
    for key, measure, value, status in zip(keys, columns["measure"], columns["value"], columns["status"], strict=True):
        figures[measure][key] = value if status == published else status
    first = table.slice(0, 1).to_pylist()[0]
    return Vintage(first["release"], first["published_on"], figures)
