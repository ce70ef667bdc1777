"""The gate: what a new release may change of the figures already held before a named person has to accept it."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from data.areas import Areas
from data.compare import Comparison
from data.compare_text import largest, most_revised, percent
from data.compared import SourceChange
from data.errors import BadInput

LIMITS = Path(__file__).parent / "expected.toml"
DEFAULT = "default"
HELP = "Look at both releases; if it is right, it can be accepted when it is published."
ACCEPT = (
    "Nothing was stored. Look at every difference with --report FILE.csv; if it is right, publish again with: "
    '--accept "why it is right" --by NAME'
)


@dataclass(frozen=True)
class Limits:
    """What is expected of one source. `revised` and `large` are shares of what is stated again; `in_one_area` is a number of
    large revisions, and `few` a number of revisions that never stops publishing."""

    revised: float
    large: float
    in_one_area: int
    few: int
    reason: str = ""


@cache
def limits(path: Path = LIMITS) -> dict[str, Limits]:
    """The limits by source; those of every other source are under 'default'. Raises BadInput for a file of another shape."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        default = entries[DEFAULT]
        return {source: Limits(**(default | entry)) for source, entry in entries.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        names = ", ".join(f.name for f in fields(Limits))
        raise BadInput(f"{path.name} cannot be used ({error}). It needs [default] with {names}; restore it.") from error


def beyond(comparison: Comparison, areas: Areas) -> list[str]:
    """A sentence for everything that goes beyond expected revision, worst offenders named; [] where the gate is open."""
    known = limits()
    return [
        sentence
        for change in comparison.sources
        for sentence in _of_source(change, comparison, areas, known.get(change.source, known[DEFAULT]))
    ]


def closed(sentences: Sequence[str]) -> BadInput:
    """The error of a gate that stays closed."""
    lines = "\n".join(f"  {s}" for s in sentences)
    return BadInput(f"The new figures change what is held by more than a new release usually does.\n{lines}\n{ACCEPT}")


def _of_source(change: SourceChange, comparison: Comparison, areas: Areas, limit: Limits) -> Iterator[str]:
    if change.revised > limit.few and change.revised > limit.revised * change.restated:
        yield (
            f"{change.source}: {change.revised:,} of {change.restated:,} figures stated again are revised "
            f"({percent(change.revised, change.restated)}; expected at most {limit.revised:.0%}). "
            f"Most in {most_revised(change, areas)}. The largest: {largest(comparison, change.source, areas)}."
        )
    if change.large > limit.few and change.large > limit.large * change.restated:
        yield (
            f"{change.source}: {change.large:,} of {change.restated:,} figures stated again move by more than a quarter "
            f"({percent(change.large, change.restated)}; expected at most {limit.large:.1%}). "
            f"The largest: {largest(comparison, change.source, areas)}."
        )
    for area in sorted(change.areas, key=lambda a: -a.large):
        if area.large > limit.in_one_area:
            yield (
                f"{change.source}, {areas[area.area_code].short_name}: {area.large} of {area.restated} figures move by more "
                f"than a quarter (expected at most {limit.in_one_area}). "
                f"The largest: {largest(comparison, change.source, areas, area.area_code)}."
            )
    gone = {areas[a.area_code].short_name: a.left_out for a in change.areas if a.left_out and not areas[a.area_code].valid_to}
    if gone:
        named = ", ".join(f"{name} ({count})" for name, count in sorted(gone.items(), key=lambda g: (-g[1], g[0]))[:5])
        yield (
            f"{change.source}: {sum(gone.values()):,} figures of periods that the new release states again are left out of it, "
            f"in {len(gone)} areas that still exist: {named}."
        )
    if change.removed:
        yield f"{change.source}: {change.removed:,} figures held so far would be gone."
    if change.restated and not (change.added or change.revised):
        yield (
            f"{change.source}: the new release says again what is held and adds nothing. Is it an older file under a new name?"
        )
