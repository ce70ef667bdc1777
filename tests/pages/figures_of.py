"""The figures that the tables of a page show, and all those that commands of `python -m metrics` print as JSON."""

import html
import json
import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from typer.testing import CliRunner

from metrics.__main__ import app

FIGURE = re.compile(r"(?<![\w.,/])[+−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.,/])[+−-]?\d+(?:\.\d+)?")


def shown(page: str) -> dict[str, list[str]]:
    """The figures in the cells of each table of a page's HTML, as they are written, by the table's caption. A cell that heads
    a row names what it is about, and what stands there is no figure but part of a name; so is a date."""
    found: dict[str, list[str]] = {}
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        caption = html.unescape(re.sub(r"<[^>]+>", "", re.findall(r"<caption.*?</caption>", table, re.DOTALL)[0]))
        cells = [html.unescape(re.sub(r"<[^>]+>", " ", cell)) for cell in re.findall(r"<td.*?</td>", table, re.DOTALL)]
        found.setdefault(caption, []).extend(figure for cell in cells for figure in FIGURE.findall(_without_names(cell)))
    return found


def printed(*commands: Sequence[str]) -> list[Decimal]:
    """Every number in the JSON of these commands, in its fields and in its sentences, without its sign."""
    found: set[Decimal] = set()
    for command in commands:
        answer = CliRunner().invoke(app, [*command, "--json"])
        assert answer.exit_code == 0, (command, answer.output, answer.exception)
        found.update(_numbers(json.loads(answer.stdout)))
    return sorted(found)


def missing(figures: Iterable[str], pool: Iterable[Decimal]) -> list[str]:
    """The figures that none of the pool rounds to, half up, at the decimals at which they are written."""
    held: dict[int, set[Decimal]] = {}
    numbers = list(pool)
    absent = []
    for figure in figures:
        wanted = abs(Decimal(figure.replace(",", "").replace("−", "-")))
        decimals = -int(wanted.as_tuple().exponent)
        if decimals not in held:
            held[decimals] = {one.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) for one in numbers}
        if wanted not in held[decimals]:
            absent.append(figure)
    return absent


def _without_names(text: str) -> str:
    """A cell without dates, school years and ages, which are names and no figures."""
    dates = r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    return re.sub(rf"{dates}|\d{{4}}/\d{{2}}|\b\d+ to \d+ years|\bage \d+", " ", text)


def _numbers(value: Any) -> Iterable[Decimal]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _numbers(inner)
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, int | float):
        yield abs(Decimal(repr(value)))
    else:
        yield from (abs(Decimal(one.replace(",", "").replace("−", "-"))) for one in FIGURE.findall(value))
