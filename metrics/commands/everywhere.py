"""The command `everywhere`: one indicator over all authorities in one period."""

from typing import Annotated

import typer

from metrics.ask import Ask
from metrics.asking import ENGLAND
from metrics.commands.question import Answer, ask_with
from metrics.everywhere import everywhere as ask_everywhere
from metrics.options import Area, Breakdown, IndicatorId, Period, With
from metrics.results import Choice
from metrics.wording import everywhere as said
from metrics.wording import funnels

Region = Annotated[str, typer.Option("--region", help="Only the authorities of one region; all of England without it.")]


def everywhere(
    ask: Ask,
    choice: Choice,
    indicator: IndicatorId,
    area: Area,
    period: Period = "",
    breakdown: Breakdown = "",
    region: Region = "",
    with_: With = None,
) -> Answer:
    """One indicator over all authorities: who has a figure, how they are spread, each beside England, and honest limits."""
    within = ask.areas.find(region).code if region else ENGLAND
    group = [ask.areas.find(name).code for name in with_ or ()]
    result = ask_everywhere(ask, indicator, area, choice, period or None, breakdown or None, within=within, group=group)
    spread = [said.finding(result), said.sentence(result), said.every(result)]
    limits = [funnels.finding(result), funnels.sentence(result), funnels.none(result)]
    return Answer(result, [*spread, *limits, *result.notes])


def register(app: typer.Typer) -> None:
    """Add this command to `python -m metrics`."""
    ask_with(app, everywhere, choice=("edition",))
