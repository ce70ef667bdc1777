"""Say how a figure was revised: in a sentence for a heading, and in a few words for a table."""

from datetime import date

from data.status import Status
from metrics.catalogue import Indicator
from metrics.figures import n_of_n, number, reason, with_unit
from metrics.phrases import starts_sentence, when
from metrics.results import Fact
from metrics.revisions import EveryYear, History, Revision, same

SAME = "the same"
ABOUT = (
    "Publishers correct earlier years when they publish a new one. Each figure is kept as it stood in every release held, so "
    "that a paper written at the time can be read beside what is known today."
)
TIMES = {1: "once", 2: "twice"}


def finding(history: History) -> str:
    """The whole revision history in one sentence: '..., on 31 March 2023: 412 as first published on 16 November 2023, 413 since
    14 November 2024, 1 more.'"""
    if not history.revisions:
        return f"No release held has a figure for {history.area.short_name} on this: {_lower(history.indicator.title)}."
    first, last = history.revisions[0], history.revisions[-1]
    lead = f"{history.area.short_name}, {_named(history)}, {when(first.fact)}: {_said(history.indicator, first.fact)}"
    if history.times == 0:
        comma = "," if history.from_the_start else ""
        return starts_sentence(f"{lead}{comma} {_first(history)}{_stated_again(history)}, not revised since.")
    # With its counts in brackets on both sides, a share shows by itself what changed.
    moved = "" if history.indicator.is_share else f", {change(history.indicator, first.fact, last.fact)}"
    often = "" if history.times == 1 else f" It was revised {TIMES.get(history.times, f'{history.times} times')}."
    now = f"{_said(history.indicator, last.fact)} since {_day(_since(history))}"
    return starts_sentence(f"{lead} {'as ' if history.from_the_start else ''}{_first(history)}, {now}{moved}.{often}")


def shown_here(history: History) -> str:
    """Which vintage the other pages show under the choice made, or that none was out by then."""
    asked = history.known_on
    lead = "as first published" if asked.first else "as known now" if asked.is_now else f"as known on {_day(asked.day)}"
    if not history.revisions:
        return ""
    if history.chosen is None:
        came = f"the oldest release held that has this one came out {_on(history.revisions[0])}"
        return f"You asked for figures {lead}: {came}, so none is shown."
    published_on = f"the one published {_on(history.chosen)} is shown"
    return f"{starts_sentence(lead)}, {published_on}." if asked.is_now else f"You asked for figures {lead}: {published_on}."


def every_year(result: EveryYear) -> str:
    """How many of the periods held were revised, in a sentence."""
    held = len(result.pairs)
    if held == 0:
        return f"No period of these years is held for {result.area.short_name}."
    if result.revised == 0:
        return f"None of the {held} periods held was revised." if held > 1 else "The one period held was not revised."
    have = "has" if result.revised == 1 else "have"
    return f"{result.revised} of the {held} periods held {have} another figure now than in the oldest release held."


def change(indicator: Indicator, before: Fact, after: Fact) -> str:
    """What one vintage says otherwise than another: '1 more, out of 33,961 instead of 34,031', 'now hidden: ...', 'the same'."""
    if same(before, after):
        return SAME
    if after.status is not Status.PUBLISHED:
        return f"now without a figure: {reason(after.status)}"
    if before.status is not Status.PUBLISHED:
        return f"now with a figure, before that {reason(before.status)}"
    if before.numerator is None or after.numerator is None or indicator.slices[0].value is not None:
        return _by_value(indicator, before, after)
    return _by_counts(indicator, before, after)


def published(revision: Revision) -> str:
    """The day of publication: '26 November 2025', or 'about July 2025' where only the month is certain."""
    day = revision.fact.published_on or revision.known_from
    return _day(day) if revision.day_certain else f"about {day:%B %Y}"


def status(fact: Fact) -> str:
    """The status in words."""
    return reason(fact.status) or "published"


def oldest(history: History) -> str:
    """What the oldest vintage is, in a word or two: 'first published', or 'oldest held' where an earlier one may have been."""
    return "first published" if history.from_the_start else "oldest held"


def _first(history: History) -> str:
    first = history.revisions[0]
    if history.from_the_start:
        return f"first published {_on(first)}"
    return f"in the oldest release held, of {published(first)}"


def _stated_again(history: History) -> str:
    again = len(history.revisions) - 1
    return f", stated again in {again} later release{'s' if again > 1 else ''}" if again else ""


def _by_counts(indicator: Indicator, before: Fact, after: Fact) -> str:
    assert before.numerator is not None and after.numerator is not None
    said = []
    difference = after.numerator - before.numerator
    if difference:
        said.append(f"{_count(abs(difference))} {'more' if difference > 0 else 'fewer'}")
    if before.denominator != after.denominator and before.denominator is not None and after.denominator is not None:
        said.append(f"out of {_count(after.denominator)} instead of {_count(before.denominator)}")
    return ", ".join(said) if said else _by_value(indicator, before, after)


def _by_value(indicator: Indicator, before: Fact, after: Fact) -> str:
    moved = (after.value or 0) - (before.value or 0)
    size = number(abs(moved), indicator.decimals)
    if float(size.replace(",", "")) == 0:
        return "changed by less than is shown"
    unit = " percentage points" if indicator.unit == "%" else ""
    return f"{size}{unit} {'higher' if moved > 0 else 'lower'}"


def _said(indicator: Indicator, fact: Fact) -> str:
    """A figure with the counts behind it, or why there is none: '121.1 (412 of 34,031)', '412', 'too few children to show'."""
    if fact.status is not Status.PUBLISHED:
        return f"no figure ({reason(fact.status)})"
    counted = indicator.is_share and fact.numerator is not None
    return with_unit(fact.value, indicator) + (f" ({n_of_n(fact)})" if counted else "")


def _named(history: History) -> str:
    only = "" if history.breakdown == "Total" else f" ({history.breakdown})"
    return _lower(history.indicator.title) + only


def _since(history: History) -> date:
    """Since when the figure stands as it does now."""
    last = history.revisions[-1]
    since = last.known_from
    for one in reversed(history.revisions):
        if not same(one.fact, last.fact):
            break
        since = one.known_from
    return since


def _on(revision: Revision) -> str:
    return f"{'on ' if revision.day_certain else ''}{published(revision)}"


def _count(value: float) -> str:
    """People in whole numbers; posts (full-time equivalents) with the one decimal they are published with."""
    return number(value, 0 if float(value).is_integer() else 1)


def _lower(title: str) -> str:
    return title[0].lower() + title[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
