"""Every area has every label of a period, and every period while it exists: a file cut off between rows shows here."""

from collections.abc import Iterable, Iterator
from datetime import date

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.joint import split
from data.periods import end_year

STAGE = 4
_HELP = "The file is cut off or rows were removed; download it again."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each period, and each label of a period, that some areas lack."""
    areas_of_period: dict[str, set[str]] = {}
    areas_of_label: dict[tuple[str, str], set[str]] = {}
    for code, period, label in zip(bound.area_codes, bound.standard["time_period"], bound.breakdowns, strict=True):
        areas_of_period.setdefault(period, set()).add(code)
        areas_of_label.setdefault((period, label), set()).add(code)
    for period, missing in _absent(areas_of_period, areas):
        yield Finding("complete", Outcome.FAIL, f"period {period}: no row for {missing}.", bound.release.file, _HELP)
    for (period, label), codes in areas_of_label.items():
        missing = _some(areas_of_period[period] - codes)
        if missing:
            message = f'period {period}, "{label}": no row for {missing}.'
            yield Finding("complete", Outcome.FAIL, message, bound.release.file, _HELP)
    if "National" not in bound.standard["geographic_level"]:
        yield Finding("complete", Outcome.WARNING, "there is no row for England.", bound.release.file)


def _absent(areas_of_period: dict[str, set[str]], areas: Areas) -> Iterator[tuple[str, str]]:
    """Each period without areas that other periods of the file have, though they existed in the whole of its last year."""
    held = {p: {areas.identity(part) for code in codes for part in split(code)} for p, codes in areas_of_period.items()}
    everywhere = {areas[code] for codes in held.values() for code in codes if code}
    for period, codes in held.items():
        days = date(end_year(period), 1, 1), date(end_year(period), 12, 31)
        there = {area.code for area in everywhere if all(areas.in_force(area, day) for day in days)}
        if there - codes:
            yield period, _some(there - codes)


def _some(codes: Iterable[str]) -> str:
    """How many areas and which: '4 areas (E06000001, E06000002, E06000003 ...)'; '' for none."""
    named = sorted(codes)
    if not named:
        return ""
    return f"{len(named)} area{'s' * (len(named) > 1)} ({', '.join(named[:3])}{' ...' if len(named) > 3 else ''})"
