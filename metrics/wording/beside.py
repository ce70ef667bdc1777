"""Say all that the methods say of one comparison, in the order in which it is read."""

from metrics.comparison import Comparison
from metrics.judged import Level
from metrics.results import ScoreRow
from metrics.wording import compared, verdicts

METHOD = (
    "Better or worse is said only if three things hold. The benchmark lies outside the figure's 95% interval. The distance is "
    "more than councils usually differ. It is also large enough to matter. The hairlines of the chart are those intervals. To "
    "see which places chance could make of a figure, each figure is drawn many times within its interval."
)


def lines(result: Comparison) -> list[str]:
    """The verdict, the place with its chance interval, and the gap in children; those that there are. None without a figure:
    the line on the yardsticks says so."""
    if result.row.latest is None or result.row.latest.value is None:
        return []
    return [line for line in (_level(result.row), compared.place(result), compared.gap(result)) if line]


def _level(row: ScoreRow) -> str:
    """The verdict; where it cannot be told, behind the question that it does not answer."""
    if row.verdict.level is not Level.CANNOT_TELL:
        return verdicts.level(row)
    asked = "Higher or lower?" if row.indicator.better == "neither" else "Better or worse?"
    return f"{asked} {verdicts.level(row)}"
