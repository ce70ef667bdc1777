"""Why did it change? The sum that leads from one 31 March to another, the flows of all years, and what else is behind it."""

import streamlit as st

from data.errors import UserError
from metrics import words
from metrics.wording import movements as said
from pages.parts import change_years, explained, frame, held

PAGE = "Why did it change"

place, visit = held.here()
flows = change_years.flows(visit)
try:
    result, years = change_years.explained(visit, flows)
except UserError as nothing_to_explain:
    frame.heading(visit, PAGE, str(nothing_to_explain), context=(words.vintage(visit.choice),), about=said.QUESTION)
    frame.notes(flows.notes)
    explained.over_the_years(visit, flows)
    frame.footer(visit.ask.manifest)
    st.stop()

finding = words.explained.finding(result)
frame.heading(visit, PAGE, finding, context=(said.days(result), words.vintage(result.choice)), about=said.QUESTION)
change_years.row(visit, flows, years)
frame.told(years.said)
frame.notes(said.notes(result, flows))
explained.views(visit, result, flows)
frame.footer(visit.ask.manifest)
