"""One indicator over all authorities of England in one period: who has a figure, how they are spread, and what can honestly be
said of each beside England. Never a league table."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.areas import Area, Areas
from data.errors import BadInput
from metrics import notes, rows
from metrics.asking import ENGLAND, Asking
from metrics.boundaries import return_of
from metrics.catalogue import Indicator
from metrics.comparison import Place, place_among
from metrics.describe import no_figures
from metrics.fresh import Freshness
from metrics.funnels import Funnel, crowd, funnel
from metrics.judge import PROPORTION, judge
from metrics.judged import Level
from metrics.methods.benchmarks import enough, summarise
from metrics.methods.overdispersion import Spread
from metrics.methods.ranks import Band, Quartiles, band, quartiles
from metrics.results import Benchmark, Choice, Fact, Kind, ScoreRow
from metrics.rows import Row
from metrics.wording.naming import and_

NOBODY = summarise(None, [], of=0, per=1)  # England's own figure takes no summing up


@dataclass(frozen=True)
class Authority:
    """One authority's figure of the period. `row` is judged beside England; it holds no other years, so its direction says
    nothing. `position` is its place among the neighbours of the authority that asks, nearest first, 0 for no neighbour; `chosen`
    whether it is in the reader's own group; `band` the quarter as the Local Authority Interactive Tool reckons it, over all
    authorities of England."""

    area: Area
    region: Area | None
    row: ScoreRow
    position: int
    chosen: bool
    band: Band | None

    @property
    def fact(self) -> Fact:
        """The figure."""
        assert self.row.latest is not None
        return self.row.latest


@dataclass(frozen=True)
class Everywhere:
    """All authorities that existed at the end of a period, by name, in the whole of England or in one region (`within`).

    `n` of `of` have a figure (a joint return counts once in n, in the median and in the quartiles; None of no figures). `own` is
    the authority that asks, wherever it lies, None where it did not exist; `place` its place among those shown, None where it
    is not one of them. `guests` are the authority itself and those of the reader's own group where they lie elsewhere: they are
    shown and counted nowhere. `levels` counts the verdicts beside England. `funnel` is there for shares, `crowd` for rates of the
    population.
    """

    indicator: Indicator
    breakdown: str
    choice: Choice
    edition: str
    area: Area
    within: Area
    period: str
    periods: tuple[str, ...]
    like: Fact
    own: Authority | None
    england: Fact | None
    region: Fact | None
    authorities: tuple[Authority, ...]
    guests: tuple[Authority, ...]
    n: int
    of: int
    median: float | None
    quartiles: Quartiles | None
    place: Place | None
    levels: Mapping[Level, int]
    funnel: Funnel | None
    crowd: Spread | None
    notes: tuple[str, ...]

    @property
    def enough(self) -> bool:
        """Whether so many have a figure that it says where councils lie: 7 in 10. Those that are hidden are the small ones."""
        return enough(self.n, self.of)


def everywhere(
    asking: Asking,
    indicator: str,
    area: str,
    choice: Choice | None = None,
    period: str | None = None,
    breakdown: str | None = None,
    *,
    within: str = ENGLAND,
    group: Sequence[str] = (),
) -> Everywhere:
    """One indicator over all authorities in the period named, else the latest in which the authority existed.

    `within` is a region's code or England's; `group` are codes of authorities of the reader's own choice. Raises BadInput for an
    indicator without figures, a breakdown that it lacks, and a period that is not held.
    """
    entry, chosen = asking.catalogue[indicator], choice or Choice()
    if not entry.measured:
        raise BadInput(no_figures(entry))
    label, beside = entry.slice(breakdown).breakdown, asking.beside(area, chosen)
    held = asking.series([entry], [label], [], chosen)  # of every area and year at once: one question costs less than two
    like, periods = _period(entry, held, beside.area, period)
    at = rows.by_period(held)[like.year]
    existed = [a for a in asking.areas if a.la_number and Areas.in_force(a, rows.ends_on(like))]
    facts = {a.code: rows.fact(at[a.code]) if a.code in at else rows.absent(like, a.code) for a in existed}
    key = (entry.id, label, like.year)
    spread = asking.spreads([key], chosen.known_on)[key] if entry.interval == PROPORTION else None
    compared = rows.benchmark(replace(chosen, kind=Kind.ENGLAND), "", like.period, NOBODY, at.get(ENGLAND))
    tau2, fresh = spread.tau2 if spread else 0.0, asking.fresh(chosen.known_on)
    judging = _Judging(asking, entry, label, compared, tau2, fresh, _edges(facts))
    every = {a.code: judging.authority(a, facts[a.code], beside.codes, group) for a in existed}
    place = asking.areas[within]
    inside = {a.code for a in asking.areas.within(within)}
    shown = tuple(one for code, one in every.items() if code in inside)
    guests = tuple(one for code, one in every.items() if code not in inside and (one.chosen or code == beside.area.code))
    own, once = every.get(beside.area.code), _once([one.fact for one in shown], beside.area.code)
    values = [f.value for f in once if f.value is not None]
    england = rows.fact(at[ENGLAND]) if ENGLAND in at else None
    return Everywhere(
        indicator=entry,
        breakdown=label,
        choice=chosen,
        edition=beside.edition,
        area=beside.area,
        within=place,
        period=like.period,
        periods=periods,
        like=like,
        own=own,
        england=england,
        region=rows.fact(at[within]) if within in at and within != ENGLAND else None,
        authorities=shown,
        guests=guests,
        n=len(values),
        of=len(shown),
        median=quartiles(values).q2 if values else None,
        quartiles=quartiles(values) if values else None,
        place=place_among(entry, own.fact, [f for f in once if f.area_code != own.area.code]) if own in shown and own else None,
        levels=Counter(one.row.verdict.level for one in shown),
        funnel=funnel(entry, england, once, spread, [one.fact for one in guests]) if enough(len(values), len(shown)) else None,
        crowd=crowd(entry, england, once),
        notes=_notes(asking, beside.area, own, shown, guests, like),
    )


@dataclass(frozen=True)
class _Judging:
    """What the figures of one period are judged by."""

    asking: Asking
    entry: Indicator
    label: str
    england: Benchmark
    tau2: float
    fresh: Freshness
    edges: Quartiles | None

    def authority(self, area: Area, fact: Fact, neighbours: Sequence[str], group: Sequence[str]) -> Authority:
        """One authority, judged beside England."""
        entry = self.entry
        verdict = judge(entry, self.label, area, (fact,), fact, self.england, self.tau2, self.fresh.of(fact))
        row = ScoreRow(entry, self.label, fact, None, (fact,), self.england, (), verdict)
        region = self.asking.areas[area.region_code] if area.region_code else None
        position = neighbours.index(area.code) + 1 if area.code in neighbours else 0
        quarter = band(fact.value, self.edges, entry.better) if fact.value is not None and self.edges else None
        return Authority(area, region, row, position, area.code in group, quarter)


def _period(entry: Indicator, held: Sequence[Row], area: Area, period: str | None) -> tuple[Fact, tuple[str, ...]]:
    """A fact of the period to show, and every period held for the authority or for England, oldest first. Raises BadInput for
    one that is not held."""
    facts = [rows.fact(row) for row in held if row[rows.AREA] in (area.code, ENGLAND)]
    own = [f for f in facts if f.area_code == area.code]
    by_period = {f.period: f for f in facts}
    newest = rows.latest(own, area) or max(facts, key=lambda f: f.year, default=None)
    found = newest if period is None else by_period.get(period)
    if found is None:
        told = f"Held: {', '.join(by_period)}." if by_period else "No release known on that day covers it."
        raise BadInput(f"{entry.title} is not held{f' in {period}' if period else ''}. {told}")
    return found, tuple(by_period)


def _edges(facts: Mapping[str, Fact]) -> Quartiles | None:
    """The edges of the quarters as the Local Authority Interactive Tool reckons them: every authority with a figure counts."""
    values = [f.value for f in facts.values() if f.value is not None]
    return quartiles(values) if values else None


def _once(facts: Sequence[Fact], own: str) -> list[Fact]:
    """The facts with each joint return once, under the code of the authority that asks where it is one of them."""
    found: dict[frozenset[str], Fact] = {}
    for fact in sorted(facts, key=lambda f: f.area_code != own):
        found.setdefault(return_of(fact.area_code, fact.joint_with or ""), fact)
    return list(found.values())


def _notes(
    asking: Asking, area: Area, own: Authority | None, shown: Sequence[Authority], guests: Sequence[Authority], like: Fact
) -> tuple[str, ...]:
    said = []
    if own is None:
        said.append(f"{area.short_name} did not exist as a council at the end of the period shown, so it is not in this list.")
    if guests:
        names = [one.area.short_name for one in guests]
        said.append(f"{and_(names)} {'is' if len(names) == 1 else 'are'} not in this region: shown, but not counted here.")
    others = {one.area.code: one.fact for one in shown}
    return (*said, *notes.of_joint_returns(rows.absent(like, ""), others, asking.areas))
