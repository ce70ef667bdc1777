"""What commands of `python -m metrics` print as JSON: every number with the record it stands in, and every sentence."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from typer.testing import CliRunner

from data.errors import UserError
from metrics.__main__ import app

# What names a record, and the fields that say so. A field inside names over one outside: a neighbour's fact is the neighbour's.
NAMED = {
    "area": ("area_code", "area", "code"),
    "period": ("period",),
    "indicator": ("indicator",),
    "breakdown": ("breakdown",),
    "principle": ("principle",),
    "name": ("name", "role", "source_title"),
    "horizon": ("horizon",),
    "edition": ("edition",),
    "known_from": ("known_from",),
    "file": ("file",),
}


@dataclass(frozen=True)
class Number:
    """A number of an answer: the fields that lead to it, and what its record is called, by kind ('period': '2025')."""

    value: Decimal
    path: tuple[str, ...]
    called: Mapping[str, str]
    around: Mapping[str, frozenset[str]]  # the same with the names of the records around it

    def at(self, tail: str) -> bool:
        """Whether these fields lead to it: 'own.facts.value', at the end of its way, or all of it after '^'. '*' is any place."""
        fields = tail.removeprefix("^").split(".")
        held = self.path if tail.startswith("^") else self.path[-len(fields) :]
        return len(held) == len(fields) and all(asked in ("*", found) for asked, found in zip(fields, held, strict=True))


@dataclass(frozen=True)
class Answers:
    """All that some commands print."""

    numbers: Sequence[Number]
    sentences: Sequence[str]
    by_field: Mapping[str, Sequence[Number]] = field(default_factory=dict)

    def of(self, tail: str) -> Sequence[Number]:
        """The numbers that these fields lead to."""
        return [one for one in self.by_field.get(_last(tail.split(".")), ()) if one.at(tail)]


def answers(*commands: Sequence[str]) -> Answers:
    """What each of the commands prints with --json."""
    return gathered([printed(command) for command in commands])


def printed(command: Sequence[str]) -> Any:
    """The JSON that a command prints, or the sentence with which it says that it cannot answer."""
    answer = CliRunner().invoke(app, [*command, "--json"])
    if isinstance(answer.exception, UserError):
        return {"words": [str(answer.exception)]}
    assert answer.exit_code == 0, (command, answer.output, answer.exception)
    return json.loads(answer.stdout, parse_float=Decimal)


def gathered(documents: Iterable[Any]) -> Answers:
    """The numbers and the sentences of some answers."""
    numbers: list[Number] = []
    sentences: dict[str, None] = {}
    for document in documents:
        _walk(document, (), {}, {}, numbers, sentences)
    by_field: dict[str, list[Number]] = {}
    for one in numbers:
        by_field.setdefault(_last(one.path), []).append(one)
    return Answers(numbers, list(sentences), by_field)


def _last(path: Sequence[str]) -> str:
    """The last field of a way; '*' for a place in a list and for a year."""
    last = path[-1].removeprefix("^")
    return "*" if last.isdigit() else last


def _walk(
    value: Any,
    path: tuple[str, ...],
    called: Mapping[str, str],
    around: Mapping[str, frozenset[str]],
    numbers: list[Number],
    sentences: dict[str, None],
) -> None:
    if isinstance(value, dict):
        own = _names(value)
        within = {**called, **own}
        outer = {**around, **{kind: around.get(kind, frozenset()) | {name} for kind, name in own.items()}}
        for name, inner in value.items():
            _walk(inner, (*path, name), within, outer, numbers, sentences)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _walk(inner, path if isinstance(inner, dict | str) else (*path, str(place)), called, around, numbers, sentences)
    elif isinstance(value, str):
        if " " in value:
            sentences[" ".join(value.split())] = None
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        numbers.append(Number(Decimal(value), path, called, around))


def _names(record: Mapping[str, Any]) -> dict[str, str]:
    """What a record is called by its own fields; an indicator or an area in a field names the record around it."""
    found: dict[str, str] = {}
    for kind, fields in NAMED.items():
        for name in fields:
            held = record.get(name)
            text = held.get("id") or held.get("code") if isinstance(held, dict) else held
            if isinstance(text, str) and text:
                found[kind] = text
                break
            if name == "horizon" and isinstance(held, int):
                found[kind] = str(held)
    row = record.get("row")
    return ({**_names(row), **found} if isinstance(row, dict) else found)
