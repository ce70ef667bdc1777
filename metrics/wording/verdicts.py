"""Say a verdict: level, direction and target, each for itself, how sure it is and what it cannot tell.

The verdict words are exact and the same everywhere: better than, similar to, worse than; higher, lower where neither is good;
rising, falling, no clear change, too few years; meets, does not meet, cannot tell.
"""

from collections.abc import Callable

from metrics.figures import reason, with_unit
from metrics.judge import LEAST_CHILDREN, margin_of
from metrics.judged import Level, Why
from metrics.methods.benchmarks import ENOUGH
from metrics.phrases import fact_phrase, starts_sentence
from metrics.results import How, Kind, ScoreRow
from metrics.wording import people
from metrics.wording.directions import broke, trend, trend_words
from metrics.wording.naming import COUNTS, ELSEWHERE, NOT_NATIONAL
from metrics.wording.tallies import false_alarms, tally
from metrics.wording.targets import one_child, target

__all__ = [
    "WORDS", "false_alarms", "level", "level_why", "level_words", "one_child", "tally", "target", "trend", "trend_words",
    "verdict",
]  # fmt: skip
WORDS = {
    Level.BETTER: "better than",
    Level.SIMILAR: "similar to",
    Level.WORSE: "worse than",
    Level.HIGHER: "higher than",
    Level.LOWER: "lower than",
    Level.CANNOT_TELL: "cannot tell",
}
CANNOT = "cannot tell: "


def level_words(row: ScoreRow) -> str:
    """The verdict on the level in two or three words, with what it is set beside: 'worse than its neighbours'."""
    level = row.verdict.level
    return WORDS[level] if level is Level.CANNOT_TELL else f"{WORDS[level]} {_others(row)}"


def verdict(row: ScoreRow) -> str:
    """The whole verdict on one indicator: what, how many children, compared with whom, how sure, and what it cannot tell."""
    if row.latest is None or row.latest.value is None:
        return f"{row.indicator.title_of(row.breakdown)}. {starts_sentence(level_why(row))}."
    said = [f"{starts_sentence(fact_phrase(row.indicator, row.breakdown, row.latest))}.", level(row), trend(row)]
    return " ".join(part for part in (*said, target(row), one_child(row)) if part)


def level(row: ScoreRow) -> str:
    """Where the figure lies and how sure that is, in a sentence: 'Worse than its neighbours, where the median is 94% ...'."""
    found, expected = row.verdict.level, row.benchmark.value if row.benchmark else None
    if found is Level.CANNOT_TELL or expected is None:
        return starts_sentence(f"{level_why(row)}.")
    place = f"{starts_sentence(WORDS[found])} {_others(row)}, where {_benchmark_figure(row)}"
    return f"{place}: {_how_sure(row, expected)}."


def _how_sure(row: ScoreRow, expected: float) -> str:
    found, interval = row.verdict, row.verdict.interval
    if found.level is not Level.SIMILAR:
        neither = (
            f". {starts_sentence(found.level.value)} is neither good nor bad here" if row.indicator.better == "neither" else ""
        )
        return f"chance would rarely make a difference like this{neither}"
    if interval and interval.contains(expected):
        return "a difference this small could be chance"
    if row.latest and row.latest.value is not None and abs(row.latest.value - expected) <= margin_of(row.indicator, expected):
        return "the difference is too small to matter"
    return "councils often differ by this much"


def level_why(row: ScoreRow) -> str:
    """Why the level cannot be told, without a full stop; '' where it can."""
    why = row.verdict.level_why
    return WHY_NO_LEVEL[why](row) if why else ""


def _cannot(text: str) -> Callable[[ScoreRow], str]:
    return lambda row: f"{CANNOT}{text}"


def _few_children(row: ScoreRow) -> str:
    fact = row.latest
    base = (fact.numerator if row.indicator.interval == "rate" else fact.denominator) if fact else None
    return f"{CANNOT}it rests on {people.counted(base or 0, row.indicator)}, and it takes {LEAST_CHILDREN}"


def _few_neighbours(row: ScoreRow) -> str:
    n, of = (row.benchmark.n, row.benchmark.of) if row.benchmark else (0, 0)
    return f"{CANNOT}{n} of {of} neighbours {'has' if n == 1 else 'have'} a figure, and it takes {ENOUGH}"


def _break(row: ScoreRow) -> str:
    return f"{CANNOT}{broke(row, row.latest.year if row.latest else 0)}"


WHY_NO_LEVEL: dict[Why, Callable[[ScoreRow], str]] = {
    Why.LOCAL: lambda row: NOT_NATIONAL,
    Why.ELSEWHERE: lambda row: ELSEWHERE,
    Why.NOT_IN_SNAPSHOT: lambda row: "no figure is held for this council and this choice",
    Why.NO_FIGURE: lambda row: reason(row.latest.status) if row.latest else "no figure",
    Why.PLAIN_COUNT: lambda row: COUNTS,
    Why.NO_SPREAD: _cannot("how far chance could move it is not published"),
    Why.FEW_CHILDREN: _few_children,
    Why.NO_BENCHMARK: _cannot("there is nothing to compare with"),
    Why.FEW_NEIGHBOURS: _few_neighbours,
    Why.BREAK: _break,
    Why.STALE: _cannot("the figure is too old"),
}


def _others(row: ScoreRow) -> str:
    benchmark = row.benchmark
    if benchmark is None or benchmark.kind is Kind.NEIGHBOURS:
        return "its neighbours"
    return "England" if benchmark.kind is Kind.ENGLAND else "its region"


def _benchmark_figure(row: ScoreRow) -> str:
    benchmark = row.benchmark
    if benchmark is None:
        return ""
    value = with_unit(benchmark.value, row.indicator)
    if benchmark.kind is not Kind.NEIGHBOURS:
        return f"it is {value}"
    of = f"{benchmark.n} of {benchmark.of} had a figure"
    return f"the {benchmark.how.value} is {value} ({of})" if benchmark.how is not How.POOLED else f"it is {value} for all ({of})"
