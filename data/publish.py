"""Publish: current snapshot + new files -> checked -> one new snapshot. All or nothing; same files, same content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from data import account, build, durable, manifest
from data.areas import load as load_areas
from data.errors import BadInput, StoreError
from data.findings import Finding, Outcome
from data.gather import Gathered, gather
from data.intake import Taken, take_in
from data.manifest import ATTRIBUTION, LICENCE, Manifest
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
    with store.lock():
        current = _current(store)
        gathered = gather(places, published, current.manifest.hashes if current else frozenset())
        _say_left_out(gathered, say)
        if current and not gathered.incoming:
            say("Nothing new: every described file is already held.")
            return Published(current, new=False)
        _check_against(current, gathered)
        taken = take_all(gathered, say)
        return _store(store, current, taken, by=by, note=note, say=say)


def _current(store: Store) -> Snapshot | None:
    """The snapshot to build on, read byte by byte first: damage must not be carried into a new one under a fresh hash."""
    current = store.open() if store.current_id() else None
    if current and not current.manifest.complete:
        raise StoreError(f"Snapshot {current.id} holds headline figures only. Publish into another store: --store DIR")
    damage = current.damage() if current else []
    if damage:
        raise StoreError(
            f"{damage[0]} Nothing was stored. Go back to a whole snapshot with: python -m data use ID, or publish all "
            "files again into another store with: --store DIR"
        )
    return current


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
                f"{incoming.path} claims to be the release of {other.published_on} of {incoming.source.id}, but another "
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
        return Published(_reuse(store, same), new=False)
    files = (*(current.manifest.source_files if current else ()), *(account.source_file(t) for t in taken))
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
        changes=account.changes(current, taken, tables),
        source_files=tuple(sorted(files, key=lambda f: (f.source, f.published_on))),
        parquet=(),
        findings=account.kept(current, taken),
    )
    return Published(write_snapshot(store, made, tables), new=True)


def _reuse(store: Store, same: str) -> Snapshot:
    try:
        return store.use(same)
    except StoreError as error:
        mend = f"It should hold exactly these figures: move {store.folder / same} away and publish again."
        raise StoreError(f"{error} {mend}") from error


def write_snapshot(store: Store, made: Manifest, tables: Mapping[str, pa.Table]) -> Snapshot:
    """Write tables and manifest as a draft and adopt it as a snapshot of the store."""
    with store.draft() as draft:
        parquet = build.write(draft, tables)
        durable.write_text(draft / manifest.FILE, manifest.dump(replace(made, parquet=parquet)))
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
