"""What the commands of `python -m metrics` share: their options, the opened snapshot, and how an answer is printed."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from data.errors import BadInput, nearest
from data.store import Store, reading_store
from metrics.ask import Ask
from metrics.jsonable import plain
from metrics.known_on import known_on
from metrics.results import Choice, How, Kind

StoreFolder = Annotated[Path | None, typer.Option("--store", help="The store; data/snapshots or $CPD_STORE without it.")]
SnapshotId = Annotated[str, typer.Option("--snapshot", help="A snapshot's id; the current one without it.")]
Known = Annotated[str, typer.Option("--known-on", help="now, first (as first published) or a date such as 2024-12-31.")]
Area = Annotated[str, typer.Option("--area", help="A name, an LA number such as 884 or a code such as E06000019.")]
IndicatorId = Annotated[str, typer.Option("--indicator", help="An id; list them with: python -m metrics list")]
Breakdown = Annotated[str, typer.Option("--breakdown", help="A breakdown; the one shown first without it.")]
Period = Annotated[str, typer.Option("--period", help="For example 2025, or 2024/25; the latest without it.")]
Edition = Annotated[str, typer.Option("--edition", help="2025 or 2021; the newest known on that day without it.")]
Against = Annotated[str, typer.Option("--against", help="neighbours, region or england.")]
HowTo = Annotated[str, typer.Option("--how", help="median, mean or pooled, of the neighbours.")]
Years = Annotated[str, typer.Option("--years", help="The first and the last year, such as 2021-2025; all held without it.")]
With = Annotated[
    list[str] | None, typer.Option("--with", help="Another authority of your own choice; may be given more than once.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, every figure unrounded.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV (as without any option).")]


def opened(store: Path | None, snapshot: str) -> Ask:
    """The snapshot that the options name, opened for questions."""
    return Ask((Store(store) if store else reading_store()).open(snapshot or None))


def chosen(against: str = "neighbours", how: str = "median", edition: str = "", known: str = "now", years: str = "") -> Choice:
    """The choice that the options name. Raises BadInput with the nearest word for one that is not understood."""
    return Choice(_word(Kind, against, "--against"), _word(How, how, "--how"), edition, known_on(known), *_span(years))


def _span(text: str) -> tuple[int | None, int | None]:
    """First and last year of '2021-2025'; two Nones for ''."""
    if not text:
        return None, None
    first, dash, last = text.partition("-")
    if not (dash and first.isdigit() and last.isdigit() and int(first) <= int(last)):
        raise BadInput(f'--years "{text}" is not understood. Write the first and the last year, such as 2021-2025.')
    return int(first), int(last)


def _word(words: type[Any], text: str, option: str) -> Any:
    if text not in list(words):
        raise BadInput(f'{option} "{text}" is not understood.{nearest(text, list(words))} Use one of: {", ".join(words)}.')
    return words(text)


def print_lines(lines: Iterable[str]) -> None:
    """Sentences to standard output, one a line, without empty ones."""
    print("\n".join(line for line in lines if line))


def print_json(answer: object) -> None:
    """A result as JSON on standard output."""
    print(json.dumps(plain(answer), ensure_ascii=False, indent=1))


def print_csv(rows: Iterable[Mapping[str, Any]], columns: Iterable[str] = ()) -> None:
    """Rows as CSV on standard output; people are counted in whole numbers: 344, not 344.0."""
    listed = [{name: plain(value) for name, value in row.items()} for row in rows]
    names = list(columns) or list(listed[0] if listed else [])
    writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
