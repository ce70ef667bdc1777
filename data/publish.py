"""Publish: current snapshot + new files -> checked -> one new snapshot. All or nothing; same files, same content."""

import errno
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from data import build, durable, manifest
from data.areas import load as load_areas
from data.errors import BadInput, StoreError
from data.findings import Finding, Outcome
from data.gather import Gathered, gather
from data.intake import Taken, take_in
from data.manifest import ATTRIBUTION, LICENCE, KeptFinding, Manifest, SourceFile
from data.store import Snapshot, Store

Say = Callable[[str], None]


@dataclass(frozen=True)
class Published:
    """What publishing led to: the snapshot that is current now, and whether it is a new one."""

    snapshot: Snapshot
    new: bool


def publish(places: Sequence[Path], store: Store, *, by: str, note: str, published: date | None, say: Say) -> Published:
    """Publish the described files below `places`. Raises BadInput where a check fails, StoreError where the store cannot take
    it; either way the store stays as it was."""
    with _disk_errors(store), store.lock():
        current = store.open() if store.current_id() else None
        if current and not current.manifest.complete:
            raise StoreError(f"Snapshot {current.id} holds headline figures only. Publish into another store: --store DIR")
        gathered = gather(places, published, current.manifest.hashes if current else frozenset())
        _say_left_out(gathered, say)
        if current and not gathered.incoming:
            say("Nothing new: every described file is already held.")
            return Published(current, new=False)
        _check_against(current, gathered)
        taken = take_all(gathered, say)
        return _store(store, current, taken, by=by, note=note, say=say)


def check(places: Sequence[Path], *, published: date | None, say: Say) -> list[Finding]:
    """Read and check the described files without publishing. All findings, failures among them."""
    gathered = gather(places, published)
    _say_left_out(gathered, say)
    areas = load_areas()
    findings: list[Finding] = []
    for number, incoming in enumerate(gathered.incoming, 1):
        taken = take_in(incoming, areas)
        say(_read_line(number, len(gathered.incoming), taken))
        findings += taken.findings
    return findings


def take_all(gathered: Gathered, say: Say) -> list[Taken]:
    """Take in every file, saying so. Raises BadInput with all failures at once."""
    areas, taken = load_areas(), []
    for number, incoming in enumerate(gathered.incoming, 1):
        taken.append(take_in(incoming, areas))
        say(_read_line(number, len(gathered.incoming), taken[-1]))
    failures = [f for t in taken for f in t.findings if f.outcome is Outcome.FAIL]
    for finding in (f for t in taken for f in t.findings if f.outcome is not Outcome.FAIL):
        say(f"{finding.outcome}: {finding.sentence()}")
    if failures:
        lines = "\n".join(f"  {f.sentence()}" for f in failures)
        raise BadInput(f"{len(failures)} finding(s) stop publishing; nothing was stored.\n{lines}")
    return taken


def _read_line(number: int, of: int, taken: Taken) -> str:
    release = taken.incoming.release
    kept = "failed its checks" if taken.table is None else f"{taken.table.num_rows:,} kept as observations"
    return f"{number}/{of} {release.file}, published {release.published_on}: {taken.rows:,} rows read, {kept}."


def _say_left_out(gathered: Gathered, say: Say) -> None:
    for name, reason in gathered.left_out:
        say(f"left out: {name}: {reason}.")


def _check_against(current: Snapshot | None, gathered: Gathered) -> None:
    held = {(f.source, f.published_on): f for f in current.manifest.source_files} if current else {}
    for incoming in gathered.incoming:
        other = held.get((incoming.source.id, incoming.release.published_on))
        if other:
            raise BadInput(
                f"{incoming.path.name} claims to be the release of {other.published_on} of {incoming.source.id}, but another "
                f"file of that day is held ({other.file}, SHA-256 {other.sha256[:12]}). If it was re-issued, give its own date."
            )


