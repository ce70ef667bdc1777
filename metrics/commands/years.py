"""The commands of the page over the years: trend, indexed (us or everyone?) and outlook (if nothing changes)."""

import typer

from metrics import words
from metrics.ask import Ask
from metrics.chosen import chosen
from metrics.commands.question import Answer, ask_with
from metrics.direction import direction, of_neighbours
from metrics.indexed import indexed as index_of
from metrics.judge import interval_of
from metrics.options import Area, Breakdown, IndicatorId, With
from metrics.outlook import Outlook
from metrics.outlook import outlook as look_ahead
from metrics.results import Choice
from metrics.wording import indexed as said_of_index
from metrics.wording import outlook as said_ahead
from metrics.wording import years as said


def trend(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, breakdown: Breakdown = "", with_: With = None) -> Answer:
    """One indicator over the years: the authority with intervals, its neighbours, their benchmark, its region and England."""
    result = ask.trend(indicator, area, choice, breakdown or None)
    group = chosen(ask, result.indicator, result.breakdown, [ask.areas.find(name).code for name in with_ or ()], choice)
    ways = of_neighbours(result)
    pointing = direction(ask, result)
    page = [said.finding(result, pointing), said.neighbours_sentence(result)]
    page += [said.neighbours_finding(result, ways)] if result.neighbours else []
    more = {
        "intervals": [{"period": f.period, "interval": interval_of(result.indicator, f)} for f in result.own.facts],
        "chosen": group,
        "neighbours_point": ways,
    }
    return Answer(result, [words.trend_finding(result), words.trend_sentence(result), *result.notes], more, page)


def indexed(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, breakdown: Breakdown = "") -> Answer:
    """Us or everyone? Each as 100 in the first common year, and how much of the change England's movement explains."""
    lines = ask.trend(indicator, area, choice, breakdown or None)
    result = index_of(lines)
    return Answer(result, [said_of_index.finding(result), said_of_index.sentence(result), *lines.notes])


def outlook(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area) -> Answer:
    """If nothing changes: where the number of children looked after may go, as others' did. No forecast of need."""
    result = look_ahead(ask, ask.trend(indicator, area, choice))
    page = [said_ahead.no_second_view(result)]
    return Answer(result, [said_ahead.finding(result), said_ahead.sentence(result)], {"ahead": _ahead(result)}, page)


def _ahead(result: Outlook) -> list[dict[str, object]]:
    """The fan by the year it speaks of, with the trend that fades where there is one; no number of children is below zero."""
    fades = {point.horizon: point for point in result.damped or ()}
    found: list[dict[str, object]] = []
    last = result.last.year if result.last else 0
    for step in result.steps:
        lowest, low, high, highest = step.values
        line: dict[str, object] = {"period": str(last + step.horizon), "past_changes": step.n}
        line |= {"lower_95": lowest, "lower_80": low, "upper_80": high, "upper_95": highest}
        point = fades.get(step.horizon)
        if point:
            line |= {"fades_to": point.value, "fades_lower": max(0.0, point.lower), "fades_upper": point.upper}
        found.append(line)
    return found


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    ask_with(app, trend)
    ask_with(app, indexed)
    ask_with(app, outlook, choice=())
