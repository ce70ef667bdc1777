"""Figures that are hidden in every year are hidden in each: where the symbol `c` is all but gone from one period, small numbers
were published that may identify a child, or `c` was turned into 0, and where a label is nothing but zeros in one period, its
figures were lost.

LAIT prints one dash for whatever is missing, and the outcomes dashboard showed -100 where a figure was hidden
(dfe-outcomes-and-enablers, 4.2). In real files the number of `c` moves by less than a third from year to year."""

from collections import Counter
from collections.abc import Iterator
from statistics import median

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.status import SYMBOLS, Status

STAGE = 4
_ENOUGH = 20
_LEFT = 0.1
_ZEROS = 0.95
_THERE = 0.7
_HIDDEN = tuple(symbol for symbol, status in SYMBOLS.items() if status is Status.SUPPRESSED)
_HELP = "A hidden figure is c, never 0 or blank: download the file again, or ask its publisher."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each column and period whose hidden figures are gone, and for each label that fell to nothing."""
    for measure in (m for m in bound.source.measures if not m.where):
        yield from _gone(bound, measure.name)
        yield from _zeros(bound, measure.name)


def _gone(bound: Bound, measure: str) -> Iterator[Finding]:
    periods = bound.standard["time_period"]
    hidden, shown = Counter[str](), Counter[str]()
    for (_, period, text), count in bound.cells[measure].items():
        hidden[period] += count if text in _HIDDEN else 0
        shown[period] += count if text not in SYMBOLS else 0
    every = sorted(p for p in set(periods) if shown[p])
    for period in every if len(every) > 2 else ():
        usual = median(hidden[p] for p in every if p != period)
        there = shown[period] >= _THERE * median(shown[p] for p in every if p != period)
        if usual >= _ENOUGH and there and hidden[period] <= _LEFT * usual:
            message = f"period {period}: {hidden[period]} figures are hidden (c), where other periods have about {usual:g}."
            yield Finding("hidden", Outcome.FAIL, message, bound.where(periods.index(period), measure), _HELP)


def _zeros(bound: Bound, measure: str) -> Iterator[Finding]:
    """Labels that are all zeros for the authorities of one period, though in another most of them are not."""
    levels, periods, texts = bound.standard["geographic_level"], bound.standard["time_period"], bound.figures[measure]
    zeros = [i for i, text in enumerate(texts) if text == "0" and levels[i] == "Local authority"]
    count = Counter((bound.breakdowns[i], periods[i]) for i in zeros)
    suspects = {words for (words, _), n in count.items() if n >= _ENOUGH}
    if not suspects:
        return
    rows = enumerate(zip(bound.breakdowns, levels, texts, strict=True))
    there = Counter(
        (words, periods[i])
        for i, (words, level, text) in rows
        if words in suspects and level == "Local authority" and text not in ("x", "z")
    )
    shares = {key: count[key] / n for key, n in there.items() if n >= _ENOUGH}
    for (words, period), share in shares.items():
        if share >= _ZEROS and min(s for (w, _), s in shares.items() if w == words) < _ZEROS / 2:
            message = f'period {period}, "{words}": nearly all authorities have 0; in another period most had children.'
            first = next(i for i in zeros if (bound.breakdowns[i], periods[i]) == (words, period))
            yield Finding("hidden", Outcome.FAIL, message, bound.where(first, measure), _HELP)
