"""Say an authority at a glance: the numbers to know first, strengths before concerns, and what chance alone would do."""

from metrics.figures import reason, shown
from metrics.glance import Glance
from metrics.judged import Level
from metrics.phrases import figure_of, starts_sentence, when
from metrics.results import ScoreRow
from metrics.wording.ages import dated, older
from metrics.wording.marks import mark, place, whom
from metrics.wording.naming import lower, several
from metrics.wording.places import change
from metrics.wording.verdicts import false_alarms, trend_words

LABELS = {
    "children_looked_after": "children looked after",
    "children_started": "came into care",
    "children_ceased": "left care",
    "care_leavers_19_to_21": "care leavers aged 19 to 21",
}
UNTESTED = "No measure could be put to the test."


def number(row: ScoreRow) -> tuple[str, str, str]:
    """A number to know first: the figure or its mark, what it counts and when, and its change or why it is missing."""
    label = LABELS.get(row.indicator.id, lower(row.indicator.title))
    if row.latest is None:
        return "none", label, "no figure is held for this authority and this choice"
    figure, counted = shown(row.latest, row.indicator), f"{label} {when(row.latest)}"
    return figure, counted, change(row) if row.latest.value is not None else reason(row.latest.status)


def point(row: ScoreRow, newest: int = 0) -> tuple[str, str, str, str]:
    """A strength or a concern: its shape, title, figure, and how it lies to others and where it points, with its date where
    others have a figure of a later year, `newest`."""
    assert row.latest is not None
    said = f"{starts_sentence(row.verdict.level.value)}: {place(row)}"
    if row.verdict.worsening is not None:
        said += f"; over five years {trend_words(row)}"
    if older(row.latest, newest):
        said += f"; {dated(row.latest, newest)}"
    return mark(row), row.indicator.title_of(row.breakdown), figure_of(row.indicator, row.latest), f"{said}."


def chance(found: Glance) -> str:
    """How many of the verdicts chance alone would make, and how many measures cannot be told."""
    counts = found.attention.tally
    said = [false_alarms(counts.checks, found.attention.expected)] if counts.checks else []
    if counts.unknown:
        said.append(f"{counts.unknown} {'more ' if said else ''}measure{'' if counts.unknown == 1 else 's'} cannot be told.")
    return " ".join(said)


def nothing(found: Glance, level: Level) -> str:
    """What stands where the list of what is at a level is empty: that none is, or that nothing could be tested, which is not the
    same."""
    if not found.attention.tally.checks:
        return UNTESTED
    return f"No measure is clearly {level.value} than {whom(found.attention.choice.kind)}."


def more(count: int) -> str:
    """What opens the rest of a list."""
    return f"and {count} more"


def improving(found: Glance) -> str:
    """What points the good way without being better yet; '' for nothing."""
    return _list("Moving the right way over five years", found.improving)


def turning(found: Glance) -> str:
    """What points the bad way without being worse yet; '' for nothing."""
    return _list("Moving the wrong way over five years", found.attention.turning)


def _list(lead: str, rows: tuple[ScoreRow, ...]) -> str:
    return f"{lead}: {several([lower(row.indicator.title_of(row.breakdown)) for row in rows])}." if rows else ""
