"""Say a verdict: level, direction and target, each for itself, how sure it is and what it cannot tell.

The verdict words are exact and the same everywhere: better than, similar to, worse than; higher, lower where neither is good;
rising, falling, no clear change, too few years; meets, does not meet, cannot tell.
"""

from collections.abc import Callable

from metrics.figures import number, reason, with_unit
from metrics.judge import LEAST_CHILDREN, margin_of
from metrics.judged import Level, Meets, Movement, Tally, Verdict, Why
from metrics.methods.benchmarks import ENOUGH
from metrics.methods.small_numbers import needs_caution, points_per_child
from metrics.methods.targets import children_over, children_short
from metrics.phrases import fact_phrase, starts_sentence, when
from metrics.results import How, Kind, ScoreRow
from metrics.wording.naming import COUNTS, ELSEWHERE, NOT_NATIONAL, and_

WORDS = {
    Level.BETTER: "better than",
    Level.SIMILAR: "similar to",
    Level.WORSE: "worse than",
    Level.HIGHER: "higher than",
    Level.LOWER: "lower than",
    Level.CANNOT_TELL: "cannot tell",
}
CHANGED = "the way it is counted changed"
MANY = 100  # people; in a smaller group one person is worth more than a point


def level_words(row: ScoreRow) -> str:
    """The verdict on the level in two or three words, with what it is set beside: 'worse than its neighbours'."""
    level = row.verdict.level
    return WORDS[level] if level is Level.CANNOT_TELL else f"{WORDS[level]} {_others(row)}"


def verdict(row: ScoreRow) -> str:
    """The whole verdict on one indicator: what, how many children, compared with whom, how sure, and what it cannot tell."""
    if row.latest is None or row.latest.value is None:
        return starts_sentence(f"{row.indicator.title_of(row.breakdown)}: {level_why(row)}.")
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
    return lambda row: f"cannot tell: {text}"


def _few_children(row: ScoreRow) -> str:
    fact = row.latest
    base = (fact.numerator if row.indicator.interval == "rate" else fact.denominator) if fact else None
    return f"cannot tell: it rests on {number(base or 0)} {_people(row)}, and it takes {LEAST_CHILDREN}"


def _few_neighbours(row: ScoreRow) -> str:
    n, of = (row.benchmark.n, row.benchmark.of) if row.benchmark else (0, 0)
    return f"cannot tell: {n} of {of} neighbours have a figure, and it takes {ENOUGH}"


def _break(row: ScoreRow) -> str:
    year = row.latest.year if row.latest else 0
    reasons = [b.reason for b in row.indicator.breaks_of(row.breakdown) if b.year == year]
    return f"cannot tell: {_inside(reasons[0]) if reasons else CHANGED}"


def _stale(row: ScoreRow) -> str:
    return f"cannot tell: the figure is old ({when(row.latest)})" if row.latest else "cannot tell"


WHY_NO_LEVEL: dict[Why, Callable[[ScoreRow], str]] = {
    Why.LOCAL: lambda row: NOT_NATIONAL,
    Why.ELSEWHERE: lambda row: ELSEWHERE,
    Why.NOT_IN_SNAPSHOT: lambda row: "not in this snapshot for this council and these years",
    Why.NO_FIGURE: lambda row: reason(row.latest.status) if row.latest else "no figure",
    Why.PLAIN_COUNT: lambda row: COUNTS,
    Why.NO_SPREAD: _cannot("how far chance could move it is not published"),
    Why.FEW_CHILDREN: _few_children,
    Why.NO_BENCHMARK: _cannot("there is nothing to compare with"),
    Why.FEW_NEIGHBOURS: _few_neighbours,
    Why.BREAK: _break,
    Why.STALE: _stale,
}


def trend_words(row: ScoreRow) -> str:
    """The direction of the last five years in its exact words, with the side it points to: 'falling, the wrong way'."""
    found = row.verdict
    side = {True: ", the wrong way", False: ", the right way", None: ""}[found.worsening]
    return f"{found.trend.value}{side}"


def trend(row: ScoreRow) -> str:
    """Where the last five years point, in a sentence; '' where there is nothing to say it of."""
    found = row.verdict
    if found.trend in (Movement.RISING, Movement.FALLING):
        return f"Over the last five years it is {trend_words(row)}."
    if found.trend is Movement.NO_CLEAR_CHANGE:
        return f"No clear change over the last five years{_leaning(found)}."
    if found.trend is Movement.TOO_FEW_YEARS:
        return f"Too few years to say where it points: {_why_few(row)}."
    return "Too few children to say where it points." if found.trend_why is Why.FEW_CHILDREN else ""


