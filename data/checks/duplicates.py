"""No area has two rows for the same period and labels, under one code or under its old and its new one."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.joint import split
from data.reading import FIRST_ROW

STAGE = 3


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each repeated key, naming both rows."""
    identities = {code: tuple(areas.identity(part) for part in split(code)) for code in set(bound.area_codes)}
    first: dict[tuple[str | None, str, str], int] = {}
    rows = zip(bound.area_codes, bound.standard["time_period"], bound.breakdowns, strict=True)
    for index, (code, period, label) in enumerate(rows):
        for identity in identities[code]:
            before = first.setdefault((identity, period, label), index)
            if before != index:
                yield Finding(
                    "duplicates",
                    Outcome.FAIL,
                    f"the same area, period and labels as in row {before + FIRST_ROW}; expected one row for each.",
                    bound.where(index),
                    "Download the file again; if it is so there too, ask its publisher which row counts.",
                )
