"""Tiny worlds: observations drawn as text become a published snapshot (real parquet) and an opened `Ask` (real DuckDB).

A table of observations has the columns area, period, released, and one a measure; a cell may hold a publisher's symbol (c, k,
low, x, z, u) and an empty cell is a figure that the release does not print. Two areas joined by '+' make one return together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from data import build, inspections, neighbours
from data.areas import load as load_areas
from data.describe import sources
from data.manifest import ATTRIBUTION, LICENCE, Manifest, SourceFile
from data.observe import SCHEMA
from data.publish import write_snapshot
from data.status import SYMBOLS, Status
from data.store import Snapshot, Store
from metrics.catalogue import Catalogue, Indicator
from metrics.catalogue import catalogue as shipped
from tests.metrics.drawing import drawn

KEYS = ("area", "period", "released")
TITLE = "Figures drawn for a test"
Observed = dict[str, object]
# An entry whose denominator another table publishes, a year before.
OF_POPULATION = """
title = "Children who came into care, of the population a year before"
plain = "How many children came into care during the year, for every 10,000 who lived here at its start."
principle = "context"
better = "neither"
unit = "per 10,000 children"
per = 10000
source = "cla_number_and_rate"
numerator = { measure = "children_count", where = { population = "starting in the year" } }
denominator = { source = "population", measure = "population_estimate", where = { age = "0 to 17" }, years_before = 1 }
questions = ["Why?"]
known = { area = "Rutland", period = "2025", numerator = 20 }
"""


@dataclass(frozen=True)
class World:
    """What was published: observations (columns of data.observe.SCHEMA), rows of the neighbours' editions and of the lists of
    inspections."""

    observations: tuple[Observed, ...] = ()
    editions: tuple[Observed, ...] = ()
    inspections: tuple[Observed, ...] = ()

    def __add__(self, other: "World") -> "World":
        inspected = self.inspections + other.inspections
        return World(self.observations + other.observations, self.editions + other.editions, inspected)

    def under(self, title: str) -> "World":
        """The same figures, out under another title: a publication of its own."""
        told = tuple(o | {"release": f"{title}, {o['published_on']}"} for o in self.observations)
        return replace(self, observations=told)


def rates(text: str) -> World:
    """Children looked after on 31 March: a table of number and rate, its header left out.

    area | period | released | number | population, and a sixth cell for the published rate where there is one.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    named = ["area", "period", "released", "children_count", "population_estimate", "rate_per_10000"]
    header = named[: lines[0].count("|") + 1]
    return observed("cla_number_and_rate", "\n".join([" | ".join(header), *lines]), "on 31 March")


def observed(source: str, text: str, breakdown: str = "Total") -> World:
    """Observations of a described source, drawn with a header that names its measures."""
    known = [m.name for m in sources()[source].measures]
    found: list[Observed] = []
    for row in drawn(text):
        for measure in [name for name in row if name not in KEYS]:
            assert measure in known, f"{source} has no measure {measure}"
            if row[measure]:
                found += _observations(source, row, breakdown, measure, row[measure])
    return World(tuple(found))


def figures(entry: Indicator, text: str, breakdown: str | None = None) -> World:
    """Observations of all that an indicator is made of, drawn with a header that names its parts: numerator, denominator,
    value, published; 'numerator 1', 'numerator 2' where several figures are summed."""
    one = entry.slice(breakdown)
    roles = {"numerator": one.numerator, "denominator": one.denominator, "value": one.value, "published": one.published}
    terms = {
        role if len(part.terms) == 1 else f"{role} {number}": term
        for role, part in roles.items()
        for number, term in enumerate(part.terms if part else (), 1)
    }
    found: list[Observed] = []
    for row in drawn(text):
        for part in [name for name in row if name not in KEYS and row[name]]:
            found += _observations(entry.source, row, *terms[part], row[part])
    return World(tuple(found))


