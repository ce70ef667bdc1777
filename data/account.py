"""Account for a snapshot in its manifest: which files went in, what changed, what the checks said."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import pyarrow as pa

from data.build import APART
from data.findings import Finding, Outcome
from data.intake import Taken
from data.manifest import LICENCE, KeptFinding, SourceFile
from data.store import Snapshot


def read_line(number: int, of: int, taken: Taken) -> str:
    """What came of one file: rows read = rows kept + rows explained, and how many figures they hold."""
    release = taken.incoming.release
    lead = f"{number}/{of} {release.file}, published {release.published_on}: {taken.rows:,} rows read"
    if taken.table is None:
        return f"{lead}, failed its checks."
    return f"{lead} = {taken.kept:,} kept + {taken.left_out:,} explained; {_held(taken)}."


def total_line(taken: Sequence[Taken]) -> str:
    """The same of all files together. Of a batch with a file that failed nothing is kept."""
    failed = sum(t.table is None for t in taken)
    if failed:
        return f"{len(taken)} files: {sum(t.rows for t in taken):,} rows read; {failed} of the files failed their checks."
    rows, kept, left_out = (sum(getattr(t, name) for t in taken) for name in ("rows", "kept", "left_out"))
    return f"{len(taken)} files: {rows:,} rows read = {kept:,} kept + {left_out:,} explained."


def _held(taken: Taken) -> str:
    shape, number = taken.incoming.source.shape, taken.table.num_rows if taken.table is not None else 0
    return f"{number:,} {shape if shape in APART else 'observations'}"


def source_file(taken: Taken) -> SourceFile:
    """What the manifest says of one file that was taken in."""
    return SourceFile(
        **asdict(taken.incoming.release),
        source_title=taken.incoming.source.title,
        licence=LICENCE,
        rows=taken.rows,
        left_out=taken.left_out,
        observations=taken.table.num_rows if taken.table is not None else 0,
    )


def changes(current: Snapshot | None, taken: Sequence[Taken], tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """What the new tables hold that the current snapshot does not, in sentences."""
    if current is None:
        return ("First snapshot of this store.",)
    before = {p.path: p.rows for p in current.manifest.parquet}
    lines = [f"Added {t.incoming.release.name}: {t.incoming.source.title} ({t.incoming.release.file})." for t in taken]
    for name, table in sorted(tables.items()):
        if table.num_rows != before.get(name, 0):
            lines.append(f"{name}: {before.get(name, 0):,} rows before, {table.num_rows:,} now.")
    return tuple(lines)


def kept(current: Snapshot | None, taken: Sequence[Taken], reason: str = "", by: str = "") -> tuple[KeptFinding, ...]:
    """What the checks said of every file in the new snapshot, those of the current one first. What would have stopped a new file
    was accepted for a `reason` and `by` somebody."""
    new = [_kept(finding, reason, by) for one in taken for finding in one.findings]
    return (*(current.manifest.findings if current else ()), *new)


def _kept(finding: Finding, reason: str, by: str) -> KeptFinding:
    whose = (reason, by) if finding.outcome is Outcome.ACCEPTED else ("", "")
    return KeptFinding(finding.check, finding.outcome.value, finding.message, finding.where, *whose)
