"""Data and methods: what is measured and how, which files the figures come from, and what the checks said."""

import streamlit as st

from data.say import describe_snapshot
from metrics import downloads, inventory, words
from pages.parts import choose, frame, held, show
from pages.parts.table import table_html

place, visit = held.here()
ask = visit.ask
card = ask.scorecard(visit.principle, visit.area.code, visit.choice)

frame.heading(visit, "Data and methods", inventory.finding(ask), context=(words.vintage(visit.choice),), about=inventory.ABOUT)
choose.principle_row(visit)
frame.notes(card.notes)
st.html(table_html(inventory.catalogue(card), cards=True))
with st.expander("All measures of the catalogue"):
    st.html(table_html(inventory.measures(ask.catalogue), cards=True))
show.download("catalogue", "Download the whole catalogue (CSV)", lambda: downloads.catalogue(ask.catalogue.values()), "catalogue")
frame.subheading("How the figures are worked out")
frame.notes(inventory.METHODS)
for table in (inventory.marks(), inventory.editions(ask)):
    st.html(table_html(table))
frame.subheading("Where the figures come from")
for told in (place.freshness, inventory.findings(ask.manifest)):
    if told:
        st.html(table_html(told, cards=True))
with st.expander("Every published file, with the hash that proves it"):
    st.html(table_html(inventory.releases(ask.manifest), cards=True))
with st.expander("This snapshot, read aloud"):
    frame.aloud(describe_snapshot(ask.manifest))
frame.footer(ask.manifest)
