"""The commands of the opening page and of the principles: glance, and spine."""

from typing import Annotated

import typer

from metrics.ask import Ask
from metrics.commands.question import Answer, ask_with
from metrics.glance import glance as at_a_glance
from metrics.options import Area
from metrics.results import Choice
from metrics.spine import spine as on_a_spine
from metrics.wording import glance as words
from metrics.wording import principle as principle_words


def glance(ask: Ask, choice: Choice, area: Area) -> Answer:
    """An authority at a glance: numbers to know first, strengths, concerns, and what the seven principles rest on."""
    found = at_a_glance(ask, area, choice)
    lines = [": ".join(words.number(row)) for row in found.numbers]
    lines += [" ".join(words.point(row, found.newest_year)) for row in (*found.strengths, *found.concerns)]
    lines += [words.chance(found), words.improving(found), words.turning(found), principle_words.map_finding(found.evidence)]
    page = [principle_words.map_sentence(found.evidence), *map(principle_words.rests_on, found.evidence.principles)]
    rests_on = [{"principle": one.principle, **one.counts, "measures": len(one.states)} for one in found.evidence.principles]
    return Answer(found, lines, {"rests_on": rests_on}, page)


def spine(
    ask: Ask,
    choice: Choice,
    area: Area,
    principle: Annotated[str, typer.Option("--principle", help="1 to 7, or context.")],
) -> Answer:
    """The measures of a principle that could be judged on one scale: -1 is worse, 0 the benchmark, 1 better."""
    card = ask.scorecard(principle, area, choice)
    found = on_a_spine(card)
    said = principle_words.spine_sentence(card, found) or principle_words.finding(card)
    return Answer({"spine": found}, [said, *(f"{one.row.indicator.title}: {one.place:+.2f}" for one in found)])


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    ask_with(app, glance)
    ask_with(app, spine)
