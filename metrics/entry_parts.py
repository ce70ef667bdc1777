"""Bind an entry's numerator, denominator and value to the described tables: which observations each breakdown is made of."""

from collections.abc import Iterator, Mapping
from typing import Any

from data.describe import Measure, Source
from data.errors import BadInput, nearest
from metrics.entry import Part, Slice

ROLES = ("numerator", "denominator", "value")
PART_KEYS = ("measure", "measures", "where", "source", "years_before")


def slices(entry: Mapping[str, Any], per: float, known_sources: Mapping[str, Source]) -> Iterator[Slice]:
    """One slice for each breakdown, in the entry's order. Raises BadInput naming a key or word and the nearest spelling."""
    if ("value" in entry) == ("numerator" in entry):
        raise BadInput('give either a "numerator" (with or without a "denominator") or a plain "value".')
    source = _source(entry["source"], known_sources)
    breakdown = entry.get("breakdown")
    labels = breakdown["labels"] if breakdown else ["Total"]
    for label in labels:
        extra = {breakdown["dimension"]: label} if breakdown else {}
        parts = {
            role: _part(entry[role], source, known_sources, extra if role != "denominator" or _follows(entry, breakdown) else {})
            for role in ROLES
            if role in entry
        }
        lead = entry.get("numerator") or entry["value"]
        where = {k: v for k, v in ({**lead.get("where", {}), **extra}).items() if isinstance(v, str)}
        published, decimals = _published(parts, source, per)
        yield Slice(
            breakdown=label,
            period_kind=source.period_kind(where),
            numerator=parts.get("numerator"),
            denominator=parts.get("denominator"),
            value=parts.get("value"),
            published=published,
            published_decimals=decimals,
        )


def _follows(entry: Mapping[str, Any], breakdown: Mapping[str, Any] | None) -> bool:
    """Whether each label is a share of its own whole: a denominator of the same table that names none of the labels."""
    below = entry["denominator"]
    return breakdown is not None and "source" not in below and breakdown["dimension"] not in below.get("where", {})


def _source(id_: str, known_sources: Mapping[str, Source]) -> Source:
    if id_ not in known_sources:
        raise BadInput(f'there is no source "{id_}".{nearest(id_, list(known_sources))}')
    return known_sources[id_]


def _part(entry: Mapping[str, Any], home: Source, known_sources: Mapping[str, Source], extra: Mapping[str, str]) -> Part:
    for key in entry:
        if key not in PART_KEYS:
            raise BadInput(f'unknown key "{key}" in a numerator, denominator or value.{nearest(key, list(PART_KEYS))}')
    source = _source(entry["source"], known_sources) if "source" in entry else home
    names = entry["measures"] if "measures" in entry else [entry.get("measure", "")]
    measures = [source.measure(name).name for name in names]
    combinations: list[dict[str, str]] = [dict(extra)]
    for dimension, words in entry.get("where", {}).items():
        listed = [words] if isinstance(words, str) else words
        combinations = [{**c, dimension: word} for c in combinations for word in listed]
    terms = tuple((source.breakdown(where), measure) for where in combinations for measure in measures)
    return Part(source.id, terms, entry.get("years_before", 0))


def _published(parts: Mapping[str, Part], source: Source, per: float) -> tuple[Part | None, int]:
    """The publisher's own rounded figure: on the numerator's row, the percent or rate of that count; a plain count or
    value is its own. None where labels are summed, since nobody publishes that sum."""
    lead = parts.get("value") or parts["numerator"]
    if len(lead.terms) != 1:
        return None, 0
    breakdown, name = lead.terms[0]
    if "denominator" not in parts or "value" in parts:
        return lead, source.measure(name).decimals
    rounded: Measure | None = next((m for m in source.measures if m.of == name and m.per == per), None)
    return (Part(source.id, ((breakdown, rounded.name),)), rounded.decimals) if rounded else (None, 0)
