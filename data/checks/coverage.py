"""The authorities of England are there: a file that never had a fifth of them is incomplete, even if every period agrees.

Two are too small for most tables (City of London, Isles of Scilly), and an education table may leave out one or two more."""

from collections.abc import Iterator
from datetime import date

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.joint import split
from data.periods import end_year

STAGE = 4
_FEW = 0.05
_A_TABLE = 30  # a handful of authorities is a table about them, not one of all authorities


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """A failure where more than a twentieth of the authorities in force have no row in the newest period."""
    year = max(end_year(p) for p in set(bound.standard["time_period"]))
    rows = set(zip(bound.standard["time_period"], bound.area_codes, strict=True))
    there = {areas.identity(part) for period, code in rows if end_year(period) == year for part in split(code)}
    days = date(year, 1, 1), date(year, 12, 31)
    wanted = [a for a in areas if a.level == "Local authority" and all(areas.in_force(a, day) for day in days)]
    missing = [a.short_name for a in wanted if a.code not in there]
    if len(wanted) - len(missing) >= _A_TABLE and len(missing) > _FEW * len(wanted):
        message = (
            f"{len(missing)} of {len(wanted)} authorities have no row in the newest period: "
            f"{', '.join(missing[:5])}{' ...' if len(missing) > 5 else ''}."
        )
        yield Finding("coverage", Outcome.FAIL, message, bound.release.file, "Download the whole file again.")
