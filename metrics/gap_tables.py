"""The gaps between children looked after and others as a table: the newest of each measure, and how it moved."""

from collections.abc import Sequence

from metrics import words
from metrics.figures import number, shown
from metrics.gaps import Gaps
from metrics.phrases import starts_sentence
from metrics.tables import Column, Table

CANNOT = "cannot tell"


def newest(found: Sequence[Gaps]) -> Table | None:
    """One row for each measure, at the newest period with both figures; None without any such measure."""
    if not found:
        return None
    columns = (
        Column("Measure, and when"), Column("Compared with"), Column("Children looked after", True), Column("The others", True),
        Column("Points apart", True), Column("Since the year before"),
    )  # fmt: skip
    return Table("The gap to other children", columns, tuple(_cells(one) for one in found))


def _cells(one: Gaps) -> tuple[str, ...]:
    year = next((y for y in reversed(one.years) if y.gap is not None), None)
    who = starts_sentence(one.to)
    if year is None or year.gap is None or year.other is None:
        return one.indicator.title, who, "no figure", "no figure", CANNOT, "One of the two figures is missing in every year"
    figures = shown(year.own, one.indicator), shown(year.other, one.other)
    apart = number(abs(year.gap.gap), 1)
    return f"{one.indicator.title}\n{words.when(year.own)}", who, *figures, apart, _moved(one)


def _moved(one: Gaps) -> str:
    if one.moved is None:
        return CANNOT
    lead, _, rest = words.gaps.sentence(one).partition(". ")
    return f"{lead}\n{rest}"
