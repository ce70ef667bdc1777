"""Compare two snapshots: what was added, removed and revised, by source and area, the largest first."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from data.compared import AreaChange, Difference, SourceChange
from data.durable import sha256
from data.errors import StoreError
from data.store import Snapshot

QUERIES = Path(__file__).parent / "queries"
ALL = 2**62
AT_A_TIME = 10_000
MEMORY = "600MB"
PORTION = 1_000_000
EMPTY = (
    "SELECT NULL::VARCHAR AS area_code, NULL::VARCHAR AS period, NULL::VARCHAR AS breakdown, NULL::VARCHAR AS measure, "
    "NULL::DOUBLE AS value, NULL::VARCHAR AS status, NULL::DATE AS published_on WHERE FALSE"
)


class Comparison:
    """Two snapshots set side by side, in memory. Files with the same bytes on both sides are the same and are not read."""

    def __init__(self, old: Mapping[str, Path], new: Mapping[str, Path]) -> None:
        """`old` and `new` lead from each source to its parquet file of observations."""
        self._con = duckdb.connect(":memory:", config={"threads": 2, "memory_limit": MEMORY, "temp_directory": ""})
        self._con.execute(_query("tables"))
        self.unchanged: tuple[str, ...] = tuple(s for s in sorted(old) if s in new and sha256(old[s]) == sha256(new[s]))
        for source in sorted((old.keys() | new.keys()) - set(self.unchanged)):
            self._add(source, old.get(source), new.get(source))
        self.sources: tuple[SourceChange, ...] = tuple(self._sources())

    def _add(self, source: str, old: Path | None, new: Path | None) -> None:
        for name, path in (("old_observations", old), ("new_observations", new)):
            text = EMPTY if path is None else f"SELECT * FROM read_parquet({_quoted(path)})"
            self._con.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {text}")
        for periods in _portions(self._con.execute(_query("periods")).fetchall()):
            self._con.execute(_query("source"), {"periods": periods})
            for statement in self._con.extract_statements(_query("keep")):
                self._con.execute(statement, {"source": source})
            self._con.execute("DROP TABLE joined")

    def _sources(self) -> Iterator[SourceChange]:
        areas: dict[str, list[AreaChange]] = {}
        for row in self._con.execute(_query("areas")).fetchall():
            areas.setdefault(row[0], []).append(AreaChange(*row))
        for *counts, before, now in self._con.execute(_query("sources")).fetchall():
            yield SourceChange(*counts, tuple(before), tuple(now), tuple(areas[counts[0]]))

    def differences(self, source: str = "", area_code: str = "", kind: str = "", most: int = ALL) -> Iterator[Difference]:
        """The differences, revisions first and the largest in front, of one source, area or kind where it is named."""
        values: dict[str, Any] = {"source": source, "area_code": area_code, "kind": kind, "most": most}
        with self._con.cursor() as cursor:
            cursor.execute(_query("rows"), values)
            while rows := cursor.fetchmany(AT_A_TIME):
                yield from (Difference(*row) for row in rows)

    def close(self) -> None:
        """Give the memory back."""
        self._con.close()


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """Compare two snapshots of any store. Raises StoreError where a file of either is missing or damaged."""
    for snapshot in (old, new):
        damage = snapshot.damage()
        if damage:
            raise StoreError(f"{damage[0]} Compare other snapshots; list them with: python -m data list")
    return Comparison(files_of(old), files_of(new))


def files_of(snapshot: Snapshot) -> dict[str, Path]:
    """The files of observations of a snapshot by source."""
    return {path.stem: path for path in snapshot.parquet()}


def _query(name: str) -> str:
    return (QUERIES / f"compare_{name}.sql").read_text(encoding="utf-8")


def _portions(periods: Sequence[tuple[str, int]]) -> Iterator[list[str]]:
    """Periods in portions small enough to be set side by side in little memory; most sources are one portion."""
    portion, size = [], 0
    for period, observations in periods:
        if portion and size + observations > PORTION:
            yield portion
            portion, size = [], 0
        portion.append(period)
        size += observations
    yield from [portion] if portion else []


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
