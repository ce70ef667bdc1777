"""Turn a checked file into observations: one row per area, period, breakdown and measure. Nothing is interpreted away:
a suppressed figure is a NULL value with its status, never 0."""

from collections.abc import Iterator

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


def measures_of_rows(bound: Bound) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each column of figures, the measure that each row holds: the column's own, unless another claims the row."""
    yield from bound.measures_of_rows.items()


def observe(bound: Bound, areas: Areas) -> pa.Table:
    """The observations of one file, with the columns of SCHEMA. A joint return becomes one row for each authority,
    saying with whom. The file must have passed its checks."""
    release = bound.release
    rows, area_codes, joint_with = _areas_of_rows(bound, areas)
    periods = bound.standard["time_period"]
    same_for_all = {
        "source": pa.repeat(release.source, len(rows)),
        "release": pa.repeat(release.name, len(rows)),
        "published_on": pa.array([release.published_on] * len(rows), pa.date32()),
        "area_code": pa.array(area_codes, pa.string()),
        "period": pa.array([plain(periods[row]) for row in rows], pa.string()),
        "breakdown": pa.array([bound.breakdowns[row] for row in rows], pa.string()),
        "joint_with": pa.array(joint_with, pa.string()),
    }
    shared = {name: array.cast(SCHEMA.field(name).type) for name, array in same_for_all.items()}
    tables = []
    for column, names in measures_of_rows(bound):
        known = {text: _figure(text) for text in set(bound.figures[column])}
        figures = [known[bound.figures[column][row]] for row in rows]
        own = {
            "measure": pa.array([names[row] for row in rows], pa.string()).cast(TEXT),
            "value": pa.array([value for value, _ in figures], pa.float64()),
            "status": pa.array([status for _, status in figures], pa.string()).cast(TEXT),
        }
        tables.append(pa.table(shared | own).select(SCHEMA.names))
    return pa.concat_tables([SCHEMA.empty_table(), *tables])


def _areas_of_rows(bound: Bound, areas: Areas) -> tuple[list[int], list[str | None], list[str]]:
    """For each row, and for each authority of a joint return: the row's index, the area's code, and who it is joint with."""
    parts = {code: [(areas.identity(part), partner(code, part)) for part in split(code)] for code in set(bound.area_codes)}
    found = [(row, area, joint) for row, code in enumerate(bound.area_codes) for area, joint in parts[code]]
    return [row for row, _, _ in found], [area for _, area, _ in found], [joint for _, _, joint in found]


def _figure(text: str) -> tuple[float | None, str]:
    if text in SYMBOLS:
        return None, SYMBOLS[text].value
    return float(text), Status.PUBLISHED.value
