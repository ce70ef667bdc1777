"""How periods are written in published files, and how we write them: '2025', '2024/25'."""

import re

IDENTIFIERS = {"Reporting year": r"\d{4}", "Calendar year": r"\d{4}", "Academic year": r"\d{6}", "Financial year": r"\d{6}"}
_FIRST, _LAST = 1990, 2100


def fits(period: str, identifier: str) -> bool:
    """Whether a published period is one of its identifier's kind: a year, or for academic and financial years two that follow."""
    if not re.fullmatch(IDENTIFIERS[identifier], period, re.ASCII) or not _FIRST <= end_year(period) <= _LAST:
        return False
    return len(period) == 4 or int(period[4:]) == end_year(period) % 100


def plain(period: str) -> str:
    """The period as we write it: '202425' becomes '2024/25', '2025' stays."""
    return f"{period[:4]}/{period[4:]}" if len(period) == 6 else period


def end_year(period: str) -> int:
    """The calendar year in which a published or plain period ends: 2025 for '2025', '202425' and '2024/25'."""
    digits = period.replace("/", "")
    return int(digits[:4]) + (1 if len(digits) == 6 else 0)
