"""Mutate published files by the thousand: `make fuzz`, or `python -m tests.fuzz --count 1000 --seed 7`.

Each mutation spoils a drawn table or list of neighbours, and takes it in beside the release before it; what passes its checks,
and one in a hundred of what does not, is published into a store of its own. It stops at the first traceback, finding without a
place, or store that is not as it was, and says with which seed it can be had again.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from data.areas import load
from data.intake import take_in
from data.observe import SCHEMA
from data.store import Snapshot, Store
from data.vintage import Earlier
from tests.data.drawn import NEIGHBOURS, OLD, RATE, incoming, table_csv, write_release
from tests.data.running import data, published, tree
from tests.data.spoiling import MUTATIONS, SPOILT, Spoilt

COUNT = 100_000
PUBLISH_EVERY = 100


def main() -> None:
    """Run the mutations that the command line asks for. Exit code 1 at the first that is not refused as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Mutate published files; expect no traceback.")
    parser.add_argument("--count", type=int, default=COUNT, help=f"how many mutations (default {COUNT:,})")
    parser.add_argument("--seed", type=int, default=0, help="where to begin; the same seed gives the same mutations")
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        passed = run(Path(place), asked.seed, asked.count)
    seconds = time.monotonic() - began
    print(f"{asked.count:,} mutations in {seconds:.0f} s: {passed:,} taken in, the rest refused in a sentence.")


def run(place: Path, first: int, count: int) -> int:
    """Try mutations with the seeds `first` and on. Returns how many were taken in; ends the process at the first bad one."""
    store = place / "store"
    published(store, write_release(place / "before", "cla-2024", {RATE: table_csv(OLD)}, "2024-11-14"))
    base = Store(store).open()
    passed = 0
    for seed in range(first, first + count):
        try:
            passed += attempt(place, base, Store(store), seed)
        except Exception as error:
            print(f"Seed {seed} led to {type(error).__name__}: {error}", file=sys.stderr)
            print(f"Have it again with: python -m tests.fuzz --seed {seed} --count 1", file=sys.stderr)
            raise SystemExit(1) from error
        if (seed - first + 1) % 10_000 == 0:
            print(f"{seed - first + 1:,} of {count:,}", file=sys.stderr, flush=True)
    return passed


def attempt(place: Path, base: Snapshot, store: Store, seed: int) -> bool:
    """One mutation. Whether it was taken in. Raises AssertionError for what no mutation may lead to."""
    rng = random.Random(seed)
    what = SPOILT[seed % len(SPOILT)]
    raw = what.raw
    for mutation in rng.choices(MUTATIONS, k=rng.randint(1, 4)):
        raw = mutation(raw, rng) if raw else raw
    path = place / "spoilt.csv"
    path.write_bytes(raw)
    found = take_in(incoming(path, what.source), load(), Earlier(base))
    assert found.failed == (found.table is None), "a file that failed was turned into observations"
    for finding in found.findings:
        assert finding.where.startswith("spoilt.csv"), f"a finding without a place: {finding}"
        assert len(finding.sentence()) < 600, f"a finding as long as a file: {finding.sentence()[:80]}"
    if what.source == "cla_number_and_rate" and found.table is not None:
        assert found.table.schema.equals(SCHEMA), "observations of another shape"
    if seed % PUBLISH_EVERY == 0:
        _publish(place / f"in-{seed}", base, store, what, raw)
    return found.table is not None


def _publish(folder: Path, base: Snapshot, store: Store, what: Spoilt, raw: bytes) -> None:
    """Publish the spoilt file for good: it becomes a whole snapshot, or the store stays as it was, to the byte."""
    before = tree(store.folder)
    name = RATE if what.source == "cla_number_and_rate" else NEIGHBOURS
    ran = data("publish", write_release(folder, "cla-2025", {name: raw}, "2025-11-26"), "--store", store.folder, "--by", "Test")
    if ran.code:
        assert tree(store.folder) == before, "a refused file left something in the store"
        return
    assert store.open().damage() == [], "a damaged snapshot became current"
    store.use(base.id)


if __name__ == "__main__":
    main()
