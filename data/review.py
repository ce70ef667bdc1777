"""Review a draft before it becomes a snapshot: set it beside the current one; the gate stops it, or a person accepts it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from data import compare_text, gate
from data.areas import load as load_areas
from data.compare import Comparison, files_of
from data.compare_files import write_csv
from data.errors import BadInput
from data.manifest import Manifest
from data.store import Snapshot


@dataclass(frozen=True)
class Review:
    """Who publishes and why, why they accept what the gate would stop ('': they do not), where every difference is written as
    CSV (None: nowhere), and how to talk to them."""

    by: str
    note: str
    accept: str
    report: Path | None
    say: Callable[[str], None]


def review(current: Snapshot | None, draft: Snapshot, asked: Review) -> Manifest:
    """The draft's manifest with what changed and what was accepted. A first snapshot has nothing to be compared with, and what
    the checks said was accepted before.

    Raises BadInput where the gate stays closed.
    """
    if current is None:
        _say_accepted(draft.manifest, asked)
        return draft.manifest
    comparison = Comparison(files_of(current), files_of(draft))
    try:
        return _judged(comparison, draft.manifest, asked)
    finally:
        comparison.close()


def _judged(comparison: Comparison, made: Manifest, asked: Review) -> Manifest:
    areas = load_areas()
    said = compare_text.sentences(comparison, areas)
    for line in said:
        asked.say(line)
    if asked.report:
        save_csv(comparison, asked.report)
        asked.say(f"Every difference is written to {asked.report}.")
    stopped = tuple(gate.beyond(comparison, areas))
    if stopped and not asked.accept:
        raise gate.closed(stopped)
    stopped = (*made.stopped, *stopped)
    made = replace(made, changes=(*made.changes, *said), stopped=stopped, accepted=asked.accept if stopped else "")
    _say_accepted(made, asked)
    return made


def _say_accepted(made: Manifest, asked: Review) -> None:
    if asked.accept:
        asked.say(f"Accepted by {asked.by}: {made.accepted}" if made.stopped else "There was nothing that had to be accepted.")


def save_csv(comparison: Comparison, path: Path) -> None:
    """Write every difference to a CSV file. Raises BadInput where it cannot be written."""
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_csv(comparison, stream)
    except OSError as error:
        raise BadInput(f"the report cannot be written ({error.strerror}). Name another file.", str(path)) from error
