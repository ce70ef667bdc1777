"""The shape of a verdict and its words, as they stand in a table or a list: never a colour alone, never a shape alone."""

from metrics.judged import Level
from metrics.phrases import starts_sentence
from metrics.results import Kind, ScoreRow
from metrics.wording.places import against
from metrics.wording.verdicts import level_why, level_words

BETTER, SIMILAR, WORSE, UNJUDGED = "▲", "●", "▼", "◇"
OF_LEVEL = {Level.BETTER: BETTER, Level.SIMILAR: SIMILAR, Level.WORSE: WORSE}
NEITHER = "neither good nor bad"


def mark(row: ScoreRow) -> str:
    """The shape of a row's verdict. An indicator without a direction is never judged, however it lies to its benchmark."""
    return UNJUDGED if row.indicator.better == "neither" else OF_LEVEL.get(row.verdict.level, UNJUDGED)


def verdict(row: ScoreRow) -> str:
    """A cell: '▲ better than its neighbours' and, after a line break, where exactly; or '◇ cannot tell' and why."""
    if row.verdict.level is not Level.CANNOT_TELL:
        told = NEITHER if row.indicator.better == "neither" else ""
        return _cell(mark(row), level_words(row), told, place(row))
    why, _, rest = level_why(row).partition(": ")
    return _cell(mark(row), why or level_words(row), rest, place(row))


def place(row: ScoreRow) -> str:
    """Where a published figure lies among others, 'higher than 9 of 10 neighbours; median 62.6'; '' where nothing is compared."""
    latest, benchmark = row.latest, row.benchmark
    if latest is None or latest.value is None or benchmark is None or benchmark.value is None:
        return ""
    return against(row) if row.indicator.is_share or row.indicator.slices[0].value is not None else ""


def whom(kind: Kind) -> str:
    """Whom a verdict compares with: 'its neighbours', 'England', 'its region'."""
    return {Kind.NEIGHBOURS: "its neighbours", Kind.ENGLAND: "England", Kind.REGION: "its region"}[kind]


def _cell(shape: str, loud: str, *quiet: str) -> str:
    said = "; ".join(part for part in quiet if part)
    return f"{shape} {loud}\n{starts_sentence(said)}" if said else f"{shape} {loud}"
