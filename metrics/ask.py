"""Ask an opened snapshot: one method a question, a typed answer each."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from data.areas import Area
from data.errors import BadInput
from metrics import area_total, notes, rows, scores
from metrics.asking import ENGLAND, Asking, Beside, vintage
from metrics.catalogue import Indicator
from metrics.describe import no_figures
from metrics.known_on import NOW, KnownOn
from metrics.results import Choice, Fact, Neighbour, Neighbours, Scorecard, ScoreRow, Series, Trend
from metrics.rows import Row

__all__ = ["ENGLAND", "Ask"]


class Ask(Asking):
    """Ask an opened snapshot. Safe to share between threads: every question has a cursor of its own."""

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
        return self.dicts("facts", values | vintage(known_on))

    def trend(self, indicator: str, area: str, choice: Choice | None = None, breakdown: str | None = None) -> Trend:
        """An authority's figures over the years, with its neighbours, region and England. One fact per period held."""
        return self.trends(area, [(indicator, breakdown, choice or Choice())])[0]

    def trends(self, area: str, asked: Sequence[tuple[str, str | None, Choice]]) -> list[Trend]:
        """The trends of several indicators in one question, each with its breakdown (None: the one shown first) and its choice.

        The choices may differ in their years alone.
        """
        wanted = [(entry := self.catalogue[id_], _breakdown(entry, breakdown), choice) for id_, breakdown, choice in asked]
        beside = self.beside(area, wanted[0][2])
        held: dict[tuple[str, str], list[Row]] = {(entry.id, label): [] for entry, label, _ in wanted}
        for row in self.series_of(wanted, beside.all, beside.choice.known_on):
            held[row[rows.INDICATOR], row[rows.BREAKDOWN]].append(row)
        return [self._trend(e, label, replace(beside, choice=choice), held[e.id, label]) for e, label, choice in wanted]

    def _trend(self, entry: Indicator, label: str, beside: Beside, held: Sequence[Row]) -> Trend:
        """The trend that these rows of one indicator and breakdown make, oldest first."""
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
            notes=self.notes_of(beside, own),
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
        beside = self.beside(area, choice or Choice())
        held = self.series([entry], [label], beside.all, beside.choice)
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
                *self.notes_of(beside, facts),
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
        held = self.series([entry], [label], [*tiling.before, *tiling.after], chosen)
        totals = area_total.totals(entry, [rows.fact(row) for row in held], tiling)
        said = area_total.notes(tiling, self.areas, entry)
        return area_total.AreaTotal(entry, label, place, chosen, tiling, totals, said)

    def scorecard(self, principle: str, area: str, choice: Choice | None = None) -> Scorecard:
        """One principle ('1' to '7') or 'context' for one authority: a row per indicator, each at its own latest period."""
        return scores.scorecard(self, principle, self.catalogue.of(principle), area, choice or Choice())

    def headline(self, area: str, choice: Choice | None = None) -> Scorecard:
        """The headline indicators of the catalogue for one authority, as one scorecard."""
        return scores.scorecard(self, "headline", self._headlines(), area, choice or Choice())

    def everything(self, area: str, choice: Choice | None = None) -> Scorecard:
        """Every indicator of the catalogue for one authority, as one scorecard."""
        return scores.scorecard(self, scores.EVERYTHING, self._rows_of_scorecards(), area, choice or Choice())

    def everyone(
        self, choice: Choice | None = None, areas: Sequence[str] = (), headline: bool = False
    ) -> dict[str, tuple[ScoreRow, ...]]:
        """Every indicator (or the headline ones) for many authorities at once, by area code: those named, or all that exist."""
        places = [self.areas.find(a) for a in areas] or [a for a in self.areas if a.la_number and a.valid_to is None]
        return scores.everyone(self, self._headlines() if headline else self._rows_of_scorecards(), choice or Choice(), places)

    def _headlines(self) -> list[Indicator]:
        return [e for e in self._rows_of_scorecards() if e.headline]

    def _rows_of_scorecards(self) -> list[Indicator]:
        return [e for e in self.catalogue.values() if not e.reference]

    def years(self, indicators: Sequence[str] = ()) -> tuple[int, int]:
        """The first and last year in which a period of these indicators (or of any) ends, over all areas and vintages. Found
        once and kept: figures of an opened snapshot do not change."""
        named = tuple(indicators)
        if named not in self._years:
            row = self.dicts("years", {"indicators": list(named)})[0]
            self._years[named] = row["first_year"], row["last_year"]
        return self._years[named]

    def last_years(self, count: int, indicators: Sequence[str]) -> tuple[int, int] | None:
        """The last `count` years up to the newest that any of these indicators has; None where the snapshot holds no figure."""
        newest = self.years(indicators)[1]
        return (newest - count + 1, newest) if newest else None

    def vintages(self, indicator: str, breakdown: str, area: str, period: str, known_on: KnownOn = NOW) -> list[dict[str, Any]]:
        """The rows of queries/vintages.sql: every vintage of one figure, oldest first; `chosen` is the one known on that day."""
        values = {"indicator": indicator, "breakdown": breakdown, "area": area, "period": period}
        return self.dicts("vintages", values | vintage(known_on))

    def agreement(self) -> list[dict[str, Any]]:
        """The rows of queries/agreement.sql: how many facts round to the published figure beside them, and how many do not."""
        return self.dicts("agreement", {})


def _breakdown(entry: Indicator, breakdown: str | None) -> str:
    """The breakdown asked for, or the one shown first. Raises BadInput for one the entry lacks, and where none is held."""
    if not entry.measured:
        raise BadInput(no_figures(entry))
    return entry.slice(breakdown).breakdown


def _in_period(entry: Indicator, place: Area, own: Sequence[Fact], period: str | None) -> Fact:
    """The fact of the period asked for; without one the latest in which the authority existed."""
    found = rows.latest(own, place) if period is None else next((f for f in own if f.period == period), None)
    if found is None:
        held = f"Held: {own[0].period} to {own[-1].period}." if own else "No release known on that day covers it."
        raise BadInput(f"{entry.title} is not held for {place.short_name}{f' in {period}' if period else ''}. {held}")
    return found
