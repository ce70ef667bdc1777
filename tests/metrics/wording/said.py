"""Everything that the templates say of an authority, by kind of result."""

from collections.abc import Iterable, Iterator, Sequence

from data.errors import UserError
from metrics import words
from metrics.ask import Ask
from metrics.attention import attention
from metrics.catalogue import Indicator
from metrics.change import explain
from metrics.comparison import compare
from metrics.costs import costs
from metrics.gaps import gaps
from metrics.results import Choice
from metrics.ring import ring
from tests.metrics.wording import views

Said = tuple[str, str]  # kind of result, all its sentences


def everything(ask: Ask, areas: Iterable[str], choices: Sequence[Choice]) -> Iterator[Said]:
    """What is said of each authority under each choice: one pair a result."""
    for area in areas:
        for choice in choices:
            yield from of_cards(ask, area, choice)
            yield from views.of_authority(ask, area, choice)
            for kind, lines in (("explained", _explained(ask, area, choice)), ("costs", _costs(ask, area, choice))):
                yield from ((kind, line) for line in lines)
            for entry in ask.catalogue.measured:
                yield from of_entry(ask, entry, area, choice)
                yield from views.of_indicator(ask, entry, area, choice)


def of_cards(ask: Ask, area: str, choice: Choice) -> Iterator[Said]:
    """A card of all indicators, each verdict of it, and what deserves a question."""
    card = ask.everything(area, choice)
    yield "scorecard", f"{words.scorecard_finding(card)} {words.scorecard_sentence(card)}"
    for row in card.rows:
        yield "verdict", words.verdicts.verdict(row)
    found = attention(ask, area, choice)
    yield "attention", f"{words.attention.finding(found)} {words.attention.sentence(found)}".strip()


def of_entry(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Iterator[Said]:
    """A trend, the neighbours, the comparison, the gaps and who to ring, where the indicator has them."""
    yield from _asked("trend", lambda: _trend(ask, entry, area, choice))
    yield from _asked("neighbours", lambda: _neighbours(ask, entry, area, choice))
    yield from _asked("compared", lambda: _compared(ask, entry, area, choice))
    yield from _asked("ring", lambda: _ring(ask, entry, area, choice))
    for group in entry.gaps:
        found = gaps(ask, entry.id, area, choice, group.to)
        yield "gaps", f"{words.gaps.finding(found)} {words.gaps.sentence(found)}"


def _asked(kind: str, lines: object) -> Iterator[Said]:
    """The lines of a question; none where the question does not fit the indicator, which is said as an error."""
    try:
        yield from ((kind, line) for line in lines() if line)  # type: ignore[operator]
    except UserError:
        return


def _trend(ask: Ask, entry: Indicator, area: str, choice: Choice) -> list[str]:
    found = ask.trend(entry.id, area, choice)
    return [words.trend_finding(found), words.trend_sentence(found)]


def _neighbours(ask: Ask, entry: Indicator, area: str, choice: Choice) -> list[str]:
    found = ask.neighbours(entry.id, area, choice)
    return [words.neighbours_finding(found), words.neighbours_sentence(found)]


def _compared(ask: Ask, entry: Indicator, area: str, choice: Choice) -> list[str]:
    found = compare(ask, ask.neighbours(entry.id, area, choice))
    lines = [words.robustness.line(found.robust), *words.robustness.lines(found.robust)]
    return [words.compared.place(found), words.compared.gap(found), *lines]


def _ring(ask: Ask, entry: Indicator, area: str, choice: Choice) -> list[str]:
    found = ring(ask, entry.id, area, choice)
    told = [words.ring.candidate(found, one) for one in found.candidates]
    return [words.ring.finding(found), words.ring.sentence(found), *told]


def _explained(ask: Ask, area: str, choice: Choice) -> list[str]:
    lines = [words.explained.caution()]
    for first in ("", "2021"):
        try:
            found = explain(ask, area, choice, first)
        except UserError:  # no figures, or no authority yet, in one of the two years
            continue
        lines += [line for line in (words.explained.finding(found), words.explained.sentence(found)) if line]
    return lines


def _costs(ask: Ask, area: str, choice: Choice) -> list[str]:
    try:
        found = costs(ask, area, choice)
    except UserError:
        return []
    return [words.costs.finding(found), words.costs.sentence(found)]
