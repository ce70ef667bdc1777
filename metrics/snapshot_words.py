"""Say what a snapshot changed, who published it and what the checks found, in sentences and tables."""

from collections import Counter
from collections.abc import Iterable

from data.areas import Area, Areas
from data.compare_text import figure, name, percent, title
from data.compared import Difference
from data.manifest import Manifest
from metrics.cited import published
from metrics.figures import number
from metrics.snapshot_changes import Changes, Differences, TableChange
from metrics.tables import Column, Table

FIRST = "This is the first snapshot of its store, so there is nothing before it to compare with."
GONE = (
    "The snapshot before this one is not held here any more, so single figures cannot be set side by side. What its publisher "
    "wrote down stands in the table above, and in full where this snapshot is read aloud."
)
COUNTED = (
    "Counts, rates and percentages count alike, each as known now. “By more than a quarter” leaves out revisions by 5 or less."
)
OUTCOMES = ("accepted", "warning", "note")
WORDS = {"accepted": "accepted fault"}
KEPT = "It is kept for good, since permanent links lead to it."


def finding(changes: Changes) -> str:
    """What this snapshot brought, in a sentence for a heading."""
    files = changes.manifest.source_files
    if changes.first:
        newest = max(files, key=lambda f: f.published_on)
        return f"This snapshot rests on {_many(len(files), 'published file')}, the newest of {published(newest)}."
    if changes.others:
        return f"This snapshot holds {_many(len(files), 'published file')}; what it changed is told in its publisher's words."
    if not changes.tables:
        return f"This snapshot holds {_many(len(files), 'published file')} and changes no figure."
    lead = f"{_many(len(changes.files), 'newly published file')} brought {_many(changes.added, 'new figure')}"
    if not changes.restated:
        return f"{lead}{_removed(changes)}."
    return f"{lead} and revised {number(changes.revised)} of the {number(changes.restated)} stated again{_removed(changes)}."


def made(manifest: Manifest) -> tuple[str, ...]:
    """Who published this snapshot, when and why, and what it follows."""
    day = f"{manifest.created_at.day} {manifest.created_at:%B %Y}"
    why = f" Their note: “{manifest.note.removesuffix('.')}.”" if manifest.note else ""
    follows = f"It follows snapshot {manifest.previous}." if manifest.previous else FIRST
    return (f"Published here on {day} at {manifest.created_at:%H:%M} UTC by {manifest.by}.{why}", follows)


def brought(changes: Changes) -> tuple[str, ...]:
    """Which releases came in with this snapshot, and what its manifest says in words of its own; () for a first snapshot."""
    if changes.first:
        return ()
    came = list(dict.fromkeys(f"{f.release} (published {published(f)})" for f in changes.files))
    return (*([f"It added: {'; '.join(came)}."] if came else []), *changes.others)


def accepted(manifest: Manifest) -> tuple[str, ...]:
    """Why what the checks or the gate would have stopped was published all the same, and what it was; () where nothing was."""
    if not manifest.stopped:
        return ()
    reason = manifest.accepted.removesuffix(".")
    return (f"The checks would have stopped it. {manifest.by} accepted what they found, because: {reason}.", *manifest.stopped)


def checked(manifest: Manifest) -> str:
    """What the checks found in the files that were published, counted."""
    files = _many(len(manifest.source_files), "file")
    if not manifest.findings:
        return f"The checks found nothing to remark on in the {files}."
    counted = Counter(f.outcome for f in manifest.findings)
    order = sorted(counted, key=lambda outcome: (OUTCOMES.index(outcome) if outcome in OUTCOMES else len(OUTCOMES), outcome))
    return f"The checks of the {files} left {_and([_many(counted[o], WORDS.get(o, o)) for o in order])}."


def by_table(changes: Changes) -> Table | None:
    """One row per published table that changed, in the manifest's order; None where none did."""
    if not changes.tables:
        return None
    gone = bool(changes.removed)
    rows = tuple(
        (
            t.title,
            number(t.added),
            *([number(t.removed)] if gone else []),
            _of_those_stated_again(t),
            number(t.large),
            t.areas or "none",
            _coverage(t),
        )
        for t in changes.tables
    )
    columns = (
        Column("Published table"), Column("New figures", True), *([Column("Removed", True)] if gone else []),
        Column("Revised, of those stated again", True), Column("By more than a quarter", True), Column("Most revised in"),
        Column("Periods and areas"),
    )  # fmt: skip
    return Table("What changed since the snapshot before, by published table", columns, rows, COUNTED)


def largest(found: Differences, areas: Areas) -> Table | None:
    """The largest revisions of all areas together, largest first; None without any."""
    count = sum(s.revised for s in found.sources)
    caption = f"The {_largest(len(found.largest))} of {_many(count, 'revision')} in all areas"
    return _revised(caption, found.largest, areas, with_area=True)


def largest_of(found: Differences, area: Area, areas: Areas) -> Table | None:
    """The largest revisions of one area, largest first; None without any."""
    rows = found.by_area.get(area.code, ())
    caption = f"{area.short_name}: the {_largest(len(rows))} of {_many(found.revised(area.code), 'revision')}"
    return _revised(caption, rows, areas, with_area=False)


def _of_those_stated_again(table: TableChange) -> str:
    if not table.restated:
        return number(table.revised)
    return f"{number(table.revised)}\nof {number(table.restated)} ({percent(table.revised, table.restated)})"


def none_of(area: Area) -> str:
    """That no figure of an area was revised."""
    return f"No figure of {area.short_name} that was held before has changed."


def _revised(caption: str, rows: Iterable[Difference], areas: Areas, *, with_area: bool) -> Table | None:
    listed = tuple(_row(d, areas, with_area) for d in rows)
    if not listed:
        return None
    columns = [Column("Figure"), *([Column("Area")] if with_area else []), Column("Period")]
    return Table(caption, (*columns, Column("Before", True), Column("Now", True)), listed)


def _row(d: Difference, areas: Areas, with_area: bool) -> tuple[str, ...]:
    what = ", ".join([*d.breakdown.split(" | "), d.measure.replace("_", " ")])
    where = (name(d.area_code, areas),) if with_area else ()
    return (f"{title(d.source)}\n{what}", *where, d.period, _shown(d.old_value, d.old_status), _shown(d.new_value, d.new_status))


def _shown(value: float | None, status: str | None) -> str:
    return f"{value:,.15g}" if value is not None else figure(value, status)


def _largest(rows: int) -> str:
    return f"{rows} largest" if rows > 1 else "largest"


def _removed(changes: Changes) -> str:
    return f"; {_many(changes.removed, 'figure')} {'is' if changes.removed == 1 else 'are'} gone" if changes.removed else ""


def _coverage(table: TableChange) -> str:
    """The periods and areas that a table covers, and under them those before where they were others."""
    now = f"{table.periods_now}, {_many(table.areas_now, 'area')}"
    before = f"{table.periods_before}, {_many(table.areas_before, 'area')}"
    return now if now == before else f"{now}\nbefore: {before if table.areas_before else 'not held'}"


def _many(count: int, noun: str) -> str:
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
