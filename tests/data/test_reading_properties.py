"""Whatever happens to the bytes of a file, taking it in ends in observations or in findings, never in a traceback."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.areas import load
from data.errors import BadInput
from data.findings import Outcome
from data.gather import gather
from data.intake import Taken, take_in
from data.observe import SCHEMA
from data.status import Status
from tests.data.drawn import incoming, write_release
from tests.data.printed import printed
from tests.data.spoiling import MUTATIONS, Spoilt, drawn_files, printed_files
from tests.fuzz.__main__ import run

TABLE, NEIGHBOURS = (file.raw for file in drawn_files())
SHARES = printed("care_leavers_accommodation", periods=1).encode()
MUTATED = 500


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield Path(place)


mutated = st.tuples(st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4), st.integers(0, 2**32))


def spoilt(raw: bytes, how: tuple[list, int]) -> bytes:  # type: ignore[type-arg]
    rng = random.Random(how[1])
    for mutation in how[0]:
        raw = mutation(raw, rng) if raw else raw
    return raw


def taken(folder: Path, raw: bytes, source: str) -> Taken:
    path = folder / "spoilt.csv"
    path.write_bytes(raw)
    return take_in(incoming(path, source), load())


@settings(max_examples=300, deadline=None)
@given(mutated)
def test_a_spoilt_table_ends_in_findings_or_in_sound_observations(folder: Path, how: tuple[list, int]) -> None:  # type: ignore[type-arg]
    found = taken(folder, spoilt(TABLE, how), "cla_number_and_rate")
    assert found.failed == (found.table is None)
    for finding in found.findings:
        assert finding.where.startswith("spoilt.csv")
        assert finding.message.endswith((".", "?", ")")) and len(finding.sentence()) < 700
        no_help_needed = finding.outcome is Outcome.WARNING or finding.message.endswith("more of the same kind.")
        assert finding.help or no_help_needed or finding.check == "reading"
    if found.table is not None:
        assert found.table.schema.equals(SCHEMA)
        rows = found.table.to_pylist()
        assert len(rows) == 3 * found.rows
        assert all((row["value"] is None) != (row["status"] == Status.PUBLISHED) for row in rows)
        assert all(row["area_code"] in load() for row in rows)


@settings(max_examples=300, deadline=None)
@given(mutated)
def test_a_spoilt_list_of_neighbours_ends_in_findings_or_in_neighbours(folder: Path, how: tuple[list, int]) -> None:  # type: ignore[type-arg]
    found = taken(folder, spoilt(NEIGHBOURS, how), "neighbours_2025")
    assert found.failed == (found.table is None)
    assert all(finding.where.startswith("spoilt.csv") for finding in found.findings)
    if found.table is not None:
        assert all(row["area_code"] in load() and row["neighbour_code"] in load() for row in found.table.to_pylist())


@settings(max_examples=100, deadline=None)
@given(mutated)
def test_a_spoilt_table_of_real_figures_keeps_what_is_hidden_hidden(folder: Path, how: tuple[list, int]) -> None:  # type: ignore[type-arg]
    found = taken(folder, spoilt(SHARES, how), "care_leavers_accommodation")
    assert found.failed == (found.table is None)
    if found.table is not None:
        rows = found.table.to_pylist()
        assert all((row["value"] is None) != (row["status"] == Status.PUBLISHED) for row in rows)
        assert all(row["value"] is None or 0 <= row["value"] for row in rows)


@settings(max_examples=100, deadline=None)
@given(mutated)
def test_a_spoilt_list_of_releases_ends_in_a_date_or_in_a_sentence(how: tuple[list, int]) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as place:
        write_release(Path(place), "cla-2025", {"cla_number_and_rate_per_10k_children.csv": TABLE}, "2025-11-26")
        listing = Path(place) / "releases.csv"
        listing.write_bytes(spoilt(listing.read_bytes(), how))
        try:
            assert len(gather([Path(place)]).incoming) == 1
        except BadInput as error:
            assert "releases.csv" in str(error)


def test_500_mutations_lead_to_no_traceback_and_no_half_written_store(tmp_path: Path) -> None:
    tally = run(tmp_path, first=0, count=MUTATED)
    assert tally.tried.total() == MUTATED
    assert MUTATED / 20 < tally.passed.total() < MUTATED / 2
    assert set(tally.tried) == {m.__name__ for m in MUTATIONS}
    assert len(tally.stopped) > 10


@pytest.mark.parametrize("file", [*drawn_files(), *printed_files()], ids=lambda file: file.source)
def test_a_file_to_be_spoilt_is_taken_in_as_it_is(file: Spoilt, folder: Path) -> None:
    for raw in filter(None, (file.before, file.raw)):
        found = taken(folder, raw, file.source)
        assert found.table is not None and {f.outcome for f in found.findings} <= {Outcome.NOTE}


def test_a_mutation_is_the_same_for_the_same_seed() -> None:
    twice = [[spoilt(TABLE, ([m], seed)) for m in MUTATIONS for seed in range(5)] for _ in range(2)]
    assert twice[0] == twice[1]
