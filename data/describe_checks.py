"""What must hold in the description of a published table. Every function raises BadInput naming file, key and nearest word."""

from collections.abc import Iterable, Mapping
from typing import Any

from data.described import KINDS, LEVELS, PERIOD_KINDS, SHAPES, WRITTEN, Source
from data.errors import BadInput, nearest

# Every key that a description may have, by where it stands; data/README.md says what each of them means.
KEYS: dict[str, tuple[str, ...]] = {
    "top": tuple(
        "title shape files period_kind period_kind_where dimensions remarks measures headline wholes levels exact regions_differ "
        "edition la_number neighbour numbers names sheets".split()
    ),
    "dimensions": ("columns", "labels", "spellings"),
    "measures": ("columns", "kind", "decimals", "of", "out_of", "per", "where", "written"),
    "wholes": ("dimension", "whole", "parts", "where", "adds_up"),
    "period_kind_where": ("kind", "where"),
    "sheets": ("names", "header_row", "columns", "grades", "visits"),
}
_NEEDED = {
    "table": ("title", "files", "period_kind", "measures"),
    "neighbours": ("title", "files", "edition", "la_number", "neighbour"),
    "lait": ("title", "files", "period_kind", "dimensions", "measures", "numbers", "names"),
    "inspections": ("title", "files", "sheets"),
}


def check_entry(entry: Mapping[str, Any], file: str) -> None:
    """Every key is one that we know, and those that a table of this shape cannot do without are there."""
    _known(entry, KEYS["top"], "key", file)
    shape = entry.get("shape", SHAPES[0])
    _known([shape], SHAPES, "shape", file)
    _needed(entry, _NEEDED[shape], file)
    _known(entry.get("levels", ()), LEVELS, "level", file)
    if "sheets" in entry:
        _known(entry["sheets"], KEYS["sheets"], "key", f"{file}, sheets")
        _needed(entry["sheets"], KEYS["sheets"], f"{file}, sheets")
    _check_labels(entry, file)
    _check_measures(entry, file)
    for number, whole in enumerate(entry.get("wholes", []), 1):
        _known(whole, KEYS["wholes"], "key", f"{file}, wholes {number}")
        _needed(whole, ("dimension", "whole"), f"{file}, wholes {number}")
    for number, kind in enumerate(entry.get("period_kind_where", []), 1):
        _known(kind, KEYS["period_kind_where"], "key", f"{file}, period_kind_where {number}")
        _needed(kind, KEYS["period_kind_where"], f"{file}, period_kind_where {number}")


def _check_labels(entry: Mapping[str, Any], file: str) -> None:
    for key in ("dimensions", "remarks"):
        for name, dimension in entry.get(key, {}).items():
            where = f"{file}, {key}.{name}"
            _known(dimension, KEYS["dimensions"], "key", where)
            _needed(dimension, ("columns", "labels"), where)
            _known(dimension.get("spellings", {}).values(), dimension["labels"], "label", where)


def _check_measures(entry: Mapping[str, Any], file: str) -> None:
    for name, measure in entry.get("measures", {}).items():
        where = f"{file}, measures.{name}"
        _known(measure, KEYS["measures"], "key", where)
        _needed(measure, ("kind",), where)
        _known([measure["kind"]], KINDS, "kind", where)
        _known([measure["of"]] if "of" in measure else [], tuple(entry["measures"]), "measure", where)
        _known(measure.get("out_of", ()), tuple(entry["measures"]), "measure", where)
        _known([measure["written"]] if "written" in measure else [], WRITTEN, "way of writing", where)


def check_source(source: Source, file: str) -> None:
    """Every dimension and label that a pick, a period or a claim names is one of the source's."""
    words = {d.name: tuple(dict.fromkeys(d.words.values())) for d in source.dimensions}
    picks: list[tuple[str, Mapping[str, tuple[str, ...]]]] = [("headline", pick) for pick in source.headline]
    picks += [("period_kind_where", kind.where) for kind in source.period_kinds]
    picks += [("wholes", {w.dimension: (w.whole, *w.parts)}) for w in source.wholes]
    picks += [("wholes", {d: (w,) for d, w in whole.where.items()}) for whole in source.wholes]
    picks += [(f"measures.{m.name}", m.where) for m in source.measures]
    for key, pick in picks:
        _known(pick, tuple(words), "dimension", f"{file}, {key}")
        for name, picked in pick.items():
            _known(picked, words[name], f"label of {name}", f"{file}, {key}")
    _known((kind.kind for kind in source.period_kinds), PERIOD_KINDS, "period_kind", file)


def _known(words: Iterable[str], known: Iterable[str], what: str, where: str) -> None:
    allowed = list(known)
    for word in words:
        if word not in allowed:
            near = nearest(str(word), allowed) or f" Known: {', '.join(allowed[:12])}."
            raise BadInput(f'unknown {what} "{word}".{near}', where)


def _needed(entry: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    for key in keys:
        if key not in entry:
            raise BadInput(f'the key "{key}" is missing. Add it; the other files in data/sources show how.', where)
