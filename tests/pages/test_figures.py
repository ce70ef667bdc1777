"""Every figure in every table of every page is one that `python -m metrics ... --json` prints, rounded half up."""

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from data.store import BUNDLED
from metrics.catalogue import catalogue
from tests.pages.figures_of import missing, printed, shown
from tests.pages.visiting import OPENING, Visit

RATE = "children_looked_after_rate"
AUTHORITIES = {"Herefordshire": "E06000019", "City of London": "E09000001", "Westmorland and Furness": "E06000064"}
OTHERS = ("City of London", "Westmorland and Furness") * 4  # each page for one more: with hidden figures, or with few years
Commands = list[Sequence[str]]


def _of(area: str, name: str, indicator: str = "", *more: str) -> Sequence[str]:
    return [name, "--area", area, "--store", str(BUNDLED), *(["--indicator", indicator] if indicator else []), *more]


def _opening(area: str) -> Commands:
    return [_of(area, "glance"), _of(area, "scorecard", "", "--principle", "headline")]


def _trends(area: str) -> Commands:
    return [_of(area, "trend", RATE)]


def _neighbours(area: str) -> Commands:
    return [_of(area, name, RATE) for name in ("neighbours", "compare", "robust")]


def _principle(principle: str) -> Callable[[str], Commands]:
    def commands(area: str) -> Commands:
        with_gaps = [e.id for e in catalogue().of(principle) if e.gaps]
        cards = [_of(area, name, "", "--principle", principle) for name in ("scorecard", "spine")]
        return [*cards, *(_of(area, "gaps", id_) for id_ in with_gaps)]

    return commands


def _change(area: str) -> Commands:
    return [_of(area, "explain"), _of(area, "flows")]


def _living(area: str) -> Commands:
    return [_of(area, "living", "placement_setting")]


def _everywhere(area: str) -> Commands:
    return [_of(area, "everywhere", RATE)]


def _data(area: str) -> Commands:
    return [_of(area, "trace", RATE, "--period", "2025")]


PAGES: dict[str, tuple[str, dict[str, str], Callable[[str], Commands]]] = {
    "the opening page": (OPENING, {}, _opening),
    "trends": ("1_Trends", {}, _trends),
    "neighbours": ("2_Statistical_neighbours", {}, _neighbours),
    "high hopes": ("3_Principles", {"principle": "5"}, _principle("5")),
    "a stable home": ("3_Principles", {"principle": "6"}, _principle("6")),
    "why it changed": ("4_Why_did_it_change", {}, _change),
    "where children live": ("5_Where_children_live", {}, _living),
    "all authorities": ("6_All_authorities", {}, _everywhere),
}


@pytest.mark.parametrize(("name", "authority"), [*((name, "Herefordshire") for name in PAGES), *zip(PAGES, OTHERS, strict=False)])
def test_every_figure_of_a_page_is_printed_by_a_command(name: str, authority: str) -> None:
    page, words, commands = PAGES[name]
    tables = shown(Visit().open(page, authority=AUTHORITIES[authority], **words).html)
    assert any(tables.values())
    pool = printed(*commands(AUTHORITIES[authority]))
    absent = {caption: missing(figures, pool) for caption, figures in tables.items()}
    assert {caption: figures for caption, figures in absent.items() if figures} == {}


def test_a_figure_that_no_command_prints_is_found() -> None:
    cells = "<th>2025</th><td>99.9 <span>344 of 34,439</span></td><td>−43</td>"
    tables = shown(f"<table><caption>C</caption><tr>{cells}</tr></table>")
    assert tables == {"C": ["99.9", "344", "34,439", "−43"]}
    pool = [Decimal("99.88675"), Decimal(344), Decimal(34439), Decimal(43)]
    assert missing(tables["C"], pool) == []
    assert missing(["99.8", "99.89", "345", "0.05"], pool) == ["99.8", "345", "0.05"]
