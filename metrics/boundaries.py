"""Figures across a change of boundaries: what may be added up, and what is never spliced. Pure functions.

Rules: a recode joins (the area is the same); a split or a merger never does, but where the authorities before and after tile the
same ground exactly, the total of each side can be set beside the other. Counts and populations are added and a rate is worked
out from the sums; rates are never averaged. A hidden part makes the sum unknown, since a figure could be worked out from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.areas import Area, Areas
from data.status import WEIGHT, Status
from metrics.results import Fact


@dataclass(frozen=True)
class Tiling:
    """Authorities that together covered the same ground before a day as others do from that day on, all in order of code."""

    on: date
    before: tuple[str, ...]
    after: tuple[str, ...]

    def on_day(self, day: date) -> tuple[str, ...]:
        """The authorities that covered the ground on a day."""
        return self.before if day < self.on else self.after


@dataclass(frozen=True)
class Total:
    """The sum over some authorities in one period. `value` is in the indicator's unit, unrounded; None unless all parts
    are there. `parts` are the authorities' own facts, and a joint return stands in the sum once."""

    period: str
    year: int
    period_kind: str
    areas: tuple[str, ...]
    parts: tuple[Fact, ...]
    numerator: float | None
    denominator: float | None
    value: float | None
    status: Status


def tilings(areas: Areas) -> tuple[Tiling, ...]:
    """Every change of boundaries that tiles exactly, oldest first: authorities linked as predecessors and successors, closed
    under both. Dorset, Bournemouth and Poole are such a set with the two of 2019; none of them alone is."""
    found: dict[tuple[str, ...], Tiling] = {}
    for area in areas:
        if area.successors:
            before, after = _closed(area, areas)
            days = {areas[code].valid_from for code in after}
            ends = {areas[code].valid_to for code in before}
            if len(days) == 1 and len(ends) == 1 and None not in days | ends:
                found[before] = Tiling(max(day for day in days if day), before, after)
    return tuple(sorted(found.values(), key=lambda t: (t.on, t.before)))


def _closed(area: Area, areas: Areas) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All predecessors and all successors that are linked with an area, however far round."""
    before, after = {area.code}, set(area.successors)
    while True:
        more_before = {p for code in after for p in areas[code].predecessors} | before
        more_after = {s for code in more_before for s in areas[code].successors} | after
        if (more_before, more_after) == (before, after):
            return tuple(sorted(before)), tuple(sorted(after))
        before, after = more_before, more_after


def tiling_of(area: Area, areas: Areas) -> Tiling | None:
    """The change of boundaries that an authority was part of, as predecessor or successor; None where there was none."""
    return next((t for t in tilings(areas) if area.code in (*t.before, *t.after)), None)


def add_up(parts: Sequence[Fact], codes: Sequence[str], *, per: float, divides: bool) -> Total | None:
    """The authorities' facts of one period as one: sum of numerators, or sum of numerators / sum of denominators x per.

    Unknown, with the weightiest status among the parts, where an authority has no fact or a hidden one, and where a joint return
    also counts an authority that is not one of `codes`. None where no authority has a fact at all.
    """
    if not parts:
        return None
    first = parts[0]
    statuses = [f.status for f in parts] + [Status.NOT_HELD] * len(set(codes) - {f.area_code for f in parts})
    hidden = [s for s in statuses if s is not Status.PUBLISHED]
    beyond = any(set(f.joint_with.split()) - set(codes) for f in parts)
    status = min(hidden, key=WEIGHT.index) if hidden else Status.NOT_AVAILABLE if beyond else Status.PUBLISHED
    counted = one_a_return(parts)
    numerator = _sum(f.numerator for f in counted) if status is Status.PUBLISHED else None
    denominator = _sum(f.denominator for f in counted) if status is Status.PUBLISHED else None
    value = _rate(numerator, denominator, per) if divides else numerator
    if status is Status.PUBLISHED and value is None:
        status = Status.NOT_APPLICABLE if denominator == 0 else Status.NOT_AVAILABLE
    areas = tuple(codes)
    return Total(first.period, first.year, first.period_kind, areas, tuple(parts), numerator, denominator, value, status)


def one_a_return(facts: Iterable[Fact]) -> list[Fact]:
    """The facts with every joint return once: the first of the authorities that make it stands for all."""
    found: dict[frozenset[str], Fact] = {}
    for fact in facts:
        found.setdefault(return_of(fact.area_code, fact.joint_with), fact)
    return list(found.values())


def return_of(area_code: str, joint_with: str) -> frozenset[str]:
    """The authorities that make one return together: the area alone, or with those it is joint with."""
    return frozenset((area_code, *joint_with.split()))


def joint_returns(facts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Of authorities with whom each is joint ('' for none), the groups of two and more that are one return."""
    groups: dict[frozenset[str], list[str]] = {}
    for code, joint in facts.items():
        groups.setdefault(return_of(code, joint), []).append(code)
    return tuple(tuple(codes) for codes in groups.values() if len(codes) > 1)


def _sum(values: Iterable[float | None]) -> float | None:
    listed = list(values)
    known = [v for v in listed if v is not None]
    return sum(known) if known and len(known) == len(listed) else None


def _rate(numerator: float | None, denominator: float | None, per: float) -> float | None:
    return numerator * per / denominator if numerator is not None and denominator else None
