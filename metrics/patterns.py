"""Questions to ask when several indicators move together (patterns.toml): a score improved while its coverage fell."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import BadInput, nearest
from metrics.catalogue import Catalogue, Indicator, catalogue

FILE = Path(__file__).parent / "patterns.toml"
MOVES = ("up", "down", "better", "worse")
OPPOSITE = {"up": "down", "down": "up"}
KEYS = ("id", "when", "question")
FEWEST = 2


@dataclass(frozen=True)
class Condition:
    """An indicator that moved a certain way. `moved` is as written; `way` is 'up' or 'down', by the indicator's direction."""

    indicator: str
    moved: str
    way: str


@dataclass(frozen=True)
class Pattern:
    """A question to ask once all conditions hold for the same authority and span of time."""

    id: str
    when: tuple[Condition, ...]
    question: str


def patterns(entries: Catalogue | None = None, file: Path = FILE) -> tuple[Pattern, ...]:
    """Every pattern of the file, in its order.

    Raises BadInput naming file, pattern and key for a mistake, with the nearest spelling where there is one.
    """
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file.name} is not valid TOML: {error}.") from error
    _keys(read, ("pattern",), file.name)
    known = catalogue() if entries is None else entries
    found = tuple(_pattern(one, known, f"{file.name}, pattern {n}") for n, one in enumerate(read["pattern"], 1))
    twice = [p.id for p in found if sum(p.id == q.id for q in found) > 1]
    if twice:
        raise BadInput(f'{file.name}: two patterns have the id "{twice[0]}". Give each its own.')
    return found


def matching(known: Iterable[Pattern], moves: Mapping[str, str]) -> tuple[Pattern, ...]:
    """The patterns whose conditions all hold. `moves` leads from an indicator's id to 'up' or 'down'; one that did not move,
    or of which nothing can be said, is left out or has any other word, and meets no condition."""
    return tuple(p for p in known if all(moves.get(c.indicator) == c.way for c in p.when))


def _pattern(one: Mapping[str, Any], entries: Catalogue, where: str) -> Pattern:
    _keys(one, KEYS, where)
    if not str(one["question"]).endswith("?"):
        raise BadInput(f'{where}: "question" must end in a question mark.')
    conditions = tuple(_condition(c, entries, where) for c in one["when"])
    if len({c.indicator for c in conditions}) < FEWEST:
        raise BadInput(f'{where}: "when" needs at least {FEWEST} different indicators; one alone has its questions in its entry.')
    return Pattern(one["id"], conditions, one["question"])


def _condition(one: Mapping[str, Any], entries: Catalogue, where: str) -> Condition:
    _keys(one, ("indicator", "moved"), where)
    id_, moved = one["indicator"], one["moved"]
    if id_ not in entries:
        raise BadInput(f'{where}: there is no indicator "{id_}".{nearest(str(id_), list(entries))}')
    if moved not in MOVES:
        raise BadInput(f'{where}: moved = "{moved}" is none of {", ".join(MOVES)}.{nearest(str(moved), list(MOVES))}')
    if not entries[id_].measured:
        raise BadInput(f'{where}: "{id_}" has no published figures, so it is never seen to move. Name one that has.')
    return Condition(id_, moved, _way(entries[id_], moved, where))


def _way(entry: Indicator, moved: str, where: str) -> str:
    if moved in OPPOSITE:
        return moved
    if entry.better == "neither":
        raise BadInput(f'{where}: "{entry.id}" is neither better nor worse. Say moved = "up" or moved = "down".')
    better = "up" if entry.better == "higher" else "down"
    return better if moved == "better" else OPPOSITE[better]


def _keys(one: Mapping[str, Any], needed: tuple[str, ...], where: str) -> None:
    for key in one:
        if key not in needed:
            raise BadInput(f'{where}: unknown key "{key}".{nearest(key, list(needed))}')
    for key in needed:
        if key not in one:
            raise BadInput(f'{where}: the key "{key}" is missing.')
