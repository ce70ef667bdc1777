"""What the visitor can choose: in the sidebar what stays for the visit, above a view what belongs to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from metrics import words
from metrics.catalogue import PRINCIPLES
from metrics.principles import ALL
from metrics.results import How, Kind
from pages.parts import frame, meeting, possible
from pages.parts.held import change, hold, key, reset, take
from pages.parts.opened import Opened
from pages.parts.visit import Visit

ON_A_DAY = "date"
SHOWN = "Change what is shown"
RESET = "Everything as usual again, for the same authority."
HOW = {How.MEDIAN.value: "Median", How.MEAN.value: "Mean", How.POOLED.value: "Pooled: all their children together"}
THEN = "The figures as the board saw them on that day: without what came out or was revised later."
KNOWN = {"now": "Now", "first": "As first published", ON_A_DAY: "On a day, such as that of a meeting"}


def contents(pages: Sequence[Any], visit: Visit | None) -> None:
    """The pages, as links that carry the choice: one opened in another tab shows the same authority too."""
    with st.sidebar:
        for page in pages:
            st.page_link(page, label=page.title, query_params=visit.link if visit else None)


def sidebar(place: Opened, visit: Visit) -> None:
    """What stays for the visit: the authority, what it is compared with, and when the figures were known."""
    with st.sidebar:
        one("authority", "Authority", place.authorities, visit.area.code)
        _radio("compare", "Compare with", _kinds(visit), visit.choice.kind.value)
        if visit.choice.kind is Kind.NEIGHBOURS:
            usual = visit.ask.edition(replace(visit.choice, edition=""))
            named = f"{usual} (the newest known)" if usual else "None held"
            editions = {"": named} | {e: e for e in reversed(list(visit.ask.editions))}
            one("edition", "Edition of the neighbours", editions, visit.choice.edition)
            one("how", "Neighbours taken together", HOW, visit.choice.how.value)
        _known_on(visit)
        meeting.switch(visit)
        st.button("Reset the filters", key="reset", on_click=reset, disabled=not visit.filtered, help=RESET)
        if place.current != visit.ask.snapshot.id:
            address = f"?{urlencode({**visit.link, 'snapshot': place.current})}"
            frame.aside(f"These are the figures of snapshot {visit.ask.snapshot.id}.", address, "Show the current one")


def view_row(
    visit: Visit, place: Opened, *, periods: Sequence[str] = (), period: str = "", more: Callable[[], None] | None = None
) -> None:
    """The quiet row above a view of one indicator: indicator, breakdown where it has several, and years or period; `more` puts
    what only one page has at its end."""
    with meeting.notes(visit, SHOWN), st.container(horizontal=True, vertical_alignment="bottom", key="view-row"):
        breakdowns = visit.indicator.breakdowns
        width = 420 if len(breakdowns) == 1 else 320  # so that all of it stands in one row
        one("indicator", "Indicator", place.indicators, visit.indicator.id, width=width)
        if len(breakdowns) > 1:
            one("breakdown", "Which group", {b: b for b in breakdowns}, visit.breakdown, width=270)
        if periods:
            one("period", "Period", {p: p for p in reversed(periods)}, period, width=140)
        years(visit)
        if more:
            more()
    frame.offered(visit, possible.of_indicator(visit, visit.indicator))


def principle_row(visit: Visit) -> None:
    """The quiet row above a scorecard: the principle and the years."""
    with meeting.notes(visit, SHOWN), st.container(horizontal=True, vertical_alignment="bottom", key="view-row"):
        one("principle", "Principle", {p: words.principle_title(p) for p in (*PRINCIPLES, ALL)}, visit.principle, width=520)
        years(visit)


def years_row(visit: Visit) -> None:
    """The quiet row above a view that has nothing to choose but the years."""
    with meeting.notes(visit, SHOWN), st.container(horizontal=True, vertical_alignment="bottom", key="view-row"):
        years(visit)


def years(visit: Visit) -> None:
    """The first and the last year to show."""
    low, high = visit.ask.years()
    if low < high:
        value = (visit.choice.first_year or low, visit.choice.last_year or high)
        hold("years", value)
        st.slider("Years", low, high, key=key("years"), on_change=_take_years, width=220)


def _kinds(visit: Visit) -> dict[str, str]:
    region = visit.area.region_code
    name = visit.ask.areas[region].short_name if region else "Its region"
    return {Kind.NEIGHBOURS.value: "Statistical neighbours", Kind.REGION.value: name, Kind.ENGLAND.value: "England"}


def _known_on(visit: Visit) -> None:
    chosen = visit.choice.known_on
    kind = chosen.text if chosen.text in KNOWN else ON_A_DAY
    days = [f.published_on for f in visit.ask.manifest.source_files]
    hold("known_on", kind)
    st.radio(
        "As known", list(KNOWN), format_func=KNOWN.__getitem__, key=key("known_on"), on_change=_take_known_on, args=(max(days),)
    )  # fmt: skip
    if kind == ON_A_DAY:
        last = max(date.today(), max(days) + timedelta(days=1), chosen.day)
        hold("day", chosen.day)
        span = {"min_value": min(days), "max_value": last}
        st.date_input("Day of the meeting", format="DD/MM/YYYY", key=key("day"), on_change=_take_day, help=THEN, **span)


def one(name: str, label: str, labels: Mapping[str, str], value: str, **settings: Any) -> None:
    """A list to pick one word of the link from: what it is called, what each word reads as, which one is chosen."""
    hold(name, value)
    st.selectbox(label, list(labels), format_func=labels.__getitem__, key=key(name), on_change=take, args=(name,), **settings)


def _radio(name: str, label: str, labels: Mapping[str, str], value: str) -> None:
    hold(name, value)
    st.radio(label, list(labels), format_func=labels.__getitem__, key=key(name), on_change=take, args=(name,))


def _take_years() -> None:
    first, last = st.session_state[key("years")]
    change("years", f"{first}-{last}")


def _take_known_on(day: date) -> None:
    kind = st.session_state[key("known_on")]
    change("known_on", day.isoformat() if kind == ON_A_DAY else kind)


def _take_day() -> None:
    day = st.session_state[key("day")]
    if day:
        change("known_on", day.isoformat())
