"""What deserves a question: strengths and concerns of an authority by one and the same rule, with the false alarms to expect."""

from collections.abc import Iterable
from dataclasses import dataclass

from data.areas import Area
from metrics.asking import Asking
from metrics.catalogue import Catalogue
from metrics.judge import margin_of
from metrics.judged import Level, Tally
from metrics.methods.practical import false_alarms
from metrics.patterns import Pattern, matching, patterns
from metrics.results import Choice, Scorecard, ScoreRow
from metrics.scores import EVERYTHING, scorecard, tally


@dataclass(frozen=True)
class Attention:
    """`strengths` and `concerns` are the figures that are better and worse than the benchmark, the least likely by chance first;
    `turning` those whose last five years point the bad way without being worse yet; `patterns` the questions to ask because
    several moved together. Of `tally.checks` figures tested, about
    `expected` would be called better or worse by chance alone (M23)."""

    area: Area
    choice: Choice
    edition: str
    strengths: tuple[ScoreRow, ...]
    concerns: tuple[ScoreRow, ...]
    turning: tuple[ScoreRow, ...]
    patterns: tuple[Pattern, ...]
    tally: Tally
    expected: float
    notes: tuple[str, ...]


def attention(asking: Asking, area: str, choice: Choice | None = None) -> Attention:
    """All indicators of an authority put to the test. Raises BadInput for an unknown area or edition."""
    entries = [e for e in asking.catalogue.values() if not e.reference]
    return of_card(scorecard(asking, EVERYTHING, entries, area, choice or Choice()), asking.catalogue)


def of_card(card: Scorecard, catalogue: Catalogue) -> Attention:
    """The same of a scorecard that is already there."""
    counted = tally(card.rows)
    return Attention(
        area=card.area,
        choice=card.choice,
        edition=card.edition,
        strengths=_with(card.rows, Level.BETTER),
        concerns=_with(card.rows, Level.WORSE),
        turning=tuple(r for r in card.rows if r.verdict.worsening and r.verdict.level is not Level.WORSE),
        patterns=matching(patterns(catalogue), moves(card.rows)),
        tally=counted,
        expected=false_alarms(counted.checks),
        notes=card.notes,
    )


def moves(lines: Iterable[ScoreRow]) -> dict[str, str]:
    """Which way each indicator moved since the year before ('up', 'down'), by more than its practical margin; one that did not,
    or whose series broke or has a gap in between, is left out."""
    found = {}
    for line in lines:
        latest, before = line.latest, line.before
        if latest is None or before is None or latest.value is None or before.value is None:
            continue
        broke = any(b.year == latest.year for b in line.indicator.breaks_of(line.breakdown))
        if not broke and abs(latest.value - before.value) > margin_of(line.indicator, before.value):
            found[line.indicator.id] = "up" if latest.value > before.value else "down"
    return found


def _with(lines: tuple[ScoreRow, ...], level: Level) -> tuple[ScoreRow, ...]:
    found = [line for line in lines if line.verdict.level is level]
    return tuple(sorted(found, key=lambda line: -abs(line.verdict.z or 0.0)))
