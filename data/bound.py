"""A published file whose columns have been found: the record that checks and readers pass round."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from data.described import Measure, Source, join
from data.reading import FIRST_ROW
from data.release import Release

# The column with the code of a row's area at each level, and the columns that a table with that level has.
LEVELS = {"National": "country_code", "Regional": "region_code", "Local authority": "new_la_code"}
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,8})?\Z", re.ASCII)
STANDARD = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "la_name", "new_la_code",
)  # fmt: skip


@dataclass(frozen=True)
class Bound:
    """A file whose columns have been found: text still, one tuple a column, all of the same length. `labels` holds the columns
    of dimensions and of remarks; a standard column that the table's levels do not need may be blank."""

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
        if not self.source.dimensions:
            return (join(()),) * self.rows
        words = [[d.words[label] for label in self.labels[d.name]] for d in self.source.dimensions]
        known = {combination: join(combination) for combination in set(zip(*words, strict=True))}
        return tuple(known[combination] for combination in zip(*words, strict=True))

    @cached_property
    def measures_of_rows(self) -> Mapping[str, tuple[str, ...]]:
        """For each column of figures, by the name of its measure, the measure that each row holds: the column's own, unless
        another claims the row."""
        found: dict[str, tuple[str, ...]] = {}
        for measure in (m for m in self.source.measures if not m.where):
            names = [measure.name] * self.rows
            for claim in (m for m in self.source.measures if m.where):
                if self.column_names[claim.name] == self.column_names[measure.name]:
                    for index in self.claimed_rows(claim):
                        names[index] = claim.name
            found[measure.name] = tuple(names)
        return found

    def claimed_rows(self, measure: Measure) -> list[int]:
        """The indexes of the rows that a measure with `where` claims, by their labels."""
        rows = list(range(self.rows))
        for dimension in (d for d in self.source.dimensions if d.name in measure.where):
            wanted = {label for label, word in dimension.words.items() if word in measure.where[dimension.name]}
            column = self.labels[dimension.name]
            rows = [index for index in rows if column[index] in wanted]
        return rows

    @cached_property
    def row_of(self) -> Mapping[tuple[str, str, str], int]:
        """The index of the row with an area code, a period and a breakdown, as `area_codes` and `breakdowns` have them."""
        keys = zip(self.area_codes, self.standard["time_period"], self.breakdowns, strict=True)
        return {key: index for index, key in enumerate(keys)}

    @cached_property
    def values(self) -> Mapping[str, tuple[float | None, ...]]:
        """For each measure its figures as numbers; None for a symbol or for what is no plain number."""
        return {name: _numbers(column) for name, column in self.figures.items()}

    @cached_property
    def cells(self) -> Mapping[str, Mapping[tuple[str, str, str], int]]:
        """For each measure how often each text stands in its column, by geographic level, period and text."""
        levels, periods = self.standard["geographic_level"], self.standard["time_period"]
        return {name: Counter(zip(levels, periods, column, strict=True)) for name, column in self.figures.items()}


def _numbers(column: tuple[str, ...]) -> tuple[float | None, ...]:
    known = {text: float(text) if NUMBER.match(text) else None for text in set(column)}
    return tuple(known[text] for text in column)
