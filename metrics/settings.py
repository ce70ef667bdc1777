"""Where children live: every group of one indicator for one authority, over the years and beside its benchmark."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.areas import Area, Areas
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Break, Indicator
from metrics.methods.benchmarks import enough
from metrics.results import Benchmark, Choice, Fact, Kind

# What the page offers to look at, in this order.
LOOKS = (
    "placement_setting", "placed_outside_area", "distance_and_area", "distance_from_home", "placement_provider",
    "new_placement_location", "placement_change_reason",
)  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """One group: its facts oldest first, the latest of them, that of the year before (None where no release holds it), and what
    the latest is set beside. `breaks` are those of its series that lie within the years shown."""

    breakdown: str
    history: tuple[Fact, ...]
    latest: Fact
    before: Fact | None
    benchmark: Benchmark
    breaks: tuple[Break, ...]

    @property
    def label(self) -> str:
        """The publisher's name of the group, without the number that some begin with."""
        return label(self.breakdown)

    @property
    def beside(self) -> float | None:
        """The figure of what the group is set beside, in the indicator's unit; None without one, and where too few neighbours
        have one: those that are hidden are the small ones, so the rest would say too much."""
        known = self.benchmark.kind is not Kind.NEIGHBOURS or enough(self.benchmark.n, self.benchmark.of)
        return self.benchmark.value if known else None

    @property
    def moved(self) -> float | None:
        """How many more there are than a year before (below zero: fewer), from two published counts; None where one is missing
        and where the series breaks in between."""
        known = [f for f in (self.before, self.latest) if f and f.status is Status.PUBLISHED and f.numerator is not None]
        if len(known) < 2 or any(b.year == self.latest.year for b in self.breaks):
            return None
        return (known[1].numerator or 0.0) - (known[0].numerator or 0.0)


@dataclass(frozen=True)
class Settings:
    """All groups of an indicator in one period, in the catalogue's order. They are published side by side; none is worked out
    from the others. `notes` say what the reader must know of the authority."""

    indicator: Indicator
    area: Area
    choice: Choice
    edition: str
    region: Area | None
    period: str
    settings: tuple[Setting, ...]
    notes: tuple[str, ...]


def settings(asking: Asking, indicator: str, area: str, choice: Choice | None = None) -> Settings:
    """Every group of an indicator in the latest period of an authority, with its years and its benchmark.

    Raises BadInput for an authority of which no release known on that day has a row.
    """
    entry, beside = asking.catalogue[indicator], asking.beside(area, choice or Choice())
    held = asking.series([entry], entry.breakdowns, beside.all, beside.choice)
    at: dict[tuple[str, int], dict[str, rows.Row]] = {}
    for row in held:
        at.setdefault((row[rows.BREAKDOWN], row[rows.YEAR]), {})[row[rows.AREA]] = row
    own = [f for f in (rows.fact(r) for r in held if r[rows.AREA] == beside.area.code) if _existed(beside.area, f)]
    if not own:
        known = "" if beside.choice.known_on.is_now or beside.choice.known_on.first else " known on that day"
        raise BadInput(f"“{entry.title}” is not held for {beside.area.short_name}: no release{known} has a row for it.")
    year = max(f.year for f in own)
    found = []
    for breakdown in entry.breakdowns:
        history = tuple(f for f in own if f.breakdown == breakdown)
        latest = next((f for f in history if f.year == year), None)
        if latest is not None:
            before = next((f for f in history if f.year == year - 1), None)
            benchmark = beside.benchmark(entry, latest, at[breakdown, year])
            found.append(Setting(breakdown, history, latest, before, benchmark, _breaks(entry, breakdown, history)))
    region = beside.area.region_code
    return Settings(
        indicator=entry,
        area=beside.area,
        choice=beside.choice,
        edition=beside.edition,
        region=asking.areas[region] if region else None,
        period=found[0].latest.period,
        settings=tuple(found),
        notes=asking.notes_of(beside, own),
    )


def held_for(asking: Asking, area: str, choice: Choice) -> tuple[Indicator, ...]:
    """Those of LOOKS of which an authority has rows: what can be offered where one has none."""
    place = asking.areas.find(area)
    entries = [asking.catalogue[id_] for id_ in offered(asking)]
    facts = [rows.fact(r) for r in asking.series(entries, [e.breakdowns[0] for e in entries], [place.code], choice)]
    ids = {fact.indicator for fact in facts if _existed(place, fact)}
    return tuple(entry for entry in entries if entry.id in ids)


def offered(asking: Asking) -> tuple[str, ...]:
    """Those of LOOKS that this catalogue has."""
    return tuple(id_ for id_ in LOOKS if id_ in asking.catalogue)


def label(breakdown: str) -> str:
    """A published label as it is read: '1. Placed inside ...' loses its number."""
    return re.sub(r"^\d+\. ", "", breakdown)


def _existed(area: Area, fact: Fact) -> bool:
    """A publisher's table has rows for years in which there was no such authority, marked not applicable."""
    return Areas.in_force(area, rows.ends_on(fact))


def _breaks(entry: Indicator, breakdown: str, history: Sequence[Fact]) -> tuple[Break, ...]:
    first = min(f.year for f in history)
    return tuple(b for b in entry.breaks_of(breakdown) if first < b.year <= history[-1].year)
