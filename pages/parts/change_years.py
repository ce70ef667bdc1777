"""The years of a change: pickers for the first and the last 31 March and for the base year, kept in the link."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from metrics import change_years
from metrics.change import Change, explain
from metrics.change_years import Years
from metrics.movements import Movements, movements
from pages.parts import frame, meeting, possible
from pages.parts.choose import SHOWN
from pages.parts.held import hold, key, take
from pages.parts.visit import Visit

FIRST_YEAR = "the first year"


def flows(visit: Visit) -> Movements:
    """All years held of the authority's flows. The years that cut a trend do not cut them: this page has its own."""
    return movements(visit.ask, visit.area.code, replace(visit.choice, first_year=None, last_year=None))


def explained(visit: Visit, result: Movements) -> tuple[Change, Years]:
    """The change between the years of the link, or the nearest that are published. Raises BadInput where there are not two."""
    years = change_years.nearest(visit.area, result.periods, result.bases, visit.first, visit.last, visit.base)
    return explain(visit.ask, visit.area.code, result.choice, years.first, years.last, years.base), years


def row(visit: Visit, result: Movements, years: Years) -> None:
    """The quiet row above the view: from, to, and the base year that several years are set against."""
    periods, before = result.periods, result.periods[: result.periods.index(years.last)]
    with meeting.notes(visit, SHOWN), st.container(horizontal=True, vertical_alignment="bottom", key="view-row"):
        _pick("from", "From 31 March", before, years.first)
        _pick("to", "To 31 March", periods[1:], years.last)
        _pick("base", "Set against the year", ("", *result.bases), years.base)
    frame.offered(visit, possible.of_breakdown(visit))


def _pick(name: str, label: str, offered: Sequence[str], value: str) -> None:
    options = list(offered) if not offered[0] else list(reversed(offered))
    hold(name, value)
    st.selectbox(label, options, format_func=_named, key=key(name), on_change=take, args=(name,), width=165)


def _named(period: str) -> str:
    return period or FIRST_YEAR
