"""Ask an opened snapshot: one method a question, a typed answer each. The only room that runs SQL."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.areas import Area, Areas
from data.areas import load as load_areas
from data.errors import BadInput
from data.manifest import Manifest
from data.store import Snapshot
from metrics import area_total, notes, rows
from metrics.catalogue import Catalogue, Indicator
from metrics.catalogue import catalogue as read_catalogue
from metrics.facts import build_facts, query
from metrics.known_on import NOW, KnownOn
from metrics.results import Benchmark, Choice, Fact, Kind, Neighbour, Neighbours, Scorecard, ScoreRow, Series, Trend
from metrics.rows import Row

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


class Ask:
    """A snapshot opened for questions. Safe to share between threads: every question has a cursor of its own."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue | None = None, areas: Areas | None = None) -> None:
        self.snapshot = snapshot
        self.catalogue = catalogue if catalogue is not None else read_catalogue()
        self.areas = areas if areas is not None else load_areas()
        self._database = build_facts(snapshot, self.catalogue)
        self._queries: dict[str, str] = {}
        self.editions: Mapping[str, date] = {r["edition"]: r["published_on"] for r in self._dicts("editions", {})}

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
        return self._dicts("facts", values | _vintage(known_on))

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

    def trend(self, indicator: str, area: str, choice: Choice | None = None, breakdown: str | None = None) -> Trend:
        """An authority's figures over the years, with its neighbours, region and England. One fact per period held."""
        entry = self.catalogue[indicator]
        label = _breakdown(entry, breakdown)
        beside = self._beside(area, choice or Choice())
        held = self._rows([entry], [label], beside.all, beside.choice)
        lines: dict[str, list[Fact]] = {}
        for row in held:
            lines.setdefault(row[rows.AREA], []).append(rows.fact(row))
        at = rows.by_period(held)
        own = tuple(lines.get(beside.area.code, ()))
        region = beside.area.region_code
        return Trend(
            indicator=entry,
            breakdown=label,
            choice=beside.choice,
            edition=beside.edition,
            own=Series(beside.area, own),
            england=Series(self.areas[ENGLAND], tuple(lines.get(ENGLAND, ()))),
            region=Series(self.areas[region], tuple(lines.get(region, ()))) if region else None,
            neighbours=tuple(Series(self.areas[code], tuple(lines.get(code, ()))) for code in beside.codes),
            benchmark=tuple(beside.benchmark(entry, fact, at[fact.year]) for fact in own),
            notes=self._notes(beside, own),
        )

    def neighbours(
        self,
        indicator: str,
        area: str,
        choice: Choice | None = None,
        period: str | None = None,
        breakdown: str | None = None,
    ) -> Neighbours:
        """An authority beside its neighbours in one period: the one named, else the latest in which the authority existed.

        Raises BadInput for a period that is not held.
        """
        entry = self.catalogue[indicator]
        label = _breakdown(entry, breakdown)
        beside = self._beside(area, choice or Choice())
        held = self._rows([entry], [label], beside.all, beside.choice)
        facts = tuple(rows.fact(row) for row in held if row[rows.AREA] == beside.area.code)
        own = _in_period(entry, beside.area, facts, period)
        at = rows.by_period(held)[own.year]
        summed = rows.summary(entry, own, at, beside.codes)
        region = beside.area.region_code
        return Neighbours(
            indicator=entry,
            breakdown=label,
            choice=beside.choice,
            edition=beside.edition,
            area=beside.area,
            period=own.period,
            periods=tuple(f.period for f in facts),
            own=own,
            england=rows.fact(at[ENGLAND]) if ENGLAND in at else None,
            region=rows.fact(at[region]) if region in at else None,
            region_area=self.areas[region] if region else None,
            neighbours=tuple(
                Neighbour(self.areas[code], position, word, rows.fact(at[code]) if code in at else rows.absent(own, code))
                for position, (code, word) in enumerate(beside.closeness.items(), 1)
            ),
            mean=summed.mean,
            median=summed.median,
            pooled=summed.pooled,
            n=summed.n,
            of=summed.of,
            benchmark=beside.benchmark(entry, own, at),
            notes=(
                *self._notes(beside, facts),
                *notes.of_neighbours([self.areas[c] for c in beside.codes], own),
                *notes.of_joint_returns(own, {c: rows.fact(at[c]) for c in beside.codes if c in at}, self.areas),
            ),
        )

    def area_total(
        self, indicator: str, area: str, choice: Choice | None = None, breakdown: str | None = None
    ) -> area_total.AreaTotal:
        """The totals of the ground of an authority that was split, merged or made by either, across the change of boundaries.

        Raises BadInput for an area whose boundaries did not change so, and for an indicator that cannot be added up.
        """
        entry, chosen = self.catalogue[indicator], choice or Choice()
        label, place = _breakdown(entry, breakdown), self.areas.find(area)
        tiling = area_total.tiling_for(entry, place, self.areas)
        held = self._rows([entry], [label], [*tiling.before, *tiling.after], chosen)
        totals = area_total.totals(entry, [rows.fact(row) for row in held], tiling)
        said = area_total.notes(tiling, self.areas, entry)
        return area_total.AreaTotal(entry, label, place, chosen, tiling, totals, said)

    def scorecard(self, principle: str, area: str, choice: Choice | None = None) -> Scorecard:
        """One principle ('1' to '7') or 'context' for one authority: a row per indicator, each at its own latest period."""
        return self._scorecard(principle, self.catalogue.of(principle), area, choice or Choice())

    def headline(self, area: str, choice: Choice | None = None) -> Scorecard:
        """The headline indicators of the catalogue for one authority, as one scorecard."""
        return self._scorecard("headline", [e for e in self.catalogue.values() if e.headline], area, choice or Choice())

    def _scorecard(self, principle: str, entries: Sequence[Indicator], area: str, choice: Choice) -> Scorecard:
        beside = self._beside(area, choice)
        shown_first = {e.id: e.breakdowns[0] for e in entries if not e.local}
        held = self._rows([e for e in entries if not e.local], list(shown_first.values()), beside.all, choice)
        by_entry: dict[str, list[Row]] = {}
        for row in held:
            if row[rows.BREAKDOWN] == shown_first[row[rows.INDICATOR]]:
                by_entry.setdefault(row[rows.INDICATOR], []).append(row)
        lines = tuple(_score_row(e, beside, by_entry.get(e.id, [])) for e in entries)
        facts = [f for line in lines for f in line.history]
        return Scorecard(principle, beside.area, choice, beside.edition, lines, self._notes(beside, facts))

    def years(self, indicators: Sequence[str] = ()) -> tuple[int, int]:
        """The first and last year in which a period of these indicators (or of any) ends, over all areas and vintages."""
        row = self._dicts("years", {"indicators": list(indicators)})[0]
        return row["first_year"], row["last_year"]

    def vintages(self, indicator: str, breakdown: str, area: str, period: str, known_on: KnownOn = NOW) -> list[dict[str, Any]]:
        """The rows of queries/vintages.sql: every vintage of one figure, oldest first; `chosen` is the one known on that day."""
        values = {"indicator": indicator, "breakdown": breakdown, "area": area, "period": period}
        return self._dicts("vintages", values | _vintage(known_on))

    def agreement(self) -> list[dict[str, Any]]:
        """The rows of queries/agreement.sql: how many facts round to the published figure beside them, and how many do not."""
        return self._dicts("agreement", {})

    def _beside(self, area: str, choice: Choice) -> Beside:
        place, edition = self.areas.find(area), self.edition(choice)
        return Beside(place, choice, edition, self._closeness(place, edition))

    def _closeness(self, area: Area, edition: str) -> dict[str, str]:
        """The closeness word by neighbour's code, nearest first."""
        return {code: word for _, code, word in self._run("neighbours", {"edition": edition, "area": area.code})[1]}

    def _rows(self, entries: Sequence[Indicator], breakdowns: Sequence[str], areas: Sequence[str], choice: Choice) -> list[Row]:
        values = {
            "indicators": [e.id for e in entries],
            "breakdowns": list(dict.fromkeys(breakdowns)),
            "areas": list(areas),
            "first_year": choice.first_year or FIRST_YEAR,
            "last_year": choice.last_year or LAST_YEAR,
        }
        return self._run("series", values | _vintage(choice.known_on))[1]

    def _notes(self, beside: Beside, facts: Sequence[Fact]) -> tuple[str, ...]:
        listed_in = [beside.edition] if beside.codes else [e for e in self.editions if self._closeness(beside.area, e)]
        return notes.of_area(beside.area, self.areas, facts, beside.edition, listed_in, beside.choice)

    def _dicts(self, name: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
        columns, found = self._run(name, values)
        return [dict(zip(columns, row, strict=True)) for row in found]

    def _run(self, name: str, values: Mapping[str, Any]) -> tuple[list[str], list[Row]]:
        text = self._queries.setdefault(name, query(name))
        with self._database.cursor() as cursor:
            cursor.execute(text, dict(values))
            return [d[0] for d in cursor.description or []], cursor.fetchall()


def _vintage(known_on: KnownOn) -> dict[str, Any]:
    return {"day": known_on.day, "first": known_on.first}


def _breakdown(entry: Indicator, breakdown: str | None) -> str:
    """The breakdown asked for, or the one shown first. Raises BadInput for one the entry lacks, and for a local entry."""
    if entry.local:
        raise BadInput(f"{entry.title} is not measured nationally, so no figures are held. {entry.collect}")
    return entry.slice(breakdown).breakdown


def _in_period(entry: Indicator, place: Area, own: Sequence[Fact], period: str | None) -> Fact:
    """The fact of the period asked for; without one the latest in which the authority existed."""
    found = rows.latest(own, place) if period is None else next((f for f in own if f.period == period), None)
    if found is None:
        held = f"Held: {own[0].period} to {own[-1].period}." if own else "No release known on that day covers it."
        raise BadInput(f"{entry.title} is not held for {place.short_name}{f' in {period}' if period else ''}. {held}")
    return found


def _score_row(entry: Indicator, beside: Beside, held: Sequence[Row]) -> ScoreRow:
    history = tuple(rows.fact(row) for row in held if row[rows.AREA] == beside.area.code)
    newest = rows.latest(history, beside.area)
    breakdown = entry.breakdowns[0] if entry.slices else "Total"
    if newest is None:
        return ScoreRow(entry, breakdown, None, None, (), None, ())
    at = {row[rows.AREA]: row for row in held if row[rows.YEAR] == newest.year}
    before = next((f for f in history if f.year == newest.year - 1), None)
    shown = tuple(f for f in history if f.year <= newest.year)
    among = tuple(at[code][rows.VALUE] if code in at else None for code in beside.codes)
    return ScoreRow(entry, breakdown, newest, before, shown, beside.benchmark(entry, newest, at), among)
