"""Take in one file: read it, bind it, check it, turn it into observations."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pyarrow as pa

from data import checks
from data.areas import Areas
from data.binding import Bound, bind
from data.errors import BadInput
from data.findings import Finding, Outcome
from data.gather import Incoming
from data.inspections import read_inspections
from data.joint import split
from data.lait import read_lait
from data.metadata import described
from data.neighbours import read_neighbours
from data.observe import observe
from data.reading import read_table
from data.remarks import remarks
from data.vintage import Earlier

SHAPES_BOUND = ("table", "lait")  # the shapes whose figures become observations


@dataclass(frozen=True)
class Taken:
    """What came of one file. `table` is None where a check failed; `rows` stand under its header (of all its sheets), and
    `left_out` of them hold no figure, for a reason that is among the findings."""

    incoming: Incoming
    table: pa.Table | None
    rows: int
    left_out: int
    findings: tuple[Finding, ...]

    @property
    def kept(self) -> int:
        """How many rows hold figures that were kept."""
        return self.rows - self.left_out

    @property
    def failed(self) -> bool:
        """Whether anything stops this file from being published."""
        return any(f.outcome is Outcome.FAIL for f in self.findings)


def take_in(incoming: Incoming, areas: Areas, earlier: Earlier | None = None, accepting: bool = False) -> Taken:
    """Read, bind, check and observe one file. A fault in it comes back as a finding, never as an exception. Of `earlier`
    releases the one before is held against it, and it is remembered among them. `accepting` takes in a file whose figures a
    check would stop, where a named person may accept that."""
    with _collector_paused():
        taken = _take_in(incoming, areas, earlier, accepting)
    if earlier and taken.table is not None and incoming.source.shape in SHAPES_BOUND:
        earlier.add(incoming.release, taken.table)
    return taken


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


def _take_in(incoming: Incoming, areas: Areas, earlier: Earlier | None, accepting: bool) -> Taken:
    try:
        if incoming.source.shape == "neighbours":
            return _neighbours(incoming, areas)
        if incoming.source.shape == "inspections":
            table, rows = read_inspections(incoming.path, incoming.source, incoming.release, areas)
            return Taken(incoming, table, rows, rows - table.num_rows, ())
        bound = _bound(incoming, areas)
    except BadInput as error:
        finding = Finding("reading", Outcome.FAIL, error.message, error.where or incoming.release.file)
        return Taken(incoming, None, 0, 0, (finding,))
    findings = [*described(incoming, bound), *checks.run(bound, areas, earlier.before(incoming.release) if earlier else None)]
    findings = [checks.accepted(f) for f in findings] if accepting else findings
    if any(f.outcome is Outcome.FAIL for f in findings):
        return Taken(incoming, None, bound.rows, 0, tuple(findings))
    nowhere = sum(bound.area_codes.count(code) for code in set(bound.area_codes) if not split(code))
    return Taken(incoming, observe(bound, areas), bound.rows, nowhere, (*findings, *remarks(bound)))


def _bound(incoming: Incoming, areas: Areas) -> Bound:
    path, source, release = incoming.path, incoming.source, incoming.release
    raw = read_lait(path, source, release.file, areas) if source.shape == "lait" else read_table(path, release.file)
    return bind(raw, source, release)


def _neighbours(incoming: Incoming, areas: Areas) -> Taken:
    table, rows, left_out = read_neighbours(incoming.path, incoming.source, incoming.release, areas)
    message = f"{left_out} rows name no authority (blank rows and a divider between two blocks) and were left out."
    notes = (Finding("neighbours", Outcome.NOTE, message, incoming.release.file),) if left_out else ()
    return Taken(incoming, table, rows, left_out, notes)
