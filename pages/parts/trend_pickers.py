"""The pickers of the page over the years: the indicator, the years, which view, and a box with the rest."""

import streamlit as st

from pages.parts import choose, group
from pages.parts.held import change, hold, key
from pages.parts.opened import Opened
from pages.parts.over_years import MOST, VIEWS
from pages.parts.visit import ON, Visit

LAST = 5  # years


def row(visit: Visit, place: Opened) -> None:
    """The quiet row: the indicator, the years, which view, and a box with the rest."""
    choose.view_row(visit, place, more=lambda: _more(visit, place))


def _more(visit: Visit, place: Opened) -> None:
    choose.one("view", "Look at", VIEWS, visit.view, width=230)
    with st.popover("More to show"):
        hold("indicators", list(visit.indicators))
        st.multiselect(
            "Further indicators",
            [id_ for id_ in place.indicators if id_ != visit.indicator.id],
            format_func=place.indicators.__getitem__,
            key=key("indicators"),
            max_selections=MOST,
            on_change=_take_list,
            args=("indicators",),
            placeholder="Add an indicator",
        )
        group.pick(visit, place.authorities)
        for name, label, on in (
            ("intervals", "What chance could make of our figure", visit.intervals),
            ("zero", "Start the scale at zero", visit.zero),
        ):
            hold(name, on)
            st.toggle(label, key=key(name), on_change=_take_switch, args=(name,))
        last = visit.ask.last_years(LAST, [visit.indicator.id])
        span = "{}-{}".format(*last) if last else ""
        with st.container(horizontal=True):
            st.button(f"Only the last {LAST} years", key="last-years", on_click=change, args=("years", span), disabled=not last)
            st.button("All years", key="all-years", on_click=change, args=("years", ""))


def _take_list(name: str) -> None:
    change(name, ",".join(st.session_state[key(name)]))


def _take_switch(name: str) -> None:
    change(name, ON if st.session_state[key(name)] else "")
