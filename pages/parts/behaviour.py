"""What happens in the browser without a run of the script: sorting, copying, pictures, paper, and the keys of a meeting.

One component for the whole dashboard, without a frame of its own; the scripts are beside this file, in `scripts`.
"""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

SCRIPTS = ("sort", "copy", "picture", "print", "meeting", "main")
NAME = "corporate_parenting_dashboard.behaviour"


def mount() -> None:
    """Put the scripts into the page: once a run, always the same, so that nothing is sent again."""
    with st.container(key="behaviour"):
        _component()(key="behaviour-scripts")


@cache
def script() -> str:
    """All scripts as one module, in their order."""
    folder = Path(__file__).with_name("scripts")
    return "\n".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)


@cache
def _component() -> Any:
    return st.components.v2.component(NAME, js=script(), isolate_styles=False)
