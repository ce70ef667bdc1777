"""Say the way of a figure back, to be read or as plain values for JSON."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from metrics.cited import published
from metrics.figures import half_up, reason
from metrics.trace import Observed, Trace, Vintage


def lines(way: Trace) -> Iterator[str]:
    """The way back as text: the fact, what it is made of, how it was revised, the snapshot."""
    title, place = way.indicator.title_of(way.breakdown), f"{way.area.short_name} ({way.area.code})"
    yield f"{title}, {place}, {way.period}: {_figure(way.fact)} ({way.indicator.unit})"
    yield f"Known {_span(way.fact)}, asked for as known on: {way.known_on.text}."
    yield ""
    yield "It is made of:"
    for one in way.made_of:
        yield from _observed(one)
    yield ""
    yield "Every vintage held, oldest first:"
    for vintage in way.vintages:
        yield f"  {vintage.release}, published {vintage.published_on}: {_figure(vintage)}, known {_span(vintage)}."
    yield ""
    yield f"Snapshot {way.snapshot}, content hash {way.content_hash}."


def _observed(one: Observed) -> Iterator[str]:
    value = plain(one.value) if one.value is not None else f"no figure: {reason(one.status)}"
    words = ", ".join(f'{name} "{word}"' for name, word in one.words.items()) or "no labels"
    yield f"  {one.role}: {value} ({one.status.value})"
    yield f"    row: area {one.area_code}, period {one.period}, {words}"
    yield f"    column: {one.measure} (in the file: {' or '.join(one.columns)})"
    if one.joint_with:
        yield f"    a joint return with {one.joint_with}"
    if one.file:
        yield f"    release: {one.file.publisher}, {one.file.release}, published {published(one.file)}, {one.file.licence}"
        yield f"    file: {one.file.file}, SHA-256 {one.file.sha256}"


def _figure(fact: Vintage) -> str:
    shown = plain(fact.value) if fact.value is not None else f"no figure, {reason(fact.status)}"
    if fact.numerator is None or fact.denominator is None:
        return shown
    return f"{shown}, {plain(fact.numerator)} of {plain(fact.denominator)}"


def _span(fact: Vintage) -> str:
    last = f" until {fact.known_until - timedelta(days=1)}" if fact.known_until else " on"
    return f"from {fact.known_from}{last}"


def plain(value: float | None) -> str:
    """A value unrounded but for the noise of floats: '344', '99.854867'."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{half_up(value, 6).normalize():f}"


def as_json(way: Trace) -> dict[str, Any]:
    """The way back as plain values, decimals unrounded."""
    return {
        "indicator": way.indicator.id,
        "breakdown": way.breakdown,
        "area_code": way.area.code,
        "area_name": way.area.name,
        "period": way.period,
        "known_on": way.known_on.text,
        "fact": _vintage(way.fact),
        "made_of": [_json_of(one) for one in way.made_of],
        "history": [_vintage(v) for v in way.vintages],
        "snapshot": way.snapshot,
        "content_hash": way.content_hash,
    }


def _vintage(fact: Vintage) -> dict[str, Any]:
    return {
        "numerator": fact.numerator,
        "denominator": fact.denominator,
        "value": fact.value,
        "status": fact.status.value,
        "published_value": fact.published_value,
        "release": fact.release,
        "published_on": fact.published_on,
        "known_from": fact.known_from,
        "known_until": fact.known_until,
        "joint_with": fact.joint_with,
    }


def _json_of(one: Observed) -> dict[str, Any]:
    file = one.file
    return {
        "role": one.role,
        "source": one.source,
        "source_title": one.source_title,
        "row_key": {"area_code": one.area_code, "period": one.period, **one.words},
        "measure": one.measure,
        "columns": list(one.columns),
        "value": one.value,
        "status": one.status.value,
        "joint_with": one.joint_with,
        "publisher": file.publisher if file else "",
        "release": file.release if file else "",
        "published_on": file.published_on if file else None,
        "day_certain": file.day_certain if file else None,
        "licence": file.licence if file else "",
        "file": file.file if file else "",
        "sha256": file.sha256 if file else "",
    }
