"""The opening page's own pieces: numbers to know first, strengths beside what is worth a question, a line for each principle."""

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from metrics import glance as glancing
from metrics import snapshot_changes, snapshot_words, standing_tables
from metrics.ask import Ask
from metrics.catalogue import Indicator
from metrics.glance import Glance
from metrics.judged import Level
from metrics.results import Choice, ScoreRow
from metrics.wording import glance as words
from pages.parts.address import page, trend_of
from pages.parts.marks import coloured
from pages.parts.table import table_html
from pages.parts.visit import Visit

MOST = 3  # strengths or concerns that a screen has room for
KEPT = 256  # answers: as many authorities as there are, and some choices beside


def found(visit: Visit) -> Glance:
    """The authority at a glance, worked out once for all visitors: the figures of an opened snapshot do not change. Where no
    headline measure has a figure in the years chosen, of all years."""
    return _glance(visit.ask, visit.area.code, visit.choice_for(*headline(visit)))


def headline(visit: Visit) -> list[Indicator]:
    """The headline measures with published figures behind them."""
    return [one for one in visit.ask.catalogue.measured if one.headline]


def _which(ask: Ask) -> tuple[str, ...]:
    """What an answer depends on: the snapshot, and the indicators that are asked of it."""
    return (str(ask.snapshot.folder), *ask.catalogue)


@st.cache_resource(max_entries=KEPT, show_spinner=False, hash_funcs={Ask: _which, Choice: repr})
def _glance(ask: Ask, area: str, choice: Choice) -> Glance:
    return glancing.glance(ask, area, choice)


def numbers(one: Glance) -> None:
    """The first line: how many children, how many came and left, how many care leavers, each with its own date."""
    st.html(f"<style>{_css()}</style>")
    st.html(f'<dl class="cpd-numbers">{"".join(_number(row) for row in one.numbers)}</dl>')


def _number(row: ScoreRow) -> str:
    figure, label, quiet = (escape(text) for text in words.number(row))
    return f'<div><dt>{label}</dt><dd class="cpd-big">{figure}</dd><dd class="cpd-quiet">{quiet}</dd></div>'


def points(visit: Visit, one: Glance, *, dark: bool) -> None:
    """Strengths before what is worth a question, side by side, with how much of it chance alone would do."""
    good = _column(visit, one, "Strengths", one.strengths, words.nothing(one, Level.BETTER), [words.improving(one)])
    asked = [f"Ask: {pattern.question}" for pattern in one.attention.patterns]
    ask = [words.turning(one), *asked]
    bad = _column(visit, one, "Worth a question", one.concerns, words.nothing(one, Level.WORSE), ask)
    chance = f'<p class="cpd-chance">{escape(words.chance(one))}</p>'
    st.html(coloured(f'<div class="cpd-two">{good}{bad}</div>{chance}', dark))


def _column(visit: Visit, one: Glance, title: str, rows: Sequence[ScoreRow], nothing: str, more: Sequence[str]) -> str:
    items = [_point(visit, row, one.newest_year) for row in rows]
    listed = _list(items[:MOST]) if items else f"<p>{escape(nothing)}</p>"
    if items[MOST:]:
        listed += f"<details><summary>{escape(words.more(len(items[MOST:])))}</summary>{_list(items[MOST:])}</details>"
    return f"<section><h2>{escape(title)}</h2>{listed}{''.join(f'<p>{escape(text)}</p>' for text in more if text)}</section>"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"


def _point(visit: Visit, row: ScoreRow, newest: int) -> str:
    mark, title, figure, quiet = (escape(text) for text in words.point(row, newest))
    link = escape(trend_of(visit, row.indicator), quote=True)
    return f'<li>{mark} <a href="{link}">{title}</a> {figure}<span class="cpd-quiet">{quiet}</span></li>'


def principles(visit: Visit, one: Glance, *, dark: bool) -> None:
    """A line for each of the seven principles, its name a link to its scorecard."""
    links = [page(visit, "principles", principle=standing.principle) for standing in one.standings]
    table = table_html(standing_tables.principles(one), links=links, cards=True)
    st.html(coloured(f'<div class="cpd-principles">{table}</div>', dark))


def new(visit: Visit) -> None:
    """What the snapshot brought, in a sentence, and where to read all of it."""
    said = snapshot_words.finding(snapshot_changes.changes(visit.ask.manifest))
    link = escape(page(visit, "data-and-methods"), quote=True)
    st.html(f'<p class="cpd-new"><strong>What is new.</strong> {escape(said)} <a href="{link}">What changed</a></p>')


@cache
def _css() -> str:
    return Path(__file__).with_name("glance.css").read_text(encoding="utf-8")
