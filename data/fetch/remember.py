"""What was found and fetched before, kept in the download folder as a small TOML file that people can read."""

import tomllib
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from data.durable import write_text
from data.fetch.errors import FetchError

NAME = "fetched.toml"
_HEAD = (
    "# What `python -m data fetch` found and downloaded. Delete this file to have everything looked up anew;\n"
    "# files that are already here are never overwritten.\n\n"
)
T = TypeVar("T")


@dataclass(frozen=True)
class Found:
    """The ids that a source's titles led to, with the titles as they were then."""

    source: str
    publication_wanted: str
    publication_id: str
    publication_title: str
    data_set_id: str
    data_set_title: str


@dataclass(frozen=True)
class Held:
    """A file that came whole. `path` counts from the download folder; `etag` and `last_modified` are '' where none was sent."""

    path: str
    source: str
    data_set_id: str
    version: str
    published_on: date
    sha256: str
    bytes: int
    rows: int
    etag: str
    last_modified: str


class Memory:
    """The memory of one download folder. Ids belong to the service they came from; files are remembered whatever it was."""

    def __init__(self, folder: Path, service: str) -> None:
        """Raises FetchError where the file is there but cannot be understood."""
        self.folder, self.service = folder, service
        kept = _read(folder / NAME)
        same = kept.get("service") == service
        self.found = {f.source: f for f in (_made(Found, e) for e in kept.get("sources", []))} if same else {}
        self.files = [_made(Held, entry) for entry in kept.get("files", [])]

    def publication_id(self, wanted: str) -> str:
        """The id that a publication's title led to before, or ''."""
        return next((f.publication_id for f in self.found.values() if f.publication_wanted == wanted), "")

    def held(self, source: str, data_set_id: str) -> list[Held]:
        """The files of a data set that are still in the folder, in the order in which they came."""
        return [h for h in self.files if h.source == source and h.data_set_id == data_set_id and self._is_here(h)]

    def note_found(self, found: Found) -> None:
        """Remember where a source was found."""
        self.found[found.source] = found
        self._write()

    def note_held(self, held: Held) -> None:
        """Remember a file that came whole, in place of what was known of this path."""
        self.files = [h for h in self.files if h.path != held.path] + [held]
        self._write()

    def _is_here(self, held: Held) -> bool:
        path = self.folder / held.path
        return path.is_file() and path.stat().st_size == held.bytes

    def _write(self) -> None:
        kept = {
            "service": self.service,
            "sources": [asdict(f) for f in self.found.values()],
            "files": [asdict(h) for h in self.files],
        }
        write_text(self.folder / NAME, _HEAD + tomli_w.dumps(kept))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _damaged(str(error)) from error


def _made(kind: type[T], entry: Any) -> T:
    kinds = {f.name: f.type for f in fields(kind)}  # type: ignore[arg-type]
    if not isinstance(entry, dict) or set(entry) != set(kinds):
        raise _damaged(f"expected entries with {', '.join(kinds)}")
    if any(type(entry[name]) is not wanted for name, wanted in kinds.items()):
        raise _damaged(f"an entry with {', '.join(kinds)} holds something of another kind")
    return kind(**entry)


def _damaged(why: str) -> FetchError:
    return FetchError(
        f"{NAME} in the download folder cannot be understood ({why}). Delete it and run the same command again: "
        "titles are looked up anew, and no file is overwritten."
    )
