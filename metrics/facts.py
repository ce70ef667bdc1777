"""Open a snapshot: build the `facts` table of every indicator in memory, then shut the door to files and network."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from data.build import AREAS, INSPECTIONS, NEIGHBOURS
from data.errors import StoreError
from data.status import WEIGHT, Status
from data.store import Snapshot
from metrics.catalogue import Catalogue, Part, Slice

QUERIES = Path(__file__).parent / "queries"


def query(name: str) -> str:
    """The text of a question in metrics/queries."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def build_facts(snapshot: Snapshot, catalogue: Catalogue) -> duckdb.DuckDBPyConnection:
    """An in-memory database with `facts`, `facts_known`, `slices`, `neighbours` and `areas`, external access off.

    Use a cursor per question: a connection shared by threads returns other threads' rows. Raises StoreError where the
    snapshot's files are missing or damaged.
    """
    damage = snapshot.damage()
    if damage:
        raise StoreError(
            f"Snapshot {snapshot.id} cannot be shown. {' '.join(damage)} Go back to another with: python -m data use ID"
        )
    con = duckdb.connect(":memory:")
    con.execute("SET threads = 2")
    _load_files(con, snapshot)
    _load_catalogue(con, catalogue)
    con.execute(query("build_facts"))
    con.execute(query("known_facts"))
    con.execute("DROP VIEW observations; DROP TABLE wanted; DROP TABLE weights")
    con.execute("SET enable_external_access = false; SET threads = 1; SET lock_configuration = true")
    return con


def _load_files(con: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> None:
    files = ", ".join(_quoted(path) for path in snapshot.parquet())
    con.execute(f"CREATE VIEW observations AS SELECT * FROM read_parquet([{files}])" if files else query("no_observations"))
    for table, name in (("neighbours", NEIGHBOURS), ("areas", AREAS)):
        con.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet({_quoted(snapshot.folder / name)})")
    inspections = snapshot.folder / INSPECTIONS
    listed = f"SELECT * FROM read_parquet({_quoted(inspections)})" if inspections.is_file() else query("no_inspections")
    con.execute(f"CREATE TABLE inspections AS {listed}")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _load_catalogue(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    con.execute(
        "CREATE TABLE wanted (slice SMALLINT, role VARCHAR, terms INTEGER, source VARCHAR, text VARCHAR, measure VARCHAR, "
        "years_before INTEGER)"
    )
    con.execute(
        "CREATE TABLE slices (slice SMALLINT, indicator VARCHAR, breakdown VARCHAR, period_kind VARCHAR, per DOUBLE, "
        "divides BOOLEAN, decimals INTEGER)"
    )
    con.execute("CREATE TABLE weights (status VARCHAR, weight INTEGER)")
    con.executemany("INSERT INTO weights VALUES (?, ?)", [(s.value, i) for i, s in enumerate((*WEIGHT, Status.PUBLISHED))])
    slices = [(entry, one) for entry in catalogue.measured for one in entry.slices]
    for number, (entry, one) in enumerate(slices):
        divides = one.denominator is not None and one.value is None
        row = (number, entry.id, one.breakdown, one.period_kind, entry.per, divides, one.published_decimals)
        con.execute("INSERT INTO slices VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    wanted = [row for number, (_, one) in enumerate(slices) for row in _wanted(number, one)]
    con.executemany("INSERT INTO wanted VALUES (?, ?, ?, ?, ?, ?, ?)", wanted)


def _wanted(number: int, one: Slice) -> Iterator[tuple[object, ...]]:
    parts: dict[str, Part | None] = {
        "numerator": one.numerator, "denominator": one.denominator, "value": one.value, "published": one.published,
    }  # fmt: skip
    for role, part in parts.items():
        for text, measure in part.terms if part else ():
            assert part is not None
            yield number, role, len(part.terms), part.source, text, measure, part.years_before
