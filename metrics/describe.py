"""Say what an indicator is and how it is worked out, from its catalogue entry."""

from collections.abc import Sequence

from data.describe import sources
from metrics.catalogue import Break, Indicator, Part, Slice
from metrics.phrases import starts_sentence
from metrics.principles import TITLES

DIRECTION = {
    "higher": "Higher is better.",
    "lower": "Lower is better.",
    "neither": "Neither higher nor lower is better: it is context.",
}


ELSEWHERE = "published elsewhere, not in this snapshot"


def no_figures(indicator: Indicator) -> str:
    """Why an indicator without slices has no figures, and where they are or could come from: what an error says."""
    if indicator.elsewhere:
        return f"{indicator.title} is {ELSEWHERE}: {indicator.elsewhere}."
    return f"{indicator.title} is not measured nationally, so no figures are held. {indicator.collect}"


def worked_out(indicator: Indicator, breakdown: str | None = None) -> str:
    """How the figure is made, in one sentence, or what a council would need to collect."""
    if indicator.elsewhere:
        return f"{starts_sentence(ELSEWHERE)}: {indicator.elsewhere}."
    if indicator.local:
        return f"Not measured nationally. A local return would need: {indicator.collect}"
    one = indicator.slice(breakdown)
    return _worked_out(indicator, one, _part(one.numerator) if one.numerator else "")


def worked_out_for(indicator: Indicator, breakdown: str | None, groups: Sequence[str] = ()) -> str:
    """The same for a view: of its `breakdown`, else of the first; where the view shows several `groups` side by side that are
    counted alike, in one sentence for all of them."""
    slices = [one for one in indicator.slices if one.breakdown in groups]
    measures = {measure for one in slices if one.numerator for _, measure in one.numerator.terms}
    alike = len(measures) == len({one.denominator for one in slices}) == 1
    if len(slices) > 1 and alike and all(one.numerator and one.denominator for one in slices):
        return _worked_out(indicator, slices[0], f"{measures.pop().replace('_', ' ')} of each group")
    return worked_out(indicator, breakdown if breakdown in indicator.breakdowns else None)


def _worked_out(indicator: Indicator, one: Slice, counted: str) -> str:
    """The sentence for a slice, whose numerator is called `counted`."""
    title = sources()[indicator.source].title
    if one.value:
        resting = f" It rests on {_part(one.denominator)}." if one.denominator else ""
        return f"As published: {_part(one.value)}, in {title}.{resting}"
    assert one.numerator is not None
    if one.denominator is None:
        return f"A count, as published: {counted}, in {title}."
    times = "" if indicator.per == 1 else f", times {indicator.per:,.0f}"
    tables = _tables(one.numerator, one.denominator)
    return f"{counted}, divided by {_part(one.denominator)}{times}. Both are published in {tables}."


def describe_indicator(indicator: Indicator) -> str:
    """An entry as text that can be read aloud."""
    lines = [
        f"{indicator.title} ({indicator.id}{f', {indicator.code}' if indicator.code else ''})",
        indicator.plain,
        f"Principle: {TITLES[indicator.principle]}. Unit: {indicator.unit}. {DIRECTION[indicator.better]}",
        f"How it is worked out: {worked_out(indicator)}",
    ]
    if indicator.caution:
        lines.append(f"What it cannot tell: {indicator.caution}")
    if len(indicator.breakdowns) > 1:
        lines.append(f"Breakdowns: {'; '.join(indicator.breakdowns)}.")
    if indicator.target:
        lines.append(f"Norm: {indicator.target.value:g}. {indicator.target.why}")
    lines += [_break(b) for b in indicator.breaks]
    lines += [f"Set beside {gap.to}: {gap.indicator}." for gap in indicator.gaps]
    lines += ["Questions to ask:", *(f"  {q}" for q in indicator.questions)]
    for known in indicator.known:
        figures = ", ".join(f"{name} {value:,}" for name, value in known.figures.items())
        lines.append(f"Known figure: {known.area}, {known.period}: {figures}.")
    return "\n".join(lines)


def _break(one: Break) -> str:
    only = f" ({'; '.join(one.breakdowns)})" if one.breakdowns else ""
    return f"Not to be compared across the start of the period that ends in {one.year}{only}: {one.reason}"


def _part(part: Part | None) -> str:
    assert part is not None
    named = [measure.replace("_", " ") + (f' of "{text}"' if text != "Total" else "") for text, measure in part.terms]
    earlier = f", {part.years_before} year(s) before" if part.years_before else ""
    return " plus ".join(named) + earlier


def _tables(*parts: Part) -> str:
    return " and ".join(dict.fromkeys(sources()[p.source].title for p in parts))
