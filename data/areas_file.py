"""Read the table of areas from its CSV and have it checked. Answers no questions about them."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.area_record import LEVELS, Area, CodeRow
from data.areas_checks import check_dates, check_references
from data.errors import BadInput

COLUMNS = (
    "area_code", "code", "la_number", "name", "level", "region_code",
    "valid_from", "valid_to", "predecessors", "successors", "note",
)  # fmt: skip


def read_areas(path: Path) -> tuple[Area, ...]:
    """The areas of a CSV with COLUMNS, one an identity, in file order. Raises BadInput naming the file and the row."""
    codes = list(_read_codes(path))
    check_references(codes, path.name)
    check_dates(codes, path.name)
    identities = [one.area_code for one in codes if one.area_code == one.area.code]
    return tuple(_join([one for one in codes if one.area_code == identity]) for identity in identities)


def _read_codes(path: Path) -> Iterator[CodeRow]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise BadInput(f"{path.name}, row 1: the columns should be {','.join(COLUMNS)}. Put them in this order.")
            for cells in reader:
                yield _code(cells, reader.line_num, path.name)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"{path.name} cannot be read as a UTF-8 CSV ({error}). Restore it from the repository.") from error


def _code(cells: dict[str, str], row: int, file: str) -> CodeRow:
    where = f"{file}, row {row}"
    if len(cells) != len(COLUMNS) or None in cells.values():
        raise BadInput(f"{where}: expected {len(COLUMNS)} cells. A name with a comma needs quotation marks.")
    if not (cells["area_code"] and cells["code"] and cells["name"]):
        raise BadInput(f"{where}: area_code, code and name may not be empty. Fill them in.")
    if cells["level"] not in LEVELS:
        raise BadInput(f'{where}: level "{cells["level"]}" should be one of: {", ".join(LEVELS)}.')
    area = Area(
        code=cells["code"],
        la_number=cells["la_number"],
        name=cells["name"],
        level=cells["level"],
        region_code=cells["region_code"],
        valid_from=_day(cells["valid_from"], f"{where}, column valid_from"),
        valid_to=_day(cells["valid_to"], f"{where}, column valid_to"),
        predecessors=tuple(cells["predecessors"].split()),
        successors=tuple(cells["successors"].split()),
        other_codes=(),
        note=cells["note"],
    )
    return CodeRow(row, cells["area_code"], area)


def _day(text: str, where: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise BadInput(f'{where}: "{text}" is not a day. Write it as 2023-03-31, or leave it empty.') from error


def _join(codes: list[CodeRow]) -> Area:
    """The codes of one area, made one Area that spans them all."""
    home = next(one.area for one in codes if one.area.code == one.area_code)
    first, last = min(one.first for one in codes), max(one.last for one in codes)
    return replace(
        home,
        valid_from=None if first == date.min else first,
        valid_to=None if last == date.max else last,
        predecessors=_distinct(code for one in codes for code in one.area.predecessors),
        successors=_distinct(code for one in codes for code in one.area.successors),
        other_codes=tuple(one.area.code for one in codes if one.area.code != home.code),
        recoded_on=max(one.first for one in codes) if len(codes) > 1 else None,
        note=" ".join(_distinct(one.area.note for one in codes if one.area.note)),
    )


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
