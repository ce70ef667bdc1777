"""Say all that the methods say of one comparison, in the order in which it is read."""

from metrics.comparison import Comparison
from metrics.wording import compared, verdicts

METHOD = (
    "Better or worse is said only where the benchmark lies outside the figure's 95% interval, the distance is more than councils "
    "usually differ, and it is large enough to matter. The hairlines of the chart are those intervals. The places that chance "
    "could make of a figure come from drawing every figure many times within its interval."
)


def lines(result: Comparison) -> list[str]:
    """The verdict, the place with its chance interval, and the gap in children; those that there are."""
    return [line for line in (verdicts.level(result.row), compared.place(result), compared.gap(result)) if line]
