"""Say a manifest in sentences."""

from itertools import groupby

from data.errors import StoreError
from data.manifest import KeptFinding, Manifest, SourceFile
from data.store import Store


def describe_snapshot(made: Manifest) -> str:
    """A manifest as text that can be read aloud, files grouped by release."""
    lines = [
        f"Snapshot {made.id}, made on {made.created_at:%d %B %Y at %H:%M} UTC by {made.by}.",
        f"Why: {(made.note or 'no note was given').removesuffix('.')}.",
        f"It holds {made.holds}: {sum(p.rows for p in made.parquet if p.path.startswith('observations/')):,} observations "
        f"from {len(made.source_files)} published files.",
        f"It follows {made.previous}." if made.previous else "It follows no other snapshot.",
        f"Content hash {made.content_hash}.",
        f"{made.attribution}",
        "",
        "What changed:",
        *(f"  {line}" for line in made.changes),
        *_accepted(made),
        "",
        "Published files:",
    ]
    by_release = sorted(made.source_files, key=lambda f: (f.published_on, f.release, f.source))
    for _, files in groupby(by_release, key=lambda f: (f.published_on, f.release)):
        group = list(files)
        lines.append(f"  {_release(group[0])}")
        lines += [f"    {f.source_title}: {f.file}, {f.rows:,} rows, SHA-256 {f.sha256}" for f in group]
    lines += ["", "What the checks said:"]
    lines += [f"  {_outcome(f)}: {f.where}: {f.message}" for f in made.findings] or ["  Nothing."]
    return "\n".join(lines)


def _outcome(finding: KeptFinding) -> str:
    """How a finding ended, with the name and the reason of whoever accepted it."""
    return f"accepted by {finding.accepted_by} ({finding.accepted})" if finding.accepted_by else finding.outcome


def _accepted(made: Manifest) -> list[str]:
    """Why what the checks or the gate stopped was published all the same; [] where they stopped nothing."""
    if not made.stopped:
        return []
    why = f"{made.by} accepted what would have stopped it, because: {made.accepted.removesuffix('.')}."
    return ["", why, *(f"  {line}" for line in made.stopped)]


def in_a_line(store: Store, id_: str) -> str:
    """When a snapshot was made, by whom, of how many files and why; or that its manifest cannot be read."""
    try:
        made = store.open(id_).manifest
    except StoreError:
        return "its manifest is missing or damaged: see python -m data verify"
    return f"{made.created_at:%Y-%m-%d %H:%M}  by {made.by}  {len(made.source_files)} files  {made.note}"


def _release(file: SourceFile) -> str:
    day = f"{file.published_on:%d %B %Y}" if file.day_certain else f"about {file.published_on:%B %Y} (day not certain)"
    return f"{file.publisher}, {file.release}, published {day}, {file.licence}:"
