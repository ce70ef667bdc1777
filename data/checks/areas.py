"""Every area code is one that we know, and goes with the authority number beside it."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import nearest
from data.findings import Finding, Outcome
from data.joint import split

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each unknown code, or code beside another authority's number, at its first row."""
    codes, numbers = bound.area_codes(), bound.standard["old_la_code"]
    levels = bound.standard["geographic_level"]
    seen: dict[tuple[str, str, str], int] = {}
    for index, key in enumerate(zip(codes, numbers, levels, strict=True)):
        seen.setdefault(key, index)
    known = sorted({code for area in areas for code in (area.code, *area.other_codes)})
    for (code, number, level), index in seen.items():
        for part, la_number in zip(split(code), split(number) or ("",), strict=False):
            identity = areas.identity(part)
            if identity is None:
                yield Finding(
                    "areas",
                    Outcome.FAIL,
                    f'the area code "{part}" is not known.{nearest(part, known)}',
                    bound.where(index, "new_la_code" if level == "Local authority" else "region_code"),
                    "Check the code; a new authority is added to data/reference/areas.csv with its dates.",
                )
            elif level == "Local authority" and areas[identity].la_number != la_number:
                yield Finding(
                    "areas",
                    Outcome.FAIL,
                    f"code {part} stands beside authority number {la_number}; it belongs to {areas[identity].la_number}.",
                    bound.where(index, "old_la_code"),
                    "Two columns may have been shifted; download the file again.",
                )
