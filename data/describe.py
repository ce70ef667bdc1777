"""Read the descriptions of published tables (data/sources/*.toml): which files, columns, labels and measures they have."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from data.errors import BadInput, nearest

FOLDER = Path(__file__).parent / "sources"
KINDS = ("count", "fte", "percent", "rate", "mean")
PERIOD_KINDS = ("31 March", "year to 31 March", "academic year", "30 September", "30 June")
SOURCE_KEYS = frozenset(
    "title shape files period_kind period_kind_where dimensions measures headline exact about edition la_number neighbour".split()
)


@dataclass(frozen=True)
class Dimension:
    """A column of labels. `words` leads from every spelling in the files to our own word for it."""

    name: str
    columns: tuple[str, ...]
    words: Mapping[str, str]


@dataclass(frozen=True)
class Measure:
    """A column of figures. A published percent or rate says which count it is `of`, and `per` how many. With `where`, it
    claims only the rows with those words (a mean that its publisher prints in the column of counts)."""

    name: str
    columns: tuple[str, ...]
    kind: str
    decimals: int = 0
    of: str | None = None
    per: float | None = None
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PeriodKind:
    """What a period means (31 March, year to 31 March ...) for the rows that `where` picks; empty `where` is every row."""

    kind: str
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A published table, described once for all its releases. `exact` is False where the published rates come from
    figures finer than the ones published beside them."""

    id: str
    title: str
    files: tuple[str, ...]
    shape: str
    period_kinds: tuple[PeriodKind, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    measures: tuple[Measure, ...] = ()
    headline: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    exact: bool = True
    edition: str = ""
    la_number: str = ""
    neighbour: str = ""

    def period_kind(self, words: Mapping[str, str]) -> str:
        """The kind of period of the rows with these words; the last description that fits wins."""
        fitting = [k.kind for k in self.period_kinds if all(words.get(d) == w for d, w in k.where.items())]
        return fitting[-1]

    def measure(self, name: str) -> Measure:
        """The measure of that name. Raises BadInput naming the nearest one."""
        for measure in self.measures:
            if measure.name == name:
                return measure
        known = [m.name for m in self.measures]
        raise BadInput(f'{self.id}.toml has no measure "{name}".{nearest(name, known)} It has: {", ".join(known)}.')

    def breakdown(self, where: Mapping[str, str]) -> str:
        """The text under which observations with these words are kept: the words of all dimensions, in order.

        Raises BadInput for a dimension or a word that the source does not have, or a dimension left out.
        """
        names = [d.name for d in self.dimensions]
        for name in where:
            if name not in names:
                raise BadInput(f'{self.id}.toml has no dimension "{name}".{nearest(name, names)} It has: {", ".join(names)}.')
        return join(self._word(d, where) for d in self.dimensions)

    def _word(self, dimension: Dimension, where: Mapping[str, str]) -> str:
        if dimension.name not in where:
            raise BadInput(f'{self.id}: say which "{dimension.name}" is meant, one of {_some(dimension)}.')
        word = where[dimension.name]
        if word not in dimension.words.values():
            near = nearest(word, sorted(set(dimension.words.values())))
            raise BadInput(f'{self.id}: "{word}" is no label of "{dimension.name}".{near}')
        return word


def join(words: Iterator[str] | list[str]) -> str:
    """The words of an observation's dimensions as one text; a table without dimensions has 'Total'."""
    return " | ".join(words) or "Total"


def _some(dimension: Dimension) -> str:
    words = list(dict.fromkeys(dimension.words.values()))
    return ", ".join(f'"{w}"' for w in words[:6]) + (" ..." if len(words) > 6 else "")


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
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not valid TOML: {error}.") from error
    for key in entry:
        if key not in SOURCE_KEYS:
            raise BadInput(f'{path.name}: unknown key "{key}".{nearest(key, sorted(SOURCE_KEYS))}')
    for key in ("title", "files"):
        if key not in entry:
            raise BadInput(f'{path.name}: the key "{key}" is missing. Every source says its title and its files.')
    source = Source(
        id=path.stem,
        title=entry["title"],
        files=tuple(entry["files"]),
        shape=entry.get("shape", "table"),
        period_kinds=_period_kinds(path, entry),
        dimensions=tuple(_dimension(n, d) for n, d in entry.get("dimensions", {}).items()),
        measures=tuple(_measure(path, n, m) for n, m in entry.get("measures", {}).items()),
        headline=_headline(entry.get("headline", [])),
        exact=entry.get("exact", True),
        edition=entry.get("edition", ""),
        la_number=entry.get("la_number", ""),
        neighbour=entry.get("neighbour", ""),
    )
    _check_words(path, source)
    return source


def _period_kinds(path: Path, entry: Mapping[str, Any]) -> tuple[PeriodKind, ...]:
    kinds = [PeriodKind(entry["period_kind"])] if "period_kind" in entry else []
    kinds += [PeriodKind(e["kind"], e["where"]) for e in entry.get("period_kind_where", [])]
    for kind in kinds:
        if kind.kind not in PERIOD_KINDS:
            raise BadInput(f'{path.name}: period_kind "{kind.kind}" is none of {", ".join(PERIOD_KINDS)}.')
    return tuple(kinds)


def _dimension(name: str, entry: Mapping[str, Any]) -> Dimension:
    words = {label: label for label in entry["labels"]} | entry.get("spellings", {})
    return Dimension(name, tuple(entry["columns"]), words)


def _measure(path: Path, name: str, entry: Mapping[str, Any]) -> Measure:
    if entry.get("kind") not in KINDS:
        raise BadInput(f'{path.name}: measure "{name}" must say its kind, one of {", ".join(KINDS)}.')
    per = entry.get("per", 100 if entry["kind"] == "percent" else None)
    columns = tuple(entry.get("columns", [name]))
    return Measure(name, columns, entry["kind"], entry.get("decimals", 0), entry.get("of"), per, entry.get("where", {}))


def _headline(entries: list[Mapping[str, Any]]) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    return tuple({k: (v,) if isinstance(v, str) else tuple(v) for k, v in e.items()} for e in entries)


def _check_words(path: Path, source: Source) -> None:
    for dimension in source.dimensions:
        known = set(dimension.words.values())
        picks = [h.get(dimension.name, ()) for h in source.headline]
        picks += [(k.where[dimension.name],) for k in source.period_kinds if dimension.name in k.where]
        for word in (w for pick in picks for w in pick):
            if word not in known:
                raise BadInput(f'{path.name}: "{word}" is no label of {dimension.name}.{nearest(word, sorted(known))}')
