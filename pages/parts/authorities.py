"""What the page of all authorities asks and lets the reader choose: the period of the link, a region, councils of one's own."""

from contextlib import suppress
from html import escape

import streamlit as st

from data.errors import BadInput
from metrics import everywhere_tables as tables
from metrics.asking import ENGLAND
from metrics.everywhere import Everywhere, everywhere
from metrics.wording import everywhere as said
from metrics.wording import funnels
from pages.parts import frame, group, meeting
from pages.parts.grouped import regions
from pages.parts.held import hold, key, take
from pages.parts.opened import Opened
from pages.parts.table import table_html
from pages.parts.visit import Visit

WHICH = "Choose which councils are shown"


def asked(visit: Visit) -> tuple[Everywhere, list[str]]:
    """All authorities in the period of the link, else the latest; and a sentence where the one asked for is not held.

    Raises UserError where no period is held.
    """
    choice = visit.choice_for(visit.indicator)

    def ask(period: str | None) -> Everywhere:
        within = visit.region or ENGLAND
        asking, area = visit.ask, visit.area.code
        return everywhere(asking, visit.indicator.id, area, choice, period, visit.breakdown, within=within, group=visit.group)

    if visit.period:
        with suppress(BadInput):
            return ask(visit.period), []
    latest = ask(None)
    if not visit.period:
        return latest, []
    held = f'"{visit.period}" is not a period held. Held: {", ".join(latest.periods)}.'
    return latest, [f"{held} Here {latest.period} is shown."]


def row(visit: Visit, place: Opened) -> None:
    """The second row of pickers: the region to cut to, and councils to mark."""
    with meeting.notes(visit, WHICH), st.container(horizontal=True, vertical_alignment="bottom", key="authorities-row"):
        names = regions(visit.ask)
        hold("region", visit.region)
        st.selectbox(
            "Show", list(names), format_func=names.__getitem__, key=key("region"), on_change=take, args=("region",), width=240
        )
        group.pick(visit, place.authorities)


def listed(visit: Visit, result: Everywhere) -> None:
    """Why there is no funnel, where there is none, and the table of every authority with what its verdicts come to."""
    frame.notes([funnels.none(result)] if funnels.none(result) else [])
    frame.subheading(said.every(result))
    with meeting.notes(visit, "All councils, by name"):
        st.html(table_html(tables.authorities(result)))


def named(result: Everywhere) -> None:
    """The filled dots of the chart above, by name."""
    told = said.neighbours(result)
    if told:
        st.html(f'<p class="cpd-note">{escape(told)}</p>')
