"""The commands that judge: scorecard, compare, robust, ring, attention, explain, gaps and cost."""

from typing import Annotated

import typer

from data.errors import BadInput, nearest
from metrics import attention as attending
from metrics import change, comparison, waterfall, words
from metrics import costs as costing
from metrics import gaps as gapping
from metrics import ring as ringing
from metrics import robust as robustness
from metrics.ask import Ask
from metrics.card_gaps import card_gaps
from metrics.catalogue import PRINCIPLES
from metrics.commands.question import Answer, ask_with
from metrics.moves import moves
from metrics.options import Area, Breakdown, IndicatorId, Period
from metrics.results import Choice
from metrics.shortfalls import shortfalls
from metrics.spine import spine as on_a_spine
from metrics.wording import base_year
from metrics.wording import beside as beside_words
from metrics.wording import movements as change_words
from metrics.wording import principle as principle_words

ALL, HEADLINE = "all", "headline"
CARDS = (*PRINCIPLES, HEADLINE, ALL)


def scorecard(
    ask: Ask,
    choice: Choice,
    area: Area,
    principle: Annotated[str, typer.Option("--principle", help="1 to 7, context, headline, or all.")] = ALL,
) -> Answer:
    """The scorecard of a principle: each indicator's latest figure, verdict, direction and target. Never a total score."""
    if principle not in CARDS:
        use = ", ".join(CARDS)
        raise BadInput(f'--principle "{principle}" is not understood.{nearest(principle, list(CARDS))} Use one of: {use}.')
    if principle == ALL:
        card = ask.everything(area, choice)
    else:
        card = ask.headline(area, choice) if principle == HEADLINE else ask.scorecard(principle, area, choice)
    found, apart = on_a_spine(card), card_gaps(ask, card)
    said = [words.scorecard_finding(card), words.scorecard_sentence(card), *map(words.verdicts.verdict, card.rows)]
    page = [principle_words.finding(card), principle_words.about(card)] if principle in PRINCIPLES else []
    page += [words.opening_finding(card)] if principle == HEADLINE else []
    page += [principle_words.sentence(card, found), *map(words.gaps.sentence, apart)]
    return Answer(card, said, {"moves": moves(card.rows), "targets": shortfalls(card.rows), "gaps": apart}, page)


def compare(
    ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, period: Period = "", breakdown: Breakdown = ""
) -> Answer:
    """One figure compared in full: verdict, interval, place among the neighbours, every yardstick, the gap in children."""
    result = comparison.compare(ask, ask.neighbours(indicator, area, choice, period or None, breakdown or None))
    lines = [words.verdicts.verdict(result.row), words.compared.place(result), words.robustness.line(result.robust)]
    said = [*lines, words.compared.gap(result), result.row.indicator.caution]
    return Answer(result, said, page=beside_words.lines(result))


def robust(
    ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, period: Period = "", breakdown: Breakdown = ""
) -> Answer:
    """Does the answer depend on the benchmark? One figure against every yardstick."""
    result = robustness.robust(ask, indicator, area, choice, period, breakdown)
    return Answer(result, [words.robustness.line(result), *words.robustness.lines(result)])


def ring(ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, breakdown: Breakdown = "") -> Answer:
    """Who to ring: close neighbours that are clearly better and improving, with what inspectors found and when."""
    result = ringing.ring(ask, indicator, area, choice, breakdown)
    lines = [words.ring.candidate(result, one) for one in (*result.to_ring, *result.better)]
    return Answer(result, [words.ring.finding(result), words.ring.sentence(result), *lines])


def attention(ask: Ask, choice: Choice, area: Area) -> Answer:
    """What deserves a question: strengths, then concerns, by one rule, with the false alarms to expect."""
    result = attending.attention(ask, area, choice)
    lines = [words.verdicts.verdict(row) for row in (*result.strengths, *result.concerns)]
    asked = [f"Ask: {pattern.question}" for pattern in result.patterns]
    return Answer(result, [words.attention.finding(result), words.attention.sentence(result), *lines, *asked])


def explain(
    ask: Ask,
    choice: Choice,
    area: Area,
    first: Annotated[
        str, typer.Option("--from", help="The first 31 March, such as 2021; the one before the last without it.")
    ] = "",
    last: Annotated[str, typer.Option("--to", help="The last 31 March; the latest without it.")] = "",
    base: Annotated[str, typer.Option("--base", help="The base year of the flows; the first year without it.")] = "",
) -> Answer:
    """Why did the number of children looked after change? Who came, who left, and what is left over."""
    result = change.explain(ask, area, choice, first, last, base)
    said = [words.explained.finding(result), words.explained.sentence(result), words.explained.caution(), *result.notes]
    page = [change_words.sum_sentence(result), base_year.finding(result), words.explained.decomposition(result)]
    more = {"steps": waterfall.of_flows(result), "parts": waterfall.of_decomposition(result)}
    return Answer(result, said, more, [*page, *change_words.behind(result)])


def gaps(
    ask: Ask,
    choice: Choice,
    indicator: IndicatorId,
    area: Area,
    to: Annotated[str, typer.Option("--to", help="The group to compare with, such as 'all pupils'.")] = "",
) -> Answer:
    """The gap between children looked after and others over the years, and which side moved."""
    result = gapping.gaps(ask, indicator, area, choice, to)
    return Answer(result, [words.gaps.finding(result), words.gaps.sentence(result)])


def cost(ask: Ask, choice: Choice, area: Area) -> Answer:
    """What the gap in children to a benchmark is worth in pounds a year: a range, with what it cannot tell."""
    result = costing.costs(ask, area, choice)
    return Answer(result, [words.costs.finding(result), words.costs.sentence(result)], page=[words.costs.money(result)])


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    for command in (scorecard, compare, attention, cost):
        ask_with(app, command)
    ask_with(app, ring, choice=("edition",))
    for command in (robust, explain, gaps):
        ask_with(app, command, choice=())
