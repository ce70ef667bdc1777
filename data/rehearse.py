"""Check files without publishing them: what the checks say and, with a store, what the gate would."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from data import build, gate
from data.areas import load as load_areas
from data.compare import Comparison, files_of
from data.errors import StoreError
from data.findings import Finding, Outcome
from data.intake import SHAPES_BOUND, Taken
from data.publish import current_of, find_files
from data.store import Snapshot, Store
from data.take import Say, each


def check(places: Sequence[Path], *, published: date | None, say: Say, store: Store | None = None) -> list[Finding]:
    """Read and check the described files. All findings, failures among them.

    With a `store`, files that it holds are left out, each of the others is held against the release before it there too, and
    what the gate would stop is a finding as well. Raises BadInput as `publish` does, StoreError for a store that holds nothing.
    """
    current = _current(store) if store else None
    gathered = find_files(places, published, current, say)
    taken = each(gathered, say, current)
    findings = [finding for one in taken for finding in one.findings]
    if current and not any(f.outcome is Outcome.FAIL for f in findings):
        findings += _at_the_gate(current, taken)
    return findings


def _current(store: Store) -> Snapshot:
    current = current_of(store)
    if current is None:
        raise StoreError(f"The store {store.folder} holds no snapshot to compare with. Check without --store, or name another.")
    return current


def _at_the_gate(current: Snapshot, taken: Sequence[Taken]) -> list[Finding]:
    """What the gate would stop, looked at in a folder that is gone afterwards. Only the tables of new files are written."""
    held, new = files_of(current), _tables(taken)
    with TemporaryDirectory() as place:
        build.write(Path(place), {f"{source}.parquet": _beside(held.get(source), tables) for source, tables in new.items()})
        comparison = Comparison({s: held[s] for s in new if s in held}, {s: Path(place) / f"{s}.parquet" for s in new})
        try:
            stopped = gate.beyond(comparison, load_areas())
        finally:
            comparison.close()
    return [Finding("gate", Outcome.FAIL, sentence, f"against snapshot {current.id}", gate.HELP) for sentence in stopped]


def _tables(taken: Sequence[Taken]) -> dict[str, list[pa.Table]]:
    found: dict[str, list[pa.Table]] = {}
    for one in taken:
        if one.table is not None and one.incoming.source.shape in SHAPES_BOUND:
            found.setdefault(one.incoming.source.id, []).append(one.table)
    return found


def _beside(held: Path | None, new: Sequence[pa.Table]) -> pa.Table:
    """The observations of a source as they would be published: what is held, and the new ones."""
    return build.sorted_rows([*([build.read(held)] if held else []), *new])
