"""Text that a spreadsheet would take for a formula, made harmless. Numbers stay numbers."""

import csv
import io

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that Excel, LibreOffice or Sheets may work out


def cell(text: str) -> str:
    """The text of a cell with an apostrophe before it where it would be taken for a formula; a number as it is."""
    return f"'{text}" if text.startswith(FORMULA) and as_number(text) is None else text


def csv_text(text: str) -> str:
    """The same CSV with every cell made harmless."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([cell(c) for c in row] for row in csv.reader(io.StringIO(text)))
    return stream.getvalue()


def as_number(text: str) -> float | None:
    """The number that a text is when every character of it belongs to one ('-3.5', '1e-07'); None for any other text.

    '007' is a name, not a number, and so is 'nan'.
    """
    digits = text.lstrip("-")
    if not digits[:1].isdigit() or (digits[0] == "0" and digits[1:2].isdigit()):
        return None
    try:
        return float(text) if text.isascii() and "_" not in text else None
    except ValueError:
        return None
