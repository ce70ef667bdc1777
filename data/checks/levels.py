"""Every row is of a geographic level that we know, and carries the code that goes with it."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import LEVELS, Bound
from data.errors import brief, nearest
from data.findings import Finding, Outcome


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each row with an unknown level."""
    levels = bound.standard["geographic_level"]
    for level in sorted(set(levels) - set(LEVELS)):
        yield Finding(
            "levels",
            Outcome.FAIL,
            f'geographic level "{brief(level)}" is none of {", ".join(LEVELS)}.{nearest(level, list(LEVELS))}',
            bound.where(levels.index(level), "geographic_level"),
            "Download the file again; if the publisher added a level, describe it first.",
        )
