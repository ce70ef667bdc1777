"""What can go wrong between us and the service, as sentences with an exit code of their own."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import UserError


class FetchError(UserError):
    """A release could not be fetched. What had come whole before it is kept."""

    exit_code = 6


class Unreachable(FetchError):
    """Nobody answers at the address: nothing else could be fetched either, so the whole run ends."""


class NotThere(FetchError):
    """The service answers, but does not have (or does not give out) what was asked for."""


class NotOffered(FetchError):
    """No publication or data set of the service has the title that we look for."""


class Passing(Exception):
    """A fault that another try may mend; it never leaves this package.

    `after` is the wait in seconds that the service asked for, None where it did not; `unreachable` says that nobody answered.
    """

    def __init__(self, sentence: str, after: float | None = None, unreachable: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.after = after
        self.unreachable = unreachable


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say in a sentence, as a FetchError, why the disk would not take what is written below `folder`."""
    try:
        yield
    except BrokenPipeError:  # whoever reads what we say has gone; the disk is well
        raise
    except OSError as error:
        where = error.filename or folder
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            reason = f"The disk that holds {folder} is full. Free some space"
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            reason = f"{where} cannot be written. Check its permissions, or name another folder"
        elif error.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
            reason = f"{where} is in the way: a folder was expected where a file is, or the other way round. Move it away"
        else:
            reason = f"{where} cannot be written ({error.strerror or error}). Name another folder"
        raise FetchError(f"{reason} and try again. Files that had come whole are kept.") from error
