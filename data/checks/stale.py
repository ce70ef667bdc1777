"""A new release has something new: a period that the one before had not. Last year's file under this year's name has none.

LAIT's and the outcomes dashboard's dates are typed by hand, so an old file under a new date would be shown as new
(dfe-outcomes-and-enablers, 4.2)."""

from collections.abc import Iterator

from data.findings import Finding, Outcome
from data.periods import end_year, plain
from data.vintage import Pair

STAGE = 4
_A_YEAR = 300  # days; a table published twice within a year is a revision of itself
_HELP = "Is this an older file under a new name? Download the new one, or correct its date in releases.csv."


def compare(pair: Pair) -> Iterator[Finding]:
    """A failure where the newest period is not newer, a year after the release before."""
    newest = plain(max(set(pair.bound.standard["time_period"]), key=end_year))
    days = (pair.bound.release.published_on - pair.before.published_on).days
    if end_year(newest) < end_year(pair.before.newest) or (days >= _A_YEAR and newest == pair.before.newest):
        message = (
            f"its newest period is {newest}; the release of {pair.before.published_on} has {pair.before.newest} already, "
            f"and this one is said to be of {pair.bound.release.published_on}."
        )
        yield Finding("stale", Outcome.FAIL, message, pair.bound.release.file, _HELP)
