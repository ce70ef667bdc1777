"""One figure of a view closer: its counts, its vintage and how it was revised. Chosen in the chart or, by keyboard, in a list."""

from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import urlencode

import streamlit as st

from data.errors import UserError
from metrics import revision_tables, revision_words
from metrics.results import Series
from metrics.revisions import revisions
from pages.parts import choose, held, show
from pages.parts.table import table_html
from pages.parts.visit import Visit

PAGE = "data-and-methods"
ANCHOR = "revisions"
MORE = "The way of this figure back to its file, row and hash"
LABEL = "Look closer at one figure"
NONE = "Choose a period, or a point of the chart"


def on_point(key: str, series: Series) -> Callable[[], None]:
    """What to do when a point of a chart over the years was chosen: put its period into the link. `key` is that of the view."""
    by_year = {fact.year: fact.period for fact in series.facts}

    def take() -> None:
        period = by_year.get(_year(show.chosen_point(key)))
        if period:
            held.change("period", period)

    return take


def view(visit: Visit, series: Series) -> None:
    """The list of periods, and the figure of the one chosen."""
    periods = [fact.period for fact in reversed(series.facts)]
    if not periods:
        return
    chosen = visit.period if visit.period in periods else ""
    choose.one("period", LABEL, {"": NONE} | {p: p for p in periods}, chosen, width=340)
    if chosen:
        _figure(visit, chosen)


def _figure(visit: Visit, period: str) -> None:
    asked = visit.ask, visit.indicator.id, visit.area.code, visit.choice_for(visit.indicator), period, visit.breakdown
    try:
        history = revisions(*asked)
    except UserError as not_held:
        st.html(f'<p class="cpd-said">{escape(str(not_held))}</p>')
        return
    said = [revision_words.finding(history), revision_words.shown_here(history)]
    lines = "".join(f"<p>{escape(line)}</p>" for line in said if line)
    more = f'<a href="{escape(_address(visit.link), quote=True)}">{escape(MORE)}</a>'
    table = table_html(revision_tables.history(history), cards=True) if history.revisions else ""
    st.html(f'<div class="cpd-said cpd-closer" role="status">{lines}</div>{table}<p class="cpd-note">{more}</p>')


def _address(link: Mapping[str, str]) -> str:
    return f"{PAGE}?{urlencode(link)}#{ANCHOR}"


def _year(place: float | str | None) -> int:
    """The year in which a point stands, which plotly gives as a number or as text; 0 for no point."""
    try:
        return round(float(place or 0))
    except ValueError:
        return 0
