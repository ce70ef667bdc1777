"""What stands behind the figures, to be looked up: indicators, files, words, the accessibility statement."""

from html import escape

import streamlit as st

from data.manifest import Manifest
from data.say import describe_snapshot
from metrics import definition, downloads, inventory
from metrics.accessibility import statement
from metrics.glossary import glossary
from metrics.licence import ADDRESS, sentences
from metrics.tables import Table
from pages.parts import frame, sections, show
from pages.parts.opened import Opened
from pages.parts.table import table_html
from pages.parts.visit import Visit


def indicator(visit: Visit) -> None:
    """The indicator chosen, point by point, and what to ask about it."""
    sections.points(definition.definition(visit.indicator, visit.breakdown))
    sections.parts([("Questions to ask", visit.indicator.questions)])


def methods(visit: Visit) -> None:
    """How figures are worked out, which editions of the neighbours there are, and every indicator of the catalogue."""
    ask = visit.ask
    frame.notes(inventory.METHODS)
    if ask.editions:
        st.html(table_html(inventory.editions(ask)))
    with st.expander("All measures of the catalogue"):
        st.html(table_html(inventory.measures(ask.catalogue), cards=True))
    entries = ask.catalogue.values()
    show.download("catalogue", "Download the whole catalogue (CSV)", lambda: downloads.catalogue(entries), "catalogue")


def sources(visit: Visit, place: Opened) -> None:
    """The newest release of each table, every file with its hash, and the manifest read aloud."""
    manifest = visit.ask.manifest
    frame.notes([inventory.finding(visit.ask)])
    sections.folded("The newest release of each published table", "freshness", lambda: _table(place.freshness))
    sections.folded("Every published file, with the hash that proves it", "files", lambda: _table(inventory.releases(manifest)))
    sections.folded("This snapshot, read aloud", "aloud", lambda: frame.aloud(describe_snapshot(manifest)))


def words() -> None:
    """The marks that stand for missing figures, and every other word in plain English."""
    st.html(table_html(inventory.marks()))
    sections.folded("All words, in plain English", "words", _glossary)


def accessibility() -> None:
    """The accessibility statement: how far we are in a sentence, the rest when it is opened."""
    said = statement()
    frame.notes([said.summary])
    sections.folded("The whole statement", "accessibility", lambda: sections.parts((p.heading, p.text) for p in said.parts))


def licence(manifest: Manifest) -> None:
    """What may be done with the figures and the code; the address of the licence is a link."""
    address = escape(ADDRESS, quote=True)
    lines = (escape(line).replace(address, f'<a href="{address}">{address}</a>') for line in sentences(manifest))
    st.html(f'<div class="cpd-text">{"".join(f"<p>{line}</p>" for line in lines)}</div>')


def _table(table: Table) -> None:
    st.html(table_html(table, cards=True))


def _glossary() -> None:
    sections.points((w.term, f"{w.meaning}\n{w.source}") for w in glossary())
