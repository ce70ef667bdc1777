"""Results as CSV: every figure of a view in full precision, with its status, its source and its vintage on the same row."""

import csv
import io
from collections.abc import Iterable, Iterator

from data.areas import Area
from data.manifest import Manifest
from metrics import words
from metrics.catalogue import Indicator
from metrics.cited import source_file
from metrics.results import Benchmark, Choice, Fact, Kind, Neighbours, Scorecard, Trend

COLUMNS = (
    "indicator", "indicator_title", "breakdown", "unit", "role", "area_code", "la_number", "area_name", "area_level", "closeness",
    "period", "period_kind", "numerator", "denominator", "value", "status", "published_value", "n", "of",
    "publisher", "source", "release", "published_on", "known_on", "edition", "snapshot", "licence",
)  # fmt: skip

Line = dict[str, object]


def trend(result: Trend, manifest: Manifest) -> str:
    """CSV of a trend: one row per area and period (role own, neighbour, region, england), and per period of the benchmark."""
    return as_csv(trend_lines(result), [result.indicator], manifest, result.choice, result.edition)


def trend_lines(result: Trend) -> list[Line]:
    """The rows of that CSV."""
    entry = result.indicator
    series = [("own", result.own), *(("neighbour", line) for line in result.neighbours)]
    series += [("region", result.region)] if result.region else []
    series.append(("england", result.england))
    lines = [fact_line(entry, fact, role, line.area) for role, line in series for fact in line.facts]
    compared = result.benchmark if words.comparable(entry) and result.choice.kind is Kind.NEIGHBOURS else ()
    kinds = {f.period: f.period_kind for f in result.own.facts}
    lines += [
        _benchmark(entry, result.breakdown, b, result.own.area) | {"period_kind": kinds.get(b.period, "")} for b in compared
    ]
    return lines


def neighbours(result: Neighbours, manifest: Manifest) -> str:
    """CSV of a comparison in one period: one row per area, and one each for the median, the mean and the pooled figure."""
    return as_csv(neighbour_lines(result), [result.indicator], manifest, result.choice, result.edition)


def neighbour_lines(result: Neighbours) -> list[Line]:
    """The rows of that CSV."""
    entry = result.indicator
    lines = [fact_line(entry, result.own, "own", result.area)]
    lines += [fact_line(entry, n.fact, "neighbour", n.area) | {"closeness": n.closeness} for n in result.neighbours]
    if result.region and result.region_area:
        lines.append(fact_line(entry, result.region, "region", result.region_area))
    if result.england:
        lines.append(fact_line(entry, result.england, "england"))
    if result.of and words.comparable(entry):
        for how, value in (("median", result.median), ("mean", result.mean), ("pooled", result.pooled)):
            lines.append(
                _common(entry, result.breakdown, result.period)
                | {
                    "role": how,
                    "area_name": f"{how} of the neighbours of {result.area.short_name}",
                    "period_kind": result.own.period_kind,
                }
                | {
                    "value": value,
                    "status": "published" if value is not None else "not_available",
                    "n": result.n,
                    "of": result.of,
                }
            )
    return lines


def scorecard(card: Scorecard, manifest: Manifest) -> str:
    """CSV of a scorecard: one row per published indicator and period held, and one for each latest benchmark."""
    lines: list[Line] = []
    for row in card.rows:
        lines += [fact_line(row.indicator, fact, "own", card.area) for fact in row.history]
        if row.benchmark and row.latest and words.comparable(row.indicator):
            lines.append(
                _benchmark(row.indicator, row.breakdown, row.benchmark, card.area) | {"period_kind": row.latest.period_kind}
            )
    return as_csv(lines, [row.indicator for row in card.rows], manifest, card.choice, card.edition)


def catalogue(entries: Iterable[Indicator]) -> str:
    """CSV of the catalogue: one row per indicator, measured nationally or not."""
    names = ("id", "title", "principle", "better", "unit", "source", "plain", "caution", "collect")
    return _text(names, ({name: getattr(entry, name) for name in names} for entry in entries))


def fact_line(indicator: Indicator, fact: Fact, role: str, area: Area | None = None) -> Line:
    """One fact as a row of a CSV; `role` says what it is to the view: own, neighbour, region, england."""
    place: Line = {"area_code": fact.area_code}
    if area:
        place |= {"la_number": area.la_number, "area_name": area.name, "area_level": area.level}
    return (
        _common(indicator, fact.breakdown, fact.period)
        | place
        | {"role": role, "period_kind": fact.period_kind, "numerator": fact.numerator, "denominator": fact.denominator}
        | {"value": fact.value, "status": fact.status.value, "published_value": fact.published_value}
        | {"release": fact.release, "published_on": fact.published_on or ""}
    )


def _benchmark(indicator: Indicator, breakdown: str, benchmark: Benchmark, area: Area) -> Line:
    """A benchmark as a row: the median (mean, pooled figure) of so many of so many neighbours, or the region or England."""
    if benchmark.kind is Kind.NEIGHBOURS:
        role, name = benchmark.how.value, f"{benchmark.how.value} of the neighbours of {area.short_name}"
    else:
        role = name = benchmark.kind.value
    figure = {"value": benchmark.value, "status": benchmark.status.value, "n": benchmark.n, "of": benchmark.of}
    return _common(indicator, breakdown, benchmark.period) | {"role": role, "area_name": name} | figure


def _common(indicator: Indicator, breakdown: str, period: str) -> Line:
    named: Line = {"indicator": indicator.id, "indicator_title": indicator.title, "unit": indicator.unit}
    return named | {"breakdown": breakdown, "period": period}


def as_csv(
    lines: Iterable[Line],
    indicators: Iterable[Indicator],
    manifest: Manifest,
    choice: Choice,
    edition: str,
    extra: tuple[str, ...] = (),
) -> str:
    """Rows as CSV, each with its publisher, source, vintage and snapshot; `extra` are columns that only this view has."""
    by_id = {entry.id: entry for entry in indicators}
    same: Line = {"known_on": choice.known_on.text, "edition": edition, "snapshot": manifest.id, "licence": manifest.licence}
    return _text((*COLUMNS, *extra), (line | _source(by_id[str(line["indicator"])], line, manifest) | same for line in lines))


def _source(indicator: Indicator, line: Line, manifest: Manifest) -> Line:
    file = source_file(manifest, indicator, str(line.get("release", "")))
    return {"publisher": file.publisher, "source": file.source_title} if file else {}


def _text(names: tuple[str, ...], lines: Iterable[Line]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_plain(lines))
    return stream.getvalue()


def _plain(lines: Iterable[Line]) -> Iterator[Line]:
    """Whole numbers without '.0', other figures with every digit, nothing for a figure that is not there."""
    for line in lines:
        yield {k: int(v) if isinstance(v, float) and v.is_integer() else "" if v is None else v for k, v in line.items()}
