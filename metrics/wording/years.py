"""Say what a page over the years shows beyond one line: where five years point, events and breaks, each neighbour."""

from collections.abc import Mapping, Sequence

from metrics.events import Marked
from metrics.judged import Movement
from metrics.phrases import starts_sentence
from metrics.results import ScoreRow, Trend
from metrics.wording.directions import trend as five_years
from metrics.wording.naming import and_, lower
from metrics.wording.trends import trend_finding

# Why a view is not shown, and what is.
NOT_AHEAD = "Only the number of children looked after and its rate can be looked at ahead. Here the years are shown."
NOT_BESIDE = "Counts of councils of different size are not set beside one another: choose a rate. Here the years are shown."
NOBODY_BESIDE = "There are no statistical neighbours to show one by one under this choice. Here the years are shown."
ORDER = (Movement.RISING, Movement.FALLING, Movement.NO_CLEAR_CHANGE)


def finding(trend: Trend, row: ScoreRow) -> str:
    """The heading: the newest figure, where it lies, and where the last five years point."""
    return f"{trend_finding(trend)} {five_years(row)}".strip()


def marked(one: Marked) -> str:
    """An event or a break in one or two sentences, without its number."""
    joint = ": " if one.is_break else ". "
    return f"{one.title}{joint}{lower(one.note) if one.is_break else one.note}"


def neighbours_finding(trend: Trend, counted: Mapping[Movement, int]) -> str:
    """The heading of each neighbour for itself: how many rise, fall or show no clear change."""
    name, title = trend.own.area.short_name, lower(trend.indicator.title_of(trend.breakdown))
    of = sum(counted.values())
    told = [f"{counted[way]} {_shows(way, counted[way])}" for way in ORDER if counted.get(way)]
    if not of:
        return f"{name} has no statistical neighbours to show for {title}."
    rest = of - sum(counted.get(way, 0) for way in ORDER)
    told += [f"for {rest} it cannot be told"] if rest else []
    if rest == of:
        return starts_sentence(f"{title}: where it points cannot be told for any of the {of} neighbours of {name}.")
    return starts_sentence(f"{title}, over five years: of the {of} neighbours of {name}, {and_(told)}.")


def neighbours_sentence(trend: Trend) -> str:
    """What the small charts show: only a neighbour with a figure has one."""
    name = trend.own.area.short_name
    ends = _ends(trend)
    span = f", from {ends[0]} to {ends[1]}" if len(ends) == 2 else ""
    drawn, of = sum(any(f.value is not None for f in line.facts) for line in trend.neighbours), len(trend.neighbours)
    have = f"{drawn} of {of} neighbours {'has' if drawn == 1 else 'have'} a figure. Each of them"
    each = f"Each of the {of} neighbours" if drawn == of else have
    return f"{each} has a small chart, nearest first{span}. All are on one scale, with {name} behind."


def _shows(way: Movement, n: int) -> str:
    if way is Movement.NO_CLEAR_CHANGE:
        return f"show{'s' if n == 1 else ''} no clear change"
    return f"{'is' if n == 1 else 'are'} {way.value}"


def _ends(trend: Trend) -> Sequence[str]:
    """The first and the last period that any of the small charts has."""
    named = {f.year: f.period for line in (*trend.neighbours, trend.own) for f in line.facts}
    return [named[min(named)], named[max(named)]] if len(named) > 1 else list(named.values())
