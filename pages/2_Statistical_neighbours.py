"""Statistical neighbours: one measure in one period, the authority beside those most like it, and who to ring."""

import streamlit as st

from data.errors import UserError
from metrics import words
from pages.parts import beside, choose, context, frame, held

PAGE = "Statistical neighbours"

place, visit = held.here()
try:
    result, said = visit.neighbours()
except UserError as nothing_held:
    frame.heading(visit, PAGE, str(nothing_held), about=visit.indicator.plain)
    choose.view_row(visit, place)
    frame.footer(visit.ask.manifest)
    st.stop()

finding = words.neighbours_finding(result)
frame.heading(visit, PAGE, finding, context=context.of_neighbours(result), about=visit.indicator.plain)
choose.view_row(visit, place, periods=result.periods, period=result.period)
beside.group_row(visit, place)
frame.told(said)
frame.notes(beside.notes(result))
beside.view(visit, result)
frame.footer(visit.ask.manifest)
