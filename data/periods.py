"""How periods are written in published files, and how we write them: '2025', '2024/25'."""

IDENTIFIERS = {"Reporting year": r"(19|20)\d\d", "Calendar year": r"(19|20)\d\d", "Academic year": r"(19|20)\d{4}"}


def plain(period: str) -> str:
    """The period as we write it: '202425' becomes '2024/25', '2025' stays."""
    return f"{period[:4]}/{period[4:]}" if len(period) == 6 else period


def end_year(period: str) -> int:
    """The calendar year in which a published or plain period ends: 2025 for '2025', '202425' and '2024/25'."""
    digits = period.replace("/", "")
    return int(digits[:4]) + (1 if len(digits) == 6 else 0)
