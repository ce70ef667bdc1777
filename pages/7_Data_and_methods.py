"""Data, methods and revisions: what changed in this snapshot, how a figure was revised, what words mean, where all is from."""

from metrics import inventory, snapshot_changes, snapshot_words, words
from pages.parts import changed, frame, held, history, reference, sections

SECTIONS = {
    "what-changed": "What changed in this snapshot",
    "revisions": "Revision history of a figure",
    "definition": "What the indicator means",
    "methods": "How figures are worked out",
    "sources": "Where the figures come from",
    "words": "Words explained",
    "accessibility": "Accessibility statement",
    "licence": "Licence",
}

place, visit = held.here()
manifest = visit.ask.manifest
changes = snapshot_changes.changes(manifest)

finding = snapshot_words.finding(changes)
frame.heading(visit, "Data and methods", finding, context=(words.vintage(visit.choice),), about=inventory.ABOUT)
sections.contents(SECTIONS)

sections.section("what-changed", SECTIONS["what-changed"])
changed.view(visit, changes)
history.view(visit, place, "revisions")
sections.section("definition", f"What “{visit.indicator.title_of(visit.breakdown)}” means")
reference.indicator(visit)
sections.section("methods", SECTIONS["methods"])
reference.methods(visit)
sections.section("sources", SECTIONS["sources"])
reference.sources(visit, place)
sections.section("words", SECTIONS["words"])
reference.words()
sections.section("accessibility", SECTIONS["accessibility"])
reference.accessibility()
sections.section("licence", SECTIONS["licence"])
reference.licence(manifest)
frame.footer(manifest)
