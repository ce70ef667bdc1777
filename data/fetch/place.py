"""Where a downloaded file lies: PUBLICATION-RELEASE/vVERSION/NAME.csv, under a name by which publishing knows its source."""

import re
from datetime import date
from pathlib import PurePosixPath

from data.describe import Source, source_of, sources
from data.fetch.errors import FetchError
from data.fetch.shapes import Publication, Version

_YEARS = re.compile(r"^(reporting|academic|calendar|financial|tax) year\s+", re.IGNORECASE)


def place(publication: Publication, version: Version, source: Source) -> PurePosixPath:
    """The path of a version's file below the download folder: two folders deep, so that the releases.csv above is found."""
    folder = f"{_safe(publication.slug)}-{_safe(version.release_slug)}"
    return PurePosixPath(folder, f"v{version.number}", _file_name(source, version))


def replaced(path: PurePosixPath, day: date) -> PurePosixPath:
    """Where a file goes that took the place of another under the same version number, without a word."""
    return path.parent.parent / f"{path.parent.name}-replaced-{day.isoformat()}" / path.name


def reporting_year(version: Version) -> str:
    """A release's year as it is cited: "Reporting year 2025" is 2025, "Academic year 2024/25" is 2024/25."""
    return _YEARS.sub("", version.release_title) or version.last_period


def _file_name(source: Source, version: Version) -> str:
    """The source's own file name, its `*` filled with the periods: publishing knows files by their names."""
    periods = f"{_safe(version.first_period)}_to_{_safe(version.last_period)}"
    for pattern in source.files:
        name = pattern.replace("*", periods)
        fits = source_of(name, sources())
        if fits is not None and fits.id == source.id and not re.search(r"[\[\]?/\\]", name):
            return name
    raise FetchError(
        f"No name can be made for a file of {source.id}: another source takes the names {', '.join(source.files)}. "
        f"Mend the file names in data/sources/{source.id}.toml."
    )


def _safe(said: str) -> str:
    """A word from the service as part of a path: letters, digits and single hyphens only, so it can lead nowhere else."""
    return re.sub(r"[^a-z0-9]+", "-", said.lower()).strip("-")[:100] or "unnamed"
