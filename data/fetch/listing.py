"""releases.csv beside the downloaded files, so that `python -m data publish` can take the folder as it is."""

import csv
import io
from pathlib import Path

from data.durable import write_text
from data.fetch.errors import FetchError
from data.releases import COLUMNS, LIST, Listed, read_list


def add_release(folder: Path, listed: Listed) -> None:
    """Add a row for one file. What is there already is kept as it stands, and outranks the row: people may have mended it.

    Raises BadInput where the list cannot be read, FetchError where it has no room for the row.
    """
    path = folder / LIST
    rows, columns = _rows(path)
    if any(row["path"] == listed.path for row in rows):
        return
    certain = "yes" if listed.day_certain else "no"
    values = (
        listed.path,
        listed.publisher,
        listed.title,
        listed.reporting_year,
        listed.published_on.isoformat(),
        certain,
    )
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows([*rows, dict(zip(COLUMNS, values, strict=True))])
    write_text(path, text.getvalue())


def _rows(path: Path) -> tuple[list[dict[str, str]], list[str]]:
    if not path.exists():
        return [], list(COLUMNS)
    read_list(path)  # says in a sentence what is wrong with it
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream, strict=True)
        rows = list(reader)
    if any(None in row for row in rows):
        raise FetchError(f"{path} has rows with more cells than columns. Mend them, and run the same command again.")
    return rows, list(reader.fieldnames or COLUMNS)
