"""The commands `indexed` (us or everyone?) and `outlook` (if nothing changes), as the page over the years shows them."""

import typer

from metrics.indexed import indexed as index_of
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
from metrics.outlook import outlook as look_ahead
from metrics.wording import indexed as said_of_index
from metrics.wording import outlook as said_ahead


def indexed(
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
    """Us or everyone? Each as 100 in the first common year, and how much of the change England's movement explains."""
    trend = opened(store, snapshot).trend(indicator, area, chosen(against, how, edition, known), breakdown or None)
    result = index_of(trend)
    said = [said_of_index.finding(result), said_of_index.sentence(result), *trend.notes]
    print_json(plain(result) | {"words": said}) if as_json else print_lines(said)


def outlook(
    indicator: IndicatorId,
    area: Area,
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """If nothing changes: where the number of children looked after may go, as others' did. No forecast of need."""
    ask = opened(store, snapshot)
    result = look_ahead(ask, ask.trend(indicator, area, chosen(known=known)))
    said = [said_ahead.finding(result), said_ahead.sentence(result)]
    print_json(plain(result) | {"words": said}) if as_json else print_lines(said)


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    app.command()(indexed)
    app.command()(outlook)
