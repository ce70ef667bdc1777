"""The context in groups, so that a page of many numbers has a few headings: by the codes of the indicators."""

from collections.abc import Sequence

from metrics.results import ScoreRow

GROUPS = (
    ("How many children we look after", ("C1", "C2")),
    ("Coming into care and leaving it", ("C3",)),
    ("Unaccompanied children", ("C4",)),
    ("Who our children are and where they live", ("C5",)),
    ("What care costs", ("C6",)),
    ("Care leavers", ("C7",)),
    ("Foster places", ("C9",)),
    ("The area our children come from", ("C10",)),
)
OTHERS = "More figures"


def grouped(rows: Sequence[ScoreRow]) -> tuple[tuple[str, tuple[ScoreRow, ...]], ...]:
    """The rows under a heading each, the headline indicators of a group in front; headings without a row are left out, and what
    has no group comes last."""
    found = [(title, tuple(row for row in rows if row.indicator.code in codes)) for title, codes in GROUPS]
    known = {code for _, codes in GROUPS for code in codes}
    found.append((OTHERS, tuple(row for row in rows if row.indicator.code not in known)))
    return tuple(
        (title, tuple(sorted(members, key=lambda row: not row.indicator.headline))) for title, members in found if members
    )
