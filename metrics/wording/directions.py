"""Say where the last five years point: rising, falling, no clear change, too few years; and which side that is."""

from metrics.judged import Movement, Verdict, Why
from metrics.results import ScoreRow
from metrics.wording import people
from metrics.wording.naming import lower

CHANGED = "the way it is counted changed"


def trend_words(row: ScoreRow) -> str:
    """The direction of the last five years in its exact words, with the side it points to: 'falling, the wrong way'."""
    found = row.verdict
    side = {True: ", the wrong way", False: ", the right way", None: ""}[found.worsening]
    return f"{found.trend.value}{side}"


def trend(row: ScoreRow) -> str:
    """Where the last five years point, in a sentence; '' where there is nothing to say it of."""
    found = row.verdict
    if found.trend in (Movement.RISING, Movement.FALLING):
        return f"Over the last five years it is {trend_words(row)}."
    if found.trend is Movement.NO_CLEAR_CHANGE:
        return f"No clear change over the last five years{_leaning(found)}."
    if found.trend is Movement.TOO_FEW_YEARS:
        return f"Too few years to say where it points{_why_few(row)}."
    return f"Too few {people.many(row.indicator)} to say where it points." if found.trend_why is Why.FEW_CHILDREN else ""


def broke(row: ScoreRow, year: int) -> str:
    """Why the series of a row cannot be compared across the start of `year`, as part of a sentence."""
    reasons = [b.reason for b in row.indicator.breaks_of(row.breakdown) if b.year == year]
    return lower(reasons[0]).rstrip(".") if reasons else CHANGED


def _leaning(found: Verdict) -> str:
    if not found.recent or not found.recent.leaning:
        return ""
    return f", though it leans {'up' if found.recent.slope > 0 else 'down'}"


def _why_few(row: ScoreRow) -> str:
    """The reason, with the colon in front; '' where the sentence on the level has just given it."""
    why, latest = row.verdict.trend_why, row.latest
    if why is Why.BREAK and latest:
        years = [b.year for b in row.indicator.breaks_of(row.breakdown) if b.year <= latest.year]
        newest = max(years, default=latest.year)
        said = row.verdict.level_why is Why.BREAK and newest == latest.year
        return "" if said else f": {broke(row, newest)}"
    if why is Why.BOUNDARIES:
        return ": the council has not had these boundaries for five years"
    return ": one of the five is missing" if why is Why.GAP else ": it takes five"
