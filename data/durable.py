"""Writing that survives a power cut: bytes are flushed, then named; a name points at all of a file or at none of it."""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import StoreError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, as hexadecimal text."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def flush(path: Path) -> None:
    """Have the disk keep what was written to a file or folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a small file whole: under another name first, flushed, then renamed over the old one."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    flush(path.parent)


@contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Say in a sentence, as a StoreError, why the disk would not take what is written below `folder`."""
    try:
        yield
    except BrokenPipeError:  # whoever reads what we say has gone; the disk is well
        raise
    except OSError as error:
        if error.errno in _FULL:
            reason = f"The disk that holds {folder} is full. Free some space"
        elif error.errno in _FORBIDDEN:
            reason = f"{error.filename or folder} cannot be written. Check its permissions"
        else:
            reason = (
                f"{error.filename or folder} cannot be written ({error.strerror or error}). Choose another folder with --store"
            )
        raise StoreError(f"{reason} and try again. Nothing was stored.") from error
