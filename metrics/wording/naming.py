"""What things are called in sentences: principles, benchmarks, vintages, days and lists."""

from collections.abc import Sequence
from datetime import date

from data.areas import Area
from metrics.catalogue import Indicator
from metrics.principles import ACT, TITLES, WORDS
from metrics.results import Choice, How, Kind

NOT_NATIONAL = "not measured nationally: a local return would tell us"
ELSEWHERE = "published elsewhere, not in this snapshot"
COUNTS = "not compared: councils differ in size"
PROPER = ("English", "England", "Ofsted", "Covid", "March", "September")


def principle_title(principle: str) -> str:
    """The short name of a principle, with its number: '6. Safe, stable lives'."""
    return f"{principle}. {TITLES[principle]}" if principle in WORDS else TITLES[principle]


def principle_words(principle: str) -> str:
    """The words of the Act for a principle, with the reference; '' for the context."""
    return f"{WORDS[principle]} ({ACT}({'abcdefg'[int(principle) - 1]}))." if principle in WORDS else ""


def comparable(indicator: Indicator) -> bool:
    """Whether authorities of different size can be set side by side: not on plain counts."""
    return not indicator.slices or indicator.is_share or indicator.slices[0].value is not None


def vintage(choice: Choice) -> str:
    """Which vintage is shown: 'as known now', 'as first published', 'as known on 31 December 2024'."""
    if choice.known_on.first:
        return "as first published"
    return "as known now" if choice.known_on.is_now else f"as known on {day_of(choice.known_on.day)}"


def benchmark_name(choice: Choice, edition: str, area: Area, region: str = "") -> str:
    """What an authority is compared with: 'the median of its statistical neighbours (2025 edition)', 'England'."""
    if choice.kind is Kind.ENGLAND:
        return "England"
    if choice.kind is Kind.REGION:
        return region or "its region"
    how = {How.MEDIAN: "median", How.MEAN: "mean", How.POOLED: "pooled figure"}[choice.how]
    return (
        f"the {how} of its statistical neighbours ({edition} edition)" if edition else f"the {how} of its statistical neighbours"
    )


def and_(words: Sequence[str]) -> str:
    """The words as a list: 'a, b and c'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def lower(title: str) -> str:
    """A title or a reason in the middle of a sentence: names and abbreviations keep their capital."""
    return title if title.startswith(PROPER) or title[1:2].isupper() else title[:1].lower() + title[1:]


def several(words: Sequence[str]) -> str:
    """The words as a list, parted by semicolons where one of them holds a comma of its own: 'a; b, under-fives; and c'."""
    if len(words) > 1 and any("," in word for word in words):
        return f"{'; '.join(words[:-1])}; and {words[-1]}"
    return and_(words)


def day_of(day: date) -> str:
    """'31 March 2025'."""
    return f"{day.day} {day:%B %Y}"
