"""The gaps between children looked after and others as a table: the newest of each measure, on which side, and how it moved."""

from collections.abc import Sequence

from metrics import words
from metrics.figures import number
from metrics.gaps import Gaps, GapYear
from metrics.phrases import starts_sentence
from metrics.score_tables import NO_FIGURE, figure_with_counts
from metrics.tables import Column, Table
from metrics.wording import ages

CANNOT = "cannot tell"


def newest(found: Sequence[Gaps]) -> Table | None:
    """One row for each measure, at the newest period with both figures, marked where others have a newer one; None without any
    measure that has a group to compare with."""
    if not found:
        return None
    columns = (
        Column("Measure, and when"), Column("Compared with"), Column("Children looked after", True), Column("The others", True),
        Column("Points apart", True), Column("Since the year before"),
    )  # fmt: skip
    newest = ages.newest_year(year.own for one in found if (year := one.newest))
    return Table("The gap to other children", columns, tuple(_cells(one, newest) for one in found))


def _cells(one: Gaps, newest: int) -> tuple[str, ...]:
    year, who = one.newest, starts_sentence(one.to)
    if year is None or year.gap is None or year.other is None:
        return one.indicator.title, who, NO_FIGURE, NO_FIGURE, CANNOT, "One of the two figures is missing in every year"
    figures = figure_with_counts(year.own, one.indicator), figure_with_counts(year.other, one.other)
    apart = f"{number(abs(year.gap.gap), 1)}\n{_side(year.gap.gap)}"
    return f"{one.indicator.title}\n{ages.dated(year.own, newest)}", who, *figures, apart, _moved(one, year, newest)


def _side(gap: float) -> str:
    """On which side of the others children looked after are; '' where one decimal shows no gap."""
    return "" if number(abs(gap), 1) == "0.0" else "higher" if gap > 0 else "lower"


def _moved(one: Gaps, year: GapYear, newest: int) -> str:
    if one.moved is None:
        return CANNOT
    lead, _, rest = words.gaps.sentence(one, dated=ages.older(year.own, newest)).partition(". ")
    return f"{lead}\n{rest}"
