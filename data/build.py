"""Write a snapshot's parquet files and its manifest into a draft folder, and hash what they say."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from data import durable, inspections, neighbours, observe
from data.areas import Areas
from data.manifest import ParquetFile

OBSERVATIONS = "observations"
NEIGHBOURS = "neighbours.parquet"
INSPECTIONS = "inspections.parquet"
AREAS = "areas.parquet"
# What is no observation lies apart, in one file for each shape, with its columns and the order of its rows. A snapshot always
# has the neighbours, and the inspections once they were published.
APART = {"neighbours": NEIGHBOURS, "inspections": INSPECTIONS}
_COLUMNS = {"neighbours": neighbours.SCHEMA, "inspections": inspections.SCHEMA}
_ORDER = {
    "neighbours": ("edition", "published_on", "area_code", "position"),
    "inspections": ("list", "published_on", "area_code", "inspected_on", "visit"),
}


def sorted_rows(tables: Iterable[pa.Table]) -> pa.Table:
    """The observations of one source in canonical order: release, area, period, breakdown, measure."""
    plain = [t.cast(pa.schema([(f.name, _undictionary(f.type)) for f in t.schema])) for t in tables]
    table = pa.concat_tables(plain)
    return table.sort_by([(name, "ascending") for name in observe.KEY])


def content_hash(tables: Mapping[str, pa.Table]) -> str:
    """SHA-256 over the canonical rows of every table, in order of table name: the same figures give the same hash, whenever
    and by whomever they were published, and however the rows lie in chunks."""
    digest = hashlib.sha256()
    for name in sorted(tables):
        table = tables[name]
        digest.update(f"{name}\n{' '.join(table.column_names)}\n".encode())
        texts = [column.cast(pa.string()) for column in table.columns]
        for batch in pa.table(texts, names=table.column_names).to_batches(max_chunksize=100_000):
            rows = pc.binary_join_element_wise(*batch.columns, "\x1f", null_handling="replace", null_replacement="\x00")
            digest.update("".join(f"{row}\n" for row in rows.to_pylist()).encode())
    return digest.hexdigest()


def write(folder: Path, tables: Mapping[str, pa.Table]) -> tuple[ParquetFile, ...]:
    """Write each table to `folder` under its name (a path ending in .parquet). Raises OSError where the disk is full."""
    written = []
    for name, table in sorted(tables.items()):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        with path.open("wb") as stream:
            pq.write_table(table, stream, compression="zstd", compression_level=9, use_dictionary=True)
        written.append(ParquetFile(name, durable.sha256(path), path.stat().st_size, table.num_rows))
    return tuple(written)


def area_table(areas: Areas) -> pa.Table:
    """The dated areas, one row an area, lists of codes joined by spaces."""
    columns: dict[str, list[object]] = {
        "area_code": [a.code for a in areas],
        "la_number": [a.la_number for a in areas],
        "name": [a.name for a in areas],
        "short_name": [a.short_name for a in areas],
        "level": [a.level for a in areas],
        "region_code": [a.region_code for a in areas],
        "valid_from": [a.valid_from for a in areas],
        "valid_to": [a.valid_to for a in areas],
        "predecessors": [" ".join(a.predecessors) for a in areas],
        "successors": [" ".join(a.successors) for a in areas],
        "other_codes": [" ".join(a.other_codes) for a in areas],
    }
    types = {"valid_from": pa.date32(), "valid_to": pa.date32()}
    return pa.table({name: pa.array(values, type=types.get(name, pa.string())) for name, values in columns.items()})


def table_apart(shape: str, tables: Iterable[pa.Table]) -> pa.Table:
    """Everything of one shape in one table, in canonical order: all editions of neighbours, all lists of inspections."""
    table = pa.concat_tables([_COLUMNS[shape].empty_table(), *tables])
    return table.sort_by([(name, "ascending") for name in _ORDER[shape]])


def held_apart(folder: Path) -> Mapping[str, pa.Table]:
    """What a snapshot's folder holds apart from observations, by shape."""
    return {shape: read(folder / name) for shape, name in APART.items() if (folder / name).is_file()}


def name_of(source: str) -> str:
    """Where a snapshot keeps the observations of a source."""
    return f"{OBSERVATIONS}/{source}.parquet"


def read(path: Path) -> pa.Table:
    """A parquet file of a snapshot as a plain table."""
    with path.open("rb") as stream:
        return pq.read_table(stream)


def _undictionary(type_: pa.DataType) -> pa.DataType:
    return type_.value_type if pa.types.is_dictionary(type_) else type_
