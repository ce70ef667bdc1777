"""What happens in the browser without a run of the script: sorting, wide tables, copying, pictures, paper, the keys of
a meeting, and links that lead into a page.

One component for the whole dashboard, without a frame of its own; the scripts are beside this file, in `scripts`.
"""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

SCRIPTS = ("sort", "wide", "copy", "picture", "print", "meeting", "room", "arrive", "main")
NAME = "corporate_parenting_dashboard.behaviour"
KEY = "behaviour-scripts"


def mount() -> None:
    """Put the scripts into the page: once a run, always the same, so that nothing is sent again."""
    with st.container(key="behaviour"):
        _component()(key=KEY)


def is_small() -> bool:
    """Whether the window is too small for charts drawn larger: as the browser says, in a meeting; before, for telephones."""
    told = (st.session_state.get(KEY) or {}).get("small")
    return _is_phone() if told is None else bool(told)


def _is_phone() -> bool:
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


@cache
def script() -> str:
    """All scripts as one module, in their order."""
    folder = Path(__file__).with_name("scripts")
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js=script(), isolate_styles=False)
