"""Every period is a year that can be, written as its identifier says, with one identifier a file, none after publication."""

from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.errors import brief
from data.findings import Finding, Outcome
from data.periods import IDENTIFIERS, end_year, fits

_EXAMPLES = "Expected for example 2025, or 202425 for academic years; download the file again."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each impossible period or identifier, at its first row."""
    periods, identifiers = bound.standard["time_period"], bound.standard["time_identifier"]
    for identifier in sorted(set(identifiers) - set(IDENTIFIERS)):
        message = f'time identifier "{brief(identifier)}" is none of {", ".join(IDENTIFIERS)}.'
        where = bound.where(identifiers.index(identifier), "time_identifier")
        yield Finding("periods", Outcome.FAIL, message, where, "Download the file again from its publisher.")
    kinds = sorted(set(identifiers) & set(IDENTIFIERS))
    if len(kinds) > 1 and bound.source.shape == "table":
        message = f"one file holds {' and '.join(kinds)}; expected one kind of period."
        yield Finding("periods", Outcome.FAIL, message, bound.release.file, "Publish each kind as a file of its own.")
    for period in sorted(set(periods)):
        where = bound.where(periods.index(period), "time_period")
        if not any(fits(period, kind) for kind in kinds or IDENTIFIERS):
            message = f'"{brief(period)}" is not a period of the kind {" or ".join(kinds or IDENTIFIERS)}.'
            yield Finding("periods", Outcome.FAIL, message, where, _EXAMPLES)
        elif end_year(period) > bound.release.published_on.year:
            message = f'the period "{period}" lies after the day of publication, {bound.release.published_on.isoformat()}.'
            yield Finding("periods", Outcome.FAIL, message, where, "Check the date given for this file.")
