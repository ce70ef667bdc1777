"""What a chart says of one point under the pointer: value, n of N, vintage and status, in words."""

from datetime import date

from metrics.catalogue import Indicator
from metrics.figures import n_of_n, reason, shown, with_unit
from metrics.phrases import starts_sentence, when
from metrics.results import Benchmark, Fact, Kind
from pages.charts.lettering import BREAK, markup, wrap, wrapped

ROOM = 250  # pixels: the box also has to fit on a telephone


def of_fact(name: str, fact: Fact, indicator: Indicator, extra: str = "") -> str:
    """A fact of an area, as plotly's HTML; `extra` is one more sentence, such as a neighbour's closeness."""
    lines = [f"<b>{wrapped(name, ROOM)}</b>", wrapped(starts_sentence(when(fact)), ROOM), _figure(fact, indicator)]
    lines += [wrapped(line, ROOM) for line in (_counts(fact, indicator), extra, *_vintage(fact)) if line]
    return BREAK.join(lines)


def of_benchmark(name: str, benchmark: Benchmark, indicator: Indicator) -> str:
    """A benchmark of one period, as plotly's HTML, with how many of how many had a figure."""
    lines = [f"<b>{wrapped(starts_sentence(name), ROOM)}</b>", markup([benchmark.period])]
    lines.append(wrapped(_value(benchmark.value, indicator), ROOM))
    if benchmark.kind is Kind.NEIGHBOURS:
        lines.append(f"{benchmark.n} of {benchmark.of} had a figure")
    return BREAK.join(lines)


def _figure(fact: Fact, indicator: Indicator) -> str:
    if fact.value is not None:
        return wrapped(_value(fact.value, indicator), ROOM)
    return markup(wrap(f"{shown(fact, indicator)} {reason(fact.status)}", ROOM))


def _value(value: float | None, indicator: Indicator) -> str:
    unit = "" if indicator.unit == "%" else f" {indicator.unit}"
    return f"{with_unit(value, indicator)}{unit}"


def _counts(fact: Fact, indicator: Indicator) -> str:
    counts = n_of_n(fact) if fact.value is not None else ""
    if not counts or indicator.is_share:
        return counts
    return "" if fact.numerator is not None else f"based on {counts}"


def _vintage(fact: Fact) -> list[str]:
    joint = ["One figure for a joint return with another authority."] if fact.joint_with else []
    out = f"Published {_day(fact.published_on)}: " if fact.published_on else ""
    return [*joint, f"{out}{fact.release}" if fact.release else "No release of that day or before is held"]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
