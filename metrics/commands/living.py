"""The commands `flows` and `living`: who came into care and who left each year, and every group of where children live."""

import typer

from metrics.ask import Ask
from metrics.commands.question import Answer, ask_with
from metrics.movements import movements
from metrics.options import Area, IndicatorId
from metrics.results import Choice
from metrics.settings import settings
from metrics.wording import movements as flow_words
from metrics.wording import settings as setting_words


def flows(ask: Ask, choice: Choice, area: Area) -> Answer:
    """Children who came into care and who left, year by year, beside the number on 31 March."""
    result = movements(ask, area, choice)
    said = [flow_words.finding(result), flow_words.sentence(result), *result.notes]
    return Answer(result, said, {"changes": result.changes})


def living(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area) -> Answer:
    """Every group of one indicator, such as placement_setting: how many, what share, and beside whom."""
    result = settings(ask, indicator, area, choice)
    said = [setting_words.finding(result), setting_words.sentence(result), *setting_words.breaks(result), *result.notes]
    moved = [{"breakdown": one.breakdown, "moved": one.moved} for one in result.settings]
    return Answer(result, said, {"moved": moved}, setting_words.limits(result))


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    ask_with(app, flows, choice=())
    ask_with(app, living)
