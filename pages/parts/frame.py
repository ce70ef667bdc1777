"""The frame of every page: its name in the browser tab, the finding as its heading, its notes, and what stands at its foot."""

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from data.manifest import Manifest
from pages.charts import look
from pages.parts import held, meeting, possible
from pages.parts.possible import Offer
from pages.parts.visit import Visit

TITLE = "Corporate Parenting Dashboard"
ENDORSED = "The publishers named here have not endorsed this dashboard."
TROUBLE = "These figures cannot be shown just now."
LINK = "The address of this page is a link to exactly this view."
TOOLS = (
    '<p class="cpd-tools"><button type="button" data-cpd-copy="link" data-cpd-copied="The link is copied">'
    'Copy link to this view</button> <button type="button" data-cpd-print="page">Print this page</button></p>'
)


def brand() -> None:
    """The name of the dashboard, at the head of the sidebar."""
    st.sidebar.html(f'<p class="cpd-brand">{escape(TITLE)}</p>')


def heading(visit: Visit, page: str, finding: str, *, context: Iterable[str] = (), about: str = "") -> None:
    """The name of the page in the tab, a small line of context, the finding, and under it the question it answers.

    Words of the link that could not be followed are told here, before anything else is read.
    """
    st.set_page_config(page_title=f"{page} · {visit.area.short_name} · {TITLE}")
    line = " · ".join(escape(part) for part in (visit.area.short_name, *context) if part)
    asked = f'<p class="cpd-about">{escape(about)}</p>' if about else ""
    said = f'<p class="cpd-context">{line}</p><h1 class="cpd-finding">{escape(finding)}</h1>{asked}'
    st.html(f'<div class="cpd-head">{said}{TOOLS}</div>')
    told(visit.said)
    offered(visit, possible.of_visit(visit))


def told(sentences: Iterable[str]) -> None:
    """Sentences that a visitor must not miss; nothing for none."""
    lines = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    if lines:
        st.html(f'<div class="cpd-said" role="status">{lines}</div>')


def offered(visit: Visit, offers: Iterable[Offer]) -> None:
    """What cannot be shown as it was chosen, why, and links to the nearest that can; nothing for none."""
    lines = "".join(f"<p>{escape(offer.why)} {_links(visit, offer)}</p>" for offer in offers)
    if lines:
        st.html(f'<div class="cpd-said" role="status">{lines}</div>')


def notes(sentences: Iterable[str]) -> None:
    """What a reader must know first, as plain paragraphs; nothing for none, and nothing that the heading's offers already say."""
    visit = held.visit()
    said = tuple(offer.why for offer in possible.of_visit(visit)) if visit else ()
    lines = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if not sentence.startswith(said))
    if lines:
        with meeting.notes(visit, "Notes for this page"):
            st.html(f'<div class="cpd-text">{lines}</div>')


def aside(sentence: str, address: str, link: str) -> None:
    """A small note that ends in a link."""
    st.html(f'<p class="cpd-note">{escape(sentence)} <a href="{escape(address, quote=True)}">{escape(link)}</a></p>')


def _links(visit: Visit, offer: Offer) -> str:
    found = []
    for name, changes in offer.instead:
        words = {word: said for word, said in (visit.link | changes).items() if said}
        found.append(f'<a href="{offer.page}?{escape(urlencode(words), quote=True)}">{escape(name)}</a>')
    return " · ".join(found)


def quoted(text: str, note: str) -> None:
    """The words of somebody else, set off, and a note on them; nothing for no words."""
    if text:
        st.html(f'<div class="cpd-text"><blockquote>{escape(text)}</blockquote><p class="cpd-note">{escape(note)}</p></div>')


def aloud(text: str) -> None:
    """A longer text whose lines are to stay lines."""
    st.html(f'<div class="cpd-text"><pre>{escape(text)}</pre></div>')


def subheading(text: str) -> None:
    """A heading inside a page."""
    st.html(f'<div class="cpd-text"><h2>{escape(text)}</h2></div>')


def footer(manifest: Manifest) -> None:
    """Attribution, licence, the snapshot shown, and that nobody has endorsed it."""
    snapshot = f'Snapshot <span class="cpd-whole">{escape(manifest.id)}</span>'
    made = f"made on {manifest.created_at.day} {manifest.created_at:%B %Y}."
    said = f"{escape(manifest.attribution)} {escape(ENDORSED)} {snapshot}, {made} {escape(LINK)}"
    st.html(f'<p class="cpd-foot">{said} <span class="cpd-address-here"></span></p>')


def trouble(page: str, text: str, heading: str = TROUBLE) -> None:
    """A page that cannot be shown: what is wrong and what to do, a paragraph a line, and no traceback."""
    st.set_page_config(page_title=f"{page} · {TITLE}")
    lines = "".join(f'<p class="cpd-about">{escape(line)}</p>' for line in text.splitlines())
    st.html(f'<h1 class="cpd-finding">{escape(heading)}</h1>{lines}')


def style() -> None:
    """Our own few rules of type and space, sent once a run, and the two colours of the theme that they need."""
    dark = st.context.theme.type == "dark"
    colours = look.palette(dark)
    rules = _css("look") + _css("paper") + (_css("dark_paper") if dark else "")
    st.html(f"<style>:root {{ --cpd-ground: {colours.ground}; --cpd-edge: {colours.quiet}; }}\n{rules}</style>")


@cache
def _css(name: str) -> str:
    return Path(__file__).with_name(f"{name}.css").read_text(encoding="utf-8")
