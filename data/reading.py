"""Read a CSV file strictly, as text. Knows nothing of what the columns mean."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from data.errors import BadInput, brief

FIRST_ROW = 2  # the header is row 1, as a spreadsheet shows it
AGAIN = "Download the file again from its publisher."


@dataclass(frozen=True)
class RawTable:
    """A CSV as it stands: a header and, for each column, the text of every row."""

    name: str
    header: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows stand under the header."""
        return len(self.columns[0]) if self.columns else 0


def read_rows(path: Path, name: str) -> list[list[str]]:
    """Every row of a UTF-8 CSV, header first, blank rows at its end left off. `name` is what errors call the file.

    Raises BadInput where the bytes, the quoting or the end are not a CSV's.
    """
    text = _text(path, name)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise BadInput(f"this is not CSV ({error}). {AGAIN}", f"{name}, line {reader.line_num}") from error
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) < FIRST_ROW:
        raise BadInput(f"there is no row under the header. {AGAIN}", name)
    if not text.endswith(("\n", "\r")):
        raise BadInput(
            f"the file ends in the middle of a row (no line end), so it was cut off. {AGAIN}", f"{name}, row {len(rows)}"
        )
    return rows


def read_table(path: Path, name: str) -> RawTable:
    """A rectangular CSV with one name a column. Raises BadInput naming the row or the column that breaks the shape."""
    header, *rows = read_rows(path, name)
    if len(header) < 2:
        raise BadInput(f"this is not a comma-separated table: its first row has one column only. {AGAIN}", name)
    for position, column in enumerate(header, 1):
        if not column.strip():
            raise BadInput(f"column {position} has no name. Columns are bound by name. {AGAIN}", f"{name}, row 1")
        if header.count(column) > 1:
            raise BadInput(f'two columns are called "{brief(column)}". Columns are bound by name. {AGAIN}', f"{name}, row 1")
    for number, row in enumerate(rows, FIRST_ROW):
        if len(row) != len(header):
            raise BadInput(
                f"{len(row)} columns where the header has {len(header)}: the file is cut off or shifted there. {AGAIN}",
                f"{name}, row {number}",
            )
    return RawTable(name, tuple(header), tuple(zip(*rows, strict=True)))


def _text(path: Path, name: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"the file cannot be read ({error.strerror}). Check that it is there and its permissions.", name
        ) from error
    if not raw.strip():
        raise BadInput(f"the file is empty. {AGAIN}", name)
    if raw[:2] in (b"PK", b"\x1f\x8b"):
        raise BadInput("this is a packed file (a workbook or archive), not CSV. Save or download it as CSV.", name)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadInput("this is UTF-16 text. Save it as CSV in UTF-8.", name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise BadInput("this is not UTF-8 text. Save or download the file as CSV in UTF-8.", f"{name}, line {row}") from error
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise BadInput(f"this is binary content, not CSV. {AGAIN}", f"{name}, line {row}")
    if text.lstrip().startswith("<"):
        raise BadInput("this is a web page, not CSV. Download the table itself, not the page that leads to it.", name)
    return text
