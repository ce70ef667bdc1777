"""Say which headline verdicts a new snapshot changes: how many by indicator, and the first of them."""

from collections import Counter
from collections.abc import Sequence

from metrics.verdict_changes import VerdictChange
from metrics.wording.naming import lower, several

FIRST = 5


def summary(changes: Sequence[VerdictChange]) -> str:
    """All changes in one line: counts by indicator, the largest first, and the five largest changes; or that there are none."""
    if not changes:
        return "No headline verdict changes."
    counts = Counter(lower(change.indicator.title) for change in changes)
    by_indicator = [f"{n} in {title}" for title, n in counts.most_common()]
    verdicts = "1 headline verdict changes" if len(changes) == 1 else f"{len(changes)} headline verdicts change"
    lead = "The largest: " if len(changes) > FIRST else ""
    named = [line(change) for change in sorted(changes, key=largest)[:FIRST]]
    return f"{verdicts} ({several(by_indicator)}). {lead}{'; '.join(named)}."


def line(change: VerdictChange) -> str:
    """One change: 'Kent, teeth checked by a dentist: similar, was worse (2025, revised)'."""
    period = change.fact_after.period if change.fact_after else "no figure"
    note = f"{period}, revised" if change.same_period else period
    title = lower(change.indicator.title)
    return f"{change.area.short_name}, {title}: {change.after.value}, was {change.before.value} ({note})"


def largest(change: VerdictChange) -> tuple[bool, int]:
    """The order of importance: those told before and after in front, then by how many steps apart the two verdicts are. Changes
    that tie keep their order, revisions of the same period first."""
    steps = {"worse": 0, "lower": 0, "similar": 1, "better": 2, "higher": 2}
    ends = [steps.get(level.value) for level in (change.before, change.after)]
    told = None not in ends
    return not told, -abs((ends[0] or 0) - (ends[1] or 0)) if told else 0
