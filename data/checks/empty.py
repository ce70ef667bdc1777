"""No row and no column is empty, and no column has a name with a space at its ends: the EES file standard.

LAIT carried a block of 170 rows for a year "0" without one figure for 11 months (dfe-lait, 5.1): a row that holds nothing says
that something else was meant to be there."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome

_HELP = "Delete it, or download the file again."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each empty column and for each empty row."""
    columns = {**bound.labels, **bound.figures}
    for name, column in columns.items():
        if not any(cell.strip() for cell in column):
            yield Finding("empty", Outcome.FAIL, "the column is empty.", f"{bound.release.file}, column {name}", _HELP)
    levels = bound.standard["geographic_level"]
    unsaid = {level for level in set(levels) if not level.strip()}
    for index in (i for i, level in enumerate(levels if unsaid else ()) if level in unsaid):
        if not any(column[index].strip() for column in (*bound.standard.values(), *columns.values())):
            yield Finding("empty", Outcome.FAIL, "the row is empty.", bound.where(index), _HELP)
    for name in bound.column_names.values():
        if name != name.strip():
            message = f'the column is called "{name}", with a space at its end.'
            yield Finding("empty", Outcome.FAIL, message, f"{bound.release.file}, row 1", "Take the space away.")
