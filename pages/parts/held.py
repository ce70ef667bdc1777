"""What was chosen, held for the whole visit and written into the address of every page.

The words of the link are the one record. A widget changes a word, a run reads all of them, and what was read is written
back, so nothing on a page can be out of step with its address.
"""

from dataclasses import replace

import streamlit as st

from pages.parts.link import read
from pages.parts.opened import Opened, opened
from pages.parts.visit import Visit

LINK, MOVED, HERE = "link", "moved", "here"


def arrive() -> tuple[Opened, Visit]:
    """Read the link or what was held, open its snapshot, and write the address. To be called once, first thing in a run.

    The session wins after a change here and where the address is bare (Streamlit clears it on a change of page); else
    the address wins: a link that was followed, or the Back button. Raises UserError where the snapshot cannot be opened.
    """
    held: dict[str, str] = st.session_state.get(LINK, {})
    address = st.query_params.to_dict()
    moved = st.session_state.pop(MOVED, False)
    wanted = held if moved or not address else address
    place, said = opened(wanted.get("snapshot", ""))
    visit = read(wanted, place.ask)
    visit = replace(visit, said=(*said, *visit.said))
    st.session_state[LINK], st.session_state[HERE] = visit.link, (place, visit)
    if address != visit.link:
        st.query_params.from_dict(visit.link)
    return place, visit


def here() -> tuple[Opened, Visit]:
    """What `arrive` read in this run, for the page that is shown."""
    return st.session_state[HERE]


def visit() -> Visit | None:
    """What `arrive` read in this run; None where it could not be read, on a page that says so."""
    return st.session_state[HERE][1] if HERE in st.session_state else None


def key(name: str) -> str:
    """The key of the widget that changes this word of the link."""
    return f"pick-{name}"


def hold(name: str, value: object) -> None:
    """Show in the widget what the link says: after a change of page or the Back button its own memory is another's."""
    if st.session_state.get(key(name)) != value:
        st.session_state[key(name)] = value


def take(name: str) -> None:
    """Put what was picked in a widget into the link."""
    change(name, st.session_state[key(name)])


def reset() -> None:
    """Take every filter back; authority and snapshot stay."""
    found = visit()
    st.session_state[LINK], st.session_state[MOVED] = found.reset if found else {}, True


def change(name: str, value: str) -> None:
    """Put a word into the link; this run shall follow it, whatever the address says."""
    held = dict(st.session_state.get(LINK, {})) | {name: value}
    if name == "indicator":
        held |= _of_indicator(value)
    st.session_state[LINK], st.session_state[MOVED] = held, True


def _of_indicator(id_: str) -> dict[str, str]:
    """The breakdown and the period that were chosen, where the indicator picked now has them too; else the usual ones."""
    here = visit()
    if here is None:
        return {"breakdown": "", "period": ""}
    entry = here.ask.catalogue[id_]
    breakdown = here.breakdown if here.breakdown in entry.breakdowns else ""
    facts = here.ask.trend(id_, here.area.code, here.choice_for(entry), breakdown or None).own.facts if here.period else ()
    return {"breakdown": breakdown, "period": here.period if here.period in [f.period for f in facts] else ""}
