"""Trends: one measure over the years, beside the neighbours, the region and England."""

from metrics import cited, downloads, tables, words
from pages.charts import trend as chart
from pages.parts import choose, context, frame, held, show

place, visit = held.here()
result = visit.ask.trend(visit.indicator.id, visit.area.code, visit.choice_for(visit.indicator), visit.breakdown)

frame.heading(visit, "Trends", words.trend_finding(result), context=context.of_trend(result), about=visit.indicator.plain)
choose.view_row(visit, place)
frame.notes(result.notes)
show.view(
    "trend",
    name=f"{visit.area.code}-{visit.indicator.id}-trend",
    figure=chart.figure(result, dark=show.is_dark()),
    sentence=words.trend_sentence(result),
    html=show.tables(tables.trend(result)),
    folded=show.tables(tables.trend_of_neighbours(result)),
    csv=lambda: downloads.trend(result, visit.ask.manifest),
    source=cited.trend(result, visit.ask.manifest),
    indicators=[visit.indicator],
    breakdown=visit.breakdown,
)
frame.footer(visit.ask.manifest)
