"""What the pages' own views say: the opening page, the principles, all authorities, the years, where children live."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from data.errors import UserError
from metrics import editions
from metrics.ask import Ask
from metrics.catalogue import PRINCIPLES, Indicator
from metrics.change import explain
from metrics.comparison import compare
from metrics.direction import direction, of_neighbours
from metrics.events import marked
from metrics.everywhere import everywhere
from metrics.glance import glance
from metrics.indexed import indexed
from metrics.judged import Level
from metrics.known_on import NOW
from metrics.movements import movements
from metrics.outlook import offered, outlook
from metrics.phrases import starts_sentence
from metrics.results import Choice
from metrics.settings import LOOKS, settings
from metrics.spine import spine
from metrics.wording import base_year, beside, closeness, funnels, marks, principle, years
from metrics.wording import everywhere as said_everywhere
from metrics.wording import glance as said_at_a_glance
from metrics.wording import indexed as said_indexed
from metrics.wording import movements as said_of_movements
from metrics.wording import outlook as said_ahead
from metrics.wording import settings as said_of_settings

Said = tuple[str, str]  # kind of result, one of its sentences
Lines = Iterable[str]
RATE = "children_looked_after_rate"


def of_authority(ask: Ask, area: str, choice: Choice) -> Iterator[Said]:
    """The views of an authority as a whole."""
    views: dict[str, Callable[[Ask, str, Choice], Lines]] = {
        "glance": _glance, "marks": _marks, "principle": _principle, "movements": _movements, "settings": _settings,
    }  # fmt: skip
    for kind, lines in views.items():
        yield from ((kind, line) for line in lines(ask, area, choice) if line)


def of_indicator(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Iterator[Said]:
    """The views of one indicator; none of a view that has no figures of the authority."""
    views: dict[str, Callable[[Ask, Indicator, str, Choice], Lines]] = {
        "beside": _beside, "everywhere": _everywhere, "years": _years, "indexed": _indexed, "outlook": _outlook,
    }  # fmt: skip
    for kind, lines in views.items():
        try:
            yield from [(kind, line) for line in lines(ask, entry, area, choice) if line]
        except UserError:  # the view does not fit the indicator, which is said as an error
            continue


def _glance(ask: Ask, area: str, choice: Choice) -> Lines:
    found, say = glance(ask, area, choice), said_at_a_glance
    yield from (say.point(row)[-1] for row in (*found.strengths, *found.concerns))
    yield from (say.nothing(found, Level.BETTER), say.nothing(found, Level.WORSE), say.UNTESTED)
    yield from (say.chance(found), say.improving(found), say.turning(found))


def _marks(ask: Ask, area: str, choice: Choice) -> Lines:
    """The cells, each as it is read aloud: without its shape, the small print as a sentence of its own."""
    for row in ask.everything(area, choice).rows:
        loud, _, quiet = marks.verdict(row).partition("\n")
        yield " ".join(f"{part}." for part in (starts_sentence(loud[2:]), quiet) if part)


def _principle(ask: Ask, area: str, choice: Choice) -> Lines:
    for card in (ask.scorecard(one, area, choice) for one in PRINCIPLES):
        judged = spine(card)
        yield from (principle.finding(card), principle.about(card), principle.spine_sentence(card, judged))
        yield principle.sentence(card, judged)
    found = glance(ask, area, choice).evidence
    yield from (principle.map_finding(found), principle.map_sentence(found))
    yield from (principle.rests_on(one) for one in found.principles)


def _movements(ask: Ask, area: str, choice: Choice) -> Lines:
    flows, say = movements(ask, area, choice), said_of_movements
    yield from (say.QUESTION, say.finding(flows), say.sentence(flows))
    for first in ("", "2021"):
        try:
            found = explain(ask, area, choice, first)
        except UserError:  # no figures, or no authority yet, in one of the two years
            continue
        yield from (base_year.finding(found), say.sum_sentence(found), *say.behind(found))


def _settings(ask: Ask, area: str, choice: Choice) -> Lines:
    for look in LOOKS:
        found = settings(ask, look, area, choice)
        yield from (said_of_settings.finding(found), said_of_settings.sentence(found))
        yield from chain(said_of_settings.limits(found), (said_of_settings.FEWER, said_of_settings.KINSHIP))


def of_list(ask: Ask, area: str, choice: Choice) -> Iterator[Said]:
    """What is said of the list of an authority's neighbours: which of them are not close, and what the editions share."""
    both = editions.editions(ask, ask.areas.find(area), NOW)
    lines = (closeness.warning(ask.neighbours(RATE, area, choice)), editions.sentence(both))
    yield from (("beside", line) for line in lines if line)


def _beside(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Lines:
    result = ask.neighbours(entry.id, area, choice)
    yield from (*beside.lines(compare(ask, result)), closeness.warning(result), beside.METHOD)


def _everywhere(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Lines:
    found, say = everywhere(ask, entry.id, area, choice), said_everywhere
    yield from (say.finding(found), say.sentence(found), say.every(found), say.neighbours(found))
    yield from (funnels.finding(found), funnels.sentence(found), *funnels.method(found), funnels.none(found))


def _years(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Lines:
    trend = ask.trend(entry.id, area, choice)
    yield from (years.finding(trend, direction(ask, trend)), years.NOT_AHEAD, years.NOT_BESIDE, years.NOBODY_BESIDE)
    yield from (years.neighbours_finding(trend, of_neighbours(trend)), years.neighbours_sentence(trend))
    flags = marked(entry, trend.breakdown, [f.year for f in trend.own.facts])
    yield from (years.marked(one) for one in flags if one.is_break)  # an event is told in the words of events.toml


def _indexed(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Lines:
    found, say = indexed(ask.trend(entry.id, area, choice)), said_indexed
    yield from (say.QUESTION, say.finding(found), say.sentence(found), say.METHOD)


def _outlook(ask: Ask, entry: Indicator, area: str, choice: Choice) -> Lines:
    if offered(entry):
        found, say = outlook(ask, ask.trend(entry.id, area, choice)), said_ahead
        yield from (say.QUESTION, say.finding(found), say.sentence(found), say.no_second_view(found), say.METHOD)
