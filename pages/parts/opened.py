"""Open a snapshot once per process, for all visitors; say what is damaged, and the way back to one that is whole."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

import streamlit as st

from data.area_record import AUTHORITY
from data.areas import Area
from data.errors import StoreError, UserError
from data.store import Store, reading_store
from metrics.ask import Ask
from metrics.catalogue import Catalogue
from metrics.catalogue import catalogue as read_catalogue
from metrics.inventory import freshness
from metrics.principles import WORDS
from metrics.tables import Table

NOTHING_YET = (
    "The dashboard works; its store of snapshots is still empty.\n"
    "Whoever looks after it puts published files in a folder and runs: python -m data publish FOLDER\n"
    "Every link that you were given will open once figures are here. Nothing was lost."
)
WHOLE_OR_NOT = "A snapshot is shown whole or not at all. Please tell whoever looks after the dashboard what stands below."


class Unopened(UserError):
    """A snapshot cannot be shown; its text has a line for the visitor, one on what is damaged and one on how to go back."""


class Empty(Unopened):
    """There is nothing to show yet: a server that was set up and has no snapshot."""

    heading = "No figures have been published here yet."


@dataclass(frozen=True)
class Opened:
    """A snapshot open for questions, with the lists that every page offers: labels by area code and by indicator id.

    `current` is the id of the snapshot that the store shows by itself, which may be a newer one.
    """

    ask: Ask
    authorities: Mapping[str, str]
    indicators: Mapping[str, str]
    freshness: Table
    current: str = ""


def opened(snapshot: str) -> tuple[Opened, list[str]]:
    """The snapshot with that id, or the current one, and a sentence where the one asked for is not held.

    Raises Unopened where it cannot be opened.
    """
    store, said = reading_store(), []
    current = store.current_id()
    if snapshot and snapshot not in store.ids():
        said.append(f'The link asks for snapshot "{snapshot}", which is not held here. The current one, {current}, is shown.')
        snapshot = ""
    wanted = snapshot or current or ""
    if not wanted and not store.ids():
        raise Empty(NOTHING_YET)
    try:
        return replace(_open(str(store.folder), wanted, read_catalogue()), current=current or ""), said
    except StoreError as error:
        raise Unopened(f"{WHOLE_OR_NOT}\n{error}\n{_way_back(store, wanted)}") from error


def warm() -> None:
    """Open the current snapshot before the first visitor comes. What is wrong with it is for the visitors to be told."""
    with suppress(UserError):
        opened("")


@st.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Catalogue: id})
def _open(folder: str, id_: str, catalogue: Catalogue) -> Opened:
    """One per store, snapshot and state of the catalogue: a new snapshot or a new indicator shows without a restart."""
    from pathlib import Path

    ask = Ask(Store(Path(folder)).open(id_ or None), catalogue)
    return Opened(ask, _authorities(ask), _indicators(catalogue), freshness(ask))


def _authorities(ask: Ask) -> dict[str, str]:
    """Today's authorities by name, then the dissolved ones with their last day: two areas are named Dorset."""
    authorities = [a for a in ask.areas if a.level == AUTHORITY]
    return {a.code: _name(a) for a in sorted(authorities, key=lambda a: a.valid_to is not None)}


def _name(area: Area) -> str:
    if area.valid_to is None:
        return area.short_name
    return f"{area.short_name} (until {area.valid_to.day} {area.valid_to:%B %Y})"


def _indicators(catalogue: Catalogue) -> dict[str, str]:
    """The titles of the indicators with figures, each with the number of its principle: either can be typed to find it, and the
    short number leaves the title room on a phone."""
    return {e.id: f"{e.title} (principle {e.principle})" if e.principle in WORDS else e.title for e in catalogue.measured}


def _way_back(store: Store, damaged: str) -> str:
    whole = [id_ for id_ in store.ids() if id_ != damaged and _is_whole(store, id_)]
    if not whole:
        return "No other snapshot in this store is whole. Make one with: python -m data publish FOLDER"
    return f"Snapshots that are whole: {', '.join(whole)}. To go back to the last good one: python -m data use {whole[0]}"


def _is_whole(store: Store, id_: str) -> bool:
    try:
        return not store.open(id_).damage()
    except StoreError:
        return False
