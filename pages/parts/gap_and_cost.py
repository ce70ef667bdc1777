"""How many children lie between the authority and its benchmark, and a range of what that is worth: worked out when opened."""

from data.errors import UserError
from metrics import words
from metrics.comparison import compare
from metrics.costs import RATE, costs
from metrics.wording import costs as cost_words
from pages.parts import frame
from pages.parts.visit import Visit


def view(visit: Visit) -> None:
    """The gap with its range over all benchmarks, and the range in money, each with what it cannot tell."""
    choice = visit.choice_for(visit.ask.catalogue[RATE])
    try:
        found = compare(visit.ask, visit.ask.neighbours(RATE, visit.area.code, choice))
        gap = words.compared.gap(found)
        frame.told([gap] if gap else [])
        worth = costs(visit.ask, visit.area.code, choice)
    except UserError as cannot_be_told:
        frame.told([str(cannot_be_told)])
        return
    lead = cost_words.money(worth) if gap else cost_words.finding(worth)
    frame.told(line for line in (lead, cost_words.sentence(worth)) if line)
