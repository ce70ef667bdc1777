"""Where children live: every kind of home, near or far, inside or outside the area, over the years and beside others."""

import streamlit as st

from data.errors import UserError
from metrics import words
from metrics.wording import settings as said
from pages.parts import frame, held, living

PAGE = "Where children live"

place, visit = held.here()
try:
    result, told = living.read(visit)
except UserError as nothing_held:
    about = living.looked_at(visit).plain
    frame.heading(visit, PAGE, str(nothing_held), context=(words.vintage(visit.choice),), about=about)
    living.row(visit)
    frame.footer(visit.ask.manifest)
    st.stop()

frame.heading(visit, PAGE, said.finding(result), context=said.context(result), about=result.indicator.plain)
living.row(visit)
frame.told(told)
frame.notes(result.notes)
living.view(visit, result)
living.limits(result)
frame.footer(visit.ask.manifest)
