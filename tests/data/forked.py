"""Publishers in processes of their own that die in the middle, or may not write. Run as `python -m tests.data.forked ...`: a
fresh process can fork before any library has started its threads, and then has everything it needs already loaded."""

import io
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pandas  # noqa: F401  what Arrow loads when it is first used is loaded once here, not in every child
import pyarrow.dataset  # noqa: F401

from data.errors import UserError
from data.keeping import pin, prune
from data.publish import publish
from data.store import Store

NOBODY = 65534
ENOUGH = 1000


def killed_at_every_write(folder: Path, store: Path, work: Path) -> None:
    """Publish `folder` into copies of `store`, `work`/0, `work`/1 ..., killing each publisher one moment later than the one
    before, until one lives to the end."""
    _killed(lambda copy: _publish(folder, copy), store, work)


def pruned_at_every_write(store: Path, work: Path) -> None:
    """Prune copies of `store` in the same way, keeping one snapshot."""
    _killed(lambda copy: prune(Store(copy), 1), store, work)


def _killed(action: Callable[[Path], object], store: Path, work: Path) -> None:
    for moment in range(ENOUGH):
        copy = work / str(moment)
        shutil.copytree(store, copy)
        if _in_child(lambda copy=copy, moment=moment: _die_at(action, copy, moment)) == 0:  # type: ignore[misc]
            return
    raise SystemExit(f"still being killed at moment {ENOUGH}")


def pruned_as_nobody(store: Path) -> None:
    """Prune as a user who may not write."""
    _with_no_rights(lambda: prune(Store(store), 1))


def pinned_as_nobody(store: Path) -> None:
    """Pin the current snapshot as a user who may not write."""
    _with_no_rights(lambda: pin(Store(store), Store(store).current_id() or ""))


def verified_as_nobody(store: Path) -> None:
    """Print what is wrong with the current snapshot, as a user who may not read it all."""
    _with_no_rights(lambda: print("\n".join(Store(store).damage(Store(store).current_id() or ""))))


def as_nobody(folder: Path, store: Path) -> None:
    """Publish as a user who may not write; leave with the exit code of the error, its sentence on stderr."""
    with tempfile.TemporaryDirectory() as elsewhere:
        _publish(folder, Path(elsewhere))  # loads what nobody may not read
    _with_no_rights(lambda: _publish(folder, store))


def _with_no_rights(action: Callable[[], object]) -> None:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    try:
        action()
    except UserError as error:
        print(error, file=sys.stderr)
        raise SystemExit(error.exit_code) from None


def _publish(folder: Path, store: Path) -> None:
    publish([folder], Store(store), by="nobody", note="", published=None, say=lambda line: None)


def _die_at(action: Callable[[Path], object], store: Path, moment: int) -> None:
    """Do it, and die without a word at the moment of that number: before each change below the store, and before each piece of a
    file is written, the first of them included: what was written before is on the disk, unbuffered."""
    seen = count(1)
    open_file = Path.open

    def next_moment() -> None:
        if next(seen) > moment:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if _writes(event, arguments, str(store)):
            next_moment()

    def open_and_watch(path: Path, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if "w" not in mode or not str(path).startswith(str(store)):
            return open_file(path, mode, *arguments, **named)
        raw = _Watched(path, next_moment)
        return raw if "b" in mode else io.TextIOWrapper(raw, encoding="utf-8", write_through=True)

    sys.addaudithook(watch)
    Path.open = open_and_watch  # type: ignore[method-assign,assignment]
    action(store)


class _Watched(io.FileIO):
    """A file below the store that tells of each piece before it is written."""

    def __init__(self, path: Path, before: Callable[[], None]) -> None:
        super().__init__(path, "w")
        self._before = before

    def write(self, piece: Any, /) -> int:
        self._before()
        written = super().write(piece)
        assert written == memoryview(piece).nbytes
        return written


def _writes(event: str, arguments: tuple[Any, ...], store: str) -> bool:
    """Whether an audit event is a change below the store, or the opening of a file or folder to flush it."""
    if event == "open":
        return str(arguments[0]).startswith(store) and arguments[1] not in ("r", "rb")
    return event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir") and _path(arguments).startswith(store)


def _path(arguments: tuple[Any, ...]) -> str:
    """The path that a change is of. A tree is removed by names in an open folder, whose number comes last."""
    path, folder = str(arguments[0]), arguments[-1]
    return path if folder < 0 else f"{os.readlink(f'/proc/self/fd/{folder}')}/{path}"


def _in_child(action: Callable[[], None]) -> int:
    """The signal that ended the action in a child, or 0 where it came to its end. Raises where it failed otherwise."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException as error:  # the child must never return into the parent's code
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status)
    if os.WEXITSTATUS(status):
        raise SystemExit("the publisher failed instead of being killed")
    return 0


if __name__ == "__main__":
    what, *paths = sys.argv[1:]
    actions: dict[str, Callable[..., None]] = {
        "killed_at_every_write": killed_at_every_write,
        "pruned_at_every_write": pruned_at_every_write,
        "as_nobody": as_nobody,
        "pruned_as_nobody": pruned_as_nobody,
        "pinned_as_nobody": pinned_as_nobody,
        "verified_as_nobody": verified_as_nobody,
    }
    actions[what](*map(Path, paths))
