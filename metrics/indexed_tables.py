"""Us or everyone, as a table and as CSV."""

from data.manifest import Manifest
from metrics import downloads
from metrics.figures import number, with_unit
from metrics.indexed import Indexed, IndexedYear
from metrics.results import Kind
from metrics.tables import Column, Table

EXTRA = ("index", "index_england", "index_benchmark")


def indexed(result: Indexed) -> Table | None:
    """One row per period, newest first: each figure and its index; None without years to compare."""
    if not result.years:
        return None
    trend = result.trend
    names = [trend.own.area.short_name, "England", *([_benchmark(result)] if result.benchmark else [])]
    columns = [Column("Period"), *(Column(text, True) for name in names for text in (name, f"{name}, index"))]
    counted = result.benchmark and trend.choice.kind is Kind.NEIGHBOURS
    columns += [Column("Neighbours with a figure", True)] if counted else []
    rows = tuple(_row(result, one, counted) for one in reversed(result.years))
    title = f"{trend.indicator.title_of(trend.breakdown)}: each as 100 in {result.years[0].period}"
    return Table(title, tuple(columns), rows)


def download(result: Indexed, manifest: Manifest) -> str:
    """CSV of the trend, with the index of each of our figures and of England and the benchmark in the same period."""
    trend, entry = result.trend, result.trend.indicator
    by_year = {one.year: one for one in result.years}
    lines = []
    for role, series in (("own", trend.own), ("england", trend.england)):
        for fact in series.facts:
            one = by_year.get(fact.year)
            line = downloads.fact_line(entry, fact, role, series.area)
            index = {"index": one.own if role == "own" else one.england} if one else {}
            beside = {"index_england": one.england, "index_benchmark": one.benchmark} if one and role == "own" else {}
            lines.append(line | index | beside)
    return downloads.as_csv(lines, [entry], manifest, trend.choice, trend.edition, EXTRA)


def _benchmark(result: Indexed) -> str:
    choice, region = result.trend.choice, result.trend.region
    if choice.kind is Kind.NEIGHBOURS:
        return f"{choice.how.value.capitalize()} of neighbours"
    return region.area.short_name if region else "Region"


def _row(result: Indexed, one: IndexedYear, counted: bool) -> tuple[str, ...]:
    entry = result.trend.indicator
    pairs = [(one.own_figure, one.own), (one.england_figure, one.england)]
    pairs += [(one.benchmark_figure, one.benchmark)] if result.benchmark else []
    cells = [text for figure, index in pairs for text in (with_unit(figure, entry) or "none", _index(index))]
    return one.period, *cells, *([f"{one.n} of {one.of}"] if counted else [])


def _index(value: float | None) -> str:
    return "none" if value is None else number(value, 1)
