"""All authorities: one measure in one period over every council of England, how they are spread, and what a funnel can tell."""

import streamlit as st

from data.errors import UserError
from metrics import cited, words
from metrics import everywhere_downloads as downloads
from metrics import everywhere_tables as tables
from metrics.wording import everywhere as said
from metrics.wording import funnels
from pages.charts import funnel as funnel_chart
from pages.charts import spread as chart
from pages.parts import authorities, choose, frame, held, show

PAGE = "All authorities"

place, visit = held.here()
try:
    result, told = authorities.asked(visit)
except UserError as nothing_held:
    frame.heading(visit, PAGE, str(nothing_held), about=visit.indicator.plain)
    choose.view_row(visit, place)
    frame.footer(visit.ask.manifest)
    st.stop()

manifest = visit.ask.manifest
beside = "beside England" if words.comparable(visit.indicator) else ""
context = (words.when(result.like), beside, words.vintage(visit.choice))
frame.heading(visit, PAGE, said.finding(result), context=context, about=visit.indicator.plain)
choose.view_row(visit, place, periods=result.periods, period=result.period)
authorities.row(visit, place)
frame.told(told)
frame.notes(result.notes)
name = f"{visit.area.code}-{visit.indicator.id}-all"
figures = {
    "csv": lambda: downloads.everywhere(result, manifest),
    "source": cited.source_line(manifest, [(visit.indicator, one.fact) for one in result.authorities], visit.choice.known_on),
    "indicators": [visit.indicator],
    "breakdown": visit.breakdown,
    "called": said.called(result),
}
drawn = chart.figure(result, dark=show.is_dark())
show.view(
    "everywhere",
    name=name,
    figure=drawn,
    sentence=said.sentence(result),
    html=show.tables(tables.summary(result)),
    below=lambda: authorities.named(result),
    **figures,
)
if result.funnel:
    frame.subheading(funnels.finding(result))
    drawn, listed = funnel_chart.figure(result, dark=show.is_dark()), show.tables(tables.outside(result))
    figures |= {"sentence": funnels.sentence(result), "method": funnels.method(result)}
    show.view("funnel", name=f"{name}-funnel", figure=drawn, html=listed, **figures)
authorities.listed(visit, result)
frame.footer(manifest)
