"""Bind a file's columns to a source's description, by name. Knows nothing of what is a good value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.describe import Dimension, Measure, Source, join
from data.errors import BadInput, brief, nearest
from data.reading import FIRST_ROW, RawTable

LEVELS = {"National": "country_code", "Regional": "region_code", "Local authority": "new_la_code"}
STANDARD = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "la_name", "new_la_code",
)  # fmt: skip


@dataclass(frozen=True)
class Release:
    """One publication of a source: a file, who published it, under which title, when, and the hash of its bytes.

    `file` is its path from where releases.csv lies: files of several releases often have one name.
    """

    source: str
    file: str
    publisher: str
    title: str
    reporting_year: str
    published_on: date
    day_certain: bool
    sha256: str

    @property
    def name(self) -> str:
        """How the release is cited: 'Children looked after in England including adoptions, 2025'."""
        return f"{self.title}, {self.reporting_year}"


@dataclass(frozen=True)
class Bound:
    """A file whose columns have been found: text still, one tuple a column, all of the same length."""

    release: Release
    source: Source
    standard: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, tuple[str, ...]]
    column_names: Mapping[str, str]

    @property
    def rows(self) -> int:
        """How many rows the file has under its header."""
        return len(self.standard["time_period"])

    def where(self, index: int, column: str = "") -> str:
        """Where a finding is: the file, the row as a spreadsheet numbers it, the column as the file names it."""
        named = self.column_names.get(column, column)
        return f"{self.release.file}, row {index + FIRST_ROW}" + (f", column {named}" if named else "")

    @cached_property
    def area_codes(self) -> tuple[str, ...]:
        """For each row the code of its area, from the column that goes with its geographic level."""
        by_level = {level: self.standard[column] for level, column in LEVELS.items()}
        levels = self.standard["geographic_level"]
        return tuple(by_level[level][i] if level in by_level else "" for i, level in enumerate(levels))

    @cached_property
    def breakdowns(self) -> tuple[str, ...]:
        """For each row our words for its labels, joined. Labels must have been checked."""
        if not self.labels:
            return (join(()),) * self.rows
        words = [[d.words[label] for label in self.labels[d.name]] for d in self.source.dimensions]
        known = {combination: join(combination) for combination in set(zip(*words, strict=True))}
        return tuple(known[combination] for combination in zip(*words, strict=True))


def bind(raw: RawTable, source: Source, release: Release) -> Bound:
    """Find the source's columns in a file. Raises BadInput for a column that is missing or that nobody described."""
    at = {name: column for name, column in zip(raw.header, raw.columns, strict=True)}
    chosen = dict(_choose(raw, source))
    for name in STANDARD:
        if name not in at:
            raise _missing(raw, name, (name,))
    undescribed = [c for c in raw.header if c not in STANDARD and c not in chosen.values()]
    if undescribed:
        raise BadInput(
            f'column "{brief(undescribed[0])}" is not described in {source.id}.toml.'
            f"{nearest(undescribed[0], list(chosen.values()))} Describe it there, or check that this is the right file.",
            f"{raw.name}, row 1",
        )
    return Bound(
        release=release,
        source=source,
        standard={name: at[name] for name in STANDARD},
        labels={d.name: at[chosen[d.name]] for d in source.dimensions},
        figures={m.name: at[chosen[m.name]] for m in source.measures},
        column_names=chosen,
    )


def _choose(raw: RawTable, source: Source) -> Iterator[tuple[str, str]]:
    """Our name and the file's for each dimension and measure. Each dimension has a column of its own: one generation of
    headers calls "characteristic" what another calls "breakdown"."""
    wanted: tuple[Dimension | Measure, ...] = (*source.dimensions, *source.measures)
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
