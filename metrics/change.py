"""Why did the number of children looked after change? Stock and flow, unaccompanied children, population, and several years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.areas import Area
from data.errors import BadInput
from data.status import Status
from metrics import rows
from metrics.asking import Asking
from metrics.boundaries import tiling_of
from metrics.catalogue import Indicator
from metrics.methods.decomposition import Decomposition, decompose
from metrics.methods.flows import StockFlow, identity, implied_stay
from metrics.methods.population import PartFirst, RateAndPopulation, kitagawa
from metrics.methods.population import first as part_first
from metrics.results import Choice, Fact

STOCK, RATE = "children_looked_after", "children_looked_after_rate"
STARTED, CEASED = "children_started", "children_ceased"
UNACCOMPANIED = "unaccompanied_children"
ENTRIES = (STOCK, RATE, STARTED, CEASED, UNACCOMPANIED)
Lines = Mapping[str, Mapping[int, Fact]]


@dataclass(frozen=True)
class YearOfChange:
    """One year from 31 March to 31 March in children; None for what is not published. `flow` closes to the published number."""

    period: str
    start: Fact | None
    started: Fact | None
    ceased: Fact | None
    end: Fact | None
    flow: StockFlow | None


@dataclass(frozen=True)
class Change:
    """Why the number of children looked after changed between two 31 Marches, in children.

    `flow` sums all years in between and closes to the published number with its residual; None where a year's flow is not
    published. `unaccompanied` is the part of unaccompanied asylum-seeking children, `population` the part of a growing or
    shrinking child population (Kitagawa), `decomposition` how the flows differ from those of the base year.
    `stay_by_exits` and `stay_by_entries` are rough lengths of stay in years. `notes` say what is missing and why.
    """

    area: Area
    choice: Choice
    indicator: Indicator
    first: Fact
    last: Fact
    years: tuple[YearOfChange, ...]
    flow: StockFlow | None
    unaccompanied: PartFirst | None
    unaccompanied_facts: tuple[Fact, Fact] | None
    population: RateAndPopulation | None
    rates: tuple[Fact, Fact] | None
    decomposition: Decomposition | None
    base: str
    stay_by_exits: float | None
    stay_by_entries: float | None
    periods: tuple[str, ...]
    notes: tuple[str, ...]


def explain(asking: Asking, area: str, choice: Choice | None = None, first: str = "", last: str = "", base: str = "") -> Change:
    """Why the number changed from one 31 March to another: by default from the one before the latest to the latest.

    Raises BadInput for a period without a published number, for an order that runs backwards, and for a base year without flows.
    """
    chosen = choice or Choice()
    place = asking.areas.find(area)
    entries = [asking.catalogue[id_] for id_ in ENTRIES]
    lines = _lines(asking.series(entries, [e.breakdowns[0] for e in entries], [place.code], chosen), entries)
    start, end = _ends(lines[STOCK], place, first, last)
    years = tuple(_year(lines, year) for year in range(start.year + 1, end.year + 1))
    flow = _flow(start, end, years)
    unaccompanied = _pair(lines[UNACCOMPANIED], start, end)
    rates = _pair(lines[RATE], start, end)
    decomposition = _decomposition(lines, start, end, base)
    return Change(
        area=place,
        choice=chosen,
        indicator=asking.catalogue[STOCK],
        first=start,
        last=end,
        years=years,
        flow=flow,
        unaccompanied=_unaccompanied(unaccompanied, start, end),
        unaccompanied_facts=unaccompanied,
        population=_population(rates),
        rates=rates,
        decomposition=decomposition,
        base=base or start.period,
        stay_by_exits=_stay(years[-1:], "ceased"),
        stay_by_entries=_stay(years[-1:], "started"),
        periods=tuple(f.period for f in lines[STOCK].values() if f.status is Status.PUBLISHED),
        notes=tuple(_notes(asking, place, start, end, flow, unaccompanied, rates, decomposition)),
    )


def _lines(held: Sequence[rows.Row], entries: Sequence[Indicator]) -> Lines:
    found: dict[str, dict[int, Fact]] = {entry.id: {} for entry in entries}
    for row in held:
        entry = next(e for e in entries if e.id == row[rows.INDICATOR])
        if row[rows.BREAKDOWN] == entry.breakdowns[0]:
            found[entry.id][row[rows.YEAR]] = rows.fact(row)
    return found


def _ends(stock: Mapping[int, Fact], area: Area, first: str, last: str) -> tuple[Fact, Fact]:
    known = [f for f in stock.values() if f.status is Status.PUBLISHED]
    if len(known) < 2:
        raise BadInput(f"The number of children looked after by {area.short_name} is published for fewer than two years.")
    held = f"Published: {', '.join(f.period for f in known)}."
    end = _of(known, last, area, held) if last else known[-1]
    earlier = [f for f in known if f.year < end.year]
    if not earlier:
        raise BadInput(f"There is no published number for {area.short_name} before 31 March {end.period}. {held}")
    start = _of(known, first, area, held) if first else earlier[-1]
    if start.year >= end.year:
        raise BadInput(f"The change runs from an earlier year to a later one, not from {start.period} to {end.period}. {held}")
    return start, end


def _of(known: Sequence[Fact], period: str, area: Area, held: str) -> Fact:
    found = next((f for f in known if f.period == period), None)
    if found is None:
        raise BadInput(f"The number of children looked after by {area.short_name} is not published for {period}. {held}")
    return found


def _year(lines: Lines, year: int) -> YearOfChange:
    start, end = lines[STOCK].get(year - 1), lines[STOCK].get(year)
    started, ceased = lines[STARTED].get(year), lines[CEASED].get(year)
    counts = [f.value if f else None for f in (start, started, ceased, end)]
    flow = identity(*counts) if all(c is not None for c in counts) else None
    return YearOfChange(str(year), start, started, ceased, end, flow)


def _flow(start: Fact, end: Fact, years: Sequence[YearOfChange]) -> StockFlow | None:
    """All years in one: the sums of the flows, which close with the sum of the residuals."""
    flows = [(y.started.value, y.ceased.value) for y in years if y.started and y.ceased]
    if len(flows) < len(years) or any(s is None or c is None for s, c in flows):
        return None
    return identity(start.value, sum(s for s, _ in flows), sum(c for _, c in flows), end.value)


def _pair(line: Mapping[int, Fact], start: Fact, end: Fact) -> tuple[Fact, Fact] | None:
    found = [line.get(f.year) for f in (start, end)]
    known = [f for f in found if f is not None and f.status is Status.PUBLISHED]
    return (known[0], known[1]) if len(known) == 2 else None


def _unaccompanied(pair: tuple[Fact, Fact] | None, start: Fact, end: Fact) -> PartFirst | None:
    return part_first(pair[0].value, pair[1].value, start.value, end.value) if pair else None


def _population(rates: tuple[Fact, Fact] | None) -> RateAndPopulation | None:
    if rates is None or any(f.numerator is None or not f.denominator for f in rates):
        return None
    before, after = rates
    return kitagawa(before.numerator, before.denominator, after.numerator, after.denominator)


def _decomposition(lines: Lines, start: Fact, end: Fact, base: str) -> Decomposition | None:
    """How the flows of several years differ from those of the base year: the one asked for, else the first. None where a year in
    between, or the first year while it is the base, has no published flows: the notes say so."""
    if end.year - start.year < 2 and not base:
        return None
    based = _flows_in(lines, int(base)) if base.isdecimal() else None
    if base and based is None:
        what = f"the year to 31 March {base}" if base.isdecimal() else f'"{base}"'
        raise BadInput(f"Children who came into care and who left are not both published for {what}. Choose another base year.")
    flows = {year: _flows_in(lines, year) for year in (*range(start.year + 1, end.year + 1), int(base or start.year))}
    known = {year: pair for year, pair in flows.items() if pair}
    if len(known) < len(flows):
        return None
    stocks = {start.year: start.value, end.year: end.value}
    started, ceased = ({year: pair[n] for year, pair in known.items()} for n in (0, 1))
    return decompose(stocks, started, ceased, int(base or start.year))


def _flows_in(lines: Lines, year: int) -> tuple[float, float] | None:
    """Children who came into care and who left in the year to 31 March; None unless both are published."""
    came, left = lines[STARTED].get(year), lines[CEASED].get(year)
    return (came.value, left.value) if came and left and came.value is not None and left.value is not None else None


def _stay(years: Sequence[YearOfChange], which: str) -> float | None:
    if not years or years[0].flow is None:
        return None
    flow = years[0].flow
    return implied_stay(flow.start, flow.end, getattr(flow, which))


def _notes(
    asking: Asking,
    area: Area,
    start: Fact,
    end: Fact,
    flow: StockFlow | None,
    unaccompanied: tuple[Fact, Fact] | None,
    rates: tuple[Fact, Fact] | None,
    decomposition: Decomposition | None,
) -> list[str]:
    said = []
    if flow is None:
        said.append(
            "Children who came into care or who left are not published for every year in between, so the sum cannot be made."
        )
    elif decomposition is None and end.year - start.year > 1:
        said.append(f"Both flows are not published for the year to 31 March {start.period}: choose another base year.")
    if unaccompanied is None:
        said.append(
            f"Unaccompanied asylum-seeking children are not published for {start.period}, {end.period} or both: "
            "their part in the change cannot be told."
        )
    if rates is None:
        said.append(f"The child population is not published for {start.period}, {end.period} or both.")
    if tiling_of(area, asking.areas):
        said.append(boundaries_changed(area))
    return said


def boundaries_changed(area: Area) -> str:
    """What is said of an authority that was made of others, or became part of others."""
    return f"The boundaries of {area.short_name} changed; only years on its own boundaries are compared."
