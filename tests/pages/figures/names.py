"""What names a row of a table: its period, area, indicator, group, step or file."""

import re
from datetime import datetime

from metrics.settings import label
from metrics.words import principle_title
from tests.pages.figures.reading import Row, Shown
from tests.pages.figures.rule import Here

PRINCIPLES = {principle_title(n): n for n in "1234567"}
IN_A_ROW = (
    r"(?:on 31 March|on 30 September|on 30 June|in the year to 31 March|in the (?:school|financial) year) (\d{4}(?:/\d{2})?)"
)


def by_period(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a period of the indicator that the caption names."""
    return {"period": row.name.loud, **here.of_title(table.caption)}


def by_year(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a period, whatever the caption says."""
    return {"period": row.name.loud}


def by_area(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is an area, by its short name."""
    return {"area": here.codes[row.name.loud], **here.of_title(table.caption)}


def by_indicator(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is an indicator, by its title."""
    return here.of_title(row.name.loud)


def by_indicator_and_period(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is an indicator in the period that is said more quietly."""
    found = re.search(IN_A_ROW, row.name.quiet)
    return {"indicator": here.titles[row.name.loud][0], **({"period": found[1]} if found else {})}


def by_principle(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is one of the seven principles."""
    return {"principle": PRINCIPLES[row.name.loud]}


def by_group(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a group of the indicator that the caption names, by the publisher's label without its number."""
    indicator = here.of_title(table.caption)["indicator"]
    (breakdown,) = {b for i, b in here.titles.values() if i == indicator and label(b) == row.name.loud}
    return {"indicator": indicator, "breakdown": breakdown}


def by_name(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a step, by its name."""
    return {"name": row.name.loud}


def by_nothing(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The columns say which row they belong to."""
    return here.of_title(table.caption)


def by_vintage(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a vintage, by the day from which it was known; of a month alone its first day."""
    said = re.search(r"known since (\d+ \w+ \d{4})", row.name.quiet) or re.search(r"(\d+ \w+ \d{4})", row.name.loud)
    area = next(name for name in sorted(here.codes, key=len, reverse=True) if f", {name}, " in table.caption)
    found = {"area": here.codes[area]}
    return {**found, "known_from": f"{datetime.strptime(said[1], '%d %B %Y').date()}"} if said else found


def by_role(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a part of a figure: numerator, denominator, or what its publisher rounded."""
    return {"name": "published" if "rounding" in row.name.loud else row.name.loud.lower()}


def by_table(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a published table."""
    return {"name": row.name.loud}


def by_file(table: Shown, row: Row, here: Here) -> dict[str, str]:
    """The row is a published file."""
    return {"file": row.name.quiet}
