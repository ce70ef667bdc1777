"""Say why measures of a scorecard cannot be told: one clause for each reason, with how many it holds for."""

from collections import Counter
from collections.abc import Iterable

from metrics.judged import Level, Why
from metrics.results import ScoreRow
from metrics.wording.naming import and_

# One measure, several measures: what stands after the number. The reason of each measure stands in full in its row.
NO_FIGURE = ("has no figure to show here", "have no figure to show here")
CLAUSES = {
    Why.NO_FIGURE: NO_FIGURE,
    Why.NOT_IN_SNAPSHOT: NO_FIGURE,
    Why.STALE: ("is too old", "are too old"),
    Why.FEW_CHILDREN: ("rests on too few children", "rest on too few children"),
    Why.NO_SPREAD: ("cannot be tested for chance", "cannot be tested for chance"),
    Why.NO_BENCHMARK: ("has nothing to compare with", "have nothing to compare with"),
    Why.FEW_NEIGHBOURS: ("has too few neighbours with a figure", "have too few neighbours with a figure"),
    Why.BREAK: ("is counted in a new way", "are counted in a new way"),
    Why.PLAIN_COUNT: ("is a plain count", "are plain counts"),
}


def untold(rows: Iterable[ScoreRow]) -> str:
    """'Cannot be told: 5 have no figure to show here and 1 is too old.'; '' where all of these measures can."""
    whys = [row.verdict.level_why for row in rows if row.verdict.level is Level.CANNOT_TELL]
    found = Counter(CLAUSES[why] for why in whys if why in CLAUSES)
    said = [f"{count} {one if count == 1 else several}" for (one, several), count in found.most_common()]
    return f"Cannot be told: {and_(said)}." if said else ""