def editions(text: str) -> World:
    """Neighbours, drawn without a header: edition | day of publication | authority | its neighbours, nearest first.

    A neighbour is very close unless its closeness stands in brackets: 'Rutland, Reading (Not close)'.
    """
    found: list[Observed] = []
    for line in filter(str.strip, text.splitlines()):
        edition, day, area, listed = (cell.strip() for cell in line.split("|"))
        for position, told in enumerate(listed.split(","), 1):
            name, _, word = told.strip().rstrip(")").partition(" (")
            row = (edition, date.fromisoformat(day), code(area), position, code(name), word or neighbours.CLOSENESS[1])
            found.append(dict(zip(neighbours.SCHEMA.names, row, strict=True)))
    return World((), tuple(found))


def inspected(text: str) -> World:
    """Lists of inspections, drawn with a header: list, published_on, area, inspected_on, reported_on, and the judgements that
    are given; an empty cell is a judgement that is not."""
    found: list[Observed] = []
    for row in drawn(text):
        days = {name: date.fromisoformat(row[name]) for name in ("published_on", "inspected_on", "reported_on")}
        words = {name: row.get(name) or None for name in ("visit", "theme", *inspections.JUDGEMENTS)}
        found.append({"list": row["list"], "area_code": code(row["area"])} | days | words)
    return World(inspections=tuple(found))


def entries(*ids: str) -> Catalogue:
    """The shipped catalogue, cut down to a few of its indicators."""
    return Catalogue(shipped()[id_] for id_ in ids)


def own_entry(folder: Path, text: str) -> Catalogue:
    """A catalogue of one entry, "own", written in a new folder below `folder`."""
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "own.toml").write_text(text, encoding="utf-8")
    return shipped(folder / "catalogue")


def code(name: str) -> str:
    """The code of an area by its name, number or code."""
    return load_areas().find(name).code


def publish(world: World, folder: Path) -> Snapshot:
    """Write a world as the only snapshot of the store in `folder`."""
    store, by_source = Store(folder), {}
    for row in world.observations:
        by_source.setdefault(str(row["source"]), []).append(row)
    tables = {build.name_of(source): build.sorted_rows([_table(rows, SCHEMA)]) for source, rows in by_source.items()}
    tables[build.NEIGHBOURS] = build.table_apart(
        "neighbours", [_table(world.editions, neighbours.SCHEMA)] if world.editions else []
    )
    if world.inspections:
        tables[build.INSPECTIONS] = build.table_apart("inspections", [_table(world.inspections, inspections.SCHEMA)])
    tables[build.AREAS] = build.area_table(load_areas())
    with store.lock():
        return write_snapshot(store, _manifest(world, build.content_hash(tables)), tables)


def _observations(source: str, row: dict[str, str], breakdown: str, measure: str, cell: str) -> Iterator[Observed]:
    text, day = cell.replace(",", ""), date.fromisoformat(row["released"])
    status = SYMBOLS.get(text, Status.PUBLISHED)
    together = [code(name) for name in row["area"].split("+")]
    for area in together:
        yield {
            "source": source,
            "release": f"{TITLE}, {day}",
            "published_on": day,
            "area_code": area,
            "period": row["period"],
            "breakdown": breakdown,
            "measure": measure,
            "value": float(text) if status is Status.PUBLISHED else None,
            "status": status.value,
            "joint_with": " ".join(other for other in together if other != area),
        }


def _table(rows: Sequence[Observed], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)


def _manifest(world: World, digest: str) -> Manifest:
    return Manifest(
        id=f"2026-01-01_{digest[:12]}",
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        by="a test",
        note="",
        holds="all observations",
        previous="",
        content_hash=digest,
        licence=LICENCE,
        attribution=ATTRIBUTION,
        changes=(),
        source_files=tuple(_source_files(world)),
        parquet=(),
        findings=(),
    )


def _source_files(world: World) -> Iterable[SourceFile]:
    days = {(str(o["source"]), o["published_on"], str(o["release"])) for o in world.observations}
    for source, day, release in sorted(days, key=str):
        assert isinstance(day, date)
        yield SourceFile(
            source=source,
            source_title=sources()[source].title,
            file=f"{source}.csv",
            publisher="A publisher",
            title=release.removesuffix(f", {day}"),
            reporting_year=str(day),
            published_on=day,
            day_certain=True,
            licence=LICENCE,
            sha256="0" * 64,
            rows=0,
            left_out=0,
            observations=0,
        )
