"""Which publication and which data set of the service our sources mean, told by their titles."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from data.fetch.errors import FetchError, NotOffered
from data.fetch.shapes import DataSet, Publication
from data.fetch.titles import Wanted

T = TypeVar("T", Publication, DataSet)
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_SHOWN = 6


@cache
def plain(title: str) -> str:
    """A title without what titles differ in by accident: case, accents, punctuation, "&" for "and", spacing."""
    text = unicodedata.normalize("NFKD", title).casefold().replace("&", " and ")
    text = "".join(c for c in _APOSTROPHES.sub("", text) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def fits(title: str, pattern: str) -> bool:
    """Whether a title is the one that a pattern names; `*` in it stands for any words, or none."""
    parts = (re.escape(plain(part)) for part in pattern.split("*"))
    return re.fullmatch(".*".join(parts), plain(title)) is not None


def choose_publication(title: str, offered: Sequence[Publication]) -> Publication:
    """The publication of that title. Raises NotOffered with the nearest title, FetchError where several have it."""
    found = [p for p in offered if fits(p.title, title)]
    if len(found) > 1:
        raise _ambiguous(f'publication "{title}"', found)
    if not found:
        raise _unknown(f'no publication "{title}"', "publication", [title], offered)
    return found[0]


def choose_data_set(wanted: Wanted, publication: Publication, offered: Sequence[DataSet]) -> DataSet:
    """The data set that a source means: the first of its titles that any has, decides.

    A data set whose successor has a fitting title too stands back for it. Raises NotOffered with the nearest title,
    FetchError where several are left.
    """
    for pattern in wanted.data_sets:
        fitting = [d for d in offered if fits(d.title, pattern)]
        left = [d for d in fitting if d.successor not in {f.id for f in fitting}]
        if len(left) > 1:
            raise _ambiguous(f'data set "{pattern}" in "{publication.title}"', left)
        if left:
            return left[0]
    what = f'no data set "{wanted.data_sets[0]}" in "{publication.title}"'
    raise _unknown(what, "data set", wanted.data_sets, offered)


def _ambiguous(what: str, found: Sequence[T]) -> FetchError:
    candidates = "; ".join(f'"{f.title}" ({f.id})' for f in sorted(found, key=lambda f: (f.title, f.id)))
    return FetchError(f"{what}: {len(found)} have this title: {candidates}. Say which in data/reference/ees_titles.toml.")


def _unknown(what: str, kind: str, meant: Sequence[str], offered: Sequence[T]) -> NotOffered:
    titles = {plain(o.title): o.title for o in offered}
    near = [n for title in meant for n in get_close_matches(plain(title), titles, n=1, cutoff=0.6)]
    if near:
        hint = f' The nearest {kind} is "{titles[near[0]]}".'
    elif titles:
        some = sorted(titles.values())
        more = f" and {len(some) - _SHOWN} more" if len(some) > _SHOWN else ""
        hint = f" It offers: {'; '.join(some[:_SHOWN])}{more}."
    else:
        hint = " It offers none at all."
    return NotOffered(f"The service offers {what}.{hint}")
