"""The commands of the opening page and of the principles: glance, and spine.

Without --json each prints the sentences of the dashboard; with it the whole result, with those sentences under "words".
"""

from typing import Annotated

import typer

from metrics.glance import glance as at_a_glance
from metrics.jsonable import plain
from metrics.options import (
    Against,
    Area,
    AsJson,
    Edition,
    HowTo,
    Known,
    SnapshotId,
    StoreFolder,
    chosen,
    opened,
    print_json,
    print_lines,
)
from metrics.spine import spine as on_a_spine
from metrics.wording import glance as words
from metrics.wording import principle as principle_words


def glance(
    area: Area,
    against: Against = "neighbours",
    how: HowTo = "median",
    edition: Edition = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """An authority at a glance: numbers to know first, strengths, concerns, and what the seven principles rest on."""
    found = at_a_glance(opened(store, snapshot), area, chosen(against, how, edition, known))
    lines = [": ".join(words.number(row)) for row in found.numbers]
    lines += [" ".join(words.point(row)) for row in (*found.strengths, *found.concerns)]
    lines += [words.chance(found), words.improving(found), words.turning(found), principle_words.map_finding(found.evidence)]
    said = [line for line in lines if line]
    print_json(plain(found) | {"words": said}) if as_json else print_lines(said)


def spine(
    area: Area,
    principle: Annotated[str, typer.Option("--principle", help="1 to 7, or context.")],
    against: Against = "neighbours",
    how: HowTo = "median",
    edition: Edition = "",
    known: Known = "now",
    as_json: AsJson = False,
    store: StoreFolder = None,
    snapshot: SnapshotId = "",
) -> None:
    """The measures of a principle that could be judged on one scale: -1 is worse, 0 the benchmark, 1 better."""
    card = opened(store, snapshot).scorecard(principle, area, chosen(against, how, edition, known))
    found = on_a_spine(card)
    said = principle_words.spine_sentence(card, found) or principle_words.finding(card)
    if as_json:
        print_json({"spine": [plain(one) for one in found], "words": [said]})
    else:
        print_lines([said, *(f"{one.row.indicator.title}: {one.place:+.2f}" for one in found)])


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    app.command()(glance)
    app.command()(spine)
