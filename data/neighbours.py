"""Read an edition of the statistical neighbours: ten authorities for each authority, nearest first, with a closeness word."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from data.areas import Areas
from data.describe import Source
from data.errors import BadInput, brief, nearest
from data.reading import AGAIN, FIRST_ROW, read_rows
from data.release import Release

CLOSENESS = ("Extremely close", "Very close", "Close", "Somewhat close", "Not close")
OF = 10
NOBODY = "-"  # an authority like no other has no neighbours
SCHEMA = pa.schema(
    [
        ("edition", pa.string()),
        ("published_on", pa.date32()),
        ("area_code", pa.string()),
        ("position", pa.int8()),
        ("neighbour_code", pa.string()),
        ("closeness", pa.string()),
    ]
)


def read_neighbours(path: Path, source: Source, release: Release, areas: Areas) -> tuple[pa.Table, int, int]:
    """The edition as a table (one row per authority and position), rows read, and rows left out because they name no
    authority (blank rows and dividers between blocks).

    The closeness stands in the column after each neighbour: the 2021 file gives all ten of them the same name.
    Raises BadInput naming row and column.
    """
    header, *rows = read_rows(path, release.file)
    number_at = _find(release, header, source.la_number)
    columns = [source.neighbour.replace("{n}", str(n)) for n in range(1, OF + 1)]
    neighbours_at = {column: _find(release, header, column) for column in columns}
    kept: dict[str, list[tuple[str, str] | None]] = {}
    row_of: dict[str, int] = {}
    left_out = 0
    for number, row in enumerate(rows, FIRST_ROW):
        if len(row) <= number_at or not row[number_at].strip():
            left_out += 1
            continue
        where = f"{release.file}, row {number}"
        area = _area(row[number_at], areas, f"{where}, column {source.la_number}")
        if area in kept:
            raise BadInput(f"the same authority as in row {row_of[area]}; expected one row for each. {AGAIN}", where)
        kept[area] = list(_neighbours(row, neighbours_at, areas, where))
        row_of[area] = number
    _check_closed(kept, row_of, release)
    return _table(kept, source.edition, release), len(rows), left_out


def _neighbours(row: list[str], at: dict[str, int], areas: Areas, where: str) -> Iterator[tuple[str, str] | None]:
    """Code and closeness of each neighbour in turn; None where there is none."""
    for column, index in at.items():
        if len(row) <= index + 1:
            raise BadInput(f"the row is cut off before column {column}. {AGAIN}", where)
        if row[index].strip() == NOBODY:
            yield None
        else:
            neighbour = _area(row[index], areas, f"{where}, column {column}")
            yield neighbour, _closeness(row[index + 1], f"{where}, column after {column}")


def _check_closed(kept: dict[str, list[tuple[str, str] | None]], row_of: dict[str, int], release: Release) -> None:
    """Every neighbour is an authority of the file: one without a row of its own shows that the file was cut off."""
    for area, neighbours in kept.items():
        for neighbour in filter(None, neighbours):
            if neighbour[0] not in kept:
                where = f"{release.file}, row {row_of[area]}"
                raise BadInput(f"neighbour {neighbour[0]} has no row of its own, so rows are missing. {AGAIN}", where)


def _table(kept: dict[str, list[tuple[str, str] | None]], edition: str, release: Release) -> pa.Table:
    rows = [
        (edition, release.published_on, area, position, *found)
        for area, neighbours in kept.items()
        for position, found in enumerate(neighbours, 1)
        if found
    ]
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], schema=SCHEMA)


def _find(release: Release, header: list[str], name: str) -> int:
    if name not in header:
        raise BadInput(f'there is no column "{name}".{nearest(name, header)} {AGAIN}', f"{release.file}, row 1")
    return header.index(name)


def _area(text: str, areas: Areas, where: str) -> str:
    area = areas.by_number(text)
    if area is None:
        raise BadInput(
            f'authority number "{brief(text.strip())}" is not known. Check it against data/reference/areas.csv.', where
        )
    return area.code


def _closeness(text: str, where: str) -> str:
    word = text.strip().capitalize()
    if word not in CLOSENESS:
        raise BadInput(f'closeness "{brief(text)}" is none of {", ".join(CLOSENESS)}. {AGAIN}', where)
    return word
