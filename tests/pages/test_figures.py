"""Every figure of every page is one that `python -m metrics ... --json` prints in the record of the same row."""

import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.areas import load
from data.store import BUNDLED, reading_store
from metrics.ask import Ask
from metrics.catalogue import catalogue
from pages.parts.show import WORKED_OUT
from tests.pages.figures import answers, check
from tests.pages.figures.cases import AUTHORITIES, CASES, Case
from tests.pages.figures.reading import folds, sayings, tables
from tests.pages.figures.rule import EITHER, Here
from tests.pages.visiting import Visit


@pytest.fixture(autouse=True)
def opened_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The commands open the snapshot once for all of these tests: it never changes, and they are many."""
    for place in ("metrics.commands.question.opened", "metrics.commands.beside.opened", "metrics.__main__.opened"):
        monkeypatch.setattr(place, _opened)
    yield


@cache
def _ask() -> Ask:
    return Ask(reading_store().open(None))


def _opened(store: Path | None, snapshot: str) -> Ask:
    assert store in (None, BUNDLED) and not snapshot
    return _ask()


@cache
def _printed(command: str) -> Any:
    return answers.printed(shlex.split(command))


def here(area: str) -> Here:
    """The page of an authority: how areas and indicators are called on it."""
    titles = {entry.title_of(b): (entry.id, b) for entry in catalogue().values() if entry.measured for b in entry.breakdowns}
    titles |= {entry.title: (entry.id, entry.breakdowns[0] if entry.measured else "Total") for entry in catalogue().values()}
    codes: dict[str, str] = {}
    for place in load():
        codes[place.short_name] = EITHER.join(filter(None, (codes.get(place.short_name), place.code)))
    return Here(area, codes, titles)


def told(visit: Visit) -> str:
    """The HTML of a page without what defines its indicators: how they are worked out, and what to ask."""
    boxes = [box for box in visit.app.expander if box.label == WORKED_OUT]
    defined = {element.proto.body for box in boxes for element in box.get("html")}
    return "\n".join(e.proto.body for e in visit.app.get("html") if e.proto.body not in defined)


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_figure_of_a_page_is_printed_by_a_command_for_the_same_row(case: Case, authority: str) -> None:
    area = AUTHORITIES[authority]
    visit = Visit()
    for fold in case.folds:
        visit.app.session_state[f"fold-{fold}"] = True
    html = told(visit.open(case.page, authority=area, **case.words))
    assert not visit.app.exception
    known = answers.gathered([_printed(command.format(area=area)) for command in case.commands])
    assert sayings(html)
    assert check.every(tables(html), known, here(area)) == {}
    assert all(check.counted(label, items) for label, items in folds(html))
    assert {saying: left for saying in sayings(html) if (left := check.unsaid(saying, known))} == {}
