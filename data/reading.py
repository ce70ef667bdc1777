"""Read a CSV file strictly, as text. Knows nothing of what the columns mean."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from data.errors import BadInput

FIRST_ROW = 2  # the header is row 1, as a spreadsheet shows it


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


def read_rows(path: Path) -> list[list[str]]:
    """Every row of a UTF-8 CSV, header first. Raises BadInput where the bytes, the quoting or the end are not a CSV's."""
    text = _decode(path)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise BadInput(f"{path.name} cannot be read as CSV ({error}). Download the file again from its publisher.") from error
    if len(rows) < FIRST_ROW:
        raise BadInput(f"{path.name} has a header and no rows. Download the file again from its publisher.")
    if not text.endswith(("\n", "\r")):
        raise BadInput(
            f"{path.name}, row {len(rows)}: the file ends in the middle of a row (no line end), so it was cut off. "
            "Download it again from its publisher."
        )
    return rows


def read_table(path: Path) -> RawTable:
    """A rectangular CSV with one name a column. Raises BadInput naming the row or the column that breaks the shape."""
    header, *rows = read_rows(path)
    while rows and not rows[-1]:
        rows.pop()
    for name in header:
        if not name.strip():
            raise BadInput(f"{path.name}: column {header.index(name) + 1} has no name. Every column needs one.")
        if header.count(name) > 1:
            raise BadInput(f'{path.name}: two columns are called "{name}". Names must differ; columns are bound by name.')
    if len(header) < 2:
        raise BadInput(f"{path.name} is not a comma-separated table: its first row has one column only.")
    for number, row in enumerate(rows, FIRST_ROW):
        if len(row) != len(header):
            raise BadInput(
                f"{path.name}, row {number}: {len(row)} columns where the header has {len(header)}. "
                "The file is cut off or shifted there; download it again from its publisher."
            )
    return RawTable(path.name, tuple(header), tuple(zip(*rows, strict=True)))


def _decode(path: Path) -> str:
    raw = path.read_bytes()
    if not raw.strip():
        raise BadInput(f"{path.name} is empty. Download it again from its publisher.")
    if raw[:2] in (b"PK", b"\x1f\x8b"):
        raise BadInput(f"{path.name} is a packed file (a workbook or archive), not CSV. Save or download it as CSV.")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadInput(f"{path.name} is UTF-16 text. Save it as CSV in UTF-8.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise BadInput(f"{path.name}, row {row}: not UTF-8 text. Save the file as CSV in UTF-8.") from error
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise BadInput(f"{path.name}, row {row}: binary content, not CSV. Download the file again from its publisher.")
    return text
