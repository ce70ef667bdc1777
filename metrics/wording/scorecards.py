"""Say a scorecard: how its figures are judged, and how much is not known; never a total score."""

from collections.abc import Sequence

from metrics.judged import Level
from metrics.phrases import starts_sentence, when
from metrics.results import Scorecard, ScoreRow
from metrics.scores import tally
from metrics.wording.naming import and_
from metrics.wording.places import finding
from metrics.wording.verdicts import WORDS

JUDGED = (Level.BETTER, Level.SIMILAR, Level.WORSE)
NEUTRAL = (Level.HIGHER, Level.SIMILAR, Level.LOWER)


def scorecard_finding(card: Scorecard) -> str:
    """The heading of a scorecard: how many of its measures are better, similar, worse and not to be told, with those that are
    neither good nor bad, published elsewhere or not measured nationally apart. Never a total score."""
    lines, name = card.rows, card.area.short_name
    local = sum(r.indicator.local for r in lines)
    if local == len(lines):
        these = f"None of these {len(lines)} measures is" if len(lines) > 1 else "This measure is not"
        return f"{these} published for every council: only {name} itself can tell."
    held = [r for r in lines if r.indicator.measured]
    judged = [r for r in held if r.indicator.better != "neither"]
    shown = judged or held
    if not shown:
        return f"{name}: {_apart(lines, 0)[0]}."
    apart = _apart(lines, len(held) - len(shown))
    rest = f" Apart from these, {apart[0]}." if apart else ""
    rest += f" {starts_sentence(and_(apart[1:]))}." if apart[1:] else ""
    if all(r.verdict.level is Level.CANNOT_TELL for r in shown):
        these = f"None of the {len(shown)} measures" if len(shown) > 1 else "The one measure"
        return f"{these} for {name} can{'' if len(shown) > 1 else 'not'} be told.{rest}"
    lead = "" if judged else ", none of them good or bad in itself"
    return f"Of {_measures(len(shown))} for {name}{lead}, {_told(shown, JUDGED if judged else NEUTRAL)}.{rest}"


def _told(lines: Sequence[ScoreRow], levels: Sequence[Level]) -> str:
    """'19 are similar to the benchmark and 5 are worse than it. 25 cannot be told'."""
    counts = {level: sum(r.verdict.level is level for r in lines) for level in levels}
    found = [(n, WORDS[level]) for level, n in counts.items() if n]
    parts = [f"{_are(n)} {word} {'it' if place else 'the benchmark'}" for place, (n, word) in enumerate(found)]
    unknown = len(lines) - sum(counts.values())
    return and_(parts) + (f". {unknown} cannot be told" if unknown else "")


def _apart(lines: Sequence[ScoreRow], neutral: int) -> list[str]:
    """Those that have no verdict of better or worse by their nature, each kind for itself."""
    elsewhere, local = sum(bool(r.indicator.elsewhere) for r in lines), sum(r.indicator.local for r in lines)
    found = (
        (neutral, "neither good nor bad"),
        (local, "not measured nationally"),
        (elsewhere, "published elsewhere"),
    )
    return [f"{_are(n)} {word}" for n, word in found if n]


def _are(n: int) -> str:
    return f"{n} {'is' if n == 1 else 'are'}"


def _measures(n: int) -> str:
    return f"{n} measure{'' if n == 1 else 's'}"


def scorecard_sentence(card: Scorecard) -> str:
    """How to read the rows, and how old they are."""
    latest = [r.latest for r in card.rows if r.latest]
    if not latest:
        return "Each row says what a council would need to collect to know."
    newest, oldest = max(latest, key=lambda f: f.year), min(latest, key=lambda f: f.year)
    ages = f"The newest figure is {when(newest)}" + (f", the oldest {when(oldest)}" if oldest.year != newest.year else "")
    return f"{ages}. {_rule(card)}"


def _rule(card: Scorecard) -> str:
    """When a scorecard says better or worse; where it never does, that higher or lower says neither."""
    if tally(card.rows).neutral == len(card.rows):
        return "None of these is good or bad in itself."
    return "Better or worse is said only where chance would rarely do it, and never of a handful of children."


def opening_finding(card: Scorecard) -> str:
    """The heading of the opening page: the first headline rate of the context, with its change and its place."""
    context = [r for r in card.rows if r.indicator.principle == "context"]
    row = next((r for r in context if r.indicator.is_share), context[0] if context else None)
    if row is None:
        return f"{card.area.short_name}: {scorecard_finding(card)}"
    return finding(row.indicator, row.breakdown, card.area, row.latest, row.before, row.benchmark)
