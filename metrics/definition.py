"""What an indicator is, point by point, for somebody who looks it up."""

from data.describe import sources
from metrics.catalogue import Indicator, Part
from metrics.describe import DIRECTION
from metrics.entry import Slice
from metrics.phrases import starts_sentence
from metrics.words import principle_title

Point = tuple[str, str]


def definition(indicator: Indicator, breakdown: str | None = None) -> tuple[Point, ...]:
    """(heading, text) of everything the catalogue says of a measured indicator and breakdown; empty ones are left out."""
    one = indicator.slice(breakdown)
    breaks = indicator.breaks_of(one.breakdown)
    points = (
        ("What it tells", indicator.plain),
        ("Numerator", _part(one.numerator)),
        ("Denominator", _part(one.denominator)),
        ("Figure", _part(one.value)),
        ("How it is worked out", _worked_out(indicator, one)),
        ("Unit", indicator.unit),
        ("Direction", DIRECTION[indicator.better]),
        ("Principle", principle_title(indicator.principle)),
        ("What it cannot tell", indicator.caution),
        ("Not to be compared", " ".join(f"Figures before {b.year} with those from {b.year} on: {b.reason}" for b in breaks)),
        ("Groups", "; ".join(indicator.breakdowns) if len(indicator.breakdowns) > 1 else ""),
        ("Known in the catalogue as", indicator.id),
    )
    return tuple((heading, text) for heading, text in points if text)


def _worked_out(indicator: Indicator, one: Slice) -> str:
    """How the parts above make the figure; they have been named, so they are not named again."""
    if one.value:
        return f"As published.{' It rests on the denominator.' if one.denominator else ''}"
    if one.denominator is None:
        return "A count, as published."
    times = "" if indicator.per == 1 else f", times {indicator.per:,.0f}"
    return f"Numerator divided by denominator{times}. It is rounded half up when it is shown."


def _part(part: Part | None) -> str:
    """What is counted and in which table, in the words of its source."""
    if part is None:
        return ""
    named = [f"{measure.replace('_', ' ')}{_labels(text)}" for text, measure in part.terms]
    earlier = {0: "", 1: ", of the year before"}.get(part.years_before, f", of {part.years_before} years before")
    return f"{starts_sentence(' plus '.join(named))}{earlier}. Table: {sources()[part.source].title}."


def _labels(text: str) -> str:
    return "" if text == "Total" else f" (“{text.replace(' | ', ', ')}”)"
