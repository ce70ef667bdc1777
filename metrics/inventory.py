"""Tables about the figures themselves: what is measured, what is held, how fresh it is, what the checks said."""

from data.manifest import Manifest
from metrics import words
from metrics.ask import Ask
from metrics.cited import published
from metrics.figures import MARKS, REASONS, number
from metrics.phrases import starts_sentence
from metrics.results import Scorecard
from metrics.tables import Column, Table

BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": "neither: context"}


def freshness(ask: Ask) -> Table:
    """One row per published table: its newest release, when that came out, and the latest period it has figures for."""
    newest = {f.source: f for f in sorted(ask.manifest.source_files, key=lambda f: f.published_on)}
    rows = []
    for file in sorted(newest.values(), key=lambda f: (f.published_on, f.source_title), reverse=True):
        held = sum(f.source == file.source for f in ask.manifest.source_files)
        period = _latest_period(ask, file.source) or file.reporting_year
        rows.append((file.source_title, file.release, published(file), period, number(held)))
    titles = ("Published table", "Newest release", "Published", "Latest period")
    return Table("How fresh these figures are", (*(Column(t) for t in titles), Column("Releases held", True)), tuple(rows))


def _latest_period(ask: Ask, source: str) -> str:
    """'2025 (31 March)': the last year with figures and what its period is; '' for a table that no indicator reads first."""
    entries = [e for e in ask.catalogue.measured if e.source == source]
    if not entries:
        return ""
    kinds = dict.fromkeys(s.period_kind for e in entries for s in e.slices)
    _, last = ask.years([e.id for e in entries])
    return f"{last} ({' and '.join(kinds)})" if last else ""


def catalogue(card: Scorecard) -> Table:
    """One row per indicator: direction, unit, source, and which periods have figures for the authority of the card."""
    rows = []
    for row in card.rows:
        entry = row.indicator
        shown = [f for f in row.history if f.value is not None]
        held = f"{shown[0].period} to {shown[-1].period}" if len(shown) > 1 else shown[0].period if shown else "none"
        periods = words.NOT_NATIONAL if entry.local else f"{held} ({len(shown)} of {len(row.history)} with a figure)"
        rows.append((entry.title, entry.plain, entry.unit, BETTER[entry.better], periods))
    columns = (Column("Measure"), Column("What it tells"), Column("Unit"), Column("Direction"), Column("Periods"))
    name = words.principle_title(card.principle)
    return Table(f"{name}: what is measured, and what is held for {card.area.short_name}", columns, tuple(rows))


def releases(manifest: Manifest, years: tuple[int, int] | None = None) -> Table:
    """One row per published file, newest first, with the hash that proves it; `years` keeps those published in these years."""
    files = [f for f in manifest.source_files if years is None or years[0] <= f.published_on.year <= years[1]]
    rows = tuple(
        (f.source_title, f.release, published(f), f.publisher, f.file, number(f.rows), f.sha256)
        for f in sorted(files, key=lambda f: (f.published_on, f.source_title), reverse=True)
    )
    titles = ("Published table", "Release", "Published", "Publisher", "File")
    columns = (*(Column(t) for t in titles), Column("Rows", True), Column("SHA-256"))
    return Table("Every published file in this snapshot", columns, rows)


def findings(manifest: Manifest) -> Table | None:
    """One row per finding of the checks that did not stop publishing; None where there was none."""
    if not manifest.findings:
        return None
    rows = tuple((f.check, f.outcome, f.where, f.message) for f in manifest.findings)
    return Table("What the checks said", (Column("Check"), Column("Outcome"), Column("Where"), Column("What")), rows)


def marks() -> Table:
    """One row per mark that stands for a missing figure."""
    rows = tuple((MARKS[status], starts_sentence(REASONS[status])) for status in MARKS)
    return Table("What the marks mean", (Column("Mark"), Column("Meaning")), rows)


def editions(ask: Ask) -> Table:
    """One row per edition of the statistical neighbours held."""
    rows = tuple((edition, f"{day:%B %Y}") for edition, day in sorted(ask.editions.items(), reverse=True))
    return Table("Editions of the statistical neighbours", (Column("Edition"), Column("Published")), rows)


