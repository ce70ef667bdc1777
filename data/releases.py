"""Who published a file, under which title and when: from releases.csv beside or above it, never from a folder's name."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.durable import sha256
from data.errors import BadInput, brief
from data.reading import FIRST_ROW
from data.release import Release

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
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            missing = [c for c in COLUMNS if c not in (reader.fieldnames or [])]
            if missing:
                raise BadInput(f'there is no column "{missing[0]}". Expected: {", ".join(COLUMNS)}.', f"{path.name}, row 1")
            return tuple(_listed(row, f"{path.name}, row {number}") for number, row in enumerate(reader, FIRST_ROW))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"this cannot be read as a UTF-8 CSV ({error}). Save it as one.", path.name) from error


def _listed(row: dict[str, str], where: str) -> Listed:
    path, publisher, title, year, published_on, certain = (row[column] or "" for column in COLUMNS)
    try:
        day = date.fromisoformat(published_on)
    except ValueError as error:
        message = f'"{brief(published_on, 20)}" is no date. Write it as 2025-11-26.'
        raise BadInput(message, f"{where}, column published_on") from error
    if certain not in ("yes", "no"):
        raise BadInput(
            f'"{brief(certain, 20)}" is neither yes nor no. Say whether the day is certain.', f"{where}, column day_certain"
        )
    return Listed(path, publisher, title, year, day, certain == "yes")


def release_of(file: Path, source: str, source_title: str, listing: Path | None, published: date | None) -> Release:
    """The release that a file is. A date given on the command line outranks the list. Raises BadInput without either."""
    path, listed = file.name, None
    if listing is not None:
        path = (file.parent.resolve() / file.name).relative_to(listing.parent).as_posix()
        listed = next((entry for entry in read_list(listing) if entry.fits(path)), None)
    if listed is None and published is None:
        raise BadInput(
            f"nobody says when it was published. Add it to {LIST} in its folder, or give --published 2025-11-26.", path
        )
    if listed is None:
        assert published is not None
        listed = Listed("", "not stated", source_title, str(published.year), published, True)
    try:
        digest = sha256(file)
    except OSError as error:
        raise BadInput(f"the file cannot be read ({error.strerror}). Check its permissions.", path) from error
    return Release(
        source=source,
        file=path,
        publisher=listed.publisher,
        title=listed.title,
        reporting_year=listed.reporting_year,
        published_on=published or listed.published_on,
        day_certain=listed.day_certain if published is None else True,
        sha256=digest,
    )
