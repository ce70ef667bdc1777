"""The way of a figure back: from a fact to the observations it is made of, their release, the file, its hash, the snapshot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from data.areas import Area
from data.build import name_of
from data.describe import sources
from data.errors import BadInput
from data.manifest import Manifest, SourceFile
from data.status import Status
from metrics.ask import Ask
from metrics.catalogue import Indicator, Part, Slice
from metrics.describe import no_figures
from metrics.facts import query
from metrics.known_on import NOW, KnownOn

ROLES = ("numerator", "denominator", "value", "published")


@dataclass(frozen=True)
class Vintage:
    """One fact as it was known from one day until the day before another (None: until now)."""

    release: str
    published_on: date
    known_from: date
    known_until: date | None
    numerator: float | None
    denominator: float | None
    value: float | None
    status: Status
    published_value: float | None
    joint_with: str


@dataclass(frozen=True)
class Observed:
    """One published figure that goes into a fact as its `role`, with its row's key in our words: which words of which dimension,
    and under which column headings the file may have it. `file` is the published file that it stood in."""

    role: str
    source: str
    source_title: str
    area_code: str
    period: str
    words: Mapping[str, str]
    measure: str
    columns: tuple[str, ...]
    value: float | None
    status: Status
    joint_with: str
    file: SourceFile | None


@dataclass(frozen=True)
class Trace:
    """A fact and its way back. `vintages` is its revision history, oldest first; `fact` is the one that was asked for."""

    indicator: Indicator
    breakdown: str
    area: Area
    period: str
    known_on: KnownOn
    fact: Vintage
    made_of: tuple[Observed, ...]
    vintages: tuple[Vintage, ...]
    snapshot: str
    content_hash: str


def trace(ask: Ask, indicator: str, area: str, period: str, breakdown: str | None = None, known_on: KnownOn = NOW) -> Trace:
    """The way back of one figure. Raises BadInput for an indicator without figures, and for a figure that is not held."""
    entry = ask.catalogue[indicator]
    if not entry.measured:
        raise BadInput(no_figures(entry))
    one, place = entry.slice(breakdown), ask.areas.find(area)
    rows = ask.vintages(entry.id, one.breakdown, place.code, period, known_on)
    chosen = [row for row in rows if row["chosen"]]
    if not chosen:
        raise BadInput(_not_held(ask, entry, one, place, period, rows))
    fact = _vintage(chosen[0])
    made_of = tuple(_made_of(ask, one, place, _year(period), fact))
    made = ask.manifest
    vintages = tuple(_vintage(row) for row in rows)
    return Trace(entry, one.breakdown, place, period, known_on, fact, made_of, vintages, made.id, made.content_hash)


def _not_held(ask: Ask, entry: Indicator, one: Slice, place: Area, period: str, rows: Sequence[Mapping[str, Any]]) -> str:
    where = f"{entry.title_of(one.breakdown)} is not held for {place.short_name} in {period}"
    if rows:
        return f"{where} as known on that day: it was first known on {rows[0]['known_from']}. Ask for a later day."
    found = ask.facts(indicators=[entry.id], areas=[place.code], breakdowns=[one.breakdown])
    periods = [str(row["period"]) for row in found]
    return f"{where}. Held: {', '.join(periods) or 'none'}."


def _year(period: str) -> int:
    return int(period[:4]) + (1 if len(period) > 4 else 0)


def _vintage(row: Mapping[str, Any]) -> Vintage:
    until = row["known_until"]
    return Vintage(
        release=row["release"],
        published_on=row["published_on"],
        known_from=row["known_from"],
        known_until=None if until == date.max else until,
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=row["value"],
        status=Status(row["status"]),
        published_value=row["published_value"],
        joint_with=row["joint_with"] or "",
    )


def _made_of(ask: Ask, one: Slice, place: Area, year: int, fact: Vintage) -> Iterator[Observed]:
    parts: dict[str, Part | None] = dict(zip(ROLES, (one.numerator, one.denominator, one.value, one.published), strict=True))
    lead = one.value or one.numerator
    for role, part in parts.items():
        # Where one count is the whole indicator, the published figure is that very observation.
        if part is None or (role == "published" and part == lead):
            continue
        # A table of its own has its own releases: what counts is the newest by the day on which the fact was known.
        day = fact.published_on if lead and part.source == lead.source else fact.known_from
        for row in _observations(ask, part, place, year - part.years_before, day):
            yield _observed(role, row, ask.manifest)


def _observations(ask: Ask, part: Part, place: Area, year: int, day: date) -> list[dict[str, Any]]:
    path = ask.snapshot.folder / name_of(part.source)
    if not path.is_file():
        return []
    con = duckdb.connect(":memory:")
    try:
        quoted = "'" + str(path).replace("'", "''") + "'"
        con.execute(f"CREATE VIEW observations AS SELECT * FROM read_parquet({quoted})")
        values = {
            "area": place.code,
            "year": year,
            "day": day,
            "breakdowns": list(dict.fromkeys(text for text, _ in part.terms)),
            "measures": list(dict.fromkeys(measure for _, measure in part.terms)),
        }
        con.execute(query("trace"), values)
        names = [d[0] for d in con.description or []]
        rows = [dict(zip(names, row, strict=True)) for row in con.fetchall()]
    finally:
        con.close()
    return [row for row in rows if (row["breakdown"], row["measure"]) in part.terms]


def _observed(role: str, row: Mapping[str, Any], manifest: Manifest) -> Observed:
    source = sources()[row["source"]]
    words = row["breakdown"].split(" | ") if source.dimensions else []
    files = [f for f in manifest.source_files if (f.source, f.published_on) == (source.id, row["published_on"])]
    return Observed(
        role=role,
        source=source.id,
        source_title=source.title,
        area_code=row["area_code"],
        period=row["period"],
        words=dict(zip([d.name for d in source.dimensions], words, strict=False)),
        measure=row["measure"],
        columns=source.measure(row["measure"]).columns,
        value=row["value"],
        status=Status(row["status"]),
        joint_with=row["joint_with"] or "",
        file=files[0] if files else None,
    )
