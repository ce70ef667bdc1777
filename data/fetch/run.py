"""Fetch what is new for all our sources, or for some, into one folder."""

import fcntl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from data.errors import UserError
from data.fetch.address import PUBLIC_API
from data.fetch.api import Api
from data.fetch.bring import Bringer
from data.fetch.errors import FetchError, NotOffered, Unreachable, writing
from data.fetch.find import Finder
from data.fetch.remember import Held, Memory
from data.fetch.titles import Wanted, wanted
from data.fetch.web import PATIENT, Patience, Web


@dataclass(frozen=True)
class Fetched:
    """What a run brought. `not_offered` and `failed` pair a source's id with a sentence; `unchanged` lists sources' ids."""

    folder: Path
    new: tuple[Held, ...]
    unchanged: tuple[str, ...]
    not_offered: tuple[tuple[str, str], ...]
    failed: tuple[tuple[str, str], ...]


def fetch(
    into: Path,
    *,
    base_url: str = PUBLIC_API,
    sources: Sequence[str] | None = None,
    say: Callable[[str], None],
    everything: bool = False,
    patience: Patience = PATIENT,
    wait: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Download the new versions of our sources' data sets below `into`, with a releases.csv that publishing understands.

    `sources` are ids; all that are published there without it. A source that fails does not stop the others; one that the
    service does not offer is a failure only where it was asked for by name, or where none is offered at all.
    Raises FetchError where nobody answers, where a name is unknown, or where the folder cannot be used.
    """
    looked_for = wanted(sources)
    with writing(into), Web(base_url, say, patience, wait) as web, _locked(into):
        memory, api = Memory(into, web.base), Api(web)
        round_ = _Round(Finder(api, memory), Bringer(api, into, memory, everything), say)
        for source in looked_for:
            round_.visit(source)
        return round_.fetched(into, strict=sources is not None)


class _Round:
    """One go over the sources, keeping count."""

    def __init__(self, finder: Finder, bringer: Bringer, say: Callable[[str], None]) -> None:
        self._finder, self._bringer, self._say = finder, bringer, say
        self._new: list[Held] = []
        self._unchanged: list[str] = []
        self._not_offered: list[tuple[str, str]] = []
        self._failed: list[tuple[str, str]] = []

    def visit(self, source: Wanted) -> None:
        """Bring one source up to date. Raises Unreachable: then the others are out of reach too."""
        id_ = source.source.id
        try:
            new = 0
            for held in self._bringer.bring(source, *self._finder.find(source)):
                self._new.append(held)
                new += 1
            if not new:
                self._unchanged.append(id_)
                self._say(f"{id_}: nothing new.")
        except Unreachable:
            raise
        except NotOffered as error:
            self._not_offered.append((id_, str(error)))
            self._say(f"{id_}: {error}")
        except FetchError as error:
            self._failed.append((id_, str(error)))
            self._say(f"{id_}: failed; the reason is said at the end.")

    def fetched(self, folder: Path, strict: bool) -> Fetched:
        """The count. Where `strict`, or where nothing was offered at all, what is not offered has failed."""
        none = not (self._new or self._unchanged or self._failed)
        missing = self._not_offered if strict or none else []
        rest = [] if missing else self._not_offered
        return Fetched(folder, tuple(self._new), tuple(self._unchanged), tuple(rest), (*self._failed, *missing))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a download folder for one run. The lock falls with the process that holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FetchError(f"Another download is at work in {folder}. Wait for it, or name another folder.") from error
        yield


def failure(fetched: Fetched) -> UserError | None:
    """The error to end with, one sentence a source; None where nothing failed."""
    if not fetched.failed:
        return None
    return FetchError("\n".join(f"{id_}: {sentence}" for id_, sentence in fetched.failed))
