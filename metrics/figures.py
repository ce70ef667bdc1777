"""Figures as people read them. Rounding happens here, once, half up, on the way to the reader."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from data.status import Status
from metrics.catalogue import Indicator
from metrics.results import Fact

MARKS: dict[Status, str] = {
    Status.SUPPRESSED: "[c]",
    Status.ROUNDS_TO_ZERO: "[k]",
    Status.LOW: "[low]",
    Status.NOT_AVAILABLE: "[x]",
    Status.NOT_APPLICABLE: "[z]",
    Status.LOW_RELIABILITY: "[u]",
    Status.NOT_HELD: "[not held]",
}
REASONS: dict[Status, str] = {
    Status.SUPPRESSED: "too few children to show",
    Status.ROUNDS_TO_ZERO: "rounds to zero",
    Status.LOW: "too low to show",
    Status.NOT_AVAILABLE: "not available",
    Status.NOT_APPLICABLE: "not applicable",
    Status.LOW_RELIABILITY: "too unreliable to show",
    Status.NOT_HELD: "no release that old is held",
}


def half_up(value: float, decimals: int) -> Decimal:
    """The value rounded half up at so many decimals. The shortest decimal text of the float is what is rounded."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=4096)  # a page says the same figures in its charts, their hovers and its tables
def number(value: float, decimals: int = 0) -> str:
    """The value with thousands separators: '81,770', '99.9'; what rounds to nothing has no sign."""
    return f"{half_up(value, decimals) + 0:,}"


def with_unit(value: float | None, indicator: Indicator) -> str:
    """A value of an indicator at its decimals, with '%' where that is its unit: '73%', '99.9', '344'; '' for none."""
    if value is None:
        return ""
    return number(value, indicator.decimals) + ("%" if indicator.unit == "%" else "")


def shown(fact: Fact | None, indicator: Indicator) -> str:
    """A fact as it stands in a table: its value with unit, or the mark that says why there is none: '[c]'."""
    if fact is None:
        return MARKS[Status.NOT_HELD]
    return with_unit(fact.value, indicator) if fact.status is Status.PUBLISHED else MARKS[fact.status]


def n_of_n(fact: Fact | None) -> str:
    """The counts behind a fact: '88 of 121', '344' for a plain count or for the people behind a mean, '' for none to show.

    More than there are of the other are no part of them: '765 for 56.4', cases for workers.
    """
    if fact is None:
        return ""
    if fact.numerator is None:
        return _count(fact.denominator) if fact.denominator is not None and fact.value is not None else ""
    numerator = _count(fact.numerator)
    if fact.denominator is None:
        return numerator
    return f"{numerator} {'for' if fact.numerator > fact.denominator else 'of'} {_count(fact.denominator)}"


def reason(status: Status) -> str:
    """Why a figure is missing, in words; '' for one that is there."""
    return REASONS.get(status, "")


def key_to_marks(statuses: set[Status]) -> str:
    """A line that explains the marks in a table: '[c] too few children to show; [z] not applicable.'; '' for none."""
    parts = [f"{MARKS[s]} {REASONS[s]}" for s in MARKS if s in statuses]
    return f"{'; '.join(parts)}." if parts else ""


def _count(value: float) -> str:
    """People in whole numbers; posts (full-time equivalents) with the one decimal they are published with."""
    return number(value, 0 if float(value).is_integer() else 1)
