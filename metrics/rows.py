"""Rows of queries/series.sql as typed results. A row's columns are the fields of Fact, in their order."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from data.areas import Area, Areas
from data.status import Status
from metrics.boundaries import return_of
from metrics.catalogue import Indicator
from metrics.methods.benchmarks import Counted, Summary, summarise
from metrics.results import Benchmark, Choice, Fact, How, Kind

Row = tuple[Any, ...]
INDICATOR, BREAKDOWN, AREA, PERIOD, YEAR, KIND, NUMERATOR, DENOMINATOR, VALUE, STATUS = range(10)
JOINT = 13
END = {
    "31 March": (3, 31),
    "year to 31 March": (3, 31),
    "academic year": (8, 31),
    "financial year": (3, 31),
    "30 September": (9, 30),
    "30 June": (6, 30),
}
STATUSES = {s.value: s for s in Status}


def fact(row: Row) -> Fact:
    """A row as a fact."""
    return Fact(*row[:STATUS], STATUSES[row[STATUS]], *row[STATUS + 1 :])


def absent(like: Fact, area_code: str) -> Fact:
    """The fact of an area that no release covers in that period."""
    return replace(
        like, area_code=area_code, numerator=None, denominator=None, value=None, status=Status.NOT_HELD,
        published_value=None, release="", published_on=None, joint_with="",
    )  # fmt: skip


def latest(facts: Sequence[Fact], area: Area) -> Fact | None:
    """The newest fact of a day on which the area existed: a dissolved authority's rows go on after its end, marked not
    applicable."""
    while_it_was = [f for f in facts if Areas.in_force(area, ends_on(f))]
    return max(while_it_was or facts, key=lambda f: f.year, default=None)


def latest_row(found: Sequence[Row], area: Area) -> Row | None:
    """The row of the newest such fact, of an area's rows oldest first."""
    if not found:
        return None
    if area.valid_to is None and Areas.in_force(area, _ends(found[-1])):
        return found[-1]
    newest = latest([fact(row) for row in found], area)
    return next(row for row in found if newest and row[YEAR] == newest.year)


def _ends(row: Row) -> date:
    month, day = END[row[KIND]]
    return date(row[YEAR], month, day)


def ends_on(fact: Fact) -> date:
    """The last day of a fact's period."""
    month, day = END[fact.period_kind]
    return date(fact.year, month, day)


def by_period(rows: Sequence[Row]) -> dict[int, dict[str, Row]]:
    """Rows of one indicator and breakdown by year, and in a year by area code."""
    found: dict[int, dict[str, Row]] = {}
    for row in rows:
        found.setdefault(row[YEAR], {})[row[AREA]] = row
    return found


def summary(indicator: Indicator, own: Fact, at: Mapping[str, Row], codes: Sequence[str]) -> Summary:
    """The neighbours summed up in one period, from the rows of that period by area. A joint return is one figure: it counts once,
    and not at all where it is the authority's own."""
    returns: dict[frozenset[str], Counted] = {}
    for row in (at[code] for code in codes if code in at):
        returns.setdefault(return_of(row[AREA], row[JOINT] or ""), Counted(row[VALUE], row[NUMERATOR], row[DENOMINATOR]))
    returns.pop(return_of(own.area_code, own.joint_with or ""), None)
    counted = list(returns.values())
    return summarise(own.value, counted, of=len(codes), per=indicator.per)


def benchmark(choice: Choice, edition: str, period: str, summed: Summary, other: Row | None) -> Benchmark:
    """The benchmark that a choice means: of the neighbours summed up, or the row of the region or of England."""
    if choice.kind is Kind.NEIGHBOURS:
        value = {How.MEDIAN: summed.median, How.MEAN: summed.mean, How.POOLED: summed.pooled}[choice.how]
        status = Status.PUBLISHED if value is not None else Status.NOT_AVAILABLE
        counts = {"lower": summed.lower, "same": summed.same, "higher": summed.higher}
        return Benchmark(choice.kind, choice.how, edition, period, value, status, summed.n, summed.of, **counts)
    value = other[VALUE] if other else None
    held = STATUSES[other[STATUS]] if other else Status.NOT_HELD
    return Benchmark(choice.kind, How.MEDIAN, "", period, value, held, int(value is not None), 1)
