"""No area has two rows for the same period and labels."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome

STAGE = 2


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each repeated key, naming both rows."""
    first: dict[tuple[str, str, str], int] = {}
    for index, key in enumerate(zip(bound.area_codes(), bound.standard["time_period"], bound.breakdowns(), strict=True)):
        if key in first:
            yield Finding(
                "duplicates",
                Outcome.FAIL,
                f"the same area ({key[0]}), period ({key[1]}) and label as row {first[key] + 2}: {key[2]}.",
                bound.where(index),
                "One figure can be published once only; download the file again.",
            )
        first.setdefault(key, index)
