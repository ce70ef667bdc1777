"""A figure as it is written, and what looks like one and is a name: a date, a year, an age, an edition, a threshold."""

import re
from decimal import ROUND_HALF_UP, Decimal

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WRITTEN = r"[+−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+−-]?\d+(?:\.\d+)?"
FIGURE = re.compile(rf"(?<![\w.,/])(?:{WRITTEN})")
# What is no figure of a council. Each is as narrow as its wording; what is not written here must be found in an answer.
NAMES = re.compile(
    "|".join(
        (
            rf"\d{{1,2}} {MONTH}(?: \d{{4}})?",  # a day: 31 March 2025
            rf"{MONTH} \d{{4}}",  # a month
            r"(?:19|20)\d{2}/\d{2}",  # a school or financial year
            r"\b(?:From|from|until|before|since|in|to|of|by|and) (?:19|20)\d{2}\b",  # a year
            r"\b(?:19|20)\d{2} edition\b",
            r"\baged? \d+(?: to \d+)?",  # an age
            r"\b\d+ to \d+ (?:years|miles)",
            r"\bit takes \d+\b",  # how many children or neighbours a verdict takes
            r"\b\d+% limits\b",
        )
    )
)


def figures(text: str) -> list[str]:
    """The figures of a text, as they are written, without names."""
    return FIGURE.findall(NAMES.sub(" ", text))


def value(written: str) -> Decimal:
    """The number that is written, with its sign."""
    return Decimal(written.replace(",", "").replace("−", "-"))


def rounds_to(number: Decimal, written: str) -> bool:
    """Whether a number, rounded half up at the decimals at which a figure is written, is that figure, with its sign."""
    shown = value(written)
    return number.quantize(Decimal(1).scaleb(int(shown.as_tuple().exponent)), ROUND_HALF_UP) == shown
