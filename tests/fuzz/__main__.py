"""Mutate published files by the thousand: `make fuzz`, or `python -m tests.fuzz --count 1000 --seed 7`.

Each mutation spoils a file, drawn or printed from the bundled snapshot, and takes it in beside the release before it, every other
time as a person who accepts what may be accepted. One in a hundred is published into a store of its own as well. It stops at the
first traceback, finding without a place, or store that is not as it was, and says with which seed it can be had again.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.compute as pc

from data.areas import load
from data.describe import sources
from data.findings import Outcome
from data.intake import SHAPES_BOUND, Taken, take_in
from data.observe import SCHEMA
from data.status import Status
from data.store import Snapshot, Store
from data.vintage import Earlier
from tests.data.drawn import incoming, write_release
from tests.data.running import data, published, tree
from tests.data.spoiling import Mutation, Spoilt, drawn_files, printed_files, spoil

COUNT = 100_000
PUBLISH_EVERY = 101  # a prime, so that every file and both ways of taking it in come to be published


@dataclass(frozen=True)
class Worlds:
    """Each file with the store that holds the release before it, and a place for spoilt files."""

    place: Path
    files: tuple[tuple[Spoilt, Store, Snapshot], ...]


@dataclass
class Tally:
    """How many mutations were tried and taken in, by their last way of spoiling, and which check stopped the rest."""

    tried: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    stopped: Counter[str] = field(default_factory=Counter)

    def add(self, ways: tuple[Mutation, ...], taken: Taken) -> None:
        """Count one mutation."""
        name = ways[-1].__name__
        self.tried[name] += 1
        self.passed[name] += taken.table is not None
        self.stopped.update({f.check for f in taken.findings if f.outcome in (Outcome.FAIL, Outcome.ACCEPTED)})

    def lines(self) -> list[str]:
        """The counts as lines to read."""
        ways = [f"  {name}: {self.passed[name]:,} of {self.tried[name]:,} taken in" for name in sorted(self.tried)]
        checks = ", ".join(f"{name} {count:,}" for name, count in self.stopped.most_common())
        return [*ways, f"  stopped by: {checks}"]


def main() -> None:
    """Run the mutations that the command line asks for. Exit code 1 at the first that is not refused as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Mutate published files; expect no traceback.")
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many mutations (default {COUNT:,})")
    parser.add_argument("--seed", type=int, default=0, help="where to begin; the same seed gives the same mutations")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        tally = run(Path(place), asked.seed, asked.count)
    seconds, passed = time.monotonic() - began, tally.passed.total()
    print(f"{asked.count:,} mutations in {seconds:.0f} s: {passed:,} taken in, the rest refused in a sentence.")
    print("\n".join(tally.lines()))


def run(place: Path, first: int, count: int) -> Tally:
    """Try mutations with the seeds `first` and on. Ends the process at the first bad one, saying its seed."""
    worlds, tally = Worlds(place, (*_world(place / "drawn", drawn_files()), *_world(place / "printed", printed_files()))), Tally()
    for seed in range(first, first + count):
        try:
            tally.add(*attempt(worlds, seed))
        except Exception as error:
            print(f"Seed {seed} led to {type(error).__name__}: {error}", file=sys.stderr)
            print(f"Have it again with: python -m tests.fuzz --seed {seed} --count 1", file=sys.stderr)
            raise SystemExit(1) from error
        if (seed - first + 1) % 10_000 == 0:
            print(f"{seed - first + 1:,} of {count:,}", file=sys.stderr, flush=True)
    return tally


def _world(place: Path, files: tuple[Spoilt, ...]) -> list[tuple[Spoilt, Store, Snapshot]]:
    """A store with the releases before some files."""
    older = {file_name(file): file.before for file in files if file.before}
    published(place / "store", write_release(place / "before", "cla-2024", older, "2024-11-14"))
    store = Store(place / "store")
    return [(file, store, store.open()) for file in files]


def file_name(file: Spoilt) -> str:
    """A name under which a file of its source is recognised."""
    return sources()[file.source].files[0].replace("*", "2025")


def attempt(worlds: Worlds, seed: int) -> tuple[tuple[Mutation, ...], Taken]:
    """One mutation: how the file was spoilt, and what came of it. Raises AssertionError for what no mutation may lead to."""
    rng = random.Random(seed)
    file, store, base = worlds.files[seed % len(worlds.files)]
    raw, ways = spoil(file.raw, rng)
    path, accepting = worlds.place / "spoilt.csv", bool(rng.randrange(2))
    path.write_bytes(raw)
    taken = take_in(incoming(path, file.source), load(), Earlier(base), accepting)
    assert taken.failed == (taken.table is None), "a file that failed was turned into observations"
    for finding in taken.findings:
        assert finding.where.startswith("spoilt.csv"), f"a finding without a place: {finding}"
        assert len(finding.sentence()) < 700, f"a finding as long as a file: {finding.sentence()[:80]}"
        assert accepting or finding.outcome is not Outcome.ACCEPTED, "something was accepted that nobody was asked about"
    if taken.table is not None and sources()[file.source].shape in SHAPES_BOUND:
        assert taken.table.schema.equals(SCHEMA), "observations of another shape"
        shown = pc.equal(taken.table["status"].cast("string"), Status.PUBLISHED.value)
        assert pc.all(pc.equal(shown, pc.is_valid(taken.table["value"]))).as_py(), "a value beside a symbol, or neither"
    if seed % PUBLISH_EVERY == 0:
        _publish(worlds.place / f"in-{seed}", base, store, file, raw, accepting)
    return ways, taken


def _publish(folder: Path, base: Snapshot, store: Store, file: Spoilt, raw: bytes, accepting: bool) -> None:
    """Publish the spoilt file for good: it becomes a whole snapshot, or the store stays as it was, to the byte."""
    before = tree(store.folder)
    release = write_release(folder, "cla-2025", {file_name(file): raw}, "2025-11-26")
    accept = ("--accept", "We shall see") if accepting else ()
    ran = data("publish", release, "--store", store.folder, "--by", "Test", *accept)
    if ran.code:
        assert tree(store.folder) == before, "a refused file left something in the store"
        return
    assert store.open().damage() == [], "a damaged snapshot became current"
    store.use(base.id)


if __name__ == "__main__":
    main()
