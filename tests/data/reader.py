"""A reader in a process of its own: opens the current snapshot again and again until a file says that it is enough. Prints how
often it did and which snapshots it saw. Run as `python -m tests.data.reader STORE FILE`; any damage ends it with an error."""

import sys
import time
from pathlib import Path

from data.store import Store

PAUSE = 0.005  # eight readers share the processors with two publishers


def read_until(enough: Path, store: Store) -> tuple[int, set[str]]:
    """How many times the current snapshot was opened, and which ones it was."""
    times, seen = 0, set()
    while not enough.exists() or times == 0:
        snapshot = store.open()
        damage = snapshot.damage()
        if damage or snapshot.manifest.id != snapshot.id:
            raise SystemExit(f"{snapshot.id} is not whole: {damage}")
        times, seen = times + 1, seen | {snapshot.id}
        time.sleep(PAUSE)
    return times, seen


if __name__ == "__main__":
    print("reading", flush=True)
    often, ids = read_until(Path(sys.argv[2]), Store(Path(sys.argv[1])))
    print(often, *sorted(ids))
