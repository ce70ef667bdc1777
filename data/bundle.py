"""The bundled snapshot: the headline observations of a full one, all vintages, small enough to travel with the code."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pyarrow as pa
import pyarrow.compute as pc

from data import build
from data.describe import Source, join, sources
from data.errors import StoreError
from data.publish import write_snapshot
from data.store import Snapshot, Store

HOLDS = "headline observations"


def headline_breakdowns(source: Source) -> frozenset[str] | None:
    """The breakdown texts that the source's `headline` picks; None where it picks all. A dimension it leaves out is whole."""
    if any(not pick for pick in source.headline):
        return None
    found: set[str] = set()
    for pick in source.headline:
        words = [pick.get(d.name) or tuple(dict.fromkeys(d.words.values())) for d in source.dimensions]
        found |= {join(combination) for combination in product(*words)}
    return frozenset(found)


def bundle(store: Store, into: Store, *, say: Callable[[str], None]) -> Snapshot:
    """Write the headline observations of a store's current snapshot as the only snapshot of another store.

    Raises StoreError where the snapshot is damaged, or where the other store holds whole snapshots, which would be lost.
    """
    full = store.open()
    damage = full.damage()
    if damage:
        raise StoreError(f"{damage[0]} Nothing was bundled. Go back to a whole snapshot with: python -m data use ID")
    known = sources()
    tables = {build.name_of(p.stem): _headline(build.read(p), known[p.stem]) for p in full.parquet() if p.stem in known}
    tables |= {build.APART[shape]: table for shape, table in build.held_apart(full.folder).items()}
    tables |= {build.AREAS: build.read(full.folder / build.AREAS)}
    digest = build.content_hash(tables)
    made = replace(
        full.manifest,
        id=f"{full.manifest.created_at.date().isoformat()}_{digest[:12]}",
        holds=HOLDS,
        previous="",
        note=f"Headline observations of snapshot {full.id}, all vintages, to look at before anything is published.",
        content_hash=digest,
        changes=("First snapshot of this store.",),
    )
    with into.lock():
        old = [into.open(id_) for id_ in into.ids()]
        if any(snapshot.manifest.complete for snapshot in old):
            raise StoreError(
                f"{into.folder} holds snapshots with all observations; a bundle replaces what it finds. Choose another."
            )
        if made.id in into.ids():
            return into.use(made.id)
        written = write_snapshot(into, made, tables)
        for snapshot in old:
            shutil.rmtree(snapshot.folder)
    say(f"{sum(p.bytes for p in written.manifest.parquet) / 2**20:.1f} MB in {into.folder}.")
    return written


def _headline(table: pa.Table, source: Source) -> pa.Table:
    wanted = headline_breakdowns(source)
    return table if wanted is None else table.filter(pc.is_in(table.column("breakdown"), pa.array(sorted(wanted))))
