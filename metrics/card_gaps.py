"""The gaps to other groups of all indicators of a scorecard at once: one reading of the figures for all of them."""

from metrics import rows
from metrics.asking import Asking
from metrics.gaps import Gaps, of_facts
from metrics.results import Scorecard


def card_gaps(asking: Asking, card: Scorecard) -> tuple[Gaps, ...]:
    """One result for each indicator of the card that has a group to compare with (the first that its entry names), in the
    card's order; () without any."""
    known = asking.catalogue
    firsts = [(row.indicator, row.indicator.gaps[0]) for row in card.rows if row.indicator.gaps and row.latest is not None]
    pairs = [(entry, gap) for entry, gap in firsts if gap.indicator in known]
    if not pairs:
        return ()
    entries = {e.id: e for entry, gap in pairs for e in (entry, known[gap.indicator])}
    labels = [entry.breakdowns[0] for entry in entries.values()]
    held = [rows.fact(row) for row in asking.series(list(entries.values()), labels, [card.area.code], card.choice)]
    return tuple(of_facts(entry, known[gap.indicator], gap.to, card.area, card.choice, held) for entry, gap in pairs)
