"""Read Ofsted's inspection outcomes: one row an inspection or visit of an authority, with its dates and judgements.

They have a shape of their own because they are not figures (four grades and two dates) and come in a workbook, which
python-calamine reads.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from data.areas import Areas
from data.described import Sheets, Source
from data.errors import BadInput, UserError, brief, nearest
from data.reading import AGAIN
from data.release import Release

MOST_BYTES = 200 * 2**20  # unpacked: the workbook has 1 MB
JUDGEMENTS = ("overall", "leaders", "help_and_protection", "children_in_care", "care_leavers")
SCHEMA = pa.schema(
    [("list", pa.string()), ("published_on", pa.date32()), ("area_code", pa.string()), ("inspected_on", pa.date32())]
    + [("reported_on", pa.date32()), ("visit", pa.string()), ("theme", pa.string())]
    + [(name, pa.string()) for name in JUDGEMENTS]
)
_BADLY_PACKED = (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError)


def read_inspections(path: Path, source: Source, release: Release, areas: Areas) -> tuple[pa.Table, int]:
    """All inspections and visits of the workbook with the columns of SCHEMA, and the number of rows read (all are kept).

    `list` says from which sheet: the latest of each authority, those in the year, all since 2018. A judgement that was not
    given is NULL. Raises BadInput naming sheet, row and column.
    """
    assert source.sheets is not None
    sheets = _read(path, release.file)
    rows: list[dict[str, object]] = []
    for sheet, word in source.sheets.names.items():
        if sheet not in sheets:
            raise BadInput(f'there is no sheet "{sheet}".{nearest(sheet, list(sheets))} {AGAIN}', release.file)
        where = f"{release.file}, sheet {sheet}"
        fixed = {"list": word, "published_on": release.published_on}
        rows += (fixed | row for row in _rows(sheets[sheet], source.sheets, areas, where))
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    return table, len(rows)


def _read(path: Path, name: str) -> Mapping[str, list[list[object]]]:
    """The cells of every sheet. Every byte is held against its checksum first: the library trusts what it reads."""
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
            broken = "it unpacks to too many bytes" if size > MOST_BYTES else packed.testzip()
        if not broken:
            book = CalamineWorkbook.from_path(str(path))
            return {sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in book.sheet_names}
    except (*_BADLY_PACKED, CalamineError) as error:
        raise BadInput(f"this cannot be read as a workbook ({brief(str(error))}). {AGAIN}", name) from error
    raise BadInput(f"this workbook is damaged ({broken}). {AGAIN}", name)


def _rows(cells: list[list[object]], sheets: Sheets, areas: Areas, where: str) -> Iterator[dict[str, object]]:
    while cells and not any(cells[-1]):
        cells = cells[:-1]
    header = [str(cell).strip() for cell in cells[sheets.header_row - 1]] if len(cells) > sheets.header_row else []
    at = _columns(header, sheets, f"{where}, row {sheets.header_row}")
    first: dict[tuple[object, ...], int] = {}
    for number, row in enumerate(cells[sheets.header_row :], sheets.header_row + 1):
        here = f"{where}, row {number}"
        found = _row(row, at, sheets, areas, here)
        key = (found["area_code"], found["inspected_on"], found["visit"])
        if key in first:
            raise BadInput(f"the same inspection as in row {first[key]}; expected one row for each. {AGAIN}", here)
        first[key] = number
        yield found


def _columns(header: Sequence[str], sheets: Sheets, where: str) -> dict[str, int]:
    """Where each of our columns stands; a sheet may lack the kind of visit, the theme and what is not kept."""
    spellings = {spelling: name for name, some in sheets.columns.items() for spelling in some}
    for column in header:
        if column not in spellings:
            near = nearest(column, list(spellings), "known column")
            raise BadInput(f'the column "{brief(column)}" is not described.{near} Describe it in the source\'s TOML.', where)
    at = {spellings[column]: index for index, column in enumerate(header)}
    for name in ("area_code", "area_name", "inspected_on", "reported_on", *JUDGEMENTS):
        if name not in at:
            raise BadInput(f'there is no column "{sheets.columns[name][0]}". {AGAIN}', where)
    return at


def _row(row: Sequence[object], at: Mapping[str, int], sheets: Sheets, areas: Areas, where: str) -> dict[str, object]:
    cell = {name: row[index] for name, index in at.items()}
    days = {name: _day(cell[name], f"{where}, column {name}") for name in ("inspected_on", "reported_on")}
    if days["reported_on"] < days["inspected_on"]:
        raise BadInput(f"reported on {days['reported_on']}, before the inspection on {days['inspected_on']}. {AGAIN}", where)
    grades = {name: _word(cell[name], sheets.grades, f"{where}, column {name}") for name in JUDGEMENTS}
    visit = _word(cell.get("visit", ""), sheets.visits, f"{where}, column visit")
    theme = str(cell.get("theme", "")).strip() or None
    return {"area_code": _area(cell, days["inspected_on"], areas, where), **days, "visit": visit, "theme": theme, **grades}


def _area(cell: Mapping[str, object], day: date, areas: Areas, where: str) -> str:
    """The authority that code and name mean; they must mean the same one on the day of the inspection."""
    code, name = areas.identity(str(cell["area_code"]).strip()), str(cell["area_name"])
    if code is None:
        raise BadInput(f'the area code "{brief(str(cell["area_code"]))}" is not known. Check it against areas.csv.', where)
    try:
        named = areas.find(name, day)
    except UserError as error:
        raise BadInput(str(error), where) from error
    if named.code != code:
        raise BadInput(f'the code {code} is {areas[code].name}; the row says "{brief(name)}". {AGAIN}', where)
    return code


def _day(cell: object, where: str) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    raise BadInput(f'"{brief(str(cell))}" is no date. {AGAIN}', where)


def _word(cell: object, known: tuple[str, ...], where: str) -> str | None:
    """The grade or kind of visit in a cell; None where it is blank."""
    text = str(cell).strip()
    if text and text not in known:
        near = nearest(text, list(known), "known word")
        raise BadInput(f'"{brief(text)}" is not described.{near} Add it to the source\'s TOML under sheets.', where)
    return text or None
