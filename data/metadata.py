"""Hold a file against the description that its publisher put beside it: `<name>.meta.csv`, as the EES file standard asks.

Source of the columns and rules: DfE, Explore Education Statistics, "Open data standards: metadata". A file without one is none
the worse for it: most downloads leave it out."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from data.binding import STANDARD, Bound
from data.errors import BadInput, brief
from data.findings import Finding, Outcome
from data.gather import DESCRIPTION, Incoming
from data.reading import FIRST_ROW, read_rows
from data.status import SYMBOLS

COLUMNS = tuple(
    "col_name col_type label indicator_grouping indicator_unit indicator_dp filter_hint filter_grouping_column".split()
)
TYPES = ("Filter", "Indicator")
UNITS = ("", "%", "£", "£m", "pp", "string", "numstring")
_HELP = "Ask the publisher which of the two files is right."


def described(incoming: Incoming, bound: Bound) -> Iterator[Finding]:
    """Everything in which a file and its .meta.csv do not agree, or in which that one breaks the standard."""
    path = incoming.path.with_name(f"{incoming.path.stem}{DESCRIPTION}")
    if not path.is_file():
        return
    name = f"{incoming.release.file.removesuffix('.csv')}{DESCRIPTION}"
    try:
        rows = _rows(path, name)
    except BadInput as error:
        yield Finding("metadata", Outcome.FAIL, error.message, error.where or name, _HELP)
        return
    for message, where in _faults(rows, bound):
        yield Finding("metadata", Outcome.FAIL, message, f"{name}{where}", _HELP)


def _rows(path: Path, name: str) -> list[dict[str, str]]:
    try:
        header, *rows = read_rows(path, name)
    except csv.Error as error:
        raise BadInput(f"this is not CSV ({error}).", name) from error
    for column in COLUMNS:
        if column not in header:
            raise BadInput(f'there is no column "{column}". Expected: {", ".join(COLUMNS)}.', f"{name}, row 1")
    for number, row in enumerate(rows, FIRST_ROW):
        if len(row) != len(header):
            raise BadInput(f"{len(row)} columns where the header has {len(header)}.", f"{name}, row {number}")
    return [dict(zip(header, row, strict=True)) for row in rows]


def _faults(rows: list[dict[str, str]], bound: Bound) -> Iterator[tuple[str, str]]:
    """Each fault as its message and where it is."""
    ours = {theirs: name for name, theirs in bound.column_names.items()}
    named = [row["col_name"] for row in rows]
    grouping = {row["filter_grouping_column"] for row in rows} - {""}  # described by the filter whose labels it groups
    for column in sorted(set(ours) - set(named) - grouping):
        yield f'the column "{column}" of the data is not described.', ""
    for label in sorted({row["label"] for row in rows if row["label"].strip()}):
        if sum(row["label"] == label for row in rows) > 1:
            yield f'several columns have the label "{brief(label)}".', ""
    for number, row in enumerate(rows, FIRST_ROW):
        for message in (*_row_faults(row, named, ours, bound), *_kind_faults(row, ours)):
            yield message, f", row {number}"


def _row_faults(row: Mapping[str, str], named: list[str], ours: Mapping[str, str], bound: Bound) -> Iterator[str]:
    column, kind, decimals = row["col_name"], row["col_type"], row["indicator_dp"]
    name = ours.get(column)
    if column in STANDARD:
        yield f'"{column}" is a standard column and is not described.'
    elif name is None:
        yield f'the data have no column "{brief(column)}".'
    if named.count(column) > 1:
        yield f'"{brief(column)}" is described {named.count(column)} times.'
    if kind not in TYPES:
        yield f'the col_type of "{brief(column)}" is "{brief(kind, 20)}"; expected Filter or Indicator.'
    elif name is not None and (kind == "Indicator") != (name in bound.figures):
        yield f'"{column}" is called {kind}; in the data it is {"an indicator" if name in bound.figures else "a filter"}.'
    if not row["label"].strip():
        yield f'"{brief(column)}" has no label.'
    if row["indicator_unit"] not in UNITS:
        yield f'the unit "{brief(row["indicator_unit"], 20)}" of "{brief(column)}" is none of the standard.'
    if decimals and not decimals.isdecimal():
        yield f'"{brief(decimals, 20)}" decimal places of "{brief(column)}" is no whole number.'
    elif decimals and name in bound.figures:
        most = max((len(t.partition(".")[2]) for t in set(bound.figures[name]) if t not in SYMBOLS), default=0)
        if most > int(decimals):
            yield f'"{column}" is said to have {decimals} decimal places; the data have {most}.'


def _kind_faults(row: Mapping[str, str], ours: Mapping[str, str]) -> Iterator[str]:
    """What only an indicator, or only a filter, may say of itself."""
    column, kind, grouping = row["col_name"], row["col_type"], row["filter_grouping_column"]
    if kind == "Filter" and (row["indicator_unit"] or row["indicator_dp"]):
        yield f'the filter "{brief(column)}" has a unit or decimal places; only indicators do.'
    if kind == "Filter" and row["indicator_grouping"]:
        yield f'the filter "{brief(column)}" has an indicator_grouping; only indicators do.'
    if kind == "Indicator" and (row["filter_hint"] or grouping):
        yield f'the indicator "{brief(column)}" has a filter_hint or a filter_grouping_column; only filters do.'
    elif grouping and grouping not in ours:
        yield f'the data have no column "{brief(grouping)}", by which "{brief(column)}" is said to be grouped.'
