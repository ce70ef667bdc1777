"""What stands behind a view: its indicators, the choice, every release it may rest on with its hash. For covers and JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.areas import Area
from data.manifest import Manifest, SourceFile
from metrics import words
from metrics.catalogue import Indicator
from metrics.cited import published
from metrics.definition import definition
from metrics.figures import MARKS, REASONS
from metrics.jsonable import plain
from metrics.results import Choice, Kind

DASHBOARD = "Corporate Parenting Dashboard"


@dataclass(frozen=True)
class About:
    """One view as it was when it was saved. `says` is its sentence, `source` its source line, `address` the link to it.

    `breakdown` None means the one that each indicator shows first. `edition` '' where no neighbours are compared. `called` is the
    title of a view that the names of its indicators would not tell; `groups` are the breakdowns that it shows side by side.
    """

    says: str
    area: Area
    indicators: Sequence[Indicator]
    breakdown: str | None
    choice: Choice
    edition: str
    manifest: Manifest
    source: str
    address: str
    called: str = ""
    groups: Sequence[str] = ()

    @property
    def title(self) -> str:
        """What the view is called, else its indicator and the authority, else how many indicators there are."""
        if self.called:
            return self.called
        if len(self.indicators) == 1:
            entry = self.indicators[0]
            return f"{entry.title_of(self.breakdown or entry.breakdowns[0]) if entry.measured else entry.title}: {self.area.name}"
        return f"{len(self.indicators)} indicators: {self.area.name}"

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """Every published file of the tables that these indicators are made from, out by the day that was chosen."""
        tables = {part.source for entry in self.indicators for one in entry.slices for part in _parts(one)}
        tables |= {f"neighbours_{self.edition}"} if self.edition else set()
        day = self.choice.known_on.day
        return tuple(f for f in self.manifest.source_files if f.source in tables and f.published_on <= day)

    @property
    def benchmark(self) -> str:
        """What the authority is set beside, in words."""
        region = "its region" if self.choice.kind is Kind.REGION else ""
        return words.benchmark_name(self.choice, self.edition, self.area, region)

    @property
    def citation(self) -> str:
        """One line to cite the view by: what, whose figures, by whom shown, of which snapshot."""
        whose = dict.fromkeys(f.publisher for f in self.files)
        return (
            f"{self.title}, {words.vintage(self.choice)}. Figures: {', '.join(whose) or 'none held'}. "
            f"{DASHBOARD}, snapshot {self.manifest.id}."
        )


def marks() -> tuple[tuple[str, str], ...]:
    """(mark, meaning) of every mark that stands for a missing figure, and the status that a download has in its place."""
    return tuple((f"{MARKS[status]} ({status.value})", REASONS[status]) for status in MARKS)


def as_json(about: About) -> str:
    """The view's metadata as JSON: definitions, choice, releases with their hashes, snapshot, link. No figures."""
    choice = about.choice
    document: dict[str, Any] = {
        "title": about.title,
        "says": about.says,
        "link": about.address,
        "cite_as": about.citation,
        "authority": {"code": about.area.code, "la_number": about.area.la_number, "name": about.area.name},
        "choice": {
            "compared_with": choice.kind.value,
            "how": choice.how.value,
            "edition": about.edition,
            "known_on": choice.known_on.text,
            "first_year": choice.first_year,
            "last_year": choice.last_year,
        },
        "indicators": [_indicator(entry, about.breakdown, about.groups) for entry in about.indicators],
        "releases": [_file(f) for f in about.files],
        "marks": dict(marks()),
        "snapshot": {"id": about.manifest.id, "created_at": plain(about.manifest.created_at)},
        "licence": about.manifest.licence,
        "attribution": about.manifest.attribution,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _indicator(entry: Indicator, breakdown: str | None, groups: Sequence[str]) -> dict[str, Any]:
    said: dict[str, Any] = {"id": entry.id, "title": entry.title, "unit": entry.unit, "better": entry.better}
    said["principle"], said["plain"], said["caution"] = entry.principle, entry.plain, entry.caution
    shown = [group for group in groups if group in entry.breakdowns]
    if len(shown) > 1:
        said["breakdowns"] = shown
        said["definitions"] = {group: dict(definition(entry, group)) for group in shown}
    elif entry.measured:
        said["breakdown"] = breakdown if breakdown in entry.breakdowns else entry.breakdowns[0]
        said["definition"] = dict(definition(entry, said["breakdown"]))
    else:
        said["not_held"] = entry.elsewhere or entry.collect
    return said


def _file(file: SourceFile) -> dict[str, Any]:
    return {
        "publisher": file.publisher,
        "table": file.source_title,
        "release": file.release,
        "published": published(file),
        "file": file.file,
        "sha256": file.sha256,
        "licence": file.licence,
    }


def _parts(one: Any) -> list[Any]:
    return [part for part in (one.numerator, one.denominator, one.value) if part]
