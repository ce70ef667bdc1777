"""A view as a workbook (XLSX): a cover that says what the figures are, and the rows of its CSV with real numbers."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from metrics import words
from metrics.about import About, marks
from metrics.cited import published
from metrics.describe import worked_out_for
from metrics.neutral import as_number

COVER, FIGURES = "About these figures", "Figures"
NAMES = ("la_number", "area_code", "period", "snapshot", "known_on", "edition")  # names that may look like numbers
WIDE = 46  # characters at most in a column of figures

Point = tuple[str, str]


def workbook(about: About, figures: str) -> bytes:
    """The workbook of a view, from what stands behind it and its CSV. A text is never a formula, whatever it begins with."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"title": about.title, "company": "", "created": about.manifest.created_at.replace(tzinfo=None)})
    _cover(book, about)
    _figures(book, list(csv.reader(io.StringIO(figures))))
    book.close()
    return stream.getvalue()


def points(about: About) -> Iterator[Point]:
    """(heading, text) of the cover, in the order in which it is read. A heading '' goes on with the one before."""
    yield "What these figures say", about.says
    yield "Authority", f"{about.area.name} ({about.area.code})"
    for entry in about.indicators:
        yield "Indicator", entry.title
        yield "The question it answers", entry.plain
        yield "Unit", entry.unit
        yield from _joined("Groups", (group for group in about.groups if group in entry.breakdowns))
        yield "How it is worked out", worked_out_for(entry, about.breakdown, about.groups)
        if entry.caution:
            yield "What it cannot tell", entry.caution
    yield "Set beside", about.benchmark
    yield "Vintage", words.vintage(about.choice)
    yield "Source", about.source or "No release held has figures for this view."
    yield from _joined("Releases", (f"{f.release}, {f.source_title}, published {published(f)}: {f.sha256}" for f in about.files))
    yield from _joined("Where a figure is missing", (f"{mark}: {meaning}" for mark, meaning in marks()))
    yield "", "A missing figure is an empty cell beside its status, never zero."
    yield "Snapshot", about.manifest.id
    yield "Link to this view", about.address
    yield "Cite as", about.citation
    yield "Licence", about.manifest.licence
    yield "Attribution", about.manifest.attribution


def _joined(heading: str, lines: Iterable[str]) -> Iterator[Point]:
    for number, line in enumerate(lines):
        yield ("" if number else heading), line


def _cover(book: Any, about: About) -> None:
    sheet = book.add_worksheet(COVER)
    title = book.add_format({"bold": True, "font_size": 16})
    heading, text = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 96)
    sheet.set_portrait()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, about.title, title)
    for row, (name, said) in enumerate(points(about), 2):
        sheet.write_string(row, 0, name, heading)
        sheet.write_string(row, 1, said, text)


def _figures(book: Any, rows: Sequence[Sequence[str]]) -> None:
    sheet = book.add_worksheet(FIGURES)
    names, body = list(rows[0]), rows[1:]
    bold = book.add_format({"bold": True})
    for column, name in enumerate(names):
        cells = [row[column] for row in body]
        numbers = name not in NAMES and _all_numbers(cells)
        sheet.write_string(0, column, name, bold)
        sheet.set_column(column, column, min(WIDE, max(map(len, [name, *cells])) + 2))
        for row, cell in enumerate(cells, 1):
            if cell and numbers:
                sheet.write_number(row, column, float(cell))
            elif cell:
                sheet.write_string(row, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(body), 1), len(names) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(0)


def _all_numbers(cells: Sequence[str]) -> bool:
    held = [cell for cell in cells if cell]
    return bool(held) and all(as_number(cell) is not None for cell in held)
