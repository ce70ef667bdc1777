"""Ask how a figure was revised: every vintage of it that is held, and which of them is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.areas import Area
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.ask import ENGLAND, Ask
from metrics.catalogue import Indicator, Slice
from metrics.describe import no_figures
from metrics.known_on import FIRST, NOW, KnownOn
from metrics.results import Choice, Fact


@dataclass(frozen=True)
class Revision:
    """One vintage of a figure: the fact as it was known from one day until the day before another (None: until now).

    `day_certain` is False where only the month of publication is known; `chosen` marks the vintage that is shown.
    """

    fact: Fact
    known_from: date
    known_until: date | None
    day_certain: bool
    chosen: bool


@dataclass(frozen=True)
class History:
    """One figure with its vintages, oldest first; none where no release held has it.

    `periods` are those of the years chosen that are held of the same indicator, breakdown and area, oldest first.
    `from_the_start` is False where the oldest release held that has the figure has a later period too: an earlier release,
    which is not held, may have stated it first.
    """

    indicator: Indicator
    breakdown: str
    area: Area
    period: str
    periods: tuple[str, ...]
    known_on: KnownOn
    revisions: tuple[Revision, ...]
    from_the_start: bool

    @property
    def chosen(self) -> Revision | None:
        """The vintage that is shown; None where nothing was published by the day chosen."""
        return next((r for r in self.revisions if r.chosen), None)

    @property
    def times(self) -> int:
        """How often a later release stated another figure than the one before it."""
        facts = [r.fact for r in self.revisions]
        return sum(not same(a, b) for a, b in zip(facts, facts[1:], strict=False))


@dataclass(frozen=True)
class EveryYear:
    """One indicator and breakdown for one area: (in the oldest release held, as known now) of every period, oldest first."""

    indicator: Indicator
    breakdown: str
    area: Area
    pairs: tuple[tuple[Fact, Fact], ...]

    @property
    def revised(self) -> int:
        """How many periods have another figure now than at first."""
        return sum(not same(first, now) for first, now in self.pairs)


def same(one: Fact, other: Fact) -> bool:
    """Whether two vintages of a figure say the same: figure, counts and status. Values are unrounded."""
    return (one.numerator, one.denominator, one.value, one.status) == (
        other.numerator, other.denominator, other.value, other.status,
    )  # fmt: skip


def revisions(
    ask: Ask, indicator: str, area: str, choice: Choice | None = None, period: str = "", breakdown: str | None = None
) -> History:
    """Every vintage of one figure; without a period, of the newest of the years chosen in which the area existed.

    Raises BadInput for an indicator without figures, and for a period that is not held in these years of it and the area.
    """
    entry, one = _slice(ask, indicator, breakdown)
    place, known_on = ask.areas.find(area), (choice or Choice()).known_on
    held = _facts(ask, entry, one, place, FIRST)
    within = [f for f in held if _within(f, choice or Choice())]
    periods = tuple(f.period for f in within)
    newest = rows.latest(within, place)
    asked = period or (newest.period if newest else "")
    if period and period not in periods:
        where = f"{entry.title_of(one.breakdown)} is not held for {place.short_name} in {period}."
        raise BadInput(f"{where} Held: {', '.join(periods) or 'no period'}.")
    found = ask.vintages(entry.id, one.breakdown, place.code, asked, known_on) if asked else []
    like = {f.period: f for f in held}
    vintages = tuple(_revision(ask, entry, like[asked], row) for row in found)
    later = [f for f in held if vintages and f.year > like[asked].year]
    from_the_start = all(f.published_on != like[asked].published_on for f in later)
    return History(entry, one.breakdown, place, asked, periods, known_on, vintages, from_the_start)


def every_year(ask: Ask, indicator: str, area: str, choice: Choice | None = None, breakdown: str | None = None) -> EveryYear:
    """Every period of the years chosen, as in the oldest release held and as known now. Raises BadInput as `revisions` does."""
    entry, one = _slice(ask, indicator, breakdown)
    place = ask.areas.find(area)
    first = {f.period: f for f in _facts(ask, entry, one, place, FIRST)}
    now = [f for f in _facts(ask, entry, one, place, NOW) if _within(f, choice or Choice())]
    return EveryYear(entry, one.breakdown, place, tuple((first[f.period], f) for f in now))


def others(area: Area) -> tuple[str, ...]:
    """The codes of the region of an authority, where it has one, and of England."""
    return tuple(code for code in (area.region_code, ENGLAND) if code and code != area.code)


def _within(fact: Fact, choice: Choice) -> bool:
    return (choice.first_year or fact.year) <= fact.year <= (choice.last_year or fact.year)


def _slice(ask: Ask, indicator: str, breakdown: str | None) -> tuple[Indicator, Slice]:
    entry = ask.catalogue[indicator]
    if not entry.measured:
        raise BadInput(no_figures(entry))
    return entry, entry.slice(breakdown)


def _facts(ask: Ask, entry: Indicator, one: Slice, place: Area, known_on: KnownOn) -> Sequence[Fact]:
    found = ask.facts(indicators=[entry.id], areas=[place.code], breakdowns=[one.breakdown], known_on=known_on)
    return [_fact(entry, one.breakdown, place, one.period_kind, row["period"], row) for row in found]


def _fact(entry: Indicator, breakdown: str, place: Area, kind: str, period: str, row: Mapping[str, Any]) -> Fact:
    return Fact(
        indicator=entry.id,
        breakdown=breakdown,
        area_code=place.code,
        period=str(period),
        year=_year(str(period)),
        period_kind=kind,
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=row["value"],
        status=Status(row["status"]),
        published_value=row["published_value"],
        release=row["release"] or "",
        published_on=row["published_on"],
    )


def _year(period: str) -> int:
    """The calendar year in which a period ends: 2025 of '2025', of '2024/25' and of '2024-25'."""
    return int(period[:4]) + (1 if len(period) > 4 else 0)


def _revision(ask: Ask, entry: Indicator, like: Fact, row: Mapping[str, Any]) -> Revision:
    place = ask.areas[like.area_code]
    fact = _fact(entry, like.breakdown, place, like.period_kind, like.period, row)
    sources = {entry.source, *(p.source for p in _parts(entry.slice(like.breakdown)))}
    files = [f for f in ask.manifest.source_files if f.source in sources and f.published_on == fact.published_on]
    until = row["known_until"]
    return Revision(
        fact=fact,
        known_from=row["known_from"],
        known_until=None if until == date.max else until,
        day_certain=all(f.day_certain for f in files),
        chosen=bool(row["chosen"]),
    )


def _parts(one: Slice) -> list[Any]:
    return [part for part in (one.numerator, one.denominator, one.value) if part]
