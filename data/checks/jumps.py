"""No authority's table is many times what it was the year before, and no region's count leaps.

A single figure of an authority may well leap (a reason for placement change went from 0 to 207 and back), so an authority is
judged by its table: of at least ten counts of 20 or more, more than half changed fivefold or to a fifth. A region's or
England's count of 2,000 or more may not change fourfold. The real files hold to both
(tests/data/test_checks_official.py); the nearest is Hackney's missing children in 2021, after its records were lost: 6 of 7."""

from collections import defaultdict
from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.periods import end_year

STAGE = 4
Values = tuple[float | None, ...]
TIMES, LEAST, FIGURES, SHARE = 5.0, 20.0, 10, 0.5
REGION_TIMES, REGION_LEAST = 4.0, 2000.0
_HELP = "A column may be scaled or a row wrong; if it is so in the publisher's table too, ask them."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each authority and period, and for each count of a region, that leapt."""
    levels, periods = bound.standard["geographic_level"], bound.standard["time_period"]
    pairs = _pairs(bound)
    above = [(i, at) for i, at in pairs if levels[i] != "Local authority"]
    authorities = [(i, at) for i, at in pairs if levels[i] == "Local authority"]
    leapt: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    measures = [m.name for m in bound.source.measures if m.kind in ("count", "fte") and not m.where]
    for measure in measures:
        values = bound.values[measure]
        for index, at in _leaps(values, above, REGION_LEAST, REGION_TIMES):
            message = (
                f'"{bound.breakdowns[index]}" in {periods[index]} is {values[index]:,.10g}, and {values[at]:,.10g} '
                "in the period before."
            )
            yield Finding("jumps", Outcome.FAIL, message, bound.where(index, measure), _HELP)
        for index, _ in _leaps(values, authorities, LEAST, TIMES):
            leapt[bound.area_codes[index], periods[index]].append((index, measure))
    for (code, period), found in leapt.items():
        if len(found) > SHARE * FIGURES:
            here = [(i, at) for i, at in authorities if bound.area_codes[i] == code and periods[i] == period]
            of = sum(len(_leaps(bound.values[m], here, LEAST, 0)) for m in measures)
            if of >= FIGURES and len(found) > SHARE * of:
                message = f"{len(found)} of {of} counts of {code} in {period} changed fivefold against the period before."
                yield Finding("jumps", Outcome.FAIL, message, bound.where(*found[0]), _HELP)


def _pairs(bound: Bound) -> list[tuple[int, int]]:
    """Each row with the row of the same area and labels in the period before, by index."""
    periods = sorted(set(bound.standard["time_period"]), key=end_year)
    before = {b: a for a, b in zip(periods, periods[1:], strict=False) if end_year(b) == end_year(a) + 1}
    rows = enumerate(zip(bound.area_codes, bound.standard["time_period"], bound.breakdowns, strict=True))
    row_of = bound.row_of
    found = ((i, row_of.get((code, before[period], words))) for i, (code, period, words) in rows if period in before)
    return [(i, at) for i, at in found if at is not None]


def _leaps(values: Values, pairs: list[tuple[int, int]], least: float, times: float) -> list[tuple[int, int]]:
    """The pairs of which one figure is at least `least`, and so many times the other; a figure under 1 counts as 1."""
    return [
        (i, at)
        for i, at in pairs
        if (now := values[i]) is not None
        and (then := values[at]) is not None
        and (now >= least or then >= least)
        and (now >= times * max(then, 1) or then >= times * max(now, 1))
    ]
