"""Read the indicators (metrics/catalogue/*.toml). A file's name is its id; a mistake is named, with the nearest spelling."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from data.describe import Source, sources
from data.errors import BadInput, nearest
from metrics.entry import Break, GapTo, Indicator, Known, Part, Slice, Target
from metrics.entry_checks import PRINCIPLES, check_entry, check_gaps, check_indicator
from metrics.entry_parts import slices

__all__ = ["PRINCIPLES", "Break", "Catalogue", "GapTo", "Indicator", "Known", "Part", "Slice", "Target", "catalogue"]

FOLDER = Path(__file__).parent / "catalogue"


class Catalogue(Mapping[str, Indicator]):
    """All indicators by id, in order: context first, then the principles as the Act lists them."""

    def __init__(self, entries: Iterable[Indicator]) -> None:
        self._entries = {e.id: e for e in sorted(entries, key=_order)}

    def __getitem__(self, id_: str) -> Indicator:
        if id_ not in self._entries:
            known = list(self._entries)
            raise BadInput(f'There is no indicator "{id_}".{nearest(id_, known)} List them with: python -m metrics list')
        return self._entries[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._entries

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def of(self, principle: str) -> tuple[Indicator, ...]:
        """The indicators of one principle ('context' or '1' to '7'), without those that only stand beside another."""
        return tuple(e for e in self._entries.values() if e.principle == principle and not e.reference)

    @property
    def references(self) -> tuple[Indicator, ...]:
        """The entries that exist to be set beside another: the same measure of all pupils, of children in need."""
        return tuple(e for e in self._entries.values() if e.reference)

    @property
    def measured(self) -> tuple[Indicator, ...]:
        """The indicators that have published figures, references among them."""
        return tuple(e for e in self._entries.values() if e.measured)


def catalogue(folder: Path = FOLDER) -> Catalogue:
    """Every entry, read once per state of the folder. Raises BadInput naming file, key and nearest spelling."""
    with os.scandir(folder) as found:  # asked in every run of every page: much quicker than a Path for each
        stamp = tuple(sorted((one.name, one.stat().st_mtime_ns) for one in found if one.name.endswith(".toml")))
    return _load(folder, stamp)


@cache
def _load(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Catalogue:
    entries = Catalogue(_read(folder / name, sources()) for name, _ in stamp)
    check_gaps(dict(entries))
    return entries


def _order(entry: Indicator) -> tuple[int, list[int], bool, str]:
    numbers = [int(n) for n in re.findall(r"\d+", entry.code)] or [999]
    return PRINCIPLES.index(entry.principle), numbers, entry.reference, entry.title


def _read(path: Path, known_sources: Mapping[str, Source]) -> Indicator:
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} is not valid TOML: {error}.") from error
    try:
        return _indicator(path.stem, entry, known_sources)
    except BadInput as error:
        text = str(error)
        raise BadInput(text if text.startswith(path.name) else f"{path.name}: {text}") from error


def _indicator(id_: str, entry: Mapping[str, Any], known_sources: Mapping[str, Source]) -> Indicator:
    check_entry(entry)
    per = float(entry.get("per", 1))
    known = entry.get("known", [])
    indicator = Indicator(
        id=id_,
        title=entry["title"],
        plain=entry["plain"],
        principle=str(entry["principle"]),
        better=entry["better"],
        unit=entry["unit"],
        per=per,
        decimals=entry.get("decimals", 0),
        source=entry.get("source", ""),
        slices=tuple(slices(entry, per, known_sources)) if "source" in entry else (),
        caution=entry.get("caution", ""),
        questions=tuple(entry["questions"]),
        known=tuple(_known(k) for k in ([known] if isinstance(known, dict) else known)),
        code=entry.get("code", ""),
        who=entry.get("who", ""),
        did=entry.get("did", ""),
        did_of=entry.get("did_of", {}),
        headline=entry.get("headline", False),
        collect=entry.get("collect", ""),
        breaks=tuple(sorted((_break(b) for b in entry.get("breaks", [])), key=lambda b: b.year)),
        target=Target(float(entry["target"]["value"]), entry["target"]["why"]) if "target" in entry else None,
        margin=float(entry["margin"]) if "margin" in entry else None,
        gaps=tuple(GapTo(g["to"], g["indicator"]) for g in entry.get("gaps", [])),
        reference=entry.get("reference", False),
        elsewhere=entry.get("elsewhere", ""),
        declared_interval=entry.get("interval", ""),
    )
    check_indicator(indicator)
    return indicator


def _break(entry: Mapping[str, Any]) -> Break:
    return Break(entry["year"], entry["reason"], tuple(entry.get("breakdowns", [])))


def _known(entry: Mapping[str, Any]) -> Known:
    allowed = ["area", "period", "breakdown", "value", "numerator", "denominator"]
    for key in entry:
        if key not in allowed:
            raise BadInput(f'unknown key "{key}" in "known".{nearest(key, allowed)}')
    figures = {k: v for k, v in entry.items() if k in ("value", "numerator", "denominator")}
    if "area" not in entry or "period" not in entry or not figures:
        raise BadInput('"known" needs an area, a period and a value, numerator or denominator.')
    return Known(str(entry["area"]), str(entry["period"]), figures, entry.get("breakdown"))
