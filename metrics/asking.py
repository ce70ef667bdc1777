"""An opened snapshot and the ways to its rows: what every question is made from. The only room that runs SQL."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.areas import Area, Areas
from data.areas import load as load_areas
from data.errors import BadInput
from data.manifest import Manifest
from data.store import Snapshot
from metrics import notes, rows
from metrics.catalogue import Catalogue, Indicator
from metrics.catalogue import catalogue as read_catalogue
from metrics.facts import build_facts, query
from metrics.fresh import Freshness
from metrics.known_on import KnownOn
from metrics.methods.overdispersion import Spread
from metrics.results import Benchmark, Choice, Fact, Kind
from metrics.rows import Row
from metrics.spreads import Counted, Key, spread_of

ENGLAND = "E92000001"
FIRST_YEAR, LAST_YEAR = 1900, 2999


@dataclass(frozen=True)
class Beside:
    """An authority and what it is set beside under a choice."""

    area: Area
    choice: Choice
    edition: str
    closeness: Mapping[str, str]  # by neighbour's code, nearest first

    @property
    def codes(self) -> tuple[str, ...]:
        """The neighbours, nearest first."""
        return tuple(self.closeness)

    @property
    def all(self) -> list[str]:
        """Every area whose figures are needed."""
        return [self.area.code, ENGLAND, *([self.area.region_code] if self.area.region_code else []), *self.codes]

    def benchmark(self, indicator: Indicator, own: Fact, at: Mapping[str, Row]) -> Benchmark:
        """The chosen benchmark in the period of `own`, from that period's rows by area."""
        other = at.get(ENGLAND if self.choice.kind is Kind.ENGLAND else self.area.region_code)
        return rows.benchmark(self.choice, self.edition, own.period, rows.summary(indicator, own, at, self.codes), other)


