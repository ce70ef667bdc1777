"""One publication of a source: the record that files, observations and manifests have in common."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Release:
    """One publication of a source: a file, who published it, under which title, when, and the hash of its bytes.

    `file` is its path from where releases.csv lies: files of several releases often have one name.
    """

    source: str
    file: str
    publisher: str
    title: str
    reporting_year: str
    published_on: date
    day_certain: bool
    sha256: str

    @property
    def name(self) -> str:
        """How the release is cited: 'Children looked after in England including adoptions, 2025'."""
        return f"{self.title}, {self.reporting_year}"
