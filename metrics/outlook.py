"""If nothing changes: where the number of children looked after may go, a fan of what other authorities' numbers did (M18)."""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from data.area_record import AUTHORITY
from data.status import Status
from metrics import rows
from metrics.asking import Asking
from metrics.catalogue import Indicator
from metrics.judge import LEAST_CHILDREN
from metrics.methods.comparability import last_run, segments
from metrics.methods.damped_trend import LEAST_POINTS, Point, damped_view
from metrics.methods.forecast import Step, fan, past_changes
from metrics.results import Choice, Fact, Trend

INDICATORS = ("children_looked_after", "children_looked_after_rate")
LEAST_CHANGES = 100  # past changes over so many years: fewer would make the outer limits a matter of two or three councils

Changes = Mapping[int, list[float]]
_kept: WeakKeyDictionary[Asking, dict[tuple[str, str], Changes]] = WeakKeyDictionary()
_keeping = Lock()


@dataclass(frozen=True)
class Outlook:
    """The fan from the newest published figure of a trend, one step a year ahead, nearest first; `why` says in words why there is
    none. `since` is the first year whose changes it is made of. `damped` is the second view, a trend that fades: None of
    fewer than eight years in a row on one geography."""

    trend: Trend
    last: Fact | None
    steps: tuple[Step, ...]
    damped: tuple[Point, ...] | None
    since: int
    why: str


def offered(entry: Indicator) -> bool:
    """Whether an indicator has an outlook: the number of children looked after, and its rate."""
    return entry.id in INDICATORS


def outlook(asking: Asking, trend: Trend) -> Outlook:
    """The fan of a trend of children looked after. It begins at the newest figure shown; suppressed figures give no fan."""
    entry, own = trend.indicator, trend.own
    last = rows.latest(own.facts, own.area)
    why = _why_none(trend, last)
    if why or last is None or last.value is None:
        return Outlook(trend, last, (), None, 0, why)
    changes = {h: found for h, found in _changes(asking, entry, trend.choice).items() if len(found) >= LEAST_CHANGES}
    if not changes:
        return Outlook(trend, last, (), None, 0, "too few past changes of other councils are held")
    first = min(f.year for f in trend.england.facts) if trend.england.facts else last.year
    return Outlook(trend, last, fan(last.value, changes), _damped(asking, trend, last), first, "")


def _why_none(trend: Trend, last: Fact | None) -> str:
    if not offered(trend.indicator):
        return "only the number of children looked after and its rate have an outlook"
    if trend.own.area.valid_to:
        return "the council was dissolved"
    if last is None or last.status is not Status.PUBLISHED or not last.value:
        return "the newest figure is not published"
    if (last.numerator or 0) < LEAST_CHILDREN:
        return "so few children are counted that the changes of other councils say nothing"
    return ""


def _damped(asking: Asking, trend: Trend, last: Fact) -> tuple[Point, ...] | None:
    held = asking.series([trend.indicator], [trend.breakdown], [trend.own.area.code], Choice(known_on=trend.choice.known_on))
    values = {f.year: f.value for f in map(rows.fact, held) if f.value is not None and f.year <= last.year}
    run = last_run(list(values), [b.year for b in trend.indicator.breaks_of(trend.breakdown)])
    return damped_view([values[year] for year in run]) if len(run) >= LEAST_POINTS and run[-1] == last.year else None


def _changes(asking: Asking, entry: Indicator, choice: Choice) -> Changes:
    """The past changes of all authorities, worked out once for each opened snapshot and known-on day."""
    key = entry.id, choice.known_on.text
    with _keeping:
        kept = _kept.setdefault(asking, {})
        if key not in kept:
            kept[key] = past_changes(_runs(asking, entry, choice))
        return kept[key]


def _runs(asking: Asking, entry: Indicator, choice: Choice) -> list[dict[int, float | None]]:
    """Each authority's figures by year, cut where the series breaks."""
    held: dict[str, dict[int, float | None]] = {}
    for row in asking.series([entry], entry.breakdowns[:1], [], Choice(known_on=choice.known_on)):
        if asking.areas[row[rows.AREA]].level == AUTHORITY:
            held.setdefault(row[rows.AREA], {})[row[rows.YEAR]] = row[rows.VALUE]
    breaks = [b.year for b in entry.breaks_of(entry.breakdowns[0])]
    return [{year: line[year] for year in run} for line in held.values() for run in segments(list(line), breaks)]
