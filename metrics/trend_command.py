"""The command `trend`: one indicator over the years, beside every neighbour, their benchmark year by year, region and England."""

import typer

from metrics import words
from metrics.jsonable import plain
from metrics.options import (
    Against,
    Area,
    AsJson,
    Breakdown,
    Edition,
    HowTo,
    IndicatorId,
    Known,
    SnapshotId,
    StoreFolder,
    chosen,
    opened,
    print_json,
    print_lines,
)


def register(app: typer.Typer) -> None:
    """Add the command to `python -m metrics`."""
    app.command()(trend)


def trend(
    indicator: IndicatorId,
    area: Area,
    breakdown: Breakdown = "",
    against: Against = "neighbours",
    how: HowTo = "median",
    edition: Edition = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """One indicator over the years: the authority, its neighbours and their benchmark, its region and England."""
    choice = chosen(against, how, edition, known)
    result = opened(store, snapshot).trend(indicator, area, choice, breakdown or None)
    said = [words.trend_finding(result), words.trend_sentence(result), *result.notes]
    print_json(plain(result) | {"words": said}) if as_json else print_lines(said)
