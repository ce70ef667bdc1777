"""Publish: current snapshot + new files -> checked -> one new snapshot. All or nothing; same files, same content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from data import account, build, durable, manifest
from data.areas import load as load_areas
from data.errors import BadInput, StoreError
from data.findings import Outcome
from data.gather import Gathered, gather
from data.intake import Taken
from data.manifest import ATTRIBUTION, LICENCE, Manifest
from data.review import Review, review
from data.store import Snapshot, Store
from data.take import Say, take_all

ANOTHER_YEAR = 300  # days between two releases that cannot be one and the same


@dataclass(frozen=True)
class Published:
    """What publishing led to: the snapshot that is current now, and whether it is a new one."""

    snapshot: Snapshot
    new: bool


def publish(
    places: Sequence[Path],
    store: Store,
    *,
    by: str,
    note: str,
    published: date | None,
    say: Say,
    accept: str = "",
    report: Path | None = None,
) -> Published:
    """Publish the described files below `places`. Raises BadInput where a check fails or the gate stays closed, StoreError where
    the store cannot take it; either way the store stays as it was.

    `accept` is the reason why `by` accepts what the gate would stop; `report` is where every difference is written as CSV.
    """
    with store.lock():
        current = current_of(store)
        gathered = find_files(places, published, current, say)
        if current and not gathered.incoming:
            return Published(current, new=False)
        taken = take_all(gathered, say, current, accepting=bool(accept))
        return _store(store, current, taken, Review(by, note, accept, report, say))


def current_of(store: Store) -> Snapshot | None:
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


def find_files(places: Sequence[Path], published: date | None, current: Snapshot | None, say: Say) -> Gathered:
    """The described files that the current snapshot does not hold, saying what is left out. Raises BadInput for a file that is
    one of another year once more, or another one of a day that is held."""
    gathered = gather(places, published, current.manifest.hashes if current else frozenset())
    _say_left_out(gathered, say)
    _check_again(current, gathered)
    _check_against(current, gathered)
    if current and not gathered.incoming:
        say("Nothing new: every described file is already held.")
    return gathered


def _check_again(current: Snapshot | None, gathered: Gathered) -> None:
    """No file is, byte for byte, the one of a release of another year. Raises BadInput naming both."""
    held = [(f.sha256, f.published_on, f.file) for f in current.manifest.source_files] if current else []
    held += [(i.release.sha256, i.release.published_on, i.release.file) for i in gathered.incoming]
    for release in gathered.again:
        for digest, day, file in held:
            if digest == release.sha256 and abs((release.published_on - day).days) >= ANOTHER_YEAR:
                raise BadInput(
                    f"this is, byte for byte, {file} of {day}, under the date of {release.published_on}. "
                    "Download the new file, or correct its date in releases.csv.",
                    release.file,
                )


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


def _store(store: Store, current: Snapshot | None, taken: list[Taken], asked: Review) -> Published:
    tables = _tables(current, taken)
    digest = build.content_hash(tables)
    accepted = tuple(f.sentence() for t in taken for f in t.findings if f.outcome is Outcome.ACCEPTED)
    now = datetime.now(UTC).replace(microsecond=0)
    same = next((i for i in store.ids() if i.endswith(digest[:12])), None)
    if same:
        asked.say(f"Snapshot {same} holds exactly these figures; it is now the current one.")
        return Published(_reuse(store, same), new=False)
    files = (*(current.manifest.source_files if current else ()), *(account.source_file(t) for t in taken))
    made = Manifest(
        id=f"{now.date().isoformat()}_{digest[:12]}",
        created_at=now,
        by=asked.by,
        note=asked.note,
        holds="all observations",
        previous=current.id if current else "",
        content_hash=digest,
        licence=LICENCE,
        attribution=ATTRIBUTION,
        changes=account.changes(current, taken, tables),
        source_files=tuple(sorted(files, key=lambda f: (f.source, f.published_on))),
        parquet=(),
        findings=account.kept(current, taken, asked.accept, asked.by),
        stopped=accepted,
        accepted=asked.accept if accepted else "",
    )
    return Published(write_snapshot(store, made, tables, lambda some: review(current, some, asked)), new=True)


def _reuse(store: Store, same: str) -> Snapshot:
    try:
        return store.use(same)
    except StoreError as error:
        mend = f"It should hold exactly these figures: move {store.folder / same} away and publish again."
        raise StoreError(f"{error} {mend}") from error


def write_snapshot(
    store: Store, made: Manifest, tables: Mapping[str, pa.Table], reviewed: Callable[[Snapshot], Manifest] | None = None
) -> Snapshot:
    """Write tables and manifest as a draft and adopt it as a snapshot of the store. `reviewed` sees the draft first: it may add
    to the manifest, or raise, and then nothing is adopted."""
    with store.draft() as draft:
        made = replace(made, parquet=build.write(draft, tables))
        made = reviewed(Snapshot(draft, made)) if reviewed else made
        durable.write_text(draft / manifest.FILE, manifest.dump(made))
        return store.adopt(draft, made.id)


def _tables(current: Snapshot | None, taken: list[Taken]) -> dict[str, pa.Table]:
    """Every table of the new snapshot by its path: what the current one holds and what was taken in."""
    parts: dict[str, list[pa.Table]] = {}
    if current:
        for path in current.parquet():
            parts.setdefault(path.stem, []).append(build.read(path))
    apart: dict[str, list[pa.Table]] = {"neighbours": []}
    for shape, table in (build.held_apart(current.folder) if current else {}).items():
        apart.setdefault(shape, []).append(table)
    for item in taken:
        if item.table is None:
            continue
        if item.incoming.source.shape in build.APART:
            apart.setdefault(item.incoming.source.shape, []).append(item.table)
        else:
            parts.setdefault(item.incoming.source.id, []).append(item.table)
    tables = {build.name_of(source): build.sorted_rows(some) for source, some in parts.items()}
    tables |= {build.APART[shape]: build.table_apart(shape, some) for shape, some in apart.items()}
    return tables | {build.AREAS: build.area_table(load_areas())}
