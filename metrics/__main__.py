"""`python -m metrics`: what the figures mean, for the analyst. stdout is data and nothing else."""

import sys
from typing import Annotated

import typer

from data.command import as_command
from metrics import check as checking
from metrics import commands, trace_words
from metrics import trace as tracing
from metrics.catalogue import Indicator, catalogue
from metrics.describe import describe_indicator
from metrics.known_on import known_on
from metrics.options import (
    Area,
    AsCsv,
    AsJson,
    Known,
    SnapshotId,
    StoreFolder,
    opened,
    print_csv,
    print_json,
)
from metrics.words import ELSEWHERE

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Ask a snapshot of published figures what they mean.")


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the indicators: id, principle, title, direction, unit, source."""
    rows = [_row(entry) for entry in catalogue().values()]
    print_json(rows) if as_json else print_csv(rows)


def _row(entry: Indicator) -> dict[str, str]:
    return {
        "indicator": entry.id,
        "principle": entry.principle,
        "code": entry.code,
        "title": entry.title,
        "better": entry.better,
        "unit": entry.unit,
        "source": entry.source or (ELSEWHERE if entry.elsewhere else "not measured nationally"),
    }


@app.command()
def show(indicator: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Say what an indicator is, how it is worked out, and what to ask about it."""
    print(describe_indicator(catalogue()[indicator]))


@app.command()
def facts(
    indicator: Annotated[list[str] | None, typer.Option("--indicator", help="An id; may be given more than once.")] = None,
    area: Annotated[list[str] | None, typer.Option("--area", help="An area; may be given more than once.")] = None,
    breakdown: Annotated[list[str] | None, typer.Option("--breakdown", help="A breakdown; all of them without it.")] = None,
    known: Known = "now",
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """Print facts: one row per indicator, breakdown, area and period, decimals unrounded. All of them without options."""
    ask = opened(store, snapshot)
    entries = [ask.catalogue[i] for i in indicator or ()]
    labels = [entry.slice(b).breakdown for entry in entries for b in breakdown or ()] or list(breakdown or ())
    found = ask.facts(
        indicators=[e.id for e in entries],
        areas=[ask.areas.find(a).code for a in area or ()],
        breakdowns=labels,
        known_on=known_on(known),
    )
    print_json(found) if as_json else print_csv(found, FACTS)


FACTS = (
    "indicator", "breakdown", "area_code", "la_number", "area_name", "area_level", "period", "period_kind", "numerator",
    "denominator", "value", "status", "published_value", "release", "published_on",
)  # fmt: skip


@app.command()
def trace(
    indicator: Annotated[str, typer.Option("--indicator", help="An id; list them with: python -m metrics list")],
    area: Area,
    period: Annotated[str, typer.Option("--period", help="For example 2025, or 2024/25.")],
    breakdown: Annotated[str, typer.Option("--breakdown", help="A breakdown; the one shown first without it.")] = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """Follow a figure back to the observations it is made of, their release, file, row and hash, and how it was revised."""
    ask = opened(store, snapshot)
    way = tracing.trace(ask, indicator, area, period, breakdown or None, known_on(known))
    if as_json:
        print_json(trace_words.as_json(way))
    else:
        print("\n".join(trace_words.lines(way)))


@app.command()
def check(store: StoreFolder = None, snapshot: SnapshotId = "") -> None:
    """Compare facts with what was published: every known figure, and how many facts round to the figure beside them.

    Prints CSV, one row per indicator and kind of area; exit code 5 where a known figure or an exact table disagrees.
    """
    report = checking.check(opened(store, snapshot))
    print_csv(report.rows, checking.COLUMNS)
    for line in report.failures:
        print(line, file=sys.stderr)
    print(report.summary, file=sys.stderr)
    if report.failures:
        raise typer.Exit(5)


commands.register(app)

if __name__ == "__main__":
    as_command(app)
