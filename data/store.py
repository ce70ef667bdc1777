"""A store of snapshots: immutable folders and one pointer that says which is current. Knows nothing of how they are made."""

import fcntl
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from data import durable, manifest
from data.errors import StoreError, nearest
from data.manifest import Manifest

VARIABLE = "CPD_STORE"
DEFAULT = Path(__file__).parent / "snapshots"
BUNDLED = Path(__file__).parent / "bundled"
POINTER = "current"
ID = re.compile(r"\d{4}-\d\d-\d\d_[0-9a-f]{12}\Z")
DRAFT = ".draft-"
REMOVING = ".removing-"


@dataclass(frozen=True)
class Snapshot:
    """One snapshot in its folder."""

    folder: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        """The snapshot's id: the day it was made and the first digits of its content hash."""
        return self.folder.name

    def parquet(self) -> tuple[Path, ...]:
        """Its files of observations, one a source."""
        return tuple(self.folder / f.path for f in self.manifest.parquet if f.path.startswith("observations/"))

    def damage(self) -> list[str]:
        """A sentence for every file that is missing or not what the manifest says, read byte by byte; [] when all is well."""
        found = []
        for entry in self.manifest.parquet:
            path = self.folder / entry.path
            try:
                if not path.is_file():
                    found.append(f"{self.id}/{entry.path} is missing.")
                elif durable.sha256(path) != entry.sha256:
                    found.append(f"{self.id}/{entry.path} is damaged: its bytes are not the ones that were published.")
            except OSError as error:
                found.append(f"{self.id}/{entry.path} cannot be read ({error.strerror}).")
        return found


class Store:
    """The snapshots in a folder. Reading never changes anything; writers hold the lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ids(self) -> list[str]:
        """The ids of all snapshots, newest first. Raises StoreError where the folder cannot be read."""
        try:
            with os.scandir(self.folder) as entries:
                found = [(e.name[:10], _made_at(e), e.name) for e in entries if ID.match(e.name)]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise StoreError(f"The store {self.folder} cannot be read ({error.strerror}). Check its permissions.") from error
        return [name for _, made_at, name in sorted(found, reverse=True) if made_at]

    def current_id(self) -> str | None:
        """The id that the pointer names, or None in a store where nothing was published yet."""
        try:
            return (self.folder / POINTER).read_text(encoding="utf-8").strip() or None
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(
                f"The pointer {self.folder / POINTER} cannot be read ({error}). Set it with: python -m data use ID"
            ) from error

    def open(self, id_: str | None = None) -> Snapshot:
        """A snapshot by id, or the current one. Raises StoreError for an unknown id, an empty store or a bad manifest."""
        if id_:
            return self._open(id_)
        wanted = self.current_id()
        if wanted is None:
            raise StoreError(f"The store {self.folder} holds no snapshot. Make one with: python -m data publish FOLDER")
        try:
            return self._open(wanted)
        except StoreError:
            if self.current_id() == wanted:
                raise
            return self.open()  # the pointer was moved in between, and the one before was removed

    def _open(self, wanted: str) -> Snapshot:
        if wanted not in self.ids():
            raise StoreError(f"There is no snapshot {wanted}.{nearest(wanted, self.ids())} List them with: python -m data list")
        return Snapshot(self.folder / wanted, manifest.read(self.folder / wanted))

    def damage(self, id_: str) -> list[str]:
        """A sentence for everything that is wrong with a snapshot, its manifest included; [] where it is whole."""
        try:
            return self.open(id_).damage()
        except StoreError as error:
            return [str(error)]

    def use(self, id_: str) -> Snapshot:
        """Move the pointer to a snapshot that is whole. Raises StoreError, and leaves the pointer, where it is not."""
        snapshot = self.open(id_)
        damage = snapshot.damage()
        if damage:
            raise StoreError(f"{damage[0]} The current snapshot was not changed. Choose another with: python -m data list")
        with durable.disk_errors(self.folder):
            durable.write_text(self.folder / POINTER, f"{id_}\n")
        return snapshot

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the store for one writer; a second one waits. The lock falls with the process that holds it. What a killed
        writer left is cleaned up. Raises StoreError where the disk cannot take what is written under the lock."""
        with durable.disk_errors(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / ".lock").open("w") as handle:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    print("Another publisher is at work in this store; waiting for it to finish.", file=sys.stderr)
                    fcntl.flock(handle, fcntl.LOCK_EX)
                for left in (*self.folder.glob(f"{DRAFT}*"), *self.folder.glob(f"{REMOVING}*")):
                    shutil.rmtree(left, ignore_errors=True)
                for left in self.folder.glob(f".{POINTER}.*"):
                    left.unlink()
                yield

    @contextmanager
    def draft(self) -> Iterator[Path]:
        """A folder to build a snapshot in; it is gone afterwards unless it was adopted."""
        folder = self.folder / f"{DRAFT}{os.getpid()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def remove(self, id_: str) -> None:
        """Take a snapshot away, under the lock: renamed first, so that a reader finds all of it or none and a kill leaves no
        half of it. Raises StoreError for the current one."""
        if id_ == self.current_id():
            raise StoreError(f"Snapshot {id_} is the current one. Make another one current first: python -m data use ID")
        away = self.folder / f"{REMOVING}{id_}"
        (self.folder / id_).rename(away)
        durable.flush(self.folder)
        shutil.rmtree(away)

    def adopt(self, draft: Path, id_: str) -> Snapshot:
        """Make a finished draft a snapshot and point at it: flushed, renamed, then the pointer. A kill in between leaves the
        old pointer standing; where the pointer cannot be written, the snapshot is taken away again."""
        for path in sorted(draft.rglob("*"), reverse=True):
            durable.flush(path)
        durable.flush(draft)
        draft.rename(self.folder / id_)
        try:
            durable.flush(self.folder)
            return self.use(id_)
        finally:
            if self.current_id() != id_:
                shutil.rmtree(self.folder / id_)


def _made_at(entry: "os.DirEntry[str]") -> int:
    """When a snapshot's folder was last changed, in nanoseconds; 0 for what is no folder, or was removed since it was listed."""
    try:
        return entry.stat().st_mtime_ns if entry.is_dir() else 0
    except FileNotFoundError:
        return 0


def default_store() -> Store:
    """The store that the environment names, or data/snapshots."""
    named = os.environ.get(VARIABLE)
    return Store(Path(named) if named else DEFAULT)


def reading_store() -> Store:
    """The store to show figures from: the default one, or the bundled one as long as nothing was published in it."""
    store = default_store()
    return store if os.environ.get(VARIABLE) or store.current_id() else Store(BUNDLED)
