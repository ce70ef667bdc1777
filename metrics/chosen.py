"""Authorities of the reader's own choice: one indicator over the years."""

from collections.abc import Sequence

from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Indicator
from metrics.results import Choice, Fact, Series


def chosen(asking: Asking, entry: Indicator, breakdown: str, codes: Sequence[str], choice: Choice) -> tuple[Series, ...]:
    """The figures of these authorities, oldest first, in the order given; those without any figure held have no facts."""
    if not codes:
        return ()
    lines: dict[str, list[Fact]] = {code: [] for code in codes}
    for row in asking.series([entry], [breakdown], list(codes), choice):
        lines[row[rows.AREA]].append(rows.fact(row))
    return tuple(Series(asking.areas[code], tuple(facts)) for code, facts in lines.items())


def in_period(series: Sequence[Series], like: Fact) -> tuple[tuple[Series, Fact], ...]:
    """Each series with its fact of the same year as `like`, or one that says that none is held."""
    found = [(line, next((f for f in line.facts if f.year == like.year), None)) for line in series]
    return tuple((line, fact or rows.absent(like, line.area.code)) for line, fact in found)
