"""The commands of the page over the years: trend, indexed (us or everyone?) and outlook (if nothing changes)."""

import typer

from metrics import words
from metrics.ask import Ask
from metrics.commands.question import Answer, ask_with
from metrics.indexed import indexed as index_of
from metrics.options import Area, Breakdown, IndicatorId
from metrics.outlook import outlook as look_ahead
from metrics.results import Choice
from metrics.wording import indexed as said_of_index
from metrics.wording import outlook as said_ahead


def trend(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, breakdown: Breakdown = "") -> Answer:
    """One indicator over the years: the authority, its neighbours and their benchmark, its region and England."""
    result = ask.trend(indicator, area, choice, breakdown or None)
    return Answer(result, [words.trend_finding(result), words.trend_sentence(result), *result.notes])


def indexed(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, breakdown: Breakdown = "") -> Answer:
    """Us or everyone? Each as 100 in the first common year, and how much of the change England's movement explains."""
    lines = ask.trend(indicator, area, choice, breakdown or None)
    result = index_of(lines)
    return Answer(result, [said_of_index.finding(result), said_of_index.sentence(result), *lines.notes])


def outlook(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area) -> Answer:
    """If nothing changes: where the number of children looked after may go, as others' did. No forecast of need."""
    result = look_ahead(ask, ask.trend(indicator, area, choice))
    return Answer(result, [said_ahead.finding(result), said_ahead.sentence(result)])


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    ask_with(app, trend)
    ask_with(app, indexed)
    ask_with(app, outlook, choice=())
