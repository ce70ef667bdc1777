"""What the release before had is still there: its areas, as long as they exist, its labels, and no year in the middle.

LAIT dropped 35,360 rows in one refresh and lost measures that had to be restored later (dfe-lait, 5.1); nobody was told."""

from collections.abc import Iterator
from datetime import date

from data.findings import Finding, Outcome
from data.periods import end_year
from data.vintage import Pair

STAGE = 4
_NAMED = 5


def compare(pair: Pair) -> Iterator[Finding]:
    """A failure for areas that are gone and periods that leave a hole; a warning for labels that are gone or new."""
    now = {key[0] for key in pair.keys}
    day = date(max(end_year(p) for p in set(pair.bound.standard["time_period"])), 12, 31)
    lost = (pair.areas[code] for code in pair.before.areas - now if code)
    gone = sorted(area.short_name for area in lost if pair.areas.in_force(area, day))
    if gone:
        message = f"{_some(gone)} had figures in the release of {pair.before.published_on} and have no row here."
        yield Finding("vanished", Outcome.FAIL, message, pair.bound.release.file, "Download the whole file again.")
    if hole := _hole(pair):
        message = f"{', '.join(hole)}: in the release of {pair.before.published_on} and missing here between other periods."
        yield Finding("vanished", Outcome.FAIL, message, pair.bound.release.file, "Download the whole file again.")
    yield from _labels(pair, pair.before.breakdowns)


def _hole(pair: Pair) -> list[str]:
    """Periods of the release before that lie between two of this one, which has not got them. The oldest may be dropped."""
    now = {key[1] for key in pair.keys}
    return sorted(period for period in pair.before.periods - now if end_year(min(now, key=end_year)) < end_year(period))


def _labels(pair: Pair, earlier: frozenset[str]) -> Iterator[Finding]:
    now = set(pair.bound.breakdowns)
    for some, message in ((earlier - now, "are gone since"), (now - earlier, "are new since")):
        if some:
            named = "; ".join(f'"{words}"' for words in sorted(some)[:_NAMED]) + (" ..." if len(some) > _NAMED else "")
            text = f"{len(some)} label{'s' * (len(some) > 1)} {message} the release of {pair.before.published_on}: {named}."
            yield Finding("vanished", Outcome.WARNING, text, pair.bound.release.file, "Check that none was only renamed.")


def _some(names: list[str]) -> str:
    return f"{len(names)} area{'s' * (len(names) > 1)} ({', '.join(names[:_NAMED])}{' ...' if len(names) > _NAMED else ''})"
