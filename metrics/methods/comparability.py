"""Whether two figures may be compared at all, and where a series has to be cut (M25)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

WORDS = {
    "indicator": "they are different indicators",
    "definition": "they are not defined the same way",
    "cohort": "they are about different groups of children",
    "period_kind": "they are for different kinds of period",
    "geography": "the area's boundaries are not the same",
    "rounding": "they are not rounded the same way",
}


@dataclass(frozen=True)
class Basis:
    """What a figure rests on, in words that say the same of the same: the indicator's id, its definition (with the version, and
    the release where population estimates were revised since), the group of children, the kind of period (31 March, year to 31
    March, academic year, 30 September), the code of the area as it was then, and what it was rounded to."""

    indicator: str
    definition: str
    cohort: str
    period_kind: str
    geography: str
    rounding: str


def why_not(a: Basis, b: Basis) -> tuple[str, ...]:
    """Why two figures cannot be compared, one clause for each reason, in the order of the fields; empty where they can.

    'the area's boundaries are not the same: 835 and 838'. Source: the rule that every part of the basis matches.
    """
    pairs = ((field.name, getattr(a, field.name), getattr(b, field.name)) for field in fields(Basis))
    return tuple(f"{WORDS[name]}: {one} and {other}" for name, one, other in pairs if one != other)


def segments(years: Sequence[int], breaks: Sequence[int]) -> list[tuple[int, ...]]:
    """The runs of years that may be joined by a line, oldest first: consecutive, with no break in between.

    A break with year Y lies between Y - 1 and Y, so Y begins a run; a year that is missing ends one too. Years in any order,
    twice or not, stand once in exactly one run. No years, no runs.
    """
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1 and year not in breaks:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [tuple(run) for run in runs]


def last_run(years: Sequence[int], breaks: Sequence[int]) -> tuple[int, ...]:
    """The newest of the `segments`: the years that a method on a series may use; empty of no years."""
    runs = segments(years, breaks)
    return runs[-1] if runs else ()
