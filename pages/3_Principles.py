"""Principles: a scorecard for each of the seven corporate parenting principles, and the context that belongs to none."""

from metrics import words
from metrics.principles import DUTY
from pages.parts import choose, context, frame, held, scores

place, visit = held.here()
entries = visit.ask.catalogue.of(visit.principle)
card = visit.ask.scorecard(visit.principle, visit.area.code, visit.choice_for(*entries))

about = words.principle_title(visit.principle)
frame.heading(visit, "Principles", words.scorecard_finding(card), context=context.of_card(card), about=about)
choose.principle_row(visit)
frame.quoted(words.principle_words(visit.principle), DUTY)
frame.notes(card.notes)
scores.view(visit, card, chart=True)
frame.footer(visit.ask.manifest)
