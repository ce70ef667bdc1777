"""Faults planted one at a time in copies of the full published files: each is stopped, by the check that it belongs to."""

import csv
import dataclasses
import io
from functools import cache
from pathlib import Path

import pytest

from data.areas import load
from data.checks import LAST_STAGE, checks
from data.findings import Finding, Outcome
from data.gather import Incoming, gather
from data.intake import Taken, take_in
from data.vintage import Earlier
from tests.data.planted import FAULTS, Cells, Fault, as_bytes
from tests.official import official

OFFICIAL = official()
ACCEPTABLE = {name for stage, name, _ in checks() if stage == LAST_STAGE}
TO_ACCEPT = [fault for fault in FAULTS if fault.check in ACCEPTABLE]


@cache
def everything() -> dict[str, Incoming]:
    return {i.release.file: i for i in gather([OFFICIAL]).incoming}


@cache
def earlier(source: str, published_on: str) -> Earlier:
    """The release before, taken in once for all faults of a table."""
    releases = [i for i in everything().values() if i.source.id == source and str(i.release.published_on) < published_on]
    held = Earlier()
    for incoming in sorted(releases, key=lambda i: i.release.published_on)[-1:]:
        taken = take_in(incoming, load())
        assert taken.table is not None
        held.add(incoming.release, taken.table)
    return held


@cache
def raw(file: str) -> bytes:
    return everything()[file].path.read_bytes()


def cells(file: str) -> Cells:
    return list(csv.reader(io.StringIO(raw(file).decode("utf-8-sig"), newline="")))


def planted(fault: Fault, folder: Path, accepting: bool = False) -> Taken:
    incoming = everything()[fault.as_file or fault.file]
    content = raw(fault.file)
    if fault.plant:
        rows = cells(fault.file)
        fault.plant(rows)
        content = as_bytes(rows)
    content = fault.bytes(content) if fault.bytes else content
    assert content != incoming.path.read_bytes()
    path = folder / incoming.path.name
    path.write_bytes(content)
    before = earlier(incoming.source.id, str(incoming.release.published_on))
    return take_in(dataclasses.replace(incoming, path=path), load(), before, accepting)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_a_planted_fault_is_stopped_by_its_check_in_its_words(fault: Fault, tmp_path: Path) -> None:
    taken = planted(fault, tmp_path)
    assert taken.failed and taken.table is None
    stopped = [f for f in taken.findings if f.outcome is Outcome.FAIL]
    meant = [f for f in stopped if f.check == fault.check and fault.words in f.sentence()]
    assert meant, "Found instead:\n" + "\n".join(f"{f.check}: {f.sentence()}" for f in stopped[:8])
    assert meant[0].where.startswith(fault.as_file or fault.file)


@pytest.mark.parametrize("fault", TO_ACCEPT, ids=lambda fault: fault.what)
def test_a_planted_fault_that_may_be_accepted_is_taken_in_and_told_as_accepted(fault: Fault, tmp_path: Path) -> None:
    taken = planted(fault, tmp_path, accepting=True)
    assert taken.table is not None and not taken.failed
    accepted = [f for f in taken.findings if f.outcome is Outcome.ACCEPTED]
    assert [f for f in accepted if f.check == fault.check and fault.words in f.sentence()]


@pytest.mark.parametrize("file", sorted({fault.as_file or fault.file for fault in FAULTS}))
def test_a_table_that_faults_are_planted_in_passes_as_it_was_published(file: str, tmp_path: Path) -> None:
    incoming = everything()[file]
    taken = take_in(incoming, load(), earlier(incoming.source.id, str(incoming.release.published_on)))
    assert failures(taken) == [] and taken.table is not None


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = "population/ons_mid-year_population_estimates_2012_to_2024.csv"
    path = tmp_path / "population.csv"
    path.write_bytes(b"\xef\xbb\xbf" + raw(file))
    assert failures(take_in(dataclasses.replace(everything()[file], path=path), load())) == []


def failures(taken: Taken) -> list[Finding]:
    return [f for f in taken.findings if f.outcome is Outcome.FAIL]
