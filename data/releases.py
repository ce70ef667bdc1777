"""Who published a file, under which title and when: from releases.csv beside or above the folder, never from a folder's name."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.binding import Release
from data.durable import sha256
from data.errors import BadInput
from data.reading import FIRST_ROW

LIST = "releases.csv"
COLUMNS = ("path", "publisher", "title", "reporting_year", "published_on", "day_certain")


@dataclass(frozen=True)
class Listed:
    """One row of releases.csv; `path` is a file, or a folder when it ends with '/'."""

    path: str
    publisher: str
    title: str
    reporting_year: str
    published_on: date
    day_certain: bool

    def fits(self, path: str) -> bool:
        """Whether a file (its path from where releases.csv lies) is of this release."""
        return path.startswith(self.path) if self.path.endswith("/") else path == self.path


def find_list(folder: Path) -> Path | None:
    """The releases.csv of a folder: in it, or in one of the two folders above."""
    here = folder.resolve()
    return next((p / LIST for p in (here, *list(here.parents)[:2]) if (p / LIST).is_file()), None)


def read_list(path: Path) -> tuple[Listed, ...]:
    """The rows of a releases.csv. Raises BadInput naming the row and what was expected."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [c for c in COLUMNS if c not in (reader.fieldnames or [])]
        if missing:
            raise BadInput(f'{path.name} has no column "{missing[0]}". Expected: {", ".join(COLUMNS)}.')
        return tuple(_listed(path, number, row) for number, row in enumerate(reader, FIRST_ROW))


def _listed(path: Path, number: int, row: dict[str, str]) -> Listed:
    try:
        published_on = date.fromisoformat(row["published_on"])
    except (ValueError, TypeError) as error:
        raise BadInput(
            f'{path.name}, row {number}: published_on "{row["published_on"]}" is no date such as 2025-11-26.'
        ) from error
    certain = row["day_certain"] == "yes"
    return Listed(row["path"], row["publisher"], row["title"], row["reporting_year"], published_on, certain)


def release_of(file: Path, source: str, source_title: str, listing: Path | None, published: date | None) -> Release:
    """The release that a file is. A date given on the command line outranks the list. Raises BadInput without either."""
    listed = None
    if listing is not None:
        relative = file.resolve().relative_to(listing.parent).as_posix()
        listed = next((entry for entry in read_list(listing) if entry.fits(relative)), None)
    if listed is None and published is None:
        raise BadInput(
            f"{file.name}: nobody says when it was published. Add it to {LIST} in its folder, or give --published 2025-11-26."
        )
    if listed is None:
        assert published is not None
        listed = Listed("", "not stated", source_title, str(published.year), published, True)
    return Release(
        source=source,
        file=file.name,
        publisher=listed.publisher,
        title=listed.title,
        reporting_year=listed.reporting_year,
        published_on=published or listed.published_on,
        day_certain=listed.day_certain if published is None else True,
        sha256=sha256(file),
    )
