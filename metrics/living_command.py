"""The commands `flows` and `living`: who came into care and who left each year, and every group of where children live."""

import typer

from metrics.jsonable import plain
from metrics.movements import movements
from metrics.options import (
    Against,
    Area,
    AsJson,
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
from metrics.settings import settings
from metrics.wording import movements as flow_words
from metrics.wording import settings as setting_words


def register(app: typer.Typer) -> None:
    """Add the commands to `python -m metrics`."""
    for command in (flows, living):
        app.command()(command)


def flows(
    area: Area,
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """Children who came into care and who left, year by year, beside the number on 31 March."""
    result = movements(opened(store, snapshot), area, chosen(known=known))
    said = [flow_words.finding(result), flow_words.sentence(result), *result.notes]
    print_json(plain(result) | {"changes": plain(result.changes), "words": said}) if as_json else print_lines(said)


def living(
    indicator: IndicatorId,
    area: Area,
    against: Against = "neighbours",
    how: HowTo = "median",
    edition: Edition = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """Every group of one indicator, such as placement_setting: how many, what share, and beside whom."""
    result = settings(opened(store, snapshot), indicator, area, chosen(against, how, edition, known))
    said = [setting_words.finding(result), setting_words.sentence(result), *setting_words.breaks(result), *result.notes]
    print_json(plain(result) | {"words": said}) if as_json else print_lines(said)