def _leaning(found: Verdict) -> str:
    if not found.recent or not found.recent.leaning:
        return ""
    return f", though it leans {'up' if found.recent.slope > 0 else 'down'}"


def _why_few(row: ScoreRow) -> str:
    why, latest = row.verdict.trend_why, row.latest
    if why is Why.BREAK and latest:
        newest = max(
            (b for b in row.indicator.breaks_of(row.breakdown) if b.year <= latest.year), key=lambda b: b.year, default=None
        )
        return _inside(newest.reason) if newest else CHANGED
    if why is Why.BOUNDARIES:
        return "the council has not had these boundaries for five years"
    return "one of the five is missing" if why is Why.GAP else "it takes five"


def target(row: ScoreRow) -> str:
    """Whether the figure reaches its target, and how many people it is short of it; '' where there is none."""
    met, goal, fact = row.verdict.target, row.indicator.target, row.latest
    if goal is None or met is Meets.NO_TARGET:
        return ""
    named = f"the target of {with_unit(goal.value, row.indicator)}"
    if met is Meets.CANNOT_TELL or fact is None:
        return f"Cannot tell whether it meets {named}."
    if met is Meets.MEETS:
        return f"It meets {named}."
    short = _short(row, goal.value)
    return f"It does not meet {named}{short}."


def _short(row: ScoreRow, goal: float) -> str:
    fact = row.latest
    counted = fact and fact.numerator is not None and fact.denominator and row.indicator.interval == "proportion"
    whole = counted and float(fact.numerator).is_integer() and float(fact.denominator).is_integer()
    if not whole or not fact:
        return ""
    share = str(goal / row.indicator.per)
    if row.indicator.better == "lower":
        return f": {number(children_over(int(fact.numerator), int(fact.denominator), share))} above it"
    return f": {number(children_short(int(fact.numerator), int(fact.denominator), share))} short of it"


def one_child(row: ScoreRow) -> str:
    """What one person is worth in a small group: 'One child is worth 2.4 points here.'; '' in a large one and for rates."""
    fact = row.latest
    if row.indicator.interval != "proportion" or fact is None or not fact.denominator or fact.denominator >= MANY:
        return ""
    if row.indicator.who.startswith("of "):
        return ""
    worth = number(points_per_child(fact.denominator), 1)
    care = " So few people call for care." if needs_caution(fact.denominator) else ""
    return f"One {_person(row)} is worth {worth} points here.{care}"


def tally(counts: Tally) -> str:
    """How many indicators are better, similar, worse and not to be told: never a score."""
    parts = [f"{n} {word}" for n, word in ((counts.better, "better"), (counts.similar, "similar"), (counts.worse, "worse")) if n]
    parts += [f"{counts.unknown} cannot be told"] if counts.unknown else []
    neutral = f"{counts.neutral} more {'are' if counts.neutral > 1 else 'is'} neither good nor bad" if counts.neutral else ""
    said = and_(parts) if parts else ""
    return starts_sentence("; ".join(part for part in (said, neutral) if part) + ".") if said or neutral else ""


def false_alarms(checks: int, expected: float) -> str:
    """How many of the verdicts chance alone would make: 'Of 62 checks about 3 would look like this by chance.'"""
    if not checks:
        return "Nothing could be put to the test."
    about = "about 1" if expected < 1.5 else f"about {number(expected)}"
    about = "fewer than 1" if expected < 0.5 else about
    return f"Of {checks} checks, {about} would stand out by chance alone."


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


def _inside(reason_: str) -> str:
    """A reason in the middle of a sentence."""
    return f"{reason_[:1].lower()}{reason_[1:]}".rstrip(".")


def _people(row: ScoreRow) -> str:
    if row.indicator.who.startswith("of "):
        return "workers or posts"
    return "young people" if _is_young(row) else "children"


def _person(row: ScoreRow) -> str:
    return "young person" if _is_young(row) else "child"


def _is_young(row: ScoreRow) -> bool:
    return "care leaver" in row.indicator.who.lower() or row.indicator.unit == "young people"
