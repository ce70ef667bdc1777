"""Say whether the answer depends on the benchmark: 'Higher than 7 of 8 yardsticks.'"""

from metrics.figures import reason, with_unit
from metrics.judged import Level
from metrics.phrases import starts_sentence
from metrics.results import Choice, How, Kind, Way
from metrics.robust import Robust, Yardstick
from metrics.wording.naming import and_, benchmark_name
from metrics.wording.verdicts import WORDS


def name(result: Robust, yardstick: Yardstick) -> str:
    """What a yardstick is called: 'the median of its statistical neighbours (2025 edition)', 'West Midlands', 'England'."""
    other = yardstick.area.short_name if yardstick.area else ""
    return benchmark_name(_choice(result, yardstick), yardstick.benchmark.edition, result.area, other)


def line(result: Robust) -> str:
    """The robustness line, and where the editions of the neighbours turn the answer."""
    if result.own.value is None:
        return f"There is no figure to compare: {reason(result.own.status) or 'none is held'}."
    if not result.of:
        return "There is no yardstick to compare with."
    higher, lower = result.count(Way.HIGHER), result.count(Way.LOWER)
    missing = len(result.yardsticks) - result.of
    rest = f" {missing} more could not be worked out." if missing else ""
    return f"{_side(higher, lower, result.of)}.{_turn(result)}{_clear(result)}{rest}"


def lines(result: Robust) -> list[str]:
    """A line for each yardstick, how the figure lies to it, its value and n of N: 'Higher than England: 67.'"""
    found = []
    for yardstick in result.yardsticks:
        benchmark, way = yardstick.benchmark, yardstick.way
        of = f", {benchmark.n} of {benchmark.of} had a figure" if benchmark.kind is Kind.NEIGHBOURS else ""
        value = with_unit(benchmark.value, result.indicator) or "no figure"
        lies = "the same as " if way is Way.SAME else f"{way.value} than " if way else ""
        found.append(starts_sentence(f"{lies}{name(result, yardstick)}: {value}{of}."))
    return found


def _side(higher: int, lower: int, of: int) -> str:
    """'Higher than 7 of 8 yardsticks', from the larger side, naming those with the same figure."""
    yardsticks = "yardstick" if of == 1 else "yardsticks"
    if not higher and not lower:
        return f"The same as {'all ' if of > 1 else ''}{of} {yardsticks}"
    way, count = ("Higher", higher) if higher >= lower else ("Lower", lower)
    same = of - higher - lower
    return f"{way} than {count} of {of} {yardsticks}" + (f", the same as {same}" if same else "")


def _turn(result: Robust) -> str:
    """Where the medians of two editions lie on different sides, both are named."""
    medians = [
        y
        for y in result.yardsticks
        if y.benchmark.kind is Kind.NEIGHBOURS and y.benchmark.how is How.MEDIAN and y.way is not None
    ]
    if len({y.way for y in medians}) < 2:
        return ""
    words = {Way.HIGHER: "above", Way.LOWER: "below", Way.SAME: "the same as"}
    parts = [
        f"{words[y.way]} the median of the {y.benchmark.edition} neighbours ({with_unit(y.benchmark.value, result.indicator)})"
        for y in medians
        if y.way is not None
    ]
    return f" It is {' but '.join(parts)}: the answer depends on the list."


def _clear(result: Robust) -> str:
    """On how many yardsticks the difference is more than chance and usual differences would make."""
    judged = [y.verdict.level for y in result.yardsticks if y.verdict.level is not Level.CANNOT_TELL]
    if not judged:
        return ""
    counts = [(judged.count(level), WORDS[level]) for level in Level if judged.count(level)]
    rest = "" if len(judged) == result.of else "; the others cannot be told"
    return f" Put to the test, it is {and_([f'{word} {n}' for n, word in counts])} of them{rest}."


def _choice(result: Robust, yardstick: Yardstick) -> Choice:
    return Choice(yardstick.benchmark.kind, yardstick.benchmark.how, yardstick.benchmark.edition, result.choice.known_on)
