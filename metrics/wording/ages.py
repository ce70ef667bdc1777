"""Say how old a figure is beside others: where periods are mixed, an older one is marked by a word before its date."""

from collections.abc import Iterable

from metrics.phrases import when
from metrics.results import Fact

OLDER = "older"


def newest_year(facts: Iterable[Fact | None]) -> int:
    """The calendar year in which the newest of these periods ends; 0 for none."""
    return max((fact.year for fact in facts if fact), default=0)


def older(fact: Fact, newest: int) -> bool:
    """Whether a fact is of an earlier year than the newest beside it."""
    return fact.year < newest


def dated(fact: Fact, newest: int) -> str:
    """'in the school year 2024/25'; of an earlier year than `newest`, 'older: in the school year 2020/21'."""
    return f"{OLDER}: {when(fact)}" if older(fact, newest) else when(fact)
