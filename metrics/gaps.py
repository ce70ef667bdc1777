"""The gap between children looked after and others (M19): both lines, the gap in points, and which side moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.areas import Area
from data.errors import BadInput
from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Indicator
from metrics.methods.comparability import last_run
from metrics.methods.gap_to_all import GapToAll, Moved, gap_to_all, moved
from metrics.results import Choice, Fact


@dataclass(frozen=True)
class GapYear:
    """One period: the figure of children looked after, that of the others, and the gap; None where either is missing."""

    period: str
    year: int
    own: Fact
    other: Fact | None
    gap: GapToAll | None


@dataclass(frozen=True)
class Gaps:
    """One indicator of an authority beside the same measure of another group (`to`). `years` are oldest first; `moved` compares
    the two newest periods that have a gap with no break in between, None without two."""

    indicator: Indicator
    other: Indicator
    to: str
    area: Area
    choice: Choice
    years: tuple[GapYear, ...]
    moved: Moved | None

    @property
    def newest(self) -> GapYear | None:
        """The newest period with both figures; None without any."""
        return next((year for year in reversed(self.years) if year.gap is not None), None)


def gaps(asking: Asking, indicator: str, area: str, choice: Choice | None = None, to: str = "") -> Gaps:
    """The gap to another group over the years; the first group that the entry names without `to`. Raises BadInput for an
    indicator that names none."""
    entry, chosen = asking.catalogue[indicator], choice or Choice()
    named = {g.to: g.indicator for g in entry.gaps}
    if not named or (to and to not in named):
        held = ", ".join(named) or "none"
        raise BadInput(f'{entry.title} has no gap to "{to or "others"}". Groups to compare with: {held}.')
    group = to or next(iter(named))
    other, place = asking.catalogue[named[group]], asking.areas.find(area)
    labels = [entry.breakdowns[0], other.breakdowns[0]]
    held = [rows.fact(row) for row in asking.series([entry, other], labels, [place.code], chosen)]
    return of_facts(entry, other, group, place, chosen, held)


def of_facts(entry: Indicator, other: Indicator, to: str, area: Area, choice: Choice, held: Sequence[Fact]) -> Gaps:
    """The same from facts that are already there: of both entries for one area, oldest first."""
    labels = [entry.breakdowns[0], other.breakdowns[0]]
    theirs = {f.year: f for f in held if f.indicator == other.id and f.breakdown == labels[1]}
    own = [f for f in held if f.indicator == entry.id and f.breakdown == labels[0]]
    years = tuple(_year(f, theirs) for f in own)
    return Gaps(entry, other, to, area, choice, years, _moved(entry, other, years))


def _year(own: Fact, theirs: Mapping[int, Fact]) -> GapYear:
    other = theirs.get(own.year)
    return GapYear(own.period, own.year, own, other, gap_to_all(own.value, other.value if other else None))


def _moved(entry: Indicator, other: Indicator, years: tuple[GapYear, ...]) -> Moved | None:
    known = {y.year: y.gap for y in years if y.gap is not None}
    breaks = [b.year for e in (entry, other) for b in e.breaks_of(e.breakdowns[0])]
    run = last_run(list(known), breaks)
    return moved(known[run[-2]], known[run[-1]]) if len(run) > 1 else None
