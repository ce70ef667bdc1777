"""Observations as a snapshot keeps them, drawn as text, and two of them compared."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from data.areas import load
from data.compare import Comparison
from data.observe import SCHEMA
from data.status import Status
from tests.data.drawn import Rows, rows

OTHERS = {"breakdown": "on 31 March", "measure": "children_count"}
WORDS = {s.value for s in Status}


def held(folder: Path, text: str | Rows, source: str = "cla_number_and_rate") -> dict[str, Path]:
    """A file of observations of one source: `out` is the day of publication, a word instead of a number is a status."""
    drawn = rows(text) if isinstance(text, str) else text
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{source}.parquet"
    pq.write_table(pa.Table.from_pylist([_row(source, r) for r in drawn], schema=SCHEMA), path)
    return {source: path}


def _row(source: str, drawn: dict[str, str]) -> dict[str, object]:
    value = drawn["value"]
    return {
        "source": source,
        "release": f"Release of {drawn['out']}",
        "published_on": date.fromisoformat(drawn["out"]),
        "area_code": load().find(drawn["area"]).code,
        "period": drawn["period"],
        "breakdown": drawn.get("breakdown", OTHERS["breakdown"]),
        "measure": drawn.get("measure", OTHERS["measure"]),
        "value": None if value in WORDS else float(value),
        "status": value if value in WORDS else "published",
        "joint_with": "",
    }


def compared(folder: Path, old: str | Rows, new: str | Rows) -> Comparison:
    """A snapshot that holds `old` beside one that holds `old` and `new`: publishing is cumulative."""
    before = rows(old) if isinstance(old, str) else old
    after = rows(new) if isinstance(new, str) else new
    return Comparison(held(folder / "old", before), held(folder / "new", [*before, *after]))
