"""Durations as published, years and months with a colon ('01:03'), in months."""

import re

from data.errors import BadInput, brief
from data.status import SYMBOLS

_YEARS_MONTHS = re.compile(r"(\d{2}):(0\d|1[01])\Z", re.ASCII)


def months(text: str, where: str) -> str:
    """The number of months in a cell like '01:03' (15), as text; a symbol stays. Raises BadInput for anything else."""
    if text in SYMBOLS:
        return text
    found = _YEARS_MONTHS.match(text)
    if found is None:
        raise BadInput(
            f'"{brief(text, 20)}" is no duration. Expected years and months as 01:03, or one of {", ".join(SYMBOLS)}; '
            "open the file as text, since spreadsheets turn durations into times of day.",
            where,
        )
    years, months_ = found.groups()
    return str(12 * int(years) + int(months_))
