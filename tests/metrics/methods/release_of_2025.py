"""The release of 2025 among the full published files, for tests of methods on real figures."""

import csv
from collections.abc import Iterator
from pathlib import Path

LEVELS = ("National", "Local authority")


def rows(official: Path, name: str, **cells: str) -> Iterator[dict[str, str]]:
    """The rows of 2025 of England and of its authorities in a table, with these cells."""
    with (official / "cla-2025" / name).open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["time_period"] == "2025" and row["geographic_level"] in LEVELS and cells.items() <= row.items():
                yield row
