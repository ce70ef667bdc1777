"""Say a scorecard: how its figures are judged, and how much is not known; never a total score."""

from collections.abc import Sequence

from metrics.judged import Level
from metrics.phrases import starts_sentence, when
from metrics.results import Scorecard, ScoreRow
from metrics.scores import tally
from metrics.wording.ages import older
from metrics.wording.marks import whom
from metrics.wording.naming import and_, lower, several
from metrics.wording.places import finding
from metrics.wording.untold import untold
from metrics.wording.verdicts import WORDS

JUDGED = (Level.BETTER, Level.SIMILAR, Level.WORSE)
NEUTRAL = (Level.HIGHER, Level.SIMILAR, Level.LOWER)
MOST = 3  # measures that a heading has room to name


def scorecard_finding(card: Scorecard) -> str:
    """A whole scorecard: what could be judged and, after it, what could not be by its nature. Never a total score."""
    return " ".join(part for part in (judged_finding(card), apart(card)) if part)


def judged_finding(card: Scorecard) -> str:
    """The heading of a scorecard: how many of its measures are better, similar, worse and not to be told."""
    name, shown, judged = card.area.short_name, *_shown(card)
    if not shown:
        return _without_figures(card)
    if all(r.verdict.level is Level.CANNOT_TELL for r in shown):
        these = f"None of the {len(shown)} measures" if len(shown) > 1 else "The one measure"
        return f"{these} for {name} can{'' if len(shown) > 1 else 'not'} be told."
    lead = "" if judged else ", none of them good or bad in itself"
    return f"Of {_measures(len(shown))} for {name}{lead}, {_told(shown, JUDGED if judged else NEUTRAL, whom(card.choice.kind))}."


def named(card: Scorecard) -> str:
    """Which of its measures stand apart from the others: 'Better: school missed. Worse: posts that are vacant and two more.'; ''
    where none does. Strengths come before concerns."""
    shown, judged = _shown(card)
    said = []
    for level in (Level.BETTER, Level.WORSE) if judged else (Level.HIGHER, Level.LOWER):
        found = [lower(row.indicator.title_of(row.breakdown)) for row in shown if row.verdict.level is level]
        more = [f"{len(found) - MOST} more"] if len(found) > MOST else []
        said += [f"{starts_sentence(level.value)}: {several(found[:MOST] + more)}."] if found else []
    return " ".join(said)


def why_untold(card: Scorecard) -> str:
    """Why those that a heading counts cannot be told; '' where all of them can."""
    return untold(_shown(card)[0])


def apart(card: Scorecard) -> str:
    """The measures that have no verdict of better or worse by their nature, each kind for itself; '' without any."""
    shown, _ = _shown(card)
    found = _kinds(card.rows, len([r for r in card.rows if r.indicator.measured]) - len(shown)) if shown else []
    return f"{and_([_more(*found[0]), *(f'{_are(n)} {word}' for n, word in found[1:])])}." if found else ""


def _shown(card: Scorecard) -> tuple[list[ScoreRow], bool]:
    """The measures that a heading counts, and whether they can be better or worse: those that can, where there are any."""
    held = [r for r in card.rows if r.indicator.measured]
    judged = [r for r in held if r.indicator.better != "neither"]
    return judged or held, bool(judged)


def _without_figures(card: Scorecard) -> str:
    """A card of which nothing is published for every council."""
    lines, name = card.rows, card.area.short_name
    if not all(r.indicator.local for r in lines):
        return f"{name}: {and_([f'{_are(n)} {word}' for n, word in _kinds(lines, 0)])}."
    these = f"None of these {len(lines)} measures is" if len(lines) > 1 else "This measure is not"
    return f"{these} published for every council, so only {name} itself can tell."


def _told(lines: Sequence[ScoreRow], levels: Sequence[Level], others: str) -> str:
    """'19 are similar to its neighbours and 5 are worse. 25 cannot be told'."""
    counts = {level: sum(r.verdict.level is level for r in lines) for level in levels}
    found = [(n, level) for level, n in counts.items() if n]
    parts = [f"{_are(n)} {level.value if place else f'{WORDS[level]} {others}'}" for place, (n, level) in enumerate(found)]
    unknown = len(lines) - sum(counts.values())
    return and_(parts) + (f". {unknown} cannot be told" if unknown else "")


def _kinds(lines: Sequence[ScoreRow], neutral: int) -> list[tuple[int, str]]:
    elsewhere, local = sum(bool(r.indicator.elsewhere) for r in lines), sum(r.indicator.local for r in lines)
    found = ((neutral, "neither good nor bad"), (local, "not measured nationally"), (elsewhere, "published elsewhere"))
    return [(n, word) for n, word in found if n]


def _are(n: int) -> str:
    return f"{n} {'is' if n == 1 else 'are'}"


def _more(n: int, word: str) -> str:
    return f"{n} more {'is' if n == 1 else 'are'} {word}"


def _measures(n: int) -> str:
    return f"{n} measure{'' if n == 1 else 's'}"


def scorecard_sentence(card: Scorecard) -> str:
    """How to read the rows, and how old they are; where none has a figure, whether one was published at all."""
    if said := how_old(card):
        return f"{said} {_rule(card)}"
    if any(row.indicator.measured for row in card.rows):
        return "No figure is held for this choice."
    return "Each row says what a council would need to collect to know."


def how_old(card: Scorecard) -> str:
    """How old the figures are, and how many are marked as older than the newest; '' without a figure."""
    latest = [r.latest for r in card.rows if r.latest]
    if not latest:
        return ""
    newest, oldest = max(latest, key=lambda f: f.year), min(latest, key=lambda f: f.year)
    count = sum(older(fact, newest.year) for fact in latest)
    marked = f"; {_are(count)} older and marked so, the oldest {when(oldest)}" if count else ""
    return f"The newest figure is {when(newest)}{marked}."


def _rule(card: Scorecard) -> str:
    """When a scorecard says better or worse; where it never does, that higher or lower says neither."""
    if tally(card.rows).neutral == len(card.rows):
        return "None of these is good or bad in itself."
    return "Better or worse is said only where chance would rarely do it, and never of a handful of children."


def opening_finding(card: Scorecard) -> str:
    """The heading of the opening page: the first headline rate of the context, with its change and its place; where the vintage
    and the years chosen hold none, what is known of all headline measures."""
    context = [r for r in card.rows if r.indicator.principle == "context" and r.latest]
    row = next((r for r in context if r.indicator.is_share), context[0] if context else None)
    if row is None:
        return scorecard_finding(card)
    return finding(row.indicator, row.breakdown, card.area, row.latest, row.before, row.benchmark)
