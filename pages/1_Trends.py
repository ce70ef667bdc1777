"""Trends: one to three measures over the years, beside the neighbours, the region and England; ours or everyone's; ahead."""

from pages.parts import frame, held, trends

place, visit = held.here()
trends.view(visit, place, trends.read(visit))
frame.footer(visit.ask.manifest)
