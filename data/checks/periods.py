"""Every period is a year that can be, written as its identifier says, with one identifier a file, none after publication."""

import re
from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.periods import IDENTIFIERS, end_year


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each impossible period or identifier."""
    periods, identifiers = bound.standard["time_period"], bound.standard["time_identifier"]
    for identifier in sorted(set(identifiers) - set(IDENTIFIERS)):
        yield Finding(
            "periods",
            Outcome.FAIL,
            f'time identifier "{identifier}" is none of {", ".join(IDENTIFIERS)}.',
            bound.where(identifiers.index(identifier), "time_identifier"),
            "Download the file again from its publisher.",
        )
    if len(set(identifiers)) > 1:
        yield Finding("periods", Outcome.FAIL, "more than one time identifier in one file.", bound.release.file)
        return
    shape = IDENTIFIERS.get(identifiers[0], "")
    for period in sorted(set(periods)):
        where = bound.where(periods.index(period), "time_period")
        if not re.fullmatch(shape, period) or not 1990 <= end_year(period) <= 2100:
            message = f'"{period}" is not a period of the kind "{identifiers[0]}".'
            yield Finding("periods", Outcome.FAIL, message, where, "Expected for example 2025, or 202425 for academic years.")
        elif end_year(period) > bound.release.published_on.year:
            message = f'the period "{period}" lies after the day of publication, {bound.release.published_on.isoformat()}.'
            yield Finding("periods", Outcome.FAIL, message, where, "Check the date given for this file.")
