"""Results as tables for people: the same figures as in the chart, in words and rounded, row by row."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.status import Status
from metrics import words
from metrics.catalogue import Indicator
from metrics.figures import key_to_marks, n_of_n, reason, shown, with_unit
from metrics.phrases import starts_sentence
from metrics.results import Benchmark, Fact, Kind, Neighbours, Trend


@dataclass(frozen=True)
class Column:
    """A column's heading. `figures` are set to the right, so that their digits stand under one another."""

    title: str
    figures: bool = False


@dataclass(frozen=True)
class Table:
    """A table to read: the first column names its row. `key` explains the marks that stand for missing figures.

    In a cell, what follows a line break is said more quietly.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    key: str = ""


def trend(result: Trend) -> Table:
    """One row per period, newest first: the authority's figure and its counts, and what it is set beside.

    Plain counts stand alone, since authorities differ in size.
    """
    entry, name = result.indicator, result.own.area.short_name
    beside = _beside(result) if words.comparable(entry) else []
    columns = [Column(_period_heading(result.own.facts)), Column(name, True), Column(_counts_heading(entry), True)]
    columns += [Column(title, True) for title, _ in beside]
    rows = [
        (fact.period, shown(fact, entry), counts(fact), *(cells.get(fact.period, "") for _, cells in beside))
        for fact in reversed(result.own.facts)
    ]
    compared = [f for line in (result.region, result.england) if line and beside for f in line.facts]
    title = f"{entry.title_of(result.breakdown)}: {name}"
    return _without_empty(Table(title, tuple(columns), tuple(rows), _key([*result.own.facts, *compared])))


def trend_of_neighbours(result: Trend) -> Table | None:
    """One row per statistical neighbour, nearest first, one column per period that any of them or the authority has; None
    without neighbours.

    Of plain counts the caption says that they are not to be compared.
    """
    if not result.neighbours:
        return None
    named = {f.year: f.period for line in (*result.neighbours, result.own) for f in line.facts}
    periods = [named[year] for year in sorted(named)]
    rows, missing = [], set()
    for line in result.neighbours:
        by_period = {f.period: f for f in line.facts}
        rows.append((line.area.short_name, *(shown(by_period.get(p), result.indicator) for p in periods)))
        missing |= set(periods) - set(by_period)
    statuses = {f.status for line in result.neighbours for f in line.facts} | ({Status.NOT_HELD} if missing else set())
    caution = "" if words.comparable(result.indicator) else f" ({words.COUNTS})"
    return Table(
        f"{result.indicator.title_of(result.breakdown)}: each statistical neighbour, nearest first{caution}",
        (Column("Neighbour"), *(Column(p, True) for p in periods)),
        tuple(rows),
        key_to_marks(statuses),
    )


def neighbours(result: Neighbours) -> Table:
    """The authority, then its neighbours, nearest first: closeness, figure and counts; where a figure is missing, why."""
    entry, facts = result.indicator, [result.own, *(n.fact for n in result.neighbours)]
    named = [(result.area.short_name, "this council"), *((n.area.short_name, n.closeness) for n in result.neighbours)]
    columns = [Column("Council"), Column("Closeness"), Column("Figure", True), Column(_counts_heading(entry), True)]
    rows = [(*who, shown(fact, entry), counts(fact)) for who, fact in zip(named, facts, strict=True)]
    if any(reason(fact.status) for fact in facts):
        columns.append(Column("Status"))
        rows = [(*row, _status(fact)) for row, fact in zip(rows, facts, strict=True)]
    title = f"{words.dated(entry.title_of(result.breakdown), result.own)}: statistical neighbours, nearest first"
    return _without_empty(Table(title, tuple(columns), tuple(rows), _key(facts)))


def summaries(result: Neighbours) -> Table | None:
    """The neighbours as one figure, in three ways, with the region and England; None for plain counts."""
    entry = result.indicator
    if not words.comparable(entry):
        return None
    held = f"{result.n} of {result.of}"
    ways = [("Median", result.median), ("Mean", result.mean)]
    if entry.is_share:  # scores have no counts to pool
        ways.append(("Pooled figure", result.pooled))
    rows = [(f"{title} of the neighbours", with_unit(value, entry) or "none", held) for title, value in ways if result.of]
    if result.region_area:
        rows.append((result.region_area.short_name, shown(result.region, entry), counts(result.region)))
    rows.append(("England", shown(result.england, entry), counts(result.england)))
    return Table(
        f"{words.dated(entry.title_of(result.breakdown), result.own)}: what to compare with",
        (Column("Benchmark"), Column("Figure", True), Column("n of N", True)),
        tuple(rows),
        _key([f for f in (result.region, result.england) if f]),
    )


def _beside(result: Trend) -> list[tuple[str, dict[str, str]]]:
    """Headings and figures by period of the benchmark that was chosen, the region and England."""
    entry = result.indicator
    found: list[tuple[str, dict[str, str]]] = []
    if result.choice.kind is Kind.NEIGHBOURS and result.neighbours:
        figures = {b.period: _benchmark(b, entry) for b in result.benchmark}
        counted = {b.period: f"{b.n} of {b.of}" for b in result.benchmark}
        how = result.choice.how.value.capitalize()
        found += [(f"{how} of neighbours", figures), ("Neighbours with a figure", counted)]
    for line in (result.region, result.england):
        if line:
            found.append((line.area.short_name, {f.period: shown(f, entry) for f in line.facts}))
    return found


def _benchmark(benchmark: Benchmark, indicator: Indicator) -> str:
    return with_unit(benchmark.value, indicator) or "none"


def counts(fact: Fact | None) -> str:
    """The counts behind a figure that is shown, '88 of 121'; beside a hidden one they would only confuse."""
    return n_of_n(fact) if fact and fact.status is Status.PUBLISHED else ""


def _counts_heading(indicator: Indicator) -> str:
    """'n of N' for a share or rate, 'n' for the number of people that a mean rests on."""
    return "n of N" if indicator.is_share else "n"


def _status(fact: Fact) -> str:
    return reason(fact.status) or "published"


def _period_heading(facts: Iterable[Fact]) -> str:
    """'31 March', 'Year to 31 March': what the periods of these facts are."""
    kinds = dict.fromkeys(f.period_kind for f in facts)
    return starts_sentence(", ".join(kinds)) or "Period"


def _key(facts: Iterable[Fact]) -> str:
    return key_to_marks({f.status for f in facts})


def _without_empty(table: Table) -> Table:
    """The table without columns of counts that have nothing in them, or nothing but the figure again."""
    drop = [
        i for i, column in enumerate(table.columns)
        if column.title in ("n of N", "n") and all(row[i] in ("", row[i - 1]) for row in table.rows)
    ]  # fmt: skip
    keep = [i for i in range(len(table.columns)) if i not in drop]
    return Table(
        table.caption,
        tuple(table.columns[i] for i in keep),
        tuple(tuple(row[i] for i in keep) for row in table.rows),
        table.key,
    )
