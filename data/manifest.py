"""The manifest of a snapshot: what it holds, from whom, since when, and the hashes that prove it. TOML, to be read aloud."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import tomli_w

from data.errors import StoreError
from data.release import Release

FILE = "manifest.toml"
SEAL = "# SHA-256 of the lines above: "
LICENCE = "Open Government Licence v3.0"
ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0."


@dataclass(frozen=True)
class SourceFile(Release):
    """One published file that went into the snapshot. `rows` stood under its header; `left_out` of them hold no figure."""

    source_title: str
    licence: str
    rows: int
    left_out: int
    observations: int

    @property
    def release(self) -> str:
        """How the release is cited."""
        return self.name


@dataclass(frozen=True)
class ParquetFile:
    """One file of the snapshot, with what proves that it is whole."""

    path: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True)
class KeptFinding:
    """What a check said of a file that was published all the same. Where it would have stopped it, `accepted` is the reason
    for which `accepted_by` took it; both stay with the finding in every later snapshot."""

    check: str
    outcome: str
    message: str
    where: str
    accepted: str = ""
    accepted_by: str = ""


@dataclass(frozen=True)
class Manifest:
    """All that is known of a snapshot without opening its figures.

    `stopped` is what the checks and the gate said against it, and `accepted` why `by` published it all the same; both are empty
    where neither had anything to say.
    """

    id: str
    created_at: datetime
    by: str
    note: str
    holds: str
    previous: str
    content_hash: str
    licence: str
    attribution: str
    changes: tuple[str, ...]
    source_files: tuple[SourceFile, ...]
    parquet: tuple[ParquetFile, ...]
    findings: tuple[KeptFinding, ...]
    stopped: tuple[str, ...] = ()
    accepted: str = ""

    @property
    def hashes(self) -> frozenset[str]:
        """The SHA-256 of every published file that is held."""
        return frozenset(f.sha256 for f in self.source_files)

    @property
    def complete(self) -> bool:
        """False for a snapshot with headline figures only, on which nothing can be published further."""
        return self.holds == "all observations"


def dump(manifest: Manifest) -> str:
    """The manifest as TOML text, sealed: a comment under it gives the hash of the lines above."""
    findings = [{name: text for name, text in asdict(finding).items() if text} for finding in manifest.findings]
    text = tomli_w.dumps(asdict(manifest) | {"findings": findings})
    return f"{text}{SEAL}{hashlib.sha256(text.encode()).hexdigest()}\n"


def read(folder: Path) -> Manifest:
    """The manifest of the snapshot in `folder`. Raises StoreError where it is missing, damaged or of another shape."""
    others = "List the other snapshots with: python -m data list"
    try:
        raw = (folder / FILE).read_bytes()
    except FileNotFoundError as error:
        raise StoreError(f"{folder.name}/{FILE} is missing. {others}") from error
    except OSError as error:
        raise StoreError(f"{folder.name}/{FILE} cannot be read ({error.strerror}). {others}") from error
    body, _, seal = raw.rpartition(SEAL.encode())
    if seal != f"{hashlib.sha256(body).hexdigest()}\n".encode():
        raise StoreError(f"{folder.name}/{FILE} is damaged: its seal is missing or does not fit. {others}")
    try:
        return _manifest(tomllib.loads(body.decode()))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise StoreError(f"{folder.name}/{FILE} was written by another version. {others}") from error


def _manifest(entry: Mapping[str, Any]) -> Manifest:
    values: dict[str, Any] = {f.name: entry[f.name] for f in fields(Manifest) if f.name in entry or f.default is MISSING}
    values["changes"] = tuple(entry["changes"])
    values["stopped"] = tuple(entry.get("stopped", ()))
    values["source_files"] = tuple(SourceFile(**f) for f in entry["source_files"])
    values["parquet"] = tuple(ParquetFile(**f) for f in entry["parquet"])
    values["findings"] = tuple(KeptFinding(**f) for f in entry["findings"])
    return Manifest(**values)
