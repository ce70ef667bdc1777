"""Bind a file's columns to a source's description, by name. Knows nothing of what is a good value."""

from collections.abc import Iterator
from dataclasses import replace

from data.bound import LEVELS, NUMBER, STANDARD, Bound
from data.described import Dimension, Measure, Source
from data.durations import months
from data.errors import BadInput, brief, nearest
from data.reading import RawTable
from data.release import Release

__all__ = ["LEVELS", "NUMBER", "STANDARD", "Bound", "bind"]

FOR_LEVEL = {"Regional": STANDARD[5:7], "Local authority": STANDARD[7:]}


def bind(raw: RawTable, source: Source, release: Release) -> Bound:
    """Find the source's columns in a file. Raises BadInput for a column that is missing or that nobody described."""
    at = {name: column for name, column in zip(raw.header, raw.columns, strict=True)}
    chosen = dict(_choose(raw, source))
    for name in _standard(source):
        if name not in at:
            raise _missing(raw, name, (name,))
    undescribed = [c for c in raw.header if c not in STANDARD and c not in chosen.values()]
    if undescribed:
        raise BadInput(
            f'column "{brief(undescribed[0])}" is not described in {source.id}.toml.'
            f"{nearest(undescribed[0], list(chosen.values()))} Describe it there, or check that this is the right file.",
            f"{raw.name}, row 1",
        )
    blank = ("",) * raw.rows
    bound = Bound(
        release=release,
        source=source,
        standard={name: at.get(name, blank) for name in STANDARD},
        labels={d.name: at[chosen[d.name]] for d in (*source.dimensions, *source.remarks)},
        figures={m.name: at[chosen[m.name]] for m in source.measures},
        column_names=chosen,
    )
    return _with_durations(bound) if any(m.written for m in source.measures) else bound


def _standard(source: Source) -> tuple[str, ...]:
    """The standard columns that a table of these levels has: one for England alone lacks those of regions and authorities."""
    return (*STANDARD[:5], *(name for level in source.levels for name in FOR_LEVEL.get(level, ())))


def _with_durations(bound: Bound) -> Bound:
    """The file with its durations in months. Raises BadInput for a cell that should be a duration and is none."""
    figures = dict(bound.figures)
    for measure in (m for m in bound.source.measures if m.written):
        column = list(figures[measure.name])
        for index in bound.claimed_rows(measure):
            column[index] = months(column[index], bound.where(index, measure.name))
        shared = [m.name for m in bound.source.measures if bound.column_names[m.name] == bound.column_names[measure.name]]
        figures |= {name: tuple(column) for name in shared}
    return replace(bound, figures=figures)


def _choose(raw: RawTable, source: Source) -> Iterator[tuple[str, str]]:
    """Our name and the file's for each dimension, remark and measure. Each dimension has a column of its own: one generation of
    headers calls "characteristic" what another calls "breakdown"."""
    wanted: tuple[Dimension | Measure, ...] = (*source.dimensions, *source.remarks, *source.measures)
    taken: set[str] = set()
    for item in wanted:
        found = next((c for c in item.columns if c in raw.header and c not in taken), None)
        if found is None:
            raise _missing(raw, item.name, item.columns)
        if isinstance(item, Dimension):
            taken.add(found)
        yield item.name, found


def _missing(raw: RawTable, name: str, spellings: tuple[str, ...]) -> BadInput:
    expected = " or ".join(f'"{s}"' for s in spellings)
    ours = "" if spellings == (name,) else f' for our "{name}"'
    return BadInput(
        f"there is no column {expected}{ours}.{nearest(spellings[0], list(raw.header))} Check that this is the whole file "
        "as published; if its publisher renamed the column, add that name to the source's TOML.",
        f"{raw.name}, row 1",
    )
