"""The words of a link that narrow or mark the authorities of a page: a group of the reader's own, and a region. No Streamlit."""

from collections.abc import Iterable

from data.area_record import AUTHORITY, REGIONAL
from data.areas import Area
from data.errors import UserError
from metrics.ask import Ask

MOST = 20  # authorities in a group: more would be no choice
COMMA = ","


def group(word: str, ask: Ask, said: list[str]) -> tuple[str, ...]:
    """The codes of the authorities that 'E06000019,Kent' names, each once, in the order given; at most 20.

    A name that is no authority is left out, and a sentence in `said` says so.
    """
    found: dict[str, None] = {}
    for name in filter(None, (part.strip() for part in word.split(COMMA))):
        area = _found(name, ask)
        if area and area.level == AUTHORITY:
            found[area.code] = None
        else:
            said.append(f'The link names "{name}" for your own group, which is not a local authority. It is left out.')
    if len(found) > MOST:
        said.append(f"The link names {len(found)} authorities for your own group. The first {MOST} are shown: it takes no more.")
    return tuple(found)[:MOST]


def region(word: str, ask: Ask, said: list[str]) -> str:
    """The code of the region that a code or a name means; '' for the whole of England, and for a word that is no region."""
    if not word:
        return ""
    area = _found(word, ask)
    if area and area.level == REGIONAL:
        return area.code
    said.append(f'The link asks for the region "{word}", which is not known. Here the whole of England is shown.')
    return ""


def regions(ask: Ask) -> dict[str, str]:
    """What a region picker offers: '' for the whole of England, then each region's code and name, as officially ordered."""
    return {"": "All of England"} | {a.code: a.short_name for a in ask.areas if a.level == REGIONAL}


def as_word(codes: Iterable[str]) -> str:
    """A group as a word of the link."""
    return COMMA.join(codes)


def _found(name: str, ask: Ask) -> Area | None:
    try:
        return ask.areas.find(name)
    except UserError:
        return None
