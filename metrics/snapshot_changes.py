"""What a snapshot changed: read from its manifest, and compared with the snapshot before it where that one is still held."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.compare import compare
from data.compared import Difference, SourceChange
from data.keeping import pinned
from data.manifest import Manifest, SourceFile
from data.store import Snapshot, Store

MOST_ROWS = 20
# The sentence that publishing writes for each table that changed (data/compare_text.py).
OF_A_TABLE = re.compile(
    r"(?P<title>.+) \((?P<source>\w+)\): (?P<added>[\d,]+) observations added, (?P<removed>[\d,]+) removed, "
    r"(?P<revised>[\d,]+) revised(?: of (?P<restated>[\d,]+) stated again \([^)]*\))?, "
    r"(?P<large>[\d,]+) of them by more than a quarter\. "
    r"Areas: (?P<areas_before>[\d,]+) before, (?P<areas_now>[\d,]+) now\. "
    r"Periods: (?P<periods_before>.+) before, (?P<periods_now>.+) now\."
)
OF_A_FILE = re.compile(r"[\w/]+\.parquet: [\d,]+ rows before, [\d,]+ now\.")
NOTHING = "No observation was added, removed or revised."
MOST_REVISED = re.compile(r"(?P<source>\w+): most revised in (?P<areas>.+)\. The largest revisions: .+", re.DOTALL)


@dataclass(frozen=True)
class TableChange:
    """One published table beside the snapshot before, counted in figures as known now. `restated` stood before and stand again
    in a newer release, `revised` of them with another figure, `large` of those by more than 5 and more than a quarter.

    `areas` are those with the most revisions, in words; periods are written as the manifest has them: '2018 to 2025'.
    """

    source: str
    title: str
    added: int
    removed: int
    revised: int
    restated: int
    large: int
    areas_before: int
    areas_now: int
    periods_before: str
    periods_now: str
    areas: str


@dataclass(frozen=True)
class Changes:
    """What the manifest says of the change: `files` are the published files that came in, `tables` what they changed, and
    `others` the sentences of a first snapshot, or of an older publisher, which are shown as they stand."""

    manifest: Manifest
    files: tuple[SourceFile, ...]
    tables: tuple[TableChange, ...]
    others: tuple[str, ...]

    @property
    def first(self) -> bool:
        """True where there is no snapshot before this one."""
        return not self.manifest.previous

    @property
    def added(self) -> int:
        """Figures that were not held before."""
        return sum(t.added for t in self.tables)

    @property
    def removed(self) -> int:
        """Figures that are held no more."""
        return sum(t.removed for t in self.tables)

    @property
    def revised(self) -> int:
        """Figures that changed."""
        return sum(t.revised for t in self.tables)

    @property
    def restated(self) -> int:
        """Figures that were held and are stated again, whether changed or not."""
        return sum(t.restated for t in self.tables)


@dataclass(frozen=True)
class Differences:
    """The largest differences between a snapshot and the one before it: of all areas together, and of each by its code.

    `sources` counts all of them, by table and in it by area.
    """

    sources: tuple[SourceChange, ...]
    largest: tuple[Difference, ...]
    by_area: Mapping[str, tuple[Difference, ...]]

    def revised(self, area_code: str) -> int:
        """How many figures of one area were revised, in all tables."""
        return sum(a.revised for s in self.sources for a in s.areas if a.area_code == area_code)


def changes(manifest: Manifest) -> Changes:
    """What the manifest says of the change, in its order: the tables with the most revisions as it lists them."""
    lines = manifest.changes
    added = [line for line in lines if line.startswith("Added ")]
    files = tuple(f for f in manifest.source_files if any(line.endswith(f"({f.file}).") for line in added))
    revised = {line: m for line in lines if (m := MOST_REVISED.fullmatch(line))}
    tables = {line: m for line in lines if (m := OF_A_TABLE.fullmatch(line))}
    areas = {m["source"]: m["areas"] for m in revised.values()}
    read = {*added, *revised, *tables, NOTHING}
    others = tuple(line for line in lines if line not in read and not OF_A_FILE.fullmatch(line))
    return Changes(manifest, files, tuple(_table(m, areas.get(m["source"], "")) for m in tables.values()), others)


def previous(snapshot: Snapshot) -> Snapshot | None:
    """The snapshot before this one; None where there was none or it is held no more. Raises StoreError for a damaged one."""
    store, id_ = Store(snapshot.folder.parent), snapshot.manifest.previous
    return store.open(id_) if id_ in store.ids() else None


def is_pinned(snapshot: Snapshot) -> bool:
    """Whether the snapshot is kept for good. Raises StoreError where the list of pinned ones cannot be read."""
    return snapshot.id in pinned(Store(snapshot.folder.parent))


def differences(old: Snapshot, new: Snapshot) -> Differences:
    """Compare two snapshots figure by figure, which takes seconds; the largest revisions are kept, at most MOST_ROWS of an area.

    Raises StoreError where a file of either is missing or damaged.
    """
    comparison = compare(old, new)
    try:
        codes = sorted({a.area_code for s in comparison.sources for a in s.areas if a.revised})
        return Differences(
            sources=comparison.sources,
            largest=tuple(comparison.differences(kind="revised", most=MOST_ROWS)),
            by_area={c: tuple(comparison.differences(area_code=c, kind="revised", most=MOST_ROWS)) for c in codes},
        )
    finally:
        comparison.close()


def _table(match: re.Match[str], areas: str) -> TableChange:
    counts = ("added", "removed", "revised", "restated", "large", "areas_before", "areas_now")
    numbers = {name: int((match[name] or "0").replace(",", "")) for name in counts}
    return TableChange(
        source=match["source"],
        title=match["title"],
        periods_before=match["periods_before"],
        periods_now=match["periods_now"],
        areas=areas,
        **numbers,
    )
