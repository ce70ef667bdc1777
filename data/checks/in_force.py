"""An authority has figures only for periods in which it existed: before its first day and after its last there is nothing.

Published tables print the symbol z there. A figure would be one of the area before or after it, and be counted twice. Only the
Local Authority Interactive Tool, which gathers tables of many publishers, has some: child poverty of authorities made in 2023 for
the year before, and foster places of Northamptonshire long after it. There they are a warning."""

from collections.abc import Iterator
from datetime import date

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.joint import split
from data.periods import end_year

STAGE = 4
_HELP = "The area code or the period is wrong; if the publisher made earlier figures for a new authority, ask how."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each authority and period with figures though it did not exist."""
    periods = bound.standard["time_period"]
    places = dict.fromkeys(zip(bound.area_codes, periods, strict=True))
    absent = {place for place in places if not _there(areas, *place)}
    outcome = Outcome.WARNING if bound.source.shape == "lait" else Outcome.FAIL
    said: set[tuple[str, str]] = set()
    for index, place in enumerate(zip(bound.area_codes, periods, strict=True) if absent else ()):
        found = next((m for m in bound.figures if bound.values[m][index]), None) if place in absent - said else None
        if found:
            said.add(place)
            code, period = place
            message = f"{code} has figures for {period}, and did not exist then."
            yield Finding("in_force", outcome, message, bound.where(index, found), _HELP)


def _there(areas: Areas, codes: str, period: str) -> bool:
    """Whether all areas of a row existed on some day of the two calendar years that its period may touch."""
    first, last = date(end_year(period) - 1, 1, 1), date(end_year(period), 12, 31)
    named = [areas[code] for part in split(codes) if (code := areas.identity(part))]
    return all((a.valid_from or date.min) <= last and (a.valid_to or date.max) >= first for a in named)
