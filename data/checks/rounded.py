"""Counts of local authorities are not rounded: where nearly all of a period end in 0, somebody rounded them, and every
percentage and rank made of them would be wrong. A tenth of honest counts end in 0; real files reach 0.24."""

from collections import Counter
from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.status import SYMBOLS

STAGE = 4
_ENOUGH = 50
_MOST = 0.6


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each column and period of authorities' counts that are rounded."""
    for measure in (m for m in bound.source.measures if m.kind == "count" and not m.where):
        tens: Counter[tuple[str, bool]] = Counter()
        for (level, period, text), count in bound.cells[measure.name].items():
            if level == "Local authority" and text not in SYMBOLS and text != "0":
                tens[period, text.endswith("0")] += count
        for period in dict.fromkeys(period for period, _ in tens):
            ending, all_ = tens[period, True], tens[period, True] + tens[period, False]
            if all_ >= _ENOUGH and ending > _MOST * all_:
                message = f"period {period}: {ending} of {all_} counts of authorities end in 0; they look rounded."
                where = bound.where(bound.standard["time_period"].index(period), measure.name)
                yield Finding("rounded", Outcome.FAIL, message, where, "Ask for the unrounded counts of local authorities.")
