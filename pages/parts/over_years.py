"""The words of a link that say how years are shown: which view, which further indicators. No Streamlit."""

from metrics.ask import Ask
from metrics.catalogue import Indicator

LINES, INDEXED, NEIGHBOURS, AHEAD = "", "indexed", "neighbours", "ahead"
VIEWS = {
    LINES: "The figures over the years",
    INDEXED: "Us or everyone?",
    NEIGHBOURS: "Each neighbour",
    AHEAD: "If nothing changes",
}
MOST = 2  # further indicators: three charts under one another are as many as can be compared


def indicators(word: str, first: Indicator, ask: Ask, said: list[str]) -> tuple[str, ...]:
    """The ids that 'children_started,dental_check' names besides the first indicator, each once, at most two.

    An id without figures or that is not known is left out, and a sentence in `said` says so.
    """
    found: dict[str, None] = {}
    for id_ in filter(None, (part.strip() for part in word.split(","))):
        if id_ in ask.catalogue and ask.catalogue[id_].measured:
            found[id_] = None
        else:
            said.append(f'The link asks for a further indicator "{id_}", which has no figures here. It is left out.')
    found.pop(first.id, None)
    if len(found) > MOST:
        said.append(f"The link names {len(found)} further indicators. The first {MOST} are shown: there is room for no more.")
    return tuple(found)[:MOST]
