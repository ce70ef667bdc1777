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
from tests.data.drawn import NEW, incoming, neighbours_csv, table_csv, write_release

TABLE = table_csv(NEW).encode()
NEIGHBOURS = neighbours_csv().encode()
ODD = (
    b"",
    b",",
    b'"',
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"c",
    b"-",
    b"9",
    b".",
    b"%",
    b" ",
    "é".encode(),
    b"E06000051",
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        yield Path(place)


def cut(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def flip(raw: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def put(raw: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice(ODD) + raw[at + rng.randrange(3) :]


def swap_columns(raw: bytes, rng: random.Random) -> bytes:
    rows = [line.split(b",") for line in raw.split(b"\n")]
    one, other = rng.sample(range(len(rows[0])), 2) if len(rows[0]) > 1 else (0, 0)
    for row in rows[rng.randrange(2) :]:
        if len(row) > max(one, other):
            row[one], row[other] = row[other], row[one]
    return b"\n".join(b",".join(row) for row in rows)


def drop_line(raw: bytes, rng: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    del lines[rng.randrange(len(lines))]
    return b"".join(lines)


def double_line(raw: bytes, rng: random.Random) -> bytes:
    lines = raw.splitlines(keepends=True)
    lines.insert(rng.randrange(len(lines) + 1), rng.choice(lines))
    return b"".join(lines)


MUTATIONS = (cut, flip, put, swap_columns, drop_line, double_line)
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
        assert finding.message.endswith((".", "?", ")")) and len(finding.sentence()) < 600
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
def test_a_spoilt_list_of_releases_ends_in_a_date_or_in_a_sentence(how: tuple[list, int]) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as place:
        write_release(Path(place), "cla-2025", {"cla_number_and_rate_per_10k_children.csv": TABLE}, "2025-11-26")
        listing = Path(place) / "releases.csv"
        listing.write_bytes(spoilt(listing.read_bytes(), how))
        try:
            assert len(gather([Path(place)]).incoming) == 1
        except BadInput as error:
            assert "releases.csv" in str(error)
