"""Turn a checked file into observations: one row per area, period, breakdown and measure. Nothing is interpreted away:
a suppressed figure is a NULL value with its status, never 0."""

from collections.abc import Iterator, Mapping

import pyarrow as pa

from data.areas import Areas
from data.binding import Bound
from data.joint import partner, split
from data.periods import plain
from data.status import SYMBOLS, Status

TEXT = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema(
    [
        ("source", TEXT),
        ("release", TEXT),
        ("published_on", pa.date32()),
        ("area_code", TEXT),
        ("period", TEXT),
        ("breakdown", TEXT),
        ("measure", TEXT),
        ("value", pa.float64()),
        ("status", TEXT),
        ("joint_with", TEXT),
    ]
)
KEY = ["published_on", "area_code", "period", "breakdown", "measure"]


def measures_of_rows(bound: Bound) -> Iterator[tuple[str, list[str]]]:
    """For each column of figures, the measure that each row holds: the column's own, unless another claims the row."""
    claims = [m for m in bound.source.measures if m.where]
    for measure in (m for m in bound.source.measures if not m.where):
        names = [measure.name] * bound.rows
        for claim in claims:
            if bound.column_names[claim.name] == bound.column_names[measure.name]:
                for index in _rows_with(bound, claim.where):
                    names[index] = claim.name
        yield measure.name, names


def _rows_with(bound: Bound, where: Mapping[str, str]) -> Iterator[int]:
    wanted = {d.name: {label for label, word in d.words.items() if word == where.get(d.name)} for d in bound.source.dimensions}
    for index in range(bound.rows):
        if all(bound.labels[name][index] in wanted[name] for name in where):
            yield index


def observe(bound: Bound, areas: Areas) -> pa.Table:
    """The observations of one file, with the columns of SCHEMA. A joint return becomes one row for each authority,
    saying with whom. The file must have passed its checks."""
    periods = {p: plain(p) for p in set(bound.standard["time_period"])}
    area_of = {code: [(areas.identity(p), partner(code, p)) for p in split(code)] for code in set(bound.area_codes())}
    keys = list(zip(bound.area_codes(), bound.standard["time_period"], bound.breakdowns(), strict=True))
    columns: dict[str, list[object]] = {f.name: [] for f in SCHEMA}
    for column, names in measures_of_rows(bound):
        figures = {text: _figure(text) for text in set(bound.figures[column])}
        for (code, period, breakdown), text, name in zip(keys, bound.figures[column], names, strict=True):
            value, status = figures[text]
            for area_code, joint_with in area_of[code]:
                columns["area_code"].append(area_code)
                columns["period"].append(periods[period])
                columns["breakdown"].append(breakdown)
                columns["measure"].append(name)
                columns["value"].append(value)
                columns["status"].append(status)
                columns["joint_with"].append(joint_with)
    count = len(columns["value"])
    release = bound.release
    constant = {"source": release.source, "release": release.name, "published_on": release.published_on}
    arrays = [
        pa.array([constant[f.name]] * count if f.name in constant else columns[f.name], type=_plain_type(f.type)).cast(f.type)
        for f in SCHEMA
    ]
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _figure(text: str) -> tuple[float | None, str]:
    if text in SYMBOLS:
        return None, SYMBOLS[text].value
    return float(text), Status.PUBLISHED.value


def _plain_type(type_: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_dictionary(type_) else type_
