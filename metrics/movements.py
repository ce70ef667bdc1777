"""Children who came into care and who left, year by year: what lies between the numbers of two 31 Marches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.areas import Area, Areas
from data.status import Status
from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Indicator
from metrics.change import CEASED, STARTED, STOCK, YearOfChange
from metrics.methods.flows import identity
from metrics.results import Choice, Fact, Kind

Lines = Mapping[str, Mapping[int, Fact]]


@dataclass(frozen=True)
class Movements:
    """One row a year to 31 March, oldest first, for the years in which the authority existed. In children.

    `came`, `left` and `stock` are the indicators of the three columns. `notes` say what the reader must know of the authority.
    """

    area: Area
    choice: Choice
    came: Indicator
    left: Indicator
    stock: Indicator
    years: tuple[YearOfChange, ...]
    notes: tuple[str, ...]

    @property
    def periods(self) -> tuple[str, ...]:
        """The 31 Marches whose number is published, oldest first."""
        return tuple(year.period for year in self.years if _known(year.end))

    @property
    def bases(self) -> tuple[str, ...]:
        """The years of which both flows are published: each can be a base year."""
        return tuple(year.period for year in self.years if _known(year.started) and _known(year.ceased))

    @property
    def changes(self) -> dict[str, float]:
        """How many more (or, below zero, fewer) there were on each 31 March than a year before; only where both are published."""
        counts = {year.period: (year.start, year.end) for year in self.years}
        known = {period: (a.value, b.value) for period, (a, b) in counts.items() if a and b and _known(a) and _known(b)}
        return {period: after - before for period, (before, after) in known.items() if before is not None and after is not None}


def movements(asking: Asking, area: str, choice: Choice | None = None) -> Movements:
    """Every year held of an authority's flows. Raises BadInput for an unknown area."""
    # Nothing here is set beside others, so whether there are neighbours is no concern of the reader's.
    beside = asking.beside(area, replace(choice or Choice(), kind=Kind.ENGLAND))
    came, left, stock = (asking.catalogue[id_] for id_ in (STARTED, CEASED, STOCK))
    entries = [came, left, stock]
    lines: dict[str, dict[int, Fact]] = {entry.id: {} for entry in entries}
    for row in asking.series(entries, [e.breakdowns[0] for e in entries], [beside.area.code], beside.choice):
        fact = rows.fact(row)
        if Areas.in_force(beside.area, rows.ends_on(fact)):
            lines[fact.indicator][fact.year] = fact
    held = sorted({year for line in lines.values() for year in line})
    notes = asking.notes_of(beside, list(lines[STOCK].values()))
    return Movements(beside.area, choice or Choice(), came, left, stock, tuple(_year(lines, year) for year in held), notes)


def _year(lines: Lines, year: int) -> YearOfChange:
    start, end = lines[STOCK].get(year - 1), lines[STOCK].get(year)
    started, ceased = lines[STARTED].get(year), lines[CEASED].get(year)
    facts = (start, started, ceased, end)
    known = [f.value for f in facts if f is not None and f.status is Status.PUBLISHED and f.value is not None]
    flow = identity(*known) if len(known) == len(facts) else None
    return YearOfChange(str(year), start, started, ceased, end, flow)


def _known(fact: Fact | None) -> bool:
    return fact is not None and fact.status is Status.PUBLISHED
