"""Read the descriptions of published tables (data/sources/*.toml): which files, columns, labels and measures they have."""

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from data.describe_checks import check_entry, check_source
from data.described import LEVELS, Dimension, Measure, PeriodKind, Sheets, Source, Whole, join
from data.errors import BadInput

__all__ = ["Dimension", "Measure", "PeriodKind", "Sheets", "Source", "join", "source_of", "sources"]

FOLDER = Path(__file__).parent / "sources"


@cache
def sources(folder: Path = FOLDER) -> Mapping[str, Source]:
    """Every described source by id, in order of id. Raises BadInput for a description that does not hold together."""
    return {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}


def source_of(file_name: str, known: Mapping[str, Source]) -> Source | None:
    """The source whose file patterns fit this name, or None for a file nobody has described."""
    return next((s for s in known.values() if any(fnmatch(file_name.lower(), p.lower()) for p in s.files)), None)


def _read(path: Path) -> Source:
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"this is not valid TOML ({error}). Mend it, or restore it from the repository.", path.name) from error
    check_entry(entry, path.name)
    source = Source(
        id=path.stem,
        title=entry["title"],
        files=tuple(entry["files"]),
        shape=entry.get("shape", "table"),
        period_kinds=_period_kinds(entry),
        dimensions=tuple(_dimension(n, d) for n, d in entry.get("dimensions", {}).items()),
        measures=tuple(_measure(n, m) for n, m in entry.get("measures", {}).items()),
        headline=tuple(_picks(e) for e in entry.get("headline", [])),
        wholes=tuple(_whole(w) for w in entry.get("wholes", [])),
        remarks=tuple(_dimension(n, d) for n, d in entry.get("remarks", {}).items()),
        levels=tuple(entry.get("levels", LEVELS)),
        exact=entry.get("exact", True),
        regions_differ=entry.get("regions_differ", 0.0),
        edition=entry.get("edition", ""),
        la_number=entry.get("la_number", ""),
        neighbour=entry.get("neighbour", ""),
        numbers=entry.get("numbers", {}),
        names=entry.get("names", {}),
        sheets=_sheets(entry["sheets"]) if "sheets" in entry else None,
    )
    check_source(source, path.name)
    return source


def _period_kinds(entry: Mapping[str, Any]) -> tuple[PeriodKind, ...]:
    kinds = [PeriodKind(entry["period_kind"])] if "period_kind" in entry else []
    return (*kinds, *(PeriodKind(e["kind"], _picks(e["where"])) for e in entry.get("period_kind_where", [])))


def _dimension(name: str, entry: Mapping[str, Any]) -> Dimension:
    words = {label: label for label in entry["labels"]} | entry.get("spellings", {})
    return Dimension(name, tuple(entry["columns"]), words)


def _measure(name: str, entry: Mapping[str, Any]) -> Measure:
    per = entry.get("per", 100 if entry["kind"] == "percent" else None)
    columns = tuple(entry.get("columns", [name]))
    out_of = tuple(entry.get("out_of", []))
    where, written = _picks(entry.get("where", {})), entry.get("written", "")
    return Measure(name, columns, entry["kind"], entry.get("decimals", 0), entry.get("of"), per, where, out_of, written)


def _sheets(entry: Mapping[str, Any]) -> Sheets:
    columns = {name: tuple(spellings) for name, spellings in entry["columns"].items()}
    return Sheets(entry["names"], entry["header_row"], columns, tuple(entry["grades"]), tuple(entry["visits"]))


def _whole(entry: Mapping[str, Any]) -> Whole:
    parts = tuple(entry.get("parts", []))
    return Whole(entry["dimension"], entry["whole"], parts, entry.get("where", {}), entry.get("adds_up", True))


def _picks(entry: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {name: (words,) if isinstance(words, str) else tuple(words) for name, words in entry.items()}
