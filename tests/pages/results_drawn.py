"""Results for the tests of charts, made by hand from tables drawn as text: '62.6' is a figure, 'c' or 'z' says why there is
none, and an empty cell is a period of which nobody says anything."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from data.areas import Area
from data.status import SYMBOLS, Status
from metrics.catalogue import Indicator, Part, Slice
from metrics.judge import judge
from metrics.results import (
    Benchmark,
    Choice,
    Fact,
    How,
    Kind,
    Neighbour,
    Neighbours,
    Scorecard,
    ScoreRow,
    Series,
    Trend,
)
from metrics.scores import nothing_known
from tests.metrics.drawing import drawn

RELEASE = "Children looked after in England, 2025"
PART = Part("a_source", (("Total", "children_count"),))


def indicator(unit: str = "per 10,000 children", decimals: int = 1, kind: str = "share", title: str = "A rate") -> Indicator:
    """An indicator that is a 'share' (numerator over denominator), a 'count', a 'mean' or 'local' (no figures at all)."""
    slice_ = Slice(
        breakdown="Total",
        period_kind="31 March",
        numerator=PART if kind != "mean" else None,
        denominator=PART if kind == "share" else None,
        value=PART if kind == "mean" else None,
        published=None,
        published_decimals=0,
    )
    return Indicator(
        id=title.lower().replace(" ", "_"), title=title, plain="", principle="6", better="neither", unit=unit, per=10_000,
        decimals=decimals, source="a_source", slices=() if kind == "local" else (slice_,), caution="", questions=(), known=(),
        code="", who="", did="", headline=False, collect="",
    )  # fmt: skip


def judged(title: str, better: str = "higher") -> Indicator:
    """A percentage with a direction, so that it can be judged."""
    return replace(indicator("%", 0, title=title), better=better, per=100)


def area(name: str) -> Area:
    """An authority of that name."""
    return Area(name, "884", name, "Local authority", "", None, None, (), (), (), "")


def fact(entry: Indicator, name: str, period: str, cell: str) -> Fact:
    """The fact that a cell draws, of the year in which the period ends: '2024/25' ends in 2025."""
    year = int(period[:4]) + ("/" in period)
    status = SYMBOLS.get(cell, Status.PUBLISHED)
    value = float(cell) if status is Status.PUBLISHED else None
    counts = (round(value * 10), 1000) if value is not None and entry.is_share else (value, None)
    return Fact(
        indicator=entry.id, breakdown="Total", area_code=name, period=period, year=year, period_kind="31 March",
        numerator=counts[0], denominator=counts[1], value=value, status=status, release=RELEASE, published_on=date(2025, 11, 26),
    )  # fmt: skip


def trend(text: str, entry: Indicator | None = None, choice: Choice | None = None) -> Trend:
    """A trend from a table with the columns `role` and `area` and one a period. Roles: own, neighbour, region, england, and
    benchmark, whose row is what the neighbours come to."""
    entry, choice = entry or indicator(), choice or Choice()
    found: dict[str, list[Series]] = {"own": [], "neighbour": [], "region": [], "england": []}
    points: dict[str, str] = {}
    for row in drawn(text):
        role, name = row.pop("role"), row.pop("area")
        if role == "benchmark":
            points = row
        else:
            facts = tuple(fact(entry, name, period, cell) for period, cell in row.items() if cell)
            found[role].append(Series(area(name), facts))
    own, beside = found["own"][0], found["neighbour"]
    of = len(beside)
    return Trend(
        indicator=entry,
        breakdown="Total",
        choice=choice,
        edition="2025",
        own=own,
        england=found["england"][0] if found["england"] else Series(area("England"), ()),
        region=found["region"][0] if found["region"] else None,
        neighbours=tuple(beside),
        benchmark=tuple(_point(choice, f.period, points.get(f.period, ""), _held(beside, f.period), of) for f in own.facts),
        notes=(),
    )


def neighbours(text: str, entry: Indicator | None = None, choice: Choice | None = None, benchmark: str = "") -> Neighbours:
    """A comparison in 2025 from a table with the columns `role`, `area` and `2025`; roles as for `trend`."""
    entry, choice = entry or indicator(), choice or Choice()
    facts: dict[str, list[tuple[Area, Fact]]] = {"own": [], "neighbour": [], "region": [], "england": []}
    for row in drawn(text):
        facts[row["role"]].append((area(row["area"]), fact(entry, row["area"], "2025", row["2025"])))
    (place, own), beside = facts["own"][0], facts["neighbour"]
    held = sum(f.value is not None for _, f in beside)
    point = _point(choice, "2025", benchmark, held, len(beside))
    return Neighbours(
        indicator=entry,
        breakdown="Total",
        choice=choice,
        edition="2025",
        area=place,
        period="2025",
        periods=("2025",),
        own=own,
        england=facts["england"][0][1] if facts["england"] else None,
        region=facts["region"][0][1] if facts["region"] else None,
        region_area=facts["region"][0][0] if facts["region"] else None,
        neighbours=tuple(Neighbour(a, i, "Very close", f) for i, (a, f) in enumerate(beside, start=1)),
        mean=None,
        median=point.value,
        pooled=None,
        n=held,
        of=len(beside),
        benchmark=point,
        notes=(),
    )


def scorecard(text: str, entries: Mapping[str, Indicator] | None = None, choice: Choice | None = None) -> Scorecard:
    """A card for Testshire from a table with the columns `title`, `own`, `neighbours` (cells parted by spaces) and `benchmark`.

    An indicator is a percentage unless `entries` has it by its title; without an own cell, no release covers the authority.
    """
    choice, known = choice or Choice(), entries or {}
    rows = []
    for row in drawn(text):
        entry = known.get(row["title"]) or indicator("%", 0, title=row["title"])
        rows.append(_score_row(entry, row["own"], row["neighbours"].split(), row["benchmark"], choice))
    return Scorecard("6", area("Testshire"), choice, "2025", tuple(rows), ())


def history(*cells: str, first: int = 2019, entry: Indicator | None = None) -> tuple[Fact, ...]:
    """Facts of successive years; an empty cell leaves its year out."""
    known = entry or indicator()
    return tuple(fact(known, "Testshire", str(first + i), cell) for i, cell in enumerate(cells) if cell)


def _score_row(entry: Indicator, own: str, others: list[str], point: str, choice: Choice) -> ScoreRow:
    if not own:
        return ScoreRow(entry, "Total", None, None, (), None, (), nothing_known(entry))
    latest = fact(entry, "Testshire", "2025", own)
    values = tuple(fact(entry, "Another", "2025", cell).value for cell in others)
    held = sum(value is not None for value in values)
    beside = _point(choice, "2025", point, held, len(values))
    verdict = judge(entry, "Total", area("Testshire"), (latest,), latest, beside)
    return ScoreRow(entry, "Total", latest, None, (latest,), beside, values, verdict)


def _point(choice: Choice, period: str, cell: str, n: int, of: int) -> Benchmark:
    value = float(cell) if cell else None
    status = Status.PUBLISHED if cell else Status.NOT_AVAILABLE
    if choice.kind is not Kind.NEIGHBOURS:
        return Benchmark(choice.kind, How.MEDIAN, "", period, value, status, int(value is not None), 1)
    return Benchmark(choice.kind, choice.how, "2025", period, value, status, n, of)


def _held(series: Sequence[Series], period: str) -> int:
    return sum(f.value is not None for s in series for f in s.facts if f.period == period)
