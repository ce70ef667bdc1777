"""Which snapshots a store keeps: the newest, the current one and those that are pinned because a permanent link leads there."""

from data import durable
from data.errors import StoreError
from data.store import ID, Store

PINS = "pinned"


def pinned(store: Store) -> tuple[str, ...]:
    """The ids that are pinned, in order. Raises StoreError where the list of them cannot be read."""
    path = store.folder / PINS
    try:
        listed = path.read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read ({error}). Mend it: one id of a snapshot a line.") from error
    wrong = next((one for one in listed if not ID.match(one)), None)
    if wrong is not None:
        raise StoreError(f'{path}: "{wrong[:80]}" is no id of a snapshot. Mend it: one id of a snapshot a line.')
    return tuple(sorted(set(listed)))


def lost(store: Store) -> list[str]:
    """A sentence for every pin that leads to no snapshot: the list was changed, or the snapshot was taken away by hand."""
    held = store.ids()
    return [
        f"{PINS}: {id_} is pinned and not there. Bring it back, or let it go with: python -m data unpin {id_}"
        for id_ in pinned(store)
        if id_ not in held
    ]


def pin(store: Store, id_: str) -> None:
    """Keep a snapshot for good. Raises StoreError for one that is not there."""
    store.open(id_)
    with store.lock():
        store.open(id_)  # it may have been pruned while we waited
        _write(store, {*pinned(store), id_})


def unpin(store: Store, id_: str) -> None:
    """Let a snapshot be pruned again. Raises StoreError for one that is not pinned."""
    if id_ not in pinned(store):
        raise StoreError(f"Snapshot {id_} is not pinned. Pinned: {', '.join(pinned(store)) or 'none'}.")
    with store.lock():
        _write(store, {*pinned(store)} - {id_})


def prune(store: Store, keep: int) -> tuple[str, ...]:
    """Remove all but the `keep` newest snapshots, the current one and the pinned ones. The ids removed, oldest first.

    Raises StoreError, and removes nothing, where the pointer or a pin leads nowhere: then nobody knows which one must stay.
    """
    store.open()
    with store.lock():
        if missing := lost(store):
            raise StoreError(f"{missing[0]} Nothing was removed.")
        spared = {*store.ids()[:keep], store.current_id(), *pinned(store)}
        removed = tuple(id_ for id_ in reversed(store.ids()) if id_ not in spared)
        for id_ in removed:
            store.remove(id_)
    return removed


def _write(store: Store, ids: set[str]) -> None:
    durable.write_text(store.folder / PINS, "".join(f"{id_}\n" for id_ in sorted(ids)))
