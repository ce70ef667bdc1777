"""Say a scorecard: how much is known, and how its figures are judged; never a total score."""

from data.status import Status
from metrics.phrases import when
from metrics.results import Scorecard, ScoreRow
from metrics.wording.naming import and_, comparable
from metrics.wording.places import finding


def scorecard_finding(card: Scorecard) -> str:
    """The heading of a scorecard: how much is known, and on which side of the benchmark, never a total score."""
    lines, name = card.rows, card.area.short_name
    if all(r.indicator.local for r in lines):
        these = f"None of these {len(lines)} measures is" if len(lines) > 1 else "This measure is not"
        return f"{these} published for every council: only {name} itself can tell."
    shown = [r for r in lines if r.latest and r.latest.status is Status.PUBLISHED]
    local = sum(r.indicator.local for r in lines)
    parts = [f"{len(shown)} of {len(lines)} measures have a figure for {name}"]
    sides = [_side(r) for r in shown]
    for word in ("higher", "lower"):
        if sides.count(word):
            parts.append(f"{sides.count(word)} {word} than the benchmark")
    hidden = len(lines) - len(shown) - local
    if hidden:
        parts.append(f"{hidden} without a figure to show")
    if local:
        parts.append(f"{local} not measured nationally")
    return f"{parts[0]}: {and_(parts[1:])}." if len(parts) > 1 else f"{parts[0]}."


def _side(row: ScoreRow) -> str:
    if (
        not comparable(row.indicator)
        or not row.latest
        or not row.benchmark
        or row.latest.value is None
        or row.benchmark.value is None
    ):
        return ""
    if row.latest.value == row.benchmark.value:
        return "same"
    return "higher" if row.latest.value > row.benchmark.value else "lower"


def scorecard_sentence(card: Scorecard) -> str:
    """How to read the rows, and how old they are."""
    latest = [r.latest for r in card.rows if r.latest]
    if not latest:
        return "Each row says what a council would need to collect to know."
    newest, oldest = max(latest, key=lambda f: f.year), min(latest, key=lambda f: f.year)
    ages = f"the newest is {when(newest)}" + (f", the oldest {when(oldest)}" if oldest.year != newest.year else "")
    return f"Each row shows its own latest period: {ages}. Higher or lower says nothing about better or worse by itself."


def opening_finding(card: Scorecard) -> str:
    """The heading of the opening page: the first headline rate of the context, with its change and its place."""
    context = [r for r in card.rows if r.indicator.principle == "context"]
    row = next((r for r in context if r.indicator.is_share), context[0] if context else None)
    if row is None:
        return f"{card.area.short_name}: {scorecard_finding(card)}"
    return finding(row.indicator, row.breakdown, card.area, row.latest, row.before, row.benchmark)
