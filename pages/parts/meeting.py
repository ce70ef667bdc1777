"""Meeting mode: large type and one chart at a time, through the pages for one authority. The keys are in `scripts/meeting.js`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from pages.parts import held
from pages.parts.visit import ON, Visit

MEETING = "meeting"
NOTES = "Notes for this view"
LAST_IN_A_MEETING = "data-and-methods"  # a place to look things up, not to be shown: the round ends before it
HELP = "Large type, one chart at a time. The arrow keys go on and back; Escape leaves."


def switch(visit: Visit) -> None:
    """The switch, in the sidebar."""
    held.hold(MEETING, visit.meeting)
    st.toggle("Meeting mode", key=held.key(MEETING), help=HELP, on_change=_take)


def bar(pages: Sequence[Any], page: Any, visit: Visit) -> None:
    """At the foot of the screen: back, where we are, on, leave. Nothing outside a meeting. Before and after a page's own
    screens, the pages before and after it follow."""
    if not visit.meeting:
        return
    st.html(f"<style>{_css()}</style>")
    round_ = [one for one in pages if one.url_path != LAST_IN_A_MEETING]
    at = round_.index(page) if page in round_ else len(round_)
    with st.container(key="meeting-bar", horizontal=True, vertical_alignment="center"):
        for name, one in (("previous", round_[at - 1 : at]), ("next", round_[at + 1 : at + 2])):
            with st.container(key=f"meeting-{name}"):
                for other in one:
                    st.page_link(other, label=other.title, query_params=visit.link)
        st.html(
            f'<nav class="cpd-meeting" aria-label="Meeting" data-cpd-page="{escape(page.title, quote=True)}">'
            '<button type="button" data-cpd-step="-1">← Back</button>'
            f'<span>{escape(page.title)} <span class="cpd-place"></span></span>'
            '<button type="button" data-cpd-step="1">Next →</button></nav>',
            width="content",
        )
        st.button("Leave meeting mode", key="meeting-leave", on_click=held.change, args=(MEETING, ""))


@contextmanager
def notes(visit: Visit | None, label: str = NOTES) -> Iterator[None]:
    """In a meeting, a fold for what is not read aloud; elsewhere nothing at all."""
    with st.expander(label) if visit and visit.meeting else nullcontext():
        yield


def _take() -> None:
    held.change(MEETING, ON if st.session_state[held.key(MEETING)] else "")


@cache
def _css() -> str:
    return Path(__file__).with_name("meeting.css").read_text(encoding="utf-8")
