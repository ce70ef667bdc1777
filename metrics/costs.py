"""What a gap in children is worth in money: the gap times a weekly unit cost, as a range, never one figure (M12, M13)."""

from dataclasses import dataclass

from data.areas import Area
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.ask import Ask
from metrics.asking import ENGLAND, Asking
from metrics.comparison import compare
from metrics.judge import interval_of, why_no_level
from metrics.judged import Level, Why
from metrics.methods.gap import Gap
from metrics.methods.money import CostRange, cost_range
from metrics.results import Benchmark, Choice, Fact

RATE = "children_looked_after_rate"
FOSTER, CARE, RESIDENTIAL = "weekly_cost_of_foster_care", "weekly_cost_of_care", "weekly_cost_of_residential_care"
REALISABLE = 0.5  # of the cost of foster care: what a council could stop paying
NOTHING = {
    Why.FEW_CHILDREN: "it rests on too few children",
    Why.FEW_NEIGHBOURS: "too few neighbours have a figure",
    Why.NO_BENCHMARK: "there is nothing to compare with",
    Why.NO_FIGURE: "the rate is not published",
}


@dataclass(frozen=True)
class WeeklyCosts:
    """Pounds a week of one area in one financial year, whose prices they are: foster care, any care on average, and residential
    care (None where it is not published)."""

    area: Area
    period: str
    foster: Fact
    care: Fact
    residential: Fact | None


@dataclass(frozen=True)
class Costs:
    """A gap in children to the benchmark (`gap.gap` above zero: more children than at its rate) and what it is worth.

    `range` is in pounds a year: `low` half of the cost of foster care, what might be saved or spent at the margin; `high` the
    average cost of care, an upper bound. Both are below zero where the authority has fewer children than at the benchmark.
    `level` is the verdict on the rate: beside 'similar' the true gap may be none. `weekly` are the authority's own costs, or
    England's where it has none."""

    area: Area
    choice: Choice
    edition: str
    rate: Fact
    benchmark: Benchmark
    level: Level
    gap: Gap
    weekly: WeeklyCosts
    range: CostRange


def costs(ask: Ask, area: str, choice: Choice | None = None) -> Costs:
    """The latest rate of children looked after of an authority, its gap to the benchmark, and the range in money.

    Raises BadInput where the gap cannot be told, or would rest on too few children or neighbours, and where no weekly costs are
    held.
    """
    chosen = choice or Choice()
    found = compare(ask, ask.neighbours(RATE, area, chosen))
    place, own, benchmark = found.neighbours.area, found.neighbours.own, found.neighbours.benchmark
    entry = found.neighbours.indicator
    why = why_no_level(entry, found.neighbours.breakdown, own, benchmark, True, interval_of(entry, own))
    if why or found.gap is None:
        said = NOTHING.get(why or Why.NO_FIGURE, NOTHING[Why.NO_FIGURE])
        raise BadInput(f"The gap for {place.short_name} cannot be told in money: {said}. Choose another benchmark or authority.")
    weekly = _weekly(ask, place, chosen)
    return Costs(
        area=place,
        choice=chosen,
        edition=found.neighbours.edition,
        rate=own,
        benchmark=benchmark,
        level=found.row.verdict.level,
        gap=found.gap,
        weekly=weekly,
        range=cost_range(found.gap.gap, weekly.foster.value or 0, weekly.care.value or 0, REALISABLE),
    )


def _weekly(asking: Asking, place: Area, choice: Choice) -> WeeklyCosts:
    """The newest weekly costs of the authority, else those of England."""
    entries = [asking.catalogue[id_] for id_ in (FOSTER, CARE, RESIDENTIAL)]
    held = [rows.fact(row) for row in asking.series(entries, [e.breakdowns[0] for e in entries], [place.code, ENGLAND], choice)]
    for code in (place.code, ENGLAND):
        usable = _usable([f for f in held if f.area_code == code and f.status is Status.PUBLISHED])
        if usable:
            foster, care, residential = usable
            return WeeklyCosts(asking.areas[code], foster.period, foster, care, residential)
    raise BadInput("This snapshot holds no weekly costs of care as known on that day. Choose a later day or publish them.")


def _usable(facts: list[Fact]) -> tuple[Fact, Fact, Fact | None] | None:
    """The newest year with both ends of the range, in their order: where foster care costs more than any care on average, the
    two were not counted alike."""
    by_year: dict[int, dict[str, Fact]] = {}
    for fact in facts:
        by_year.setdefault(fact.year, {})[fact.indicator] = fact
    for year in sorted(by_year, reverse=True):
        foster, care = (by_year[year].get(id_) for id_ in (FOSTER, CARE))
        if foster and care and (foster.value or 0) <= (care.value or 0):
            return foster, care, by_year[year].get(RESIDENTIAL)
    return None
