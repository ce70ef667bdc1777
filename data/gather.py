"""Find the published files in folders and say what each one is, or why it is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.describe import Source, source_of, sources
from data.errors import BadInput
from data.release import Release
from data.releases import LIST, find_list, release_of

DESCRIPTION = ".meta.csv"  # what a publisher says of the columns of the file beside it; see data/metadata.py
NOT_FIGURES = {".md", ".txt", ".toml", ".pdf"}


@dataclass(frozen=True)
class Incoming:
    """A file that one of the sources describes, with its release."""

    path: Path
    source: Source
    release: Release


@dataclass(frozen=True)
class Gathered:
    """What the folders hold: files to read, and (file name, reason) for those left out."""

    incoming: tuple[Incoming, ...]
    left_out: tuple[tuple[str, str], ...]
    again: tuple[Release, ...] = ()  # releases whose bytes were seen before, here or in the store


def gather(
    places: Iterable[Path],
    published: date | None = None,
    held: frozenset[str] = frozenset(),
    known: Mapping[str, Source] | None = None,
) -> Gathered:
    """The described files below some folders (or given one by one), in order of path; a file whose bytes are `held` is left out.

    Raises BadInput for a folder that does not exist or holds not one recognised file, and for a file without a date.
    """
    incoming: list[Incoming] = []
    left_out: list[tuple[str, str]] = []
    again: list[Release] = []
    for place in places:
        files = _files(place)
        described = known if known is not None else sources()
        found = [(path, source) for path in files if (source := source_of(path.name, described))]
        if not found:
            raise BadInput(
                f"{place} holds no file that a source describes; files looked at: {len(files)}. "
                "Give a folder of published files; which file names are known is said in data/sources/*.toml."
            )
        recognised = {path for path, _ in found}
        left_out += [(_name(place, p), "no source describes it") for p in files if p not in recognised and p.name != LIST]
        for path, source in found:
            release = release_of(path, source.id, source.title, find_list(path.parent), published)
            seen = held | {i.release.sha256 for i in incoming}
            if release.sha256 in seen:
                left_out.append((_name(place, path), "already held"))
                again.append(release)
            else:
                incoming.append(Incoming(path, source, release))
    _check_releases(incoming)
    return Gathered(tuple(incoming), tuple(left_out), tuple(again))


def _files(place: Path) -> list[Path]:
    if not place.exists():
        raise BadInput(f"{place} does not exist. Give a folder of published files.")
    files = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file() and not p.name.startswith("."))
    return [p for p in files if p.suffix.lower() not in NOT_FIGURES and not p.name.lower().endswith(DESCRIPTION)]


def _name(place: Path, path: Path) -> str:
    return path.relative_to(place).as_posix() if path != place else path.name


def _check_releases(incoming: list[Incoming]) -> None:
    first: dict[tuple[str, date], Incoming] = {}
    for item in incoming:
        key = (item.source.id, item.release.published_on)
        if key in first:
            raise BadInput(
                f"{item.path} and {first[key].path} both claim to be the release of "
                f"{item.release.published_on.isoformat()} of {item.source.id}, with different contents. "
                "Keep the right one, or date them in releases.csv."
            )
        first[key] = item