def _store(store: Store, current: Snapshot | None, taken: list[Taken], *, by: str, note: str, say: Say) -> Published:
    tables = _tables(current, taken)
    digest = build.content_hash(tables)
    now = datetime.now(UTC).replace(microsecond=0)
    id_ = f"{now.date().isoformat()}_{digest[:12]}"
    same = next((i for i in store.ids() if i.endswith(digest[:12])), None)
    if same:
        say(f"Snapshot {same} holds exactly these figures; it is now the current one.")
        return Published(store.use(same), new=False)
    files = (*(current.manifest.source_files if current else ()), *(_source_file(t) for t in taken))
    made = Manifest(
        id=id_,
        created_at=now,
        by=by,
        note=note,
        holds="all observations",
        previous=current.id if current else "",
        content_hash=digest,
        licence=LICENCE,
        attribution=ATTRIBUTION,
        changes=_changes(current, taken, tables),
        source_files=tuple(sorted(files, key=lambda f: (f.source, f.published_on))),
        parquet=(),
        findings=_kept(current, taken),
    )
    return Published(write_snapshot(store, made, tables), new=True)


def write_snapshot(store: Store, made: Manifest, tables: Mapping[str, pa.Table]) -> Snapshot:
    """Write tables and manifest as a draft and adopt it as a snapshot of the store."""
    with store.draft() as draft:
        parquet = build.write(draft, tables)
        values = {name: getattr(made, name) for name in made.__dataclass_fields__} | {"parquet": parquet}
        durable.write_text(draft / manifest.FILE, manifest.dump(Manifest(**values)))
        return store.adopt(draft, made.id)


def _tables(current: Snapshot | None, taken: list[Taken]) -> dict[str, pa.Table]:
    """Every table of the new snapshot by its path: what the current one holds and what was taken in."""
    parts: dict[str, list[pa.Table]] = {}
    if current:
        for path in current.parquet():
            parts.setdefault(path.stem, []).append(build.read(path))
    lists = [build.read(current.folder / build.NEIGHBOURS)] if current else []
    for item in taken:
        if item.table is None:
            continue
        if item.incoming.source.shape == "neighbours":
            lists.append(item.table)
        else:
            parts.setdefault(item.incoming.source.id, []).append(item.table)
    tables = {build.name_of(source): build.sorted_rows(some) for source, some in parts.items()}
    return tables | {build.NEIGHBOURS: build.neighbour_table(lists), build.AREAS: build.area_table(load_areas())}


def _source_file(taken: Taken) -> SourceFile:
    release, source = taken.incoming.release, taken.incoming.source
    return SourceFile(
        source=source.id,
        source_title=source.title,
        file=release.file,
        publisher=release.publisher,
        title=release.title,
        reporting_year=release.reporting_year,
        published_on=release.published_on,
        day_certain=release.day_certain,
        licence=LICENCE,
        sha256=release.sha256,
        rows=taken.rows,
        left_out=taken.left_out,
        observations=taken.table.num_rows if taken.table is not None else 0,
    )


def _changes(current: Snapshot | None, taken: list[Taken], tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    if current is None:
        return ("First snapshot of this store.",)
    before = {p.path: p.rows for p in current.manifest.parquet}
    lines = [f"Added {t.incoming.release.name}: {t.incoming.source.title} ({t.incoming.release.file})." for t in taken]
    for name, table in sorted(tables.items()):
        if table.num_rows != before.get(name, 0):
            lines.append(f"{name}: {before.get(name, 0):,} rows before, {table.num_rows:,} now.")
    return tuple(lines)


def _kept(current: Snapshot | None, taken: list[Taken]) -> tuple[KeptFinding, ...]:
    new = [KeptFinding(f.check, f.outcome.value, f.message, f.where) for t in taken for f in t.findings]
    return (*(current.manifest.findings if current else ()), *new)


@contextmanager
def _disk_errors(store: Store):  # type: ignore[no-untyped-def]
    """Say in a sentence that the disk would not take it; the draft is gone by then and the pointer was not moved."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise StoreError(
                f"The disk that holds {store.folder} is full. Nothing was stored. Free some space and publish again."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StoreError(
                f"{error.filename or store.folder} cannot be written. Nothing was stored. Check its permissions."
            ) from error
        raise
