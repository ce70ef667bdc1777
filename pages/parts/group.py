"""A group of authorities of the reader's own: found by typing, at most twenty, kept for the visit and in the address."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.grouped import MOST, as_word
from pages.parts.held import change, hold, key
from pages.parts.visit import Visit

LABEL = "Councils of your own choice"
HELP = f"Type a few letters of a name. Up to {MOST}; they stay in the link."


def pick(visit: Visit, authorities: Mapping[str, str], *, width: int = 420) -> None:
    """The picker of the group; `authorities` are names by code. What was picked is in `visit.group` of the next run."""
    hold("group", list(visit.group))
    st.multiselect(
        LABEL,
        list(authorities),
        format_func=authorities.__getitem__,
        key=key("group"),
        max_selections=MOST,
        on_change=_take,
        placeholder="Add a council",
        help=HELP,
        width=width,
    )


def _take() -> None:
    change("group", as_word(st.session_state[key("group")]))
