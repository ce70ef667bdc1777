"""Tables about the figures themselves: what is measured, what is held, how fresh it is, what the checks said."""

from data.describe import sources
from data.manifest import KeptFinding, Manifest
from metrics import words
from metrics.ask import Ask
from metrics.catalogue import Catalogue, Indicator
from metrics.cited import published
from metrics.describe import ELSEWHERE
from metrics.figures import MARKS, REASONS, number
from metrics.phrases import starts_sentence
from metrics.tables import Column, Table

BETTER = {"higher": "higher is better", "lower": "lower is better", "neither": "neither: context"}
ABOUT = "What changed since the snapshot before, how any figure was revised, what it means, and which published file it is from."
METHODS = (
    "Every figure is as published. A percentage or rate is worked out again from its counts wherever both are published; "
    "it is rounded half up, once, when it is shown.",
    "A figure that its publisher hides is shown as a mark, never as zero, and is never worked out from the others.",
    "Statistical neighbours are the ten councils that the Department for Education names as most like this one. Their median "
    "is the middle figure, their mean gives each council the same weight, and the pooled figure is all their children taken "
    "together: sum of numerators over sum of denominators. A neighbour without a figure counts in none of the three.",
    "“As known now” shows the newest release of each figure. “As first published” shows each as it was first published, and "
    "“as known on” a day as it stood on that day: releases revise one another.",
    "“Higher” and “lower” say on which side a figure lies. They never say that one council does better than another.",
    "A verdict takes more: the benchmark lies outside the range that chance could give the figure (95%), councils seldom differ "
    "so much, the distance matters (2 points, or a twentieth), and the figure is fresh and rests on at least 20 children. Level, "
    "direction over five years and target are three facts and are never added up.",
)


def finding(ask: Ask) -> str:
    """How much is measured, on what it rests and how new it is, in a sentence."""
    files, asked = ask.manifest.source_files, _asked(ask)
    held = {f.source for f in files}
    newest = max([f for f in files if f.source in asked] or files, key=lambda f: f.published_on)
    local = sum(entry.local for entry in ask.catalogue.values())
    elsewhere = sum(bool(entry.elsewhere) for entry in ask.catalogue.values())
    more = f"; {elsewhere} {'are' if elsewhere > 1 else 'is'} published elsewhere" if elsewhere else ""
    return (
        f"{len(ask.catalogue.measured)} measures rest on {len(asked & held)} of the {len(held)} published tables held, "
        f"the newest of {published(newest)}; {local} more are not measured nationally{more}."
    )


def _asked(ask: Ask) -> set[str]:
    """The tables that any measure is made from."""
    slices = [one for entry in ask.catalogue.measured for one in entry.slices]
    return {part.source for one in slices for part in (one.numerator, one.denominator, one.value) if part}


def freshness(ask: Ask) -> Table:
    """One row per published table: its newest release, when that came out, and the latest period it has figures for."""
    newest = {f.source: f for f in sorted(ask.manifest.source_files, key=lambda f: f.published_on)}
    rows = []
    for file in sorted(newest.values(), key=lambda f: (f.published_on, f.source_title), reverse=True):
        held = sum(f.source == file.source for f in ask.manifest.source_files)
        period = _latest_period(ask, file.source) or file.reporting_year
        rows.append((file.source_title, file.release, published(file), period, number(held)))
    titles = ("Published table", "Newest release", "Published", "Latest period")
    columns = (*(Column(t) for t in titles), Column("Releases held", True))
    return Table("The newest release of each published table", columns, tuple(rows))


def _latest_period(ask: Ask, source: str) -> str:
    """'2025 (31 March)': the last year with figures and what its period is; '' for a table that no indicator reads first."""
    entries = [e for e in ask.catalogue.measured if e.source == source]
    if not entries:
        return ""
    kinds = dict.fromkeys(s.period_kind for e in entries for s in e.slices)
    _, last = ask.years([e.id for e in entries])
    return f"{last} ({' and '.join(kinds)})" if last else ""


def measures(entries: Catalogue) -> Table:
    """One row per indicator of the catalogue, measured nationally or not, in its order."""
    tables = sources()
    rows = tuple(
        (
            f"{entry.title}\n{entry.id}",
            words.principle_title(entry.principle),
            entry.unit,
            BETTER[entry.better],
            _without_figures(entry) or tables[entry.source].title,
        )
        for entry in entries.values()
    )
    titles = ("Measure", "Principle", "Unit", "Direction", "Published table")
    return Table(f"All {len(rows)} measures of the catalogue", tuple(Column(t) for t in titles), rows)


def _without_figures(entry: Indicator) -> str:
    """Why an indicator has no figures in any snapshot; '' for one that a described table measures."""
    return f"{ELSEWHERE}: {entry.elsewhere}" if entry.elsewhere else words.NOT_NATIONAL if entry.local else ""


def releases(manifest: Manifest) -> Table:
    """One row per published file, newest first, with the hash that proves it."""
    rows = tuple(
        (f"{f.source_title}\n{f.file}", f"{f.release}\n{f.publisher}", published(f), number(f.rows), f.sha256)
        for f in sorted(manifest.source_files, key=lambda f: (f.published_on, f.source_title), reverse=True)
    )
    columns = (Column("Published table"), Column("Release"), Column("Published"), Column("Rows", True), Column("SHA-256"))
    return Table("Every published file in this snapshot", columns, rows)


def findings(manifest: Manifest) -> Table | None:
    """One row per finding of the checks that did not stop publishing; None where there was none."""
    if not manifest.findings:
        return None
    rows = tuple((f.check, _outcome(f), f.where, f.message) for f in manifest.findings)
    return Table("What the checks said", (Column("Check"), Column("Outcome"), Column("Where"), Column("What")), rows)


def _outcome(finding: KeptFinding) -> str:
    """How a finding ended, and more quietly who accepted it and why."""
    return f"{finding.outcome}\nby {finding.accepted_by}: {finding.accepted}" if finding.accepted_by else finding.outcome


def marks() -> Table:
    """One row per mark that stands for a missing figure."""
    rows = tuple((MARKS[status], starts_sentence(REASONS[status])) for status in MARKS)
    return Table("What the marks mean", (Column("Mark"), Column("Meaning")), rows)


def editions(ask: Ask) -> Table:
    """One row per edition of the statistical neighbours held."""
    rows = tuple((edition, f"{day:%B %Y}") for edition, day in sorted(ask.editions.items(), reverse=True))
    return Table("Editions of the statistical neighbours", (Column("Edition"), Column("Published")), rows)
