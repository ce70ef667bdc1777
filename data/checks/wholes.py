"""The parts of a total add up to it: exactly for a local authority, within rounding to 10 for regions and England, and to no
more than it where a part is hidden.

Stops what LAIT showed for 55 days: six placement shares that added up to 64 instead of 91 in 81 authorities, England's rows
being right throughout. Which labels are the parts of which total is said in the source's TOML (`wholes`)."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.checks._wholes import sums
from data.checks.recomputed import rounding
from data.findings import Finding, Outcome

STAGE = 4
_HELP = (
    "Figures of some rows are wrong or rows are missing; if the labels are no parts of that total, say so in the source's TOML."
)


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each area and period whose parts do not add up."""
    level_of = dict(zip(bound.area_codes, bound.standard["geographic_level"], strict=True))
    counts = [m.name for m in bound.source.measures if m.kind == "count" and not m.where]
    places = dict.fromkeys(zip(bound.area_codes, bound.standard["time_period"], strict=True))
    units = {measure: rounding(bound, measure) for measure in counts}
    for _, whole, parts in sums(bound):
        for measure in counts:
            values, texts, unit = bound.values[measure], bound.figures[measure], units[measure]
            for code, period in places:
                at = bound.row_of.get((code, period, whole))
                total = None if at is None else values[at]
                rows = [row for part in parts if (row := bound.row_of.get((code, period, part))) is not None]
                if at is None or total is None or not rows:
                    continue
                known = sum(values[row] or 0 for row in rows)
                hidden = any(values[row] is None and texts[row] != "z" for row in rows)
                slack = 0.0 if level_of[code] == "Local authority" else unit / 2 * (len(rows) + 1)
                if known > total + slack or (not hidden and known < total - slack):
                    word = "more than" if known > total else "not"
                    message = f'the {len(rows)} parts of "{whole}" add up to {known:,.10g}, {word} {total:,.10g}.'
                    yield Finding("wholes", Outcome.FAIL, message, bound.where(at, measure), _HELP)
