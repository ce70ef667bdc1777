"""Ask an opened snapshot: one method a question, a typed answer each. The only room that runs SQL."""

from collections.abc import Mapping, Sequence
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
from metrics.known_on import NOW, KnownOn
from metrics.results import Choice, Fact, Neighbour, Neighbours, Scorecard, ScoreRow, Series, Trend

ENGLAND = "E92000001"
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Ask:
    """A snapshot opened for questions. Safe to share between threads: every question has a cursor of its own."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue | None = None, areas: Areas | None = None) -> None:
        self.snapshot = snapshot
        self.catalogue = catalogue if catalogue is not None else read_catalogue()
        self.areas = areas if areas is not None else load_areas()
        self._database = build_facts(snapshot, self.catalogue)
        self._queries: dict[str, str] = {}
        self.editions: Mapping[str, date] = {r["edition"]: r["published_on"] for r in self._run("editions", {})}

    @property
    def manifest(self) -> Manifest:
        """What is known of the snapshot itself."""
        return self.snapshot.manifest

    def close(self) -> None:
        """Give the memory back."""
        self._database.close()

    def facts(
        self,
        *,
        indicators: Sequence[str] = (),
        areas: Sequence[str] = (),
        breakdowns: Sequence[str] = (),
        known_on: KnownOn = NOW,
    ) -> list[dict[str, Any]]:
        """One dict per indicator, breakdown, area and period, with the columns of queries/facts.sql; nothing named means all."""
        values = {"indicators": list(indicators), "areas": list(areas), "breakdowns": list(breakdowns)}
        return self._run("facts", values | _vintage(known_on))

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

    def neighbour_list(self, area: Area, edition: str) -> list[dict[str, Any]]:
        """position, neighbour_code and closeness of an authority's neighbours, nearest first; [] where it has none."""
        return self._run("neighbours", {"edition": edition, "area": area.code})

    def trend(self, indicator: str, area: str, choice: Choice | None = None, breakdown: str | None = None) -> Trend:
        """An authority's figures over the years, with its neighbours, region and England. One fact per period held."""
        choice = choice or Choice()
        entry, place = self.catalogue[indicator], self.areas.find(area)
        slice_ = entry.slice(breakdown)
        edition = self.edition(choice)
        codes = [n["neighbour_code"] for n in self.neighbour_list(place, edition)]
        lines = self._series(entry, slice_.breakdown, [place.code, ENGLAND, place.region_code, *codes], choice)
        own = lines.get(place.code, ())
        compared = self._compared([entry], [slice_.breakdown], place, choice)
        return Trend(
            indicator=entry,
            breakdown=slice_.breakdown,
            choice=choice,
            edition=edition,
            own=Series(place, own),
            england=Series(self.areas[ENGLAND], lines.get(ENGLAND, ())),
            region=Series(self.areas[place.region_code], lines.get(place.region_code, ())) if place.region_code else None,
            neighbours=tuple(Series(self.areas[code], lines.get(code, ())) for code in codes),
            benchmark=tuple(rows.benchmark(row, choice, edition) for row in compared),
            notes=notes.of_area(place, self.areas, own, edition, bool(codes), choice),
        )

    def neighbours(
        self, indicator: str, area: str, choice: Choice | None = None, period: str | None = None, breakdown: str | None = None
    ) -> Neighbours:
        """An authority beside its neighbours in one period: the one named, else the latest with a figure in the years chosen.

        Raises BadInput for a period that is not held.
        """
        choice = choice or Choice()
        entry, place = self.catalogue[indicator], self.areas.find(area)
        slice_ = entry.slice(breakdown)
        edition = self.edition(choice)
        listed = self.neighbour_list(place, edition)
        codes = [n["neighbour_code"] for n in listed]
        lines = self._series(entry, slice_.breakdown, [place.code, ENGLAND, place.region_code, *codes], choice)
        own = lines.get(place.code, ())
        chosen = _period(entry, place, own, period)
        at = {code: next((f for f in facts if f.period == chosen.period), None) for code, facts in lines.items()}
        row = next(r for r in self._compared([entry], [slice_.breakdown], place, choice) if r["period"] == chosen.period)
        return Neighbours(
            indicator=entry,
            breakdown=slice_.breakdown,
            choice=choice,
            edition=edition,
            area=place,
            period=chosen.period,
            periods=tuple(f.period for f in own),
            own=chosen,
            england=at.get(ENGLAND),
            region=at.get(place.region_code),
            region_area=self.areas[place.region_code] if place.region_code else None,
            neighbours=tuple(
                Neighbour(self.areas[n["neighbour_code"]], n["position"], n["closeness"], at.get(n["neighbour_code"]) or rows.absent(chosen, n["neighbour_code"]))
                for n in listed
            ),
            mean=row["mean"],
            median=row["median"],
            pooled=row["pooled"],
            n=row["n"],
            of=row["of_neighbours"],
            benchmark=rows.benchmark(row, choice, edition),
            notes=notes.of_area(place, self.areas, own, edition, bool(codes), choice)
            + notes.of_neighbours([self.areas[c] for c in codes], chosen),
        )

    def scorecard(self, principle: str, area: str, choice: Choice | None = None) -> Scorecard:
        """One principle ('1' to '7') or 'context' for one authority: a row per indicator, each at its own latest period."""
        return self.rows(self.catalogue.of(principle), area, choice, principle=principle)

    def headline(self, area: str, choice: Choice | None = None) -> Scorecard:
        """The headline indicators of the catalogue for one authority, as one scorecard."""
        entries = [e for e in self.catalogue.values() if e.headline]
        return self.rows(entries, area, choice, principle="headline")

    def rows(self, entries: Sequence[Indicator], area: str, choice: Choice | None, *, principle: str) -> Scorecard:
        """A scorecard over any indicators, in the order given, each with the breakdown it shows first."""
        choice = choice or Choice()
        place = self.areas.find(area)
        edition = self.edition(choice)
        measured = [e for e in entries if not e.local]
        compared = self._compared(measured, [e.breakdowns[0] for e in measured], place, choice)
        by_entry: dict[str, list[dict[str, Any]]] = {}
        for row in compared:
            if row["breakdown"] == self.catalogue[row["indicator"]].breakdowns[0]:
                by_entry.setdefault(row["indicator"], []).append(row)
        lines = tuple(_score_row(e, by_entry.get(e.id, []), choice, edition) for e in entries)
        facts = tuple(f for line in lines for f in line.history)
        has_neighbours = bool(self.neighbour_list(place, edition))
        return Scorecard(principle, place, choice, edition, lines, notes.of_area(place, self.areas, facts, edition, has_neighbours, choice))

    def years(self, indicators: Sequence[str] = ()) -> tuple[int, int]:
        """The first and last year in which a period of these indicators (or of any) ends, over all areas and vintages."""
        row = self._run("years", {"indicators": list(indicators)})[0]
        return row["first_year"], row["last_year"]

    def agreement(self) -> list[dict[str, Any]]:
        """indicator, level, agrees, facts: how many facts round to the published figure beside them."""
        return self._run("agreement", {})

    def _series(self, entry: Indicator, breakdown: str, codes: Sequence[str], choice: Choice) -> dict[str, tuple[Fact, ...]]:
        values = {"indicator": entry.id, "breakdown": breakdown, "areas": [c for c in codes if c]} | _years(choice)
        found: dict[str, list[Fact]] = {}
        if self._has_facts(entry, breakdown):
            for row in self._run("series", values | _vintage(choice.known_on)):
                found.setdefault(row["area_code"], []).append(rows.fact(row))
        return {code: tuple(facts) for code, facts in found.items()}

    def _has_facts(self, entry: Indicator, breakdown: str) -> bool:
        """Whether the snapshot holds anything at all for it: comparing an ENUM with a word it lacks is an error."""
        return bool(self._run("slice_held", {"indicator": entry.id, "breakdown": breakdown})[0]["held"])

    def _compared(self, entries: Sequence[Indicator], breakdowns: Sequence[str], place: Area, choice: Choice) -> list[dict[str, Any]]:
        values = {
            "indicators": [e.id for e in entries],
            "breakdowns": list(dict.fromkeys(breakdowns)),
            "area": place.code,
            "region": place.region_code,
            "england": ENGLAND,
            "edition": self.edition(choice),
        }
        return self._run("compared", values | _years(choice) | _vintage(choice.known_on))

    def _run(self, name: str, values: dict[str, Any]) -> list[dict[str, Any]]:
        text = self._queries.setdefault(name, query(name))
        with self._database.cursor() as cursor:
            cursor.execute(text, values)
            columns = [d[0] for d in cursor.description or []]
            return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _vintage(known_on: KnownOn) -> dict[str, Any]:
    return {"day": known_on.day, "first": known_on.first}


