"""What changed in the snapshot that is shown: who published it, what it brought, revised and removed, what the checks said."""

import streamlit as st

from data.errors import StoreError
from data.store import Snapshot
from metrics import inventory, snapshot_changes, snapshot_words
from metrics.snapshot_changes import Changes, Differences
from metrics.tables import Table
from pages.parts import frame
from pages.parts.sections import folded
from pages.parts.table import table_html
from pages.parts.visit import Visit


def view(visit: Visit, changes: Changes) -> None:
    """The section, without its heading. Single figures are compared with the snapshot before only when somebody asks."""
    manifest, snapshot = changes.manifest, visit.ask.snapshot
    said = (*snapshot_words.made(manifest), *snapshot_words.brought(changes), *_kept(snapshot))
    frame.notes((*said, snapshot_words.checked(manifest)))
    frame.told(snapshot_words.accepted(manifest))
    by_table = snapshot_words.by_table(changes)
    if by_table:
        _table(by_table)
        # The label names no authority: a fold whose label changes closes, and another authority is what people look at next.
        label = "Single figures that were revised: of this authority, and the largest anywhere"
        folded(label, "differences", lambda: _differences(visit))
    findings = inventory.findings(manifest)
    if findings:
        folded("What the checks said of each file", "findings", lambda: _table(findings))


def _table(table: Table) -> None:
    st.html(table_html(table, cards=True))


def _kept(snapshot: Snapshot) -> tuple[str, ...]:
    try:
        return (snapshot_words.KEPT,) if snapshot_changes.is_pinned(snapshot) else ()
    except StoreError as error:
        return (str(error),)


def _differences(visit: Visit) -> None:
    ask = visit.ask
    try:
        before = snapshot_changes.previous(ask.snapshot)
        found = _compared(before, ask.snapshot) if before else None
    except StoreError as error:
        frame.notes([str(error)])
        return
    if found is None:
        frame.notes([snapshot_words.GONE])
        return
    own = snapshot_words.largest_of(found, visit.area, ask.areas)
    if own is None:
        frame.notes([snapshot_words.none_of(visit.area)])
    for table in (own, snapshot_words.largest(found, ask.areas)):
        if table:
            _table(table)


@st.cache_resource(max_entries=2, show_spinner="Comparing the two snapshots", hash_funcs={Snapshot: lambda s: str(s.folder)})
def _compared(before: Snapshot, now: Snapshot) -> Differences:
    """Once for two snapshots, for all visitors: they never change."""
    return snapshot_changes.differences(before, now)
