"""Under which titles our sources are published: data/reference/ees_titles.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.describe import Source, sources
from data.errors import BadInput, nearest
from data.fetch.errors import FetchError

TITLES = Path(__file__).parent.parent / "reference" / "ees_titles.toml"
_KEYS = {"publisher": str, "publication": str, "data_sets": list}


@dataclass(frozen=True)
class Wanted:
    """A source with the publication that carries it and the titles of its data set, likeliest first; `*` stands for any words."""

    source: Source
    publisher: str
    publication: str
    data_sets: tuple[str, ...]


def wanted(
    ids: Iterable[str] | None = None, file: Path = TITLES, known: Mapping[str, Source] | None = None
) -> tuple[Wanted, ...]:
    """The sources to look for: those named, or all in the file. Raises FetchError for one that is not in it, BadInput for a
    file that does not hold together."""
    described = sources() if known is None else known
    entries = {id_: _entry(id_, entry, described, file.name) for id_, entry in _read(file).items()}
    chosen = list(entries) if ids is None else list(dict.fromkeys(ids))
    for id_ in chosen:
        if id_ not in entries:
            hint = nearest(id_, list(entries)) or f" Known are: {', '.join(entries)}."
            raise FetchError(f'"{id_}" is no source that can be fetched.{hint} The titles are in data/reference/{file.name}.')
    return tuple(entries[id_] for id_ in chosen)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"this is not valid TOML ({error}). Mend it, or restore it from the repository.", file.name) from error


def _entry(id_: str, entry: Any, described: Mapping[str, Source], name: str) -> Wanted:
    where = f"{name}, [{id_}]"
    if id_ not in described:
        hint = nearest(id_, list(described))
        raise BadInput(f"no source of this name is described in data/sources.{hint} Rename or remove the entry.", where)
    if not isinstance(entry, Mapping) or set(entry) != set(_KEYS):
        raise BadInput(f"expected exactly these keys: {', '.join(_KEYS)}.", where)
    for key, kind in _KEYS.items():
        if not isinstance(entry[key], kind) or not entry[key]:
            raise BadInput(f"{key} must be a {'list of titles' if kind is list else 'title'}, and not empty.", where)
    if not all(isinstance(title, str) and title.strip("* ") for title in entry["data_sets"]):
        raise BadInput("data_sets must be a list of titles with words in them.", where)
    return Wanted(described[id_], entry["publisher"], entry["publication"], tuple(entry["data_sets"]))
