"""Statistical neighbours: one measure in one period, the authority beside those most like it."""

import streamlit as st

from data.errors import UserError
from metrics import cited, downloads, tables, words
from pages.charts import neighbours as chart
from pages.parts import choose, context, frame, held, show

PAGE = "Statistical neighbours"

place, visit = held.here()
try:
    result, said = visit.neighbours()
except UserError as nothing_held:
    frame.heading(visit, PAGE, str(nothing_held), about=visit.indicator.plain)
    choose.view_row(visit, place)
    st.stop()

finding = words.neighbours_finding(result)
frame.heading(visit, PAGE, finding, context=context.of_neighbours(result), about=visit.indicator.plain)
choose.view_row(visit, place, periods=result.periods, period=result.period)
frame.told(said)
frame.notes(result.notes)
show.view(
    "neighbours",
    name=f"{visit.area.code}-{visit.indicator.id}-neighbours",
    figure=chart.figure(result, dark=show.is_dark()),
    sentence=words.neighbours_sentence(result),
    html=show.tables(tables.neighbours(result), tables.summaries(result)),
    csv=lambda: downloads.neighbours(result, visit.ask.manifest),
    source=cited.neighbours(result, visit.ask.manifest),
    indicators=[visit.indicator],
    breakdown=visit.breakdown,
)
frame.footer(visit.ask.manifest)
