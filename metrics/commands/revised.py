"""The commands of the page on data and methods: how a figure was revised, and what the snapshot holds and changed."""

from collections import Counter
from itertools import pairwise
from typing import Annotated

import typer

from data.errors import UserError
from metrics import inventory, revision_words, snapshot_changes, snapshot_words
from metrics.ask import Ask
from metrics.commands.question import Answer, ask_with
from metrics.options import Area, Breakdown, IndicatorId, Period
from metrics.results import Choice, Fact
from metrics.revisions import History, every_year, others
from metrics.revisions import revisions as history_of

OneArea = Annotated[str, typer.Option("--area", help="Also the single figures of this area that were revised; none without it.")]


def revisions(
    ask: Ask, choice: Choice, indicator: IndicatorId, area: Area, period: Period = "", breakdown: Breakdown = ""
) -> Answer:
    """How a figure was revised: every vintage held of it, every year beside its oldest release, the region's and England's."""
    label = breakdown or None
    own = history_of(ask, indicator, area, choice, period, label)
    years = every_year(ask, indicator, area, choice, label)
    found = [own, *_of_others(ask, choice, own)]
    said = [line for one in found for line in (revision_words.finding(one), revision_words.shown_here(one))]
    result = {
        "histories": [{"area_code": one.area.code, "history": one, "moves": _moves(one)} for one in found],
        "every_year": [{"period": now.period, "then": then, "now": now, **_moved(then, now)} for then, now in years.pairs],
    }
    return Answer(result, [*said, revision_words.every_year(years)])


def held(ask: Ask, choice: Choice, area: OneArea = "") -> Answer:
    """What the snapshot holds: its published files, the checks' findings, and what changed since the snapshot before."""
    manifest = ask.manifest
    changes = snapshot_changes.changes(manifest)
    result = {
        "files": manifest.source_files,
        "releases_held": Counter(file.source_title for file in manifest.source_files),
        "changes": changes.tables,
        "findings": manifest.findings,
        "measures": len(ask.catalogue),
    }
    said = [snapshot_words.finding(changes), *snapshot_words.made(manifest), *snapshot_words.brought(changes)]
    said += [snapshot_words.checked(manifest), *snapshot_words.accepted(manifest), inventory.finding(ask), *inventory.METHODS]
    return Answer(result, said, _differences(ask, ask.areas.find(area).code) if area else {})


def _of_others(ask: Ask, choice: Choice, own: History) -> list[History]:
    """The same figure of the region and of England, where they have it in that period."""
    found = []
    for code in others(own.area) if own.period else ():
        try:
            found.append(history_of(ask, own.indicator.id, code, choice, own.period, own.breakdown))
        except UserError:  # they have no figure of it in that period
            continue
    return found


def _moves(history: History) -> list[dict[str, object]]:
    """What each vintage but the first changed, by the day from which it was known."""
    later = pairwise(history.revisions)
    return [{"known_from": after.known_from, **_moved(before.fact, after.fact)} for before, after in later]


def _moved(before: Fact, after: Fact) -> dict[str, float | None]:
    """How many more there are (below zero: fewer), of how many before, and how much higher the figure is."""
    return {
        "people": _less(after.numerator, before.numerator),
        "out_of_before": before.denominator,
        "out_of": after.denominator,
        "higher_by": _less(after.value, before.value),
    }


def _less(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else now - before


def _differences(ask: Ask, code: str) -> dict[str, object]:
    """The largest revisions of all areas and of one; nothing where the snapshot before is not held."""
    before = snapshot_changes.previous(ask.snapshot)
    if before is None:
        return {}
    found = snapshot_changes.differences(before, ask.snapshot)
    return {
        "largest": found.largest,
        "largest_of_area": found.by_area.get(code, ()),
        "revised": sum(one.revised for one in found.sources),
        "revised_of_area": found.revised(code),
    }


def register(app: typer.Typer) -> None:
    """Add these commands to `python -m metrics`."""
    ask_with(app, revisions, choice=())
    ask_with(app, held, choice=())
