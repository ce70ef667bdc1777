"""Which snapshots stay: the newest, the current one, and those that a permanent link pins."""

import subprocess
import sys
from pathlib import Path

import pytest

from data.keeping import pinned
from data.store import Store
from tests.data.drawn import RATE, later, table_csv, write_release
from tests.data.running import data, flip, published, tree

FORKED = [sys.executable, "-m", "tests.data.forked"]


@pytest.fixture
def four(tmp_path: Path, store: Path) -> tuple[Path, list[str]]:
    """A store with four snapshots, and their ids, oldest first."""
    for year in (2026, 2027):
        published(store, write_release(tmp_path / "more", f"cla-{year}", {RATE: table_csv(later(year))}, f"{year}-11-20"))
    return store, Store(store).ids()[::-1]


def test_prune_keeps_the_newest_and_prints_what_it_removed_oldest_first(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    ran = data("prune", "--keep", "2", "--store", store)
    assert (ran.code, ran.out) == (0, f"{ids[0]}\n{ids[1]}\n")
    assert ran.err == "2 snapshots are left, 0 of them pinned.\n"
    assert Store(store).ids() == [ids[3], ids[2]]
    assert data("verify", "--store", store).code == 0


def test_prune_never_removes_the_current_snapshot_nor_a_pinned_one(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    data("use", ids[0], "--store", store)
    data("pin", ids[1], "--store", store)
    ran = data("prune", "--keep", "1", "--store", store)
    assert ran.out == f"{ids[2]}\n"
    assert Store(store).ids() == [ids[3], ids[1], ids[0]]
    assert Store(store).current_id() == ids[0]


def test_a_snapshot_that_is_unpinned_can_be_removed_again(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    assert data("pin", ids[0], "--store", store).out == f"{ids[0]}\n"
    assert data("pin", ids[0], "--store", store).code == 0
    assert pinned(Store(store)) == (ids[0],)
    listed = data("list", "--store", store).out.splitlines()
    assert [line.endswith("  (pinned)") for line in listed] == [False, False, False, True]
    assert data("unpin", ids[0], "--store", store).out == f"{ids[0]}\n"
    assert data("prune", "--keep", "1", "--store", store).out == "".join(f"{id_}\n" for id_ in ids[:3])


def test_nothing_to_remove_is_said_and_changes_nothing(four: tuple[Path, list[str]]) -> None:
    store, _ = four
    before = tree(store)
    ran = data("prune", "--keep", "4", "--store", store)
    assert (ran.code, ran.out, ran.err) == (0, "", "4 snapshots are left, 0 of them pinned.\n")
    assert tree(store) == before


def test_keeping_none_is_wrong_use(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    assert data("prune", "--keep", "0", "--store", store).code == 2
    assert len(Store(store).ids()) == 4


def test_only_a_snapshot_that_is_there_can_be_pinned_and_only_a_pinned_one_unpinned(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    before = tree(store)
    unknown = data("pin", "2020-01-01_000000000000", "--store", store)
    assert unknown.code == 4 and unknown.err.startswith("There is no snapshot 2020-01-01_000000000000.")
    free = data("unpin", ids[0], "--store", store)
    assert (free.code, free.err) == (4, f"Snapshot {ids[0]} is not pinned. Pinned: none.\n")
    assert tree(store) == before


@pytest.mark.parametrize("content", [b"\xff\xfe", b"something else\n"], ids=["bytes", "words"])
def test_pins_that_cannot_be_read_stop_pruning(four: tuple[Path, list[str]], content: bytes) -> None:
    store, ids = four
    (store / "pinned").write_bytes(content)
    ran = data("prune", "--keep", "1", "--store", store)
    assert (ran.code, ran.out) == (4, "")
    assert f"{store / 'pinned'}" in ran.err and "Mend it: one id of a snapshot a line." in ran.err
    assert len(Store(store).ids()) == 4


def test_no_byte_of_the_list_of_pins_can_change_unseen_and_then_nothing_is_pruned(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    data("pin", ids[0], "--store", store)
    path = store / "pinned"
    whole = path.read_bytes()
    for at in range(len(whole) - 1):  # without the line end, which is none of the id
        flip(path, at)
        assert data("verify", "--store", store).code == 4, at
        ran = data("prune", "--keep", "1", "--store", store)
        assert (ran.code, ran.out, len(Store(store).ids())) == (4, "", 4), at
    path.write_bytes(whole.replace(whole[-5:-1], b"0000"))
    said = data("verify", "--store", store).out.splitlines()[-1]
    assert said.startswith(f"pinned: {ids[0][:-4]}0000 is pinned and not there. Bring it back, or let it go with: ")
    assert data("unpin", f"{ids[0][:-4]}0000", "--store", store).code == 0
    assert data("verify", "--store", store).code == 0


class Overtaken(Store):
    """A store in which, while a reader looks up its snapshot, another one becomes current and the rest is removed."""

    overtaken = False

    def ids(self) -> list[str]:
        if not self.overtaken:
            self.overtaken = True
            data("use", super().ids()[0], "--store", self.folder)
            data("prune", "--keep", "1", "--store", self.folder)
        return super().ids()


def test_a_reader_whose_snapshot_is_removed_before_it_is_opened_gets_the_new_one(four: tuple[Path, list[str]]) -> None:
    store, ids = four
    data("use", ids[0], "--store", store)
    assert Overtaken(store).open().id == ids[3]
    assert Store(store).ids() == [ids[3]]


def test_pruning_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    ran = data("prune", "--keep", "1", "--store", tmp_path / "none")
    assert (ran.code, ran.out) == (4, "")
    assert not (tmp_path / "none").exists()


def test_a_kill_at_any_moment_of_pruning_leaves_whole_snapshots_only(tmp_path: Path, four: tuple[Path, list[str]]) -> None:
    store, ids = four
    data("pin", ids[1], "--store", store)
    work = tmp_path / "work"
    subprocess.run([*FORKED, "pruned_at_every_write", store, work], check=True)
    copies = sorted(work.iterdir(), key=lambda p: int(p.name))
    assert len(copies) > 8
    assert any(list(copy.glob(".removing-*")) for copy in copies)
    for copy in copies:
        kept = Store(copy).ids()
        assert {ids[1], ids[3]} <= set(kept) and Store(copy).current_id() == ids[3]
        assert [Store(copy).damage(id_) for id_ in kept] == [[]] * len(kept), copy.name
        assert data("prune", "--keep", "1", "--store", copy).code == 0
        assert {p.name for p in copy.iterdir()} == {ids[1], ids[3], "current", "pinned", ".lock"}
