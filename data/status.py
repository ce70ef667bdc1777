"""The words for a figure that is there, hidden or missing, and the symbols that publishers use for them."""

from enum import StrEnum


class Status(StrEnum):
    """Why a value is there or not. Exactly one goes with every observation and every fact."""

    PUBLISHED = "published"
    SUPPRESSED = "suppressed"
    ROUNDS_TO_ZERO = "rounds_to_zero"
    LOW = "low"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    LOW_RELIABILITY = "low_reliability"
    NOT_HELD = "not_held"


# The symbols of the Explore Education Statistics standard, as they stand in the files.
SYMBOLS: dict[str, Status] = {
    "c": Status.SUPPRESSED,
    "k": Status.ROUNDS_TO_ZERO,
    "low": Status.LOW,
    "x": Status.NOT_AVAILABLE,
    "z": Status.NOT_APPLICABLE,
    "u": Status.LOW_RELIABILITY,
}

# Which of several missing parts names the whole: a hidden part outweighs a merely absent one.
WEIGHT: tuple[Status, ...] = (
    Status.SUPPRESSED,
    Status.LOW_RELIABILITY,
    Status.LOW,
    Status.ROUNDS_TO_ZERO,
    Status.NOT_AVAILABLE,
    Status.NOT_APPLICABLE,
    Status.NOT_HELD,
)