class Asking:
    """A snapshot opened for questions. Safe to share between threads: every question has a cursor of its own."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue | None = None, areas: Areas | None = None) -> None:
        self.snapshot = snapshot
        self.catalogue = catalogue if catalogue is not None else read_catalogue()
        self.areas = areas if areas is not None else load_areas()
        self._database = build_facts(snapshot, self.catalogue)
        self._queries: dict[str, str] = {}
        self._closeness: dict[str, dict[str, dict[str, str]]] = {}
        self._spreads: dict[tuple[str, Key], Spread | None] = {}
        self._years: dict[tuple[str, ...], tuple[int, int]] = {}
        self.editions: Mapping[str, date] = {r["edition"]: r["published_on"] for r in self.dicts("editions", {})}

    @property
    def manifest(self) -> Manifest:
        """What is known of the snapshot itself."""
        return self.snapshot.manifest

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def edition(self, choice: Choice) -> str:
        """The edition of the neighbours that a choice means: the one named, else the newest published by the known-on day.

        '' where none was out by then. Raises BadInput for an edition that the snapshot does not hold.
        """
        if choice.edition:
            if choice.edition not in self.editions:
                held = ", ".join(self.editions) or "none"
                raise BadInput(f'There is no edition "{choice.edition}" of the statistical neighbours. Held: {held}.')
            return choice.edition
        out = [edition for edition, day in self.editions.items() if day <= choice.known_on.day]
        return max(out, default="")

    def beside(self, area: str, choice: Choice) -> Beside:
        """The authority and what a choice sets it beside. Raises BadInput for an unknown area or edition."""
        place, edition = self.areas.find(area), self.edition(choice)
        return Beside(place, choice, edition, self.closeness(place, edition))

    def closeness(self, area: Area, edition: str) -> Mapping[str, str]:
        """The closeness word by neighbour's code, nearest first; empty where the edition names none."""
        if edition not in self._closeness:
            found: dict[str, dict[str, str]] = {}
            for code, neighbour, word in self.run("neighbours", {"edition": edition})[1]:
                found.setdefault(code, {})[neighbour] = word
            self._closeness[edition] = found
        return self._closeness[edition].get(area.code, {})

    def series(self, entries: Sequence[Indicator], breakdowns: Sequence[str], areas: Sequence[str], choice: Choice) -> list[Row]:
        """The rows of queries/series.sql, oldest first, for each entry and its breakdown (of one entry alone, for all those
        named) in the years chosen; no areas named means all of them."""
        pairs = [(entries[0], b) for b in breakdowns] if len(entries) == 1 else list(zip(entries, breakdowns, strict=True))
        return self.series_of([(entry, breakdown, choice) for entry, breakdown in pairs], areas, choice.known_on)

    def series_of(self, asked: Sequence[tuple[Indicator, str, Choice]], areas: Sequence[str], known_on: KnownOn) -> list[Row]:
        """The same rows, each entry and breakdown in the years of its own choice."""
        wanted = [(e.id, label, c.first_year or FIRST_YEAR, c.last_year or LAST_YEAR) for e, label, c in asked]
        return self._series(wanted, areas, known_on)

    def beside_them(self, keys: Sequence[Key], areas: Sequence[str], known_on: KnownOn) -> list[Row]:
        """The same rows of these areas, of an indicator and breakdown in one year each."""
        return self._series([(*key, key[-1]) for key in keys], areas, known_on)

    def _series(self, wanted: Sequence[tuple[str, str, int, int]], areas: Sequence[str], known_on: KnownOn) -> list[Row]:
        parts = zip(*wanted, strict=True) if wanted else ((),) * 4
        values = dict(zip(("indicators", "breakdowns", "first_years", "last_years"), map(list, parts), strict=True))
        return self.run("series", values | {"areas": list(areas)} | vintage(known_on))[1]

    def fresh(self, known_on: KnownOn) -> Freshness:
        """Which figures are fresh on a known-on day."""
        return Freshness(self.manifest, known_on)

    def spreads(self, keys: Iterable[Key], known_on: KnownOn) -> Mapping[Key, Spread | None]:
        """How authorities differ beyond chance, by indicator, breakdown and year. Worked out once and kept: figures of an opened
        snapshot do not change."""
        wanted = set(keys)
        missing = [key for key in wanted if (known_on.text, key) not in self._spreads]
        if missing:
            ids, labels, years = (list(dict.fromkeys(part)) for part in zip(*missing, strict=True))
            values = {"indicators": ids, "breakdowns": labels, "years": years} | vintage(known_on)
            counted: dict[Key, list[Counted]] = {}
            for indicator, breakdown, year, *rest in self.run("counted", values)[1]:
                counted.setdefault((indicator, breakdown, year), []).append(tuple(rest))
            self._spreads.update({(known_on.text, key): spread_of(counted.get(key, ())) for key in missing})
        return {key: self._spreads[known_on.text, key] for key in wanted}

    def notes_of(self, beside: Beside, facts: Sequence[Fact]) -> tuple[str, ...]:
        """What a reader must know of the authority before reading these facts."""
        listed_in = [beside.edition] if beside.codes else [e for e in self.editions if self.closeness(beside.area, e)]
        return notes.of_area(beside.area, self.areas, facts, beside.edition, listed_in, beside.choice)

    def dicts(self, name: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The answer of a query, a dict a row."""
        columns, found = self.run(name, values)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def run(self, name: str, values: Mapping[str, Any]) -> tuple[list[str], list[Row]]:
        """The names of the columns and the rows of a query, in a cursor of its own."""
        text = self._queries.setdefault(name, query(name))
        with self._database.cursor() as cursor:
            cursor.execute(text, dict(values))
            return [d[0] for d in cursor.description or []], cursor.fetchall()


def vintage(known_on: KnownOn) -> dict[str, Any]:
    """The values of a query that say which vintage is meant."""
    return {"day": known_on.day, "first": known_on.first}
