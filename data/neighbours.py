"""Read an edition of the statistical neighbours: ten authorities for each authority, nearest first, with a closeness word."""

from pathlib import Path

import pyarrow as pa

from data.areas import Areas
from data.binding import Release
from data.describe import Source
from data.errors import BadInput, nearest
from data.reading import FIRST_ROW, read_rows

CLOSENESS = ("Extremely close", "Very close", "Close", "Somewhat close", "Not close")
OF = 10
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
    header, *rows = read_rows(path)
    number_at = _find(path, header, source.la_number)
    neighbours_at = [_find(path, header, source.neighbour.replace("{n}", str(n))) for n in range(1, OF + 1)]
    kept: list[tuple[object, ...]] = []
    left_out = 0
    seen: set[str] = set()
    for number, row in enumerate(rows, FIRST_ROW):
        if len(row) <= number_at or not row[number_at].strip():
            left_out += 1
            continue
        area = _area(path, number, row[number_at], areas)
        if area in seen:
            raise BadInput(f"{path.name}, row {number}: authority {row[number_at]} has a second row. Expected one each.")
        seen.add(area)
        for position, at in enumerate(neighbours_at, 1):
            if len(row) <= at + 1:
                raise BadInput(f"{path.name}, row {number}: the row is cut off. Download the file again from its publisher.")
            if row[at].strip() != "-":
                neighbour = _area(path, number, row[at], areas)
                kept.append(
                    (
                        source.edition,
                        release.published_on,
                        area,
                        position,
                        neighbour,
                        _closeness(path, number, row[at + 1]),
                    )
                )
    columns = list(zip(*kept, strict=True)) or [()] * len(SCHEMA)
    table = pa.Table.from_arrays([pa.array(c, type=f.type) for c, f in zip(columns, SCHEMA, strict=True)], schema=SCHEMA)
    return table, len(rows), left_out


def _find(path: Path, header: list[str], name: str) -> int:
    if name not in header:
        raise BadInput(f'{path.name} has no column "{name}".{nearest(name, header)} Check that this is the whole file.')
    return header.index(name)


def _area(path: Path, number: int, text: str, areas: Areas) -> str:
    area = areas.by_number(text.strip())
    if area is None:
        raise BadInput(f'{path.name}, row {number}: authority number "{text.strip()}" is not known. Check it against areas.csv.')
    return area.code


def _closeness(path: Path, number: int, text: str) -> str:
    word = text.strip().capitalize()
    if word not in CLOSENESS:
        raise BadInput(f'{path.name}, row {number}: closeness "{text}" is none of {", ".join(CLOSENESS)}.')
    return word
