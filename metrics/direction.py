"""Where the last five years of a trend point: the verdict of the scorecard, from the figures of a page over the years."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from metrics import rows
from metrics.asking import Asking
from metrics.judge import judge
from metrics.judged import Movement
from metrics.results import Fact, ScoreRow, Trend
from metrics.scores import nothing_known

TEST = (
    "Where the last five years point is told by the test for a recent trend of the public health profiles (Fingertips): for "
    "shares a chi-squared test for trend, for rates a slope weighted by how sure each year is. It says rising or falling only if "
    "chance would do so in fewer than 1 of 500 series, and only if the direction stays with each year left out in turn; "
    "otherwise no clear change. It takes five years in a row, counted in the same way on the same boundaries."
)


def direction(asking: Asking, trend: Trend) -> ScoreRow:
    """The newest figure of a trend as a row of a scorecard, judged over all years up to it, whatever years are shown.

    Only its direction is judged: it is set beside nothing, so its level cannot be told.
    """
    entry, label, own = trend.indicator, trend.breakdown, trend.own
    latest = rows.latest(own.facts, own.area)
    if latest is None:
        return ScoreRow(entry, label, None, None, (), None, (), nothing_known(entry))
    history = tuple(f for f in _all_years(asking, trend) if f.year <= latest.year)
    before = next((f for f in history if f.year == latest.year - 1), None)
    verdict = judge(entry, label, own.area, history, latest, None)
    return ScoreRow(entry, label, latest, before, history, None, (), verdict)


def of_neighbours(trend: Trend) -> Mapping[Movement, int]:
    """Where the last five years shown point for each neighbour, counted: rising, falling, and so on."""
    found: Counter[Movement] = Counter()
    for line in trend.neighbours:
        verdict = judge(trend.indicator, trend.breakdown, line.area, line.facts, rows.latest(line.facts, line.area), None)
        found[verdict.trend] += 1
    return found


def _all_years(asking: Asking, trend: Trend) -> list[Fact]:
    if trend.choice.first_year is None:
        return list(trend.own.facts)
    choice = replace(trend.choice, first_year=None)
    return [rows.fact(row) for row in asking.series([trend.indicator], [trend.breakdown], [trend.own.area.code], choice)]
