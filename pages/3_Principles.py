"""Principles: a scorecard for each of the seven corporate parenting principles, the context, and what the seven rest on."""

from metrics import words
from metrics.principles import ALL, DUTY
from metrics.wording import principle as principle_words
from pages.parts import choose, context, frame, glance, held, possible, scores
from pages.parts.address import page

PAGE = "Principles"

place, visit = held.here()

if visit.principle == ALL:
    found = glance.found(visit)
    card = found.everything
    frame.heading(visit, PAGE, principle_words.map_finding(found.evidence), context=(words.vintage(visit.choice),))
    choose.principle_row(visit)
    frame.offered(visit, possible.of_measures(visit, glance.headline(visit)))
    frame.notes(card.notes)
    scores.evidence(visit, found.evidence, card)
else:
    entries = visit.ask.catalogue.of(visit.principle)
    card = visit.ask.scorecard(visit.principle, visit.area.code, visit.choice_for(*entries))
    frame.heading(visit, PAGE, principle_words.finding(card), context=context.of_card(card), about=principle_words.about(card))
    choose.principle_row(visit)
    frame.offered(visit, possible.of_measures(visit, entries))
    frame.quoted(words.principle_words(visit.principle), DUTY)
    frame.notes(card.notes)
    frame.aside("What all seven principles rest on:", page(visit, "principles", principle=ALL), "the evidence map")
    scores.principle(visit, card)
frame.footer(visit.ask.manifest)
