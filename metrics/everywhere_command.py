"""The command `everywhere`: one indicator over all authorities in one period."""

from typing import Annotated

import typer

from metrics.asking import ENGLAND
from metrics.everywhere import everywhere as ask_everywhere
from metrics.jsonable import plain
from metrics.options import (
    Area,
    AsJson,
    Breakdown,
    Edition,
    IndicatorId,
    Known,
    Period,
    SnapshotId,
    StoreFolder,
    chosen,
    opened,
    print_json,
    print_lines,
)
from metrics.wording import everywhere as said

Region = Annotated[str, typer.Option("--region", help="Only the authorities of one region; all of England without it.")]


def everywhere(
    indicator: IndicatorId,
    area: Area,
    period: Period = "",
    breakdown: Breakdown = "",
    region: Region = "",
    edition: Edition = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """One indicator over all authorities: who has a figure, how they are spread, each beside England, and honest limits."""
    ask = opened(store, snapshot)
    within = ask.areas.find(region).code if region else ENGLAND
    choice = chosen(edition=edition, known=known)
    result = ask_everywhere(ask, indicator, area, choice, period or None, breakdown or None, within=within)
    lines = [said.finding(result), said.sentence(result), said.levels(result), said.funnel_finding(result)]
    lines = [line for line in (*lines, said.funnel_sentence(result), said.no_funnel(result), *result.notes) if line]
    print_json(plain(result) | {"words": lines}) if as_json else print_lines(lines)
