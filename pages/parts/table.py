"""A table as real HTML: caption, headings with a scope, figures set right, wide ones scrolling in a box of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from metrics.tables import Table

NONE = "0"


@dataclass(frozen=True)
class Pictures:
    """A column of small pictures: its heading, where it stands among all columns (0 is the name of the row), one address
    (data URI) and one text alternative a row; '' leaves a cell empty."""

    title: str
    position: int
    addresses: Sequence[str]
    texts: Sequence[str]


def table_html(table: Table, *, links: Sequence[str] = (), pictures: Sequence[Pictures] = (), cards: bool = False) -> str:
    """The table as HTML, every word escaped. `links` make the names of the rows into links, one each.

    With `cards`, each row becomes a card of its own on a phone; without, the table scrolls sideways inside its box, which
    takes the keyboard's focus.
    """
    heads = [_head(column.title, column.figures) for column in table.columns]
    rows = [_cells(table, row, links[i] if links else "", cards) for i, row in enumerate(table.rows)]
    for column in sorted(pictures, key=lambda one: one.position):
        heads.insert(column.position, _head(column.title, False))
        for cells, address, text in zip(rows, column.addresses, column.texts, strict=True):
            cells.insert(column.position, _picture(column.title, address, text))
    body = "".join(f'<tr role="row">{"".join(cells)}</tr>' for cells in rows)
    key = f'<p class="cpd-note">{escape(table.key)}</p>' if table.key else ""
    name = escape(table.caption, quote=True)
    head = f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>'
    return (
        f'<div class="cpd-table{" cpd-cards" if cards else ""}" role="region" tabindex="0" aria-label="{name}">'
        f'<table role="table"><caption><span>{name}</span></caption>{head}'
        f'<tbody role="rowgroup">{body}</tbody></table></div>{key}'
    )


def _head(title: str, figures: bool) -> str:
    return f'<th role="columnheader" scope="col"{_right(figures)}>{escape(title)}</th>'


def _cells(table: Table, row: Sequence[str], link: str, cards: bool) -> list[str]:
    name, quiet = _loud_and_quiet(row[0])
    named = f'<a href="{escape(link, quote=True)}">{name}</a>' if link else name
    cells = [f'<th role="rowheader" scope="row">{named}{quiet}</th>']
    for column, text in zip(table.columns[1:], row[1:], strict=True):
        # On a card the heading stands before its figure; an empty cell would be a heading of nothing.
        label = f' data-label="{escape(column.title, quote=True)}"' if cards and text else ""
        label += " data-none" if cards and text == NONE else ""  # on a card of counts, those that are not may give way
        cells.append(f'<td role="cell"{_right(column.figures)}{label}>{"".join(_loud_and_quiet(text))}</td>')
    return cells


def _loud_and_quiet(text: str) -> tuple[str, str]:
    """A cell's text and what it says more quietly, under it."""
    loud, _, quiet = text.partition("\n")
    return escape(loud), f' <span class="cpd-quiet">{escape(quiet)}</span>' if quiet else ""


def _picture(title: str, address: str, text: str) -> str:
    if not address:
        return '<td role="cell"></td>'
    picture = f'<img src="{escape(address, quote=True)}" alt="{escape(text, quote=True)}">'
    return f'<td role="cell" data-label="{escape(title, quote=True)}">{picture}</td>'


def _right(figures: bool) -> str:
    return ' class="cpd-right"' if figures else ""
