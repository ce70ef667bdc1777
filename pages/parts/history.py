"""The revision history of one figure: every vintage held, its way back to the file, every other year of it."""

import streamlit as st

from data.errors import UserError
from metrics import revision_tables, revision_words, trace_tables
from metrics.results import Choice
from metrics.revisions import History, every_year, others, revisions
from metrics.trace import trace
from pages.parts import choose, files, frame
from pages.parts.opened import Opened
from pages.parts.sections import folded, section, source
from pages.parts.table import table_html
from pages.parts.visit import Visit


def read(visit: Visit) -> tuple[History, list[str]]:
    """The history of the figure that the link means; and a sentence where its period is not held and the newest is shown."""
    asked = visit.ask, visit.indicator.id, visit.area.code, visit.choice_for(visit.indicator)
    newest = revisions(*asked, "", visit.breakdown)
    if visit.period in ("", newest.period):
        return newest, []
    try:
        return revisions(*asked, visit.period, visit.breakdown), []
    except UserError as not_held:
        return newest, [f"{not_held} Here {newest.period} is shown."] if newest.period else [str(not_held)]


def view(visit: Visit, place: Opened, anchor: str) -> None:
    """The section with its heading, which is the history in a sentence."""
    history, told = read(visit)
    manifest = visit.ask.manifest
    finding = revision_words.finding(history)
    section(anchor, finding)
    frame.notes([revision_words.ABOUT])
    choose.view_row(visit, place, periods=history.periods, period=history.period)
    frame.told(told)
    if not history.revisions:
        return
    frame.notes([revision_words.shown_here(history)])
    st.html(table_html(revision_tables.history(history), cards=True))
    name = f"{visit.area.code}-{visit.indicator.id}-{history.period.replace('/', '-')}-revisions"
    cited = revision_tables.source(history, manifest)
    shown = [visit.indicator], visit.breakdown
    about = files.of(finding, cited, *shown)
    files.row("revisions", name, lambda: revision_tables.download(history, manifest), about, chart=False)
    folded("The way of this figure back to its file, row and hash", "trace", lambda: _trace(visit, history))
    folded("Every year of this figure: which were revised", "every-year", lambda: _every_year(visit))
    folded("The same figure for the region and for England", "others", lambda: _others(visit, history))
    source(cited)


def _trace(visit: Visit, history: History) -> None:
    asked = visit.indicator.id, visit.area.code, history.period, visit.breakdown, history.known_on
    try:
        way = trace(visit.ask, *asked)
    except UserError as not_known:
        frame.notes([str(not_known)])
        return
    st.html(table_html(trace_tables.made_of(way), cards=True))
    frame.notes([trace_tables.SAME_IN_A_COMMAND])
    frame.aloud(trace_tables.command(way))


def _every_year(visit: Visit) -> None:
    choice = visit.choice_for(visit.indicator)
    result = every_year(visit.ask, visit.indicator.id, visit.area.code, choice, visit.breakdown)
    frame.notes([revision_words.every_year(result)])
    if result.pairs:
        st.html(table_html(revision_tables.every_year(result), cards=True))


def _others(visit: Visit, history: History) -> None:
    choice = Choice(known_on=history.known_on)
    for code in others(visit.area):
        try:
            other = revisions(visit.ask, visit.indicator.id, code, choice, history.period, visit.breakdown)
        except UserError as not_held:
            frame.notes([str(not_held)])
            continue
        frame.notes([revision_words.finding(other)])
        st.html(table_html(revision_tables.history(other), cards=True))
