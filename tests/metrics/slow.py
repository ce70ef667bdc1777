"""The same answers as queries/*.sql, slowly and without SQL: look at what was out on a day, take the newest, divide by hand.

`build_facts.sql` makes every vintage at once and joins intervals; here there are no vintages, only a day and what lay on the
table that day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from data.status import WEIGHT, Status
from metrics.catalogue import Catalogue, Part, Slice
from tests.metrics.worlds import Observed, World

Key = tuple[str, str, str, str]  # indicator, breakdown, area, period
ALL_TIME = date.max


@dataclass(frozen=True)
class Sum:
    """A part of an indicator, added up from one release: its figure or why there is none, and where it stood."""

    day: date
    release: str
    period: str
    joint_with: str
    value: Fraction | None
    status: Status


@dataclass(frozen=True)
class SlowFact:
    """What a fact should be. `vintage` is the day of each release that it is made of."""

    key: Key
    year: int
    period_kind: str
    numerator: Fraction | None
    denominator: Fraction | None
    value: Fraction | None
    status: Status
    published_value: Fraction | None
    agrees: bool | None
    release: str
    published_on: date
    joint_with: str
    vintage: tuple[date | None, ...]


def year(period: str) -> int:
    """The calendar year in which a period ends."""
    return int(period.split("/")[0]) + ("/" in period)


def days(world: World) -> list[date]:
    """Every day on which something came out, oldest first."""
    return sorted({o["published_on"] for o in world.observations})  # type: ignore[type-var, misc]


def known(world: World, catalogue: Catalogue, day: date = ALL_TIME) -> dict[Key, SlowFact]:
    """Every fact that can be made of what was out on a day."""
    out = Table(o for o in world.observations if o["published_on"] <= day)  # type: ignore[operator]
    ever = Table(world.observations)
    found = (f for entry in catalogue.measured for one in entry.slices for f in _facts(entry.id, one, entry.per, out, ever))
    return {fact.key: fact for fact in found}


def first(world: World, catalogue: Catalogue) -> dict[Key, SlowFact]:
    """Every fact as it was on the first day on which it could be made."""
    found: dict[Key, SlowFact] = {}
    for day in days(world):
        for key, fact in known(world, catalogue, day).items():
            found.setdefault(key, fact)
    return found


def vintages(world: World, catalogue: Catalogue) -> list[SlowFact]:
    """Every fact that was ever true, once for each set of releases that it was made of."""
    return list({(k, f.vintage): f for day in days(world) for k, f in known(world, catalogue, day).items()}.values())


class Table:
    """The observations on the table, to be looked through."""

    def __init__(self, observations: Iterable[Observed]) -> None:
        self._cells: dict[tuple[object, ...], Observed] = {}
        self._days: dict[tuple[object, ...], set[date]] = {}
        self.places: dict[str, set[tuple[str, str]]] = {}
        for o in observations:
            where = (o["source"], o["breakdown"], o["measure"], o["area_code"], year(str(o["period"])))
            self._cells[*where, o["published_on"]] = o
            self._days.setdefault(where, set()).add(o["published_on"])  # type: ignore[arg-type]
            self.places.setdefault(str(o["source"]), set()).add((str(o["area_code"]), str(o["period"])))

    def newest(self, part: Part, area: str, at: int) -> Sum | None:
        """The part added up from the newest release that has any of it; None where none has."""
        out = {d for text, measure in part.terms for d in self._days.get((part.source, text, measure, area, at), ())}
        return self.of(part, area, at, max(out)) if out else None

    def of(self, part: Part, area: str, at: int, day: date) -> Sum | None:
        """The part added up from the release of one day."""
        cells = [self._cells.get((part.source, text, measure, area, at, day)) for text, measure in part.terms]
        there = [c for c in cells if c is not None]
        if not there:
            return None
        statuses = [Status(c["status"]) if c else Status.NOT_AVAILABLE for c in cells]
        status = next((s for s in WEIGHT if s in statuses), Status.PUBLISHED)
        whole = status is Status.PUBLISHED
        value = sum((Fraction(repr(c["value"])) for c in there), Fraction()) if whole else None
        joint = max(str(c["joint_with"]) for c in there)
        return Sum(day, str(there[0]["release"]), str(there[0]["period"]), joint, value, status)


def _facts(id_: str, one: Slice, per: float, out: Table, ever: Table) -> Iterator[SlowFact]:
    lead_part = one.numerator or one.value
    assert lead_part
    for area, period in sorted(out.places.get(lead_part.source, ())):
        lead = out.newest(lead_part, area, year(period))
        if lead is None:
            continue
        under, missing = _denominator(one, lead, area, out, ever)
        if not missing:
            beside = out.of(one.published, area, year(period), lead.day) if one.published else None
            yield _fact((id_, one.breakdown, area, period), one, Fraction(per), lead, under, beside)


def _denominator(one: Slice, lead: Sum, area: str, out: Table, ever: Table) -> tuple[Sum | None, bool]:
    """The denominator, and whether the fact must wait for one that is still to come out."""
    part, lead_part = one.denominator, one.numerator or one.value
    if part is None or lead_part is None:
        return None, False
    at = year(lead.period) - part.years_before
    if part.source == lead_part.source:
        return out.of(part, area, at, lead.day), False
    found = out.newest(part, area, at)
    return found, found is None and ever.newest(part, area, at) is not None


def _fact(key: Key, one: Slice, per: Fraction, lead: Sum, under: Sum | None, beside: Sum | None) -> SlowFact:
    divides = one.denominator is not None and one.value is None
    status = _status(lead, under, beside, divides)
    printed = beside.value if beside else None
    exact = agrees = None
    if status is Status.PUBLISHED and lead.value is not None:
        exact = lead.value * per / under.value if divides and under and under.value else lead.value
        if printed is not None:
            agrees = abs(exact - printed) <= Fraction(1, 2 * 10**one.published_decimals)
    return SlowFact(
        key=key,
        year=year(key[3]),
        period_kind=one.period_kind,
        numerator=lead.value if one.numerator else None,
        denominator=under.value if under else None,
        value=printed if agrees is False else exact,
        status=status,
        published_value=printed,
        agrees=agrees,
        release=lead.release,
        published_on=lead.day,
        joint_with=lead.joint_with,
        vintage=(lead.day, under.day if under else None),
    )


def _status(lead: Sum, under: Sum | None, beside: Sum | None, divides: bool) -> Status:
    if lead.status is not Status.PUBLISHED:
        return lead.status
    if divides and under is None:
        return Status.NOT_AVAILABLE
    if divides and under and under.status is not Status.PUBLISHED:
        return under.status
    if under and under.value == 0:
        return Status.NOT_APPLICABLE
    return Status.SUPPRESSED if beside and beside.status is Status.SUPPRESSED else Status.PUBLISHED


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Rounded half up; no figure here is below zero."""
    return Fraction((value * 10**decimals + Fraction(1, 2)).__floor__(), 10**decimals)
