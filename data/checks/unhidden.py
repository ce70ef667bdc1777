"""What the release before hid stays hidden, or becomes a figure here and there, but never a block of zeros.

The outcomes dashboard printed -100 where figures were hidden, LAIT one dash for everything (dfe-outcomes-and-enablers, 4.2;
dfe-lait, 2.1). In the real releases at most one in 20 hidden figures is 0 a year later, and at most one in 20 a number."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from data.findings import Finding, Outcome
from data.status import SYMBOLS, Status
from data.vintage import Pair

STAGE = 4
_ENOUGH = 20
_SHARE = 0.5
_HIDDEN = Status.SUPPRESSED.value
_HELP = "A hidden figure is c, never 0 and never the number itself: download the file again, or ask its publisher."


def compare(pair: Pair) -> Iterator[Finding]:
    """One finding for each column and period in which hidden figures became zeros or numbers."""
    periods = pair.bound.standard["time_period"]
    for column, earlier in pair.earlier.items():
        became: dict[str, Counter[str]] = defaultdict(Counter)
        first: dict[tuple[str, str], int] = {}
        texts = pair.bound.figures[column]
        for index in (i for i, was in enumerate(earlier) if was == _HIDDEN):
            word = "c" if texts[index] in SYMBOLS else "0" if texts[index] == "0" else "a number"
            became[periods[index]][word] += 1
            first.setdefault((periods[index], word), index)
        for period, words in became.items():
            for word in ("0", "a number"):
                if words.total() >= _ENOUGH and words[word] > _SHARE * words.total():
                    message = f"period {period}: {words[word]} of {words.total()} figures hidden a release ago are {word} now."
                    yield Finding("unhidden", Outcome.FAIL, message, pair.bound.where(first[period, word], column), _HELP)
