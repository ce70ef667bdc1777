"""How an indicator's figure is worked out, exactly: which measures of which published table, summed and divided how."""

from data.describe import sources
from metrics.catalogue import Indicator, Part, Slice
from metrics.figures import number


def definition(indicator: Indicator, breakdown: str | None = None) -> str:
    """The definition in sentences, from the catalogue entry: what is counted, of what, times how many, from which table."""
    if indicator.local:
        return f"Not measured nationally. To collect: {indicator.collect}"
    one = indicator.slice(breakdown)
    said = [_lead(one), _of(one, indicator)]
    if one.published and one.denominator and one.numerator:
        said.append(
            "It is worked out from the counts; where that cannot give back the rounded figure of the publisher, the publisher's stands."
        )
    return " ".join(s for s in said if s)


def _lead(one: Slice) -> str:
    if one.value:
        return f"As published: {_part(one.value)}."
    assert one.numerator is not None
    return f"Counted: {_part(one.numerator)}."


def _of(one: Slice, indicator: Indicator) -> str:
    if one.denominator is None:
        return ""
    if one.value:
        return f"It rests on: {_part(one.denominator)}."
    times = f", times {number(indicator.per)}" if indicator.per != 1 else ""
    return f"Divided by: {_part(one.denominator)}{times}."


def _part(part: Part) -> str:
    """'children count of "on 31 March" (table: ...)', the terms that are added up joined by 'plus'."""
    terms = " plus ".join(f"{measure.replace('_', ' ')}{_of_breakdown(text)}" for text, measure in part.terms)
    earlier = " of the year before" if part.years_before else ""
    return f"{terms}{earlier}, in the table “{sources()[part.source].title}”"


def _of_breakdown(text: str) -> str:
    return "" if text == "Total" else f" of “{text}”"
