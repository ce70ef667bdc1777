"""A revision history as a table to read, and as CSV in full precision."""

import csv
import io
from collections.abc import Iterable

from data.manifest import Manifest
from data.status import Status
from metrics import revision_words as words
from metrics.cited import source_line
from metrics.figures import key_to_marks, number, shown
from metrics.phrases import when
from metrics.revisions import EveryYear, History, Revision
from metrics.tables import Column, Table

COLUMNS = (
    "indicator", "indicator_title", "breakdown", "unit", "area_code", "la_number", "area_name", "period", "period_kind",
    "vintage", "release", "published_on", "known_from", "known_until", "numerator", "denominator", "value", "status",
    "published_value", "what_changed", "shown", "known_on", "snapshot", "licence",
)  # fmt: skip


def history(result: History) -> Table:
    """One row per vintage, oldest first: when and where it was published, its counts, the figure, its status and what changed.

    Counts stand in columns of their own where the figure is made from two of them.
    """
    entry, facts = result.indicator, [r.fact for r in result.revisions]
    counted = entry.is_share and any(f.numerator is not None for f in facts)
    columns = [Column("Published")]
    columns += [Column("Numerator", True), Column("Denominator", True)] if counted else []
    columns += [Column("Figure", True), Column("Status"), Column("What changed"), Column("Shown")]
    rows = []
    for position, one in enumerate(result.revisions):
        counts = (_count(one, one.fact.numerator), _count(one, one.fact.denominator)) if counted else ()
        moved = words.oldest(result) if position == 0 else words.change(entry, facts[position - 1], one.fact)
        where = f"{words.published(one)}\n{_release(one)}"
        here = "shown here" if one.chosen else ""
        rows.append((where, *counts, shown(one.fact, entry), words.status(one.fact), moved, here))
    title = f"{entry.title_of(result.breakdown)}, {result.area.short_name}"
    title += f", {when(facts[0])}: every vintage held" if facts else ": no vintage held"
    return Table(title, tuple(columns), tuple(rows), key_to_marks({f.status for f in facts}))


def every_year(result: EveryYear) -> Table:
    """One row per period, newest first: the figure in the oldest release held and as known now, and what changed."""
    entry = result.indicator
    rows = tuple(
        (now.period, f"{first.published_on:%B %Y}" if first.published_on else "", shown(first, entry), shown(now, entry),
         words.change(entry, first, now))
        for first, now in reversed(result.pairs)
    )  # fmt: skip
    columns = (
        Column("Period"), Column("Oldest release held"), Column("Figure then", True), Column("Figure now", True),
        Column("What changed"),
    )  # fmt: skip
    title = f"{entry.title_of(result.breakdown)}, {result.area.short_name}: in the oldest release held and as known now"
    return Table(title, columns, rows, key_to_marks({f.status for pair in result.pairs for f in pair}))


def source(result: History, manifest: Manifest) -> str:
    """The source line: every release that the vintages stand in; '' without any."""
    return source_line(manifest, [(result.indicator, r.fact) for r in result.revisions], result.known_on)


def download(result: History, manifest: Manifest) -> str:
    """CSV with COLUMNS: one row per vintage, oldest first, unrounded."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(result, manifest))
    return stream.getvalue()


def _lines(result: History, manifest: Manifest) -> Iterable[tuple[object, ...]]:
    entry, area, facts = result.indicator, result.area, [r.fact for r in result.revisions]
    for number_, one in enumerate(result.revisions, 1):
        fact = one.fact
        moved = words.oldest(result) if number_ == 1 else words.change(entry, facts[number_ - 2], fact)
        yield (
            entry.id, entry.title, result.breakdown, entry.unit, area.code, area.la_number, area.name, fact.period,
            fact.period_kind, number_, fact.release, fact.published_on, one.known_from, one.known_until or "",
            _plain(fact.numerator), _plain(fact.denominator), _plain(fact.value), fact.status.value,
            _plain(fact.published_value), moved, "yes" if one.chosen else "no", result.known_on.text, manifest.id,
            manifest.licence,
        )  # fmt: skip


def _count(one: Revision, value: float | None) -> str:
    """A count beside a figure that is shown; beside a hidden one it would only confuse."""
    if value is None or one.fact.status is not Status.PUBLISHED:
        return ""
    return number(value, 0 if float(value).is_integer() else 1)


def _release(one: Revision) -> str:
    if one.fact.published_on == one.known_from:
        return one.fact.release
    return f"{one.fact.release}; known since {one.known_from.day} {one.known_from:%B %Y}, with another table's newer figures"


def _plain(value: float | None) -> object:
    """A whole number without '.0', every digit of another, nothing for a figure that is not there."""
    if value is None:
        return ""
    return int(value) if float(value).is_integer() else value
