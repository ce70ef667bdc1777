"""The change in the number of children looked after, and where children live, as CSV: every published figure behind the view."""

from data.manifest import Manifest
from metrics.change import Change
from metrics.downloads import Line, as_csv, fact_line
from metrics.movements import Movements
from metrics.results import Benchmark, Fact, Kind
from metrics.settings import Settings


def movements(result: Movements, manifest: Manifest) -> str:
    """CSV of every year: one row for those who came into care, those who left and the number on 31 March, oldest first."""
    columns = ((result.came, "started"), (result.left, "ceased"), (result.stock, "end"))
    found = [(entry, getattr(year, name)) for year in result.years for entry, name in columns]
    lines = [fact_line(entry, fact, "own", result.area) for entry, fact in found if fact is not None]
    return as_csv(lines, [entry for entry, _ in columns], manifest, result.choice, "")


def change(result: Change, flows: Movements, manifest: Manifest) -> str:
    """CSV of the steps of a change: the two counted numbers, the flows of the years in between, and unaccompanied children."""
    entries = {entry.id: entry for entry in (result.indicator, flows.came, flows.left)}
    facts: list[Fact | None] = [result.first, *(f for year in result.years for f in (year.started, year.ceased)), result.last]
    lines = [fact_line(entries[f.indicator], f, "own", result.area) for f in facts if f is not None]
    return as_csv(lines, entries.values(), manifest, result.choice, "")


def settings(result: Settings, manifest: Manifest) -> str:
    """CSV of every group: one row per period held, oldest first, and one for what its latest figure is set beside."""
    lines: list[Line] = []
    for setting in result.settings:
        lines += [fact_line(result.indicator, fact, "own", result.area) for fact in setting.history]
        lines.append(_benchmark(result, setting.latest, setting.benchmark))
    return as_csv(lines, [result.indicator], manifest, result.choice, result.edition)


def _benchmark(result: Settings, own: Fact, benchmark: Benchmark) -> Line:
    """What a group is set beside: its role is how the neighbours were taken together, or region or england."""
    neighbours = benchmark.kind is Kind.NEIGHBOURS
    role = benchmark.how.value if neighbours else benchmark.kind.value
    name = f"{role} of the neighbours of {result.area.short_name}" if neighbours else role
    entry = result.indicator
    line: Line = {"indicator": entry.id, "indicator_title": entry.title, "unit": entry.unit, "breakdown": own.breakdown}
    line |= {"role": role, "area_name": name, "period": benchmark.period, "period_kind": own.period_kind}
    return line | {"value": benchmark.value, "status": benchmark.status.value, "n": benchmark.n, "of": benchmark.of}
