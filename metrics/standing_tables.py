"""The seven principles as tables: how each is judged, and what each rests on. Never added up to a score."""

from metrics import words
from metrics.evidence import EvidenceMap, State
from metrics.glance import Glance, Standing
from metrics.tables import Column, Table
from metrics.wording import marks
from metrics.wording.naming import lower

RESTS_ON = (
    (State.FIGURE, "With a figure"),
    (State.HIDDEN, "No figure to show here"),
    (State.ELSEWHERE, "Published elsewhere"),
    (State.LOCAL, "Not measured nationally"),
)
SQUARES = {State.FIGURE: "full", State.HIDDEN: "half full", State.ELSEWHERE: "empty", State.LOCAL: "dotted"}


def principles(found: Glance) -> Table:
    """One row per principle: how many of its measures are better, similar, worse and not to be told."""
    columns = ("Better", "Similar", "Worse", "Cannot tell", "Neither good nor bad")
    return Table(
        "The seven principles: how many measures of each are better, similar or worse",
        (Column("Principle"), *(Column(title, True) for title in columns)),
        tuple(_cells(one) for one in found.standings),
    )


def _cells(one: Standing) -> tuple[str, ...]:
    counts, title = one.tally, words.principle_title(one.principle)
    if one.evidence.only_local:
        title = f"{title}\nNot measured nationally"
    shapes = ((marks.BETTER, counts.better), (marks.SIMILAR, counts.similar), (marks.WORSE, counts.worse))
    judged = [f"{shape} {count}" if count else "0" for shape, count in shapes]
    return title, *judged, f"{marks.UNJUDGED} {counts.unknown}" if counts.unknown else "0", str(counts.neutral)


def evidence(found: EvidenceMap) -> Table:
    """One row per principle: how many of its measures have a figure, and why the others have none."""
    used = [(state, title) for state, title in RESTS_ON if found.counts[state]]
    return Table(
        f"What the seven principles rest on for {found.area.short_name}",
        (Column("Principle"), *(Column(title, True) for _, title in used), Column("Measures", True)),
        tuple(
            (words.principle_title(one.principle), *(str(one.counts[state]) for state, _ in used), str(len(one.states)))
            for one in found.principles
        ),
        f"The squares: {'; '.join(f'{SQUARES[state]}, {lower(title)}' for state, title in used)}.",
    )
