"""Write a comparison of two snapshots as CSV (every difference) or as one HTML page that needs nothing else."""

import csv
from collections.abc import Iterable, Sequence
from html import escape
from typing import TextIO

from data.areas import Areas
from data.compare import Comparison
from data.compare_text import figure, name, percent, sentences, title
from data.compared import Difference

COLUMNS = (
    "source", "area_code", "period", "breakdown", "measure", "kind", "old_value", "old_status", "new_value", "new_status",
)  # fmt: skip
MOST_SHOWN = 500
MOST_AREAS = 50
STYLE = """
body { font: 17px/1.5 "Source Sans 3", "Source Sans Pro", sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto;
  max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 28px; } h2 { font-size: 20px; margin-top: 2rem; } p, li { max-width: 75ch; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #767676; }
.number { text-align: right; } :focus { outline: 3px solid #12436d; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { body { color: #f2f2f2; background: #16191d; } :focus { outline-color: #7fb3e0; } }
"""


def write_csv(comparison: Comparison, stream: TextIO) -> None:
    """Every difference, one row each, with COLUMNS; the side that does not hold it has two empty cells."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(d) for d in comparison.differences())


def _cells(d: Difference) -> tuple[str, ...]:
    old, new = _plain(d.old_value), _plain(d.new_value)
    return d.source, d.area_code, d.period, d.breakdown, d.measure, d.kind, old, d.old_status or "", new, d.new_status or ""


def _plain(value: float | None) -> str:
    return "" if value is None else f"{int(value)}" if value.is_integer() else repr(value)


def html(comparison: Comparison, areas: Areas, old: str, new: str) -> str:
    """One page: what changed in sentences, by source, by area, and the largest revisions. All of them are in the CSV."""
    revised = sum(s.revised for s in comparison.sources)
    heading = f"What changed between snapshots {old} and {new}"
    said = "".join(f"<li>{escape(line)}</li>" for line in sentences(comparison, areas))
    body = "".join((_by_source(comparison), _by_area(comparison, areas), _largest(comparison, areas, revised)))
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(heading)}</h1>\n<ul>{said}</ul>\n{body}</main>\n</body>\n</html>\n"
    )


def _by_source(comparison: Comparison) -> str:
    rows = [
        (title(s.source), s.before, s.now, s.added, s.removed, s.revised, percent(s.revised, s.restated), s.large)
        for s in comparison.sources
    ]
    heads = ("Published table", "Before", "Now", "Added", "Removed", "Revised", "Share of those stated again", "Large")
    return _table("By published table", "Observations by published table", heads, rows)


def _by_area(comparison: Comparison, areas: Areas) -> str:
    totals: dict[str, list[int]] = {}
    for area in (a for s in comparison.sources for a in s.areas):
        counts = (area.added, area.removed, area.revised, area.large)
        held = totals.setdefault(area.area_code, [0, 0, 0, 0])
        totals[area.area_code] = [a + b for a, b in zip(held, counts, strict=True)]
    worst = sorted(totals.items(), key=lambda t: (-t[1][2], t[0]))[:MOST_AREAS]
    rows = [(name(code, areas), *counts) for code, counts in worst]
    caption = f"Observations by area, the {len(rows)} most revised of {len(totals)}"
    return _table("By area", caption, ("Area", "Added", "Removed", "Revised", "Large"), rows)


def _largest(comparison: Comparison, areas: Areas, revised: int) -> str:
    rows = [
        (
            title(d.source), name(d.area_code, areas), d.period, d.breakdown, d.measure,
            figure(d.old_value, d.old_status), figure(d.new_value, d.new_status),
        )
        for d in comparison.differences(kind="revised", most=MOST_SHOWN)
    ]  # fmt: skip
    heads = ("Published table", "Area", "Period", "Breakdown", "Measure", "Before", "Now")
    return _table("Largest revisions", f"The {len(rows):,} largest of {revised:,} revisions", heads, rows)


def _table(heading: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with its heading; numbers to the right. It can be scrolled with the keyboard where it is too wide."""
    head = "".join(f'<th scope="col">{escape(h)}</th>' for h in heads)
    lines = "".join(f"<tr>{_row(row)}</tr>\n" for row in rows)
    return (
        f'<h2>{escape(heading)}</h2>\n<div class="wide" tabindex="0" role="region" aria-label="{escape(heading)}">\n<table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody></table></div>\n"
    )


def _row(cells: Sequence[object]) -> str:
    first, *others = cells
    rest = "".join(f'<td class="number">{c:,}</td>' if isinstance(c, int) else f"<td>{escape(str(c))}</td>" for c in others)
    return f'<th scope="row">{escape(str(first))}</th>{rest}'
