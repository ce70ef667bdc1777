"""Say how many figures are better, similar, worse and not to be told, and how many of them chance alone would pick out."""

from metrics.figures import number
from metrics.judged import Tally
from metrics.wording.naming import and_


def tally(counts: Tally) -> str:
    """How many indicators are better, similar, worse and not to be told: never a score."""
    parts = [f"{n} {word}" for n, word in ((counts.better, "better"), (counts.similar, "similar"), (counts.worse, "worse")) if n]
    parts += [f"{counts.unknown} cannot be told"] if counts.unknown else []
    more = " more" if parts else ""
    neutral = f"{counts.neutral}{more} {'are' if counts.neutral > 1 else 'is'} neither good nor bad" if counts.neutral else ""
    said = and_(parts) if parts else ""
    return "; ".join(part for part in (said, neutral) if part) + "." if said or neutral else ""


def false_alarms(checks: int, expected: float) -> str:
    """How many of the verdicts chance alone would make: 'Of 62 checks, about 3 would stand out by chance alone.'"""
    if not checks:
        return "Nothing could be put to the test."
    about = "fewer than 1" if expected < 0.5 else f"about {number(expected)}"
    return f"Of {checks} check{'s' if checks > 1 else ''}, {about} would stand out by chance alone."
