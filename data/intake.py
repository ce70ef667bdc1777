"""Take in one file: read it, bind it, check it, turn it into observations."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa

from data import checks
from data.areas import Areas
from data.binding import bind
from data.errors import BadInput
from data.findings import Finding, Outcome
from data.gather import Incoming
from data.neighbours import read_neighbours
from data.observe import observe
from data.reading import read_table


@dataclass(frozen=True)
class Taken:
    """What came of one file. `table` is None where a check failed; `rows` under the header, `left_out` without a figure."""

    incoming: Incoming
    table: pa.Table | None
    rows: int
    left_out: int
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether anything stops this file from being published."""
        return any(f.outcome is Outcome.FAIL for f in self.findings)


def take_in(incoming: Incoming, areas: Areas) -> Taken:
    """Read, bind, check and observe one file. A fault in it comes back as a finding, never as an exception."""
    with _collector_paused():
        return _take_in(incoming, areas)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Millions of cells are made here and none of them is part of a cycle: the collector would look at each of them again and
    again, for a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _take_in(incoming: Incoming, areas: Areas) -> Taken:
    try:
        if incoming.source.shape == "neighbours":
            table, rows, left_out = read_neighbours(incoming.path, incoming.source, incoming.release, areas)
            notes = [_dividers(incoming, left_out)] if left_out else []
            return Taken(incoming, table, rows, left_out, tuple(notes))
        raw = read_table(incoming.path, incoming.release.file)
        bound = bind(raw, incoming.source, incoming.release)
    except BadInput as error:
        finding = Finding("reading", Outcome.FAIL, error.message, error.where or incoming.release.file)
        return Taken(incoming, None, 0, 0, (finding,))
    findings = tuple(checks.run(bound, areas))
    failed = any(f.outcome is Outcome.FAIL for f in findings)
    return Taken(incoming, None if failed else observe(bound, areas), raw.rows, 0, findings)


def _dividers(incoming: Incoming, count: int) -> Finding:
    message = f"{count} rows name no authority (blank rows and a divider between two blocks) and were left out."
    return Finding("neighbours", Outcome.NOTE, message, incoming.release.file)