def _years(choice: Choice) -> dict[str, int]:
    return {"first_year": choice.first_year or FIRST_YEAR, "last_year": choice.last_year or LAST_YEAR}


def _period(entry: Indicator, place: Area, own: Sequence[Fact], period: str | None) -> Fact:
    """The fact of the period asked for; without one the latest that applies to this authority."""
    if period is not None:
        found = next((f for f in own if f.period == period), None)
    else:
        found = rows.latest(own)
    if found is None:
        held = f"Held: {own[0].period} to {own[-1].period}." if own else "No release known on that day covers it."
        raise BadInput(f"{entry.title} is not held for {place.short_name}{f' in {period}' if period else ''}. {held}")
    return found


def _score_row(entry: Indicator, compared: Sequence[dict[str, Any]], choice: Choice, edition: str) -> ScoreRow:
    history = tuple(rows.fact(row) for row in compared)
    newest = rows.latest(history)
    breakdown = entry.breakdowns[0] if entry.slices else "Total"
    if newest is None:
        return ScoreRow(entry, breakdown, None, None, (), None, ())
    row = compared[history.index(newest)]
    before = next((f for f in history if f.year == newest.year - 1), None)
    shown = tuple(f for f in history if f.year <= newest.year)
    return ScoreRow(entry, breakdown, newest, before, shown, rows.benchmark(row, choice, edition), tuple(row["among"] or ()))


