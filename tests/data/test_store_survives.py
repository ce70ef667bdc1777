"""What happens to a store when its publisher is killed, meets another one, runs out of disk or may not write."""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import Store
from tests.data.drawn import RATE, later, table_csv, write_release, write_two_releases
from tests.data.running import data, tree

PUBLISH = [sys.executable, "-m", "data", "publish"]
FORKED = [sys.executable, "-m", "tests.data.forked"]
SMALL = 200  # KB of the disk that fills up
READERS = 8
NO_DISK = "NOT TESTED: a full disk. Only root can mount a small one (tmpfs), and not everywhere; run this test as root."


def test_a_kill_at_any_write_leaves_a_readable_store_on_which_the_next_publish_succeeds(
    tmp_path: Path, releases: tuple[Path, Path], old_store: Path
) -> None:
    work = tmp_path / "work"
    subprocess.run([*FORKED, "killed_at_every_write", releases[1], old_store, work], check=True)
    copies = sorted(work.iterdir(), key=lambda p: int(p.name))
    old, new = Store(old_store).current_id(), Store(copies[-1]).current_id()
    currents = [Store(copy).current_id() for copy in copies]
    moved = currents.index(new)
    assert old != new and moved > 100
    assert currents == [old] * moved + [new] * (len(copies) - moved)
    assert any(list(copy.glob(".draft-*")) for copy in copies) and any(list(copy.glob(".current.*")) for copy in copies)
    wanted = Store(copies[-1]).open().manifest.content_hash
    assert any(0 < p.stat().st_size < 500 for copy in copies for p in copy.glob(".draft-*/*.parquet"))
    for copy in copies:
        assert [Store(copy).damage(id_) for id_ in Store(copy).ids()] == [[]] * len(Store(copy).ids()), copy.name
    for copy in one_of_each_kind(copies):
        assert data("publish", releases[1], "--store", copy).code == 0
        assert Store(copy).open().manifest.content_hash == wanted
        assert {p.name for p in copy.iterdir()} == {old, new, "current", ".lock"}


def one_of_each_kind(copies: list[Path]) -> list[Path]:
    """Of the stores that hold the same files, however much of the last one was written, the first and the last."""
    kinds: dict[tuple[str, ...], list[Path]] = {}
    for copy in copies:
        names = (re.sub(r"-\d+|\.\d+$", "", str(p.relative_to(copy))) for p in copy.rglob("*"))  # without process numbers
        kinds.setdefault(tuple(sorted(names)), []).append(copy)
    return [copy for some in kinds.values() for copy in dict.fromkeys((some[0], some[-1]))]


def test_a_kill_during_the_very_first_publish_leaves_an_empty_store(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    (tmp_path / "none").mkdir()
    work = tmp_path / "work"
    subprocess.run([*FORKED, "killed_at_every_write", releases[0], tmp_path / "none", work], check=True)
    copies = sorted(work.iterdir(), key=lambda p: int(p.name))
    assert {Store(copy).current_id() for copy in copies[:20]} == {None}
    for copy in one_of_each_kind(copies):
        assert data("publish", releases[0], "--store", copy).code == 0
        assert Store(copy).damage(Store(copy).open().id) == []


def test_two_publishers_at_once_both_succeed_and_both_their_files_are_held(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    store = Store(tmp_path / "store")
    with store.lock():
        both = [
            subprocess.Popen([*PUBLISH, r, "--store", store.folder], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for r in releases
        ]
        for publisher in both:  # each has found the store taken before either may begin
            assert publisher.stderr and "waiting for it to finish" in publisher.stderr.readline()
    said = [publisher.communicate() for publisher in both]
    assert [publisher.returncode for publisher in both] == [0, 0], said
    printed = {out.strip() for out, _ in said}
    assert printed == set(store.ids()) and store.current_id() in printed
    assert {f.file.split("/")[0] for f in store.open().manifest.source_files} == {"cla-2024", "cla-2025"}
    assert [store.damage(id_) for id_ in store.ids()] == [[], []]
    data("publish", *releases, "--store", tmp_path / "alone")
    assert store.open().manifest.content_hash == Store(tmp_path / "alone").open().manifest.content_hash


def test_two_publishers_and_eight_readers_at_once_and_every_reader_always_sees_a_whole_snapshot(
    tmp_path: Path, store: Path
) -> None:
    enough = tmp_path / "enough"
    reader = [sys.executable, "-m", "tests.data.reader", store, enough]
    readers = [subprocess.Popen(reader, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(READERS)]
    for one in readers:  # all of them are reading before anything is written
        assert one.stdout and one.stdout.readline() == "reading\n"
    more = [write_release(tmp_path / "more", f"cla-{y}", {RATE: table_csv(later(y))}, f"{y}-11-20") for y in (2026, 2027)]
    with Store(store).lock():
        publishers = [
            subprocess.Popen([*PUBLISH, m, "--store", store], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for m in more
        ]
        for publisher in publishers:
            assert publisher.stderr and "waiting for it to finish" in publisher.stderr.readline()
    said = [publisher.communicate(timeout=120) for publisher in publishers]
    assert [publisher.returncode for publisher in publishers] == [0, 0], said
    for id_ in Store(store).ids()[:3]:  # and back and forth, as fast as it goes
        assert data("use", id_, "--store", store).code == 0
    enough.touch()
    saw = [one.communicate(timeout=120) for one in readers]
    assert [one.returncode for one in readers] == [0] * READERS, saw
    ids = set(Store(store).ids())
    assert len(ids) == 4 and all(int(out.split()[0]) > 0 and set(out.split()[1:]) <= ids for out, _ in saw)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}k", "tmpfs", folder]
    if os.geteuid() != 0 or shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        warnings.warn(NO_DISK, stacklevel=1)  # shown at the end of the run, even where reasons of skips are not
        pytest.skip(NO_DISK)
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_is_said_in_a_sentence_and_the_store_is_untouched(small_disk: Path, releases: tuple[Path, Path]) -> None:
    store = small_disk / "store"
    assert data("publish", releases[0], "--store", store).code == 0
    before, failed = tree(store), 0
    for free in range(SMALL):
        fill(small_disk / "ballast", free)
        ran = data("publish", releases[1], "--store", store)
        if ran.code == 0:
            break
        failed += 1
        assert (ran.code, ran.out) == (4, "")
        assert ran.err.splitlines()[-1] == (
            f"The disk that holds {store} is full. Free some space and try again. Nothing was stored."
        )
        assert tree(store) == before
    assert failed >= 5
    assert data("verify", "--store", store).code == 0


def fill(ballast: Path, free: int) -> None:
    """Take all of the disk but `free` blocks of 4 KB."""
    ballast.unlink(missing_ok=True)
    with ballast.open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)) == 4096:
                pass
        except OSError:
            pass
        stream.truncate(max(0, stream.tell() // 4096 - free) * 4096)


def test_a_file_that_may_not_grow_is_said_in_a_sentence_and_the_store_is_untouched(
    tmp_path: Path, releases: tuple[Path, Path], old_store: Path
) -> None:
    shutil.copytree(old_store, tmp_path / "whole")
    data("publish", releases[1], "--store", tmp_path / "whole")
    largest = max(p.stat().st_size for p in Store(tmp_path / "whole").open().folder.rglob("*") if p.is_file())
    before = tree(old_store)
    for limit in (0, 1000, largest - 1):
        ran = subprocess.run(
            [*PUBLISH, releases[1], "--store", old_store],
            capture_output=True,
            text=True,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
        assert (ran.returncode, ran.stdout) == (4, ""), ran.stderr
        assert ran.stderr.splitlines()[-1].startswith(f"The disk that holds {old_store} is full.")
        assert "Traceback" not in ran.stderr
        assert tree(old_store) == before


def test_a_store_that_may_not_be_written_is_said_in_a_sentence() -> None:
    with tempfile.TemporaryDirectory() as place:  # pytest's own folders are closed to other users
        root = Path(place)
        root.chmod(0o755)
        releases = write_two_releases(root / "in")
        data("publish", releases[0], "--store", root / "store")
        before = tree(root / "store")
        for folder in (root / "store", *(root / "store").iterdir()):
            folder.chmod(0o555 if folder.is_dir() else 0o444)
        if os.geteuid() == 0:
            ran = subprocess.run([*FORKED, "as_nobody", releases[1], root / "store"], capture_output=True, text=True)
            code, said = ran.returncode, ran.stderr
        else:
            code, said = (result := data("publish", releases[1], "--store", root / "store")).code, result.err
        assert code == 4, said
        assert said.splitlines()[-1] == (
            f"{root / 'store' / '.lock'} cannot be written. Check its permissions and try again. Nothing was stored."
        )
        assert tree(root / "store") == before
        (root / "store").chmod(0o755)


@pytest.mark.parametrize("action", ["pruned_as_nobody", "pinned_as_nobody"])
def test_a_store_that_may_not_be_written_keeps_all_that_it_holds(action: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody who may not write")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        root.chmod(0o755)
        for release in write_two_releases(root / "in"):
            assert data("publish", release, "--store", root / "store").code == 0
        before = tree(root / "store")
        for path in (root / "store", *(root / "store").rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        ran = subprocess.run([*FORKED, action, root / "store"], capture_output=True, text=True)
        assert (ran.returncode, ran.stdout) == (4, ""), ran.stderr
        assert ran.stderr.startswith(f"{root / 'store' / '.lock'} cannot be written. Check its permissions and try again.")
        assert tree(root / "store") == before


@pytest.mark.parametrize(
    ("closed", "said"),
    [
        ("areas.parquet", "areas.parquet cannot be read (Permission denied)."),
        ("manifest.toml", "manifest.toml cannot be read (Permission denied). List the other snapshots with:"),
        ("..", "cannot be read (Permission denied). Check its permissions."),
    ],
    ids=["a table", "the manifest", "the store"],
)
def test_a_snapshot_that_may_not_be_read_is_said_in_a_sentence(closed: str, said: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody who may not read")
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        root.chmod(0o755)
        for release in write_two_releases(root / "in"):
            assert data("publish", release, "--store", root / "store").code == 0
        path = (Store(root / "store").open().folder / closed).resolve()
        path.chmod(0o111 if path.is_dir() else 0o000)
        ran = subprocess.run([*FORKED, "verified_as_nobody", root / "store"], capture_output=True, text=True)
        assert said in ran.stdout + ran.stderr and "Traceback" not in ran.stderr


def test_a_snapshot_that_cannot_be_moved_stops_pruning_in_a_sentence_and_harms_no_other(store: Path) -> None:
    newest, oldest = Store(store).ids()
    if os.geteuid() != 0 or subprocess.run(["chattr", "+i", store / oldest], capture_output=True).returncode:
        pytest.skip("only root can forbid itself to move a folder, and not on every disk")
    try:
        ran = data("prune", "--keep", "1", "--store", store)
    finally:
        subprocess.run(["chattr", "-i", store / oldest], check=True)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.startswith(f"{store / oldest} cannot be written. Check its permissions and try again.")
    assert [Store(store).damage(id_) for id_ in (newest, oldest)] == [[], []]


def test_a_file_where_the_store_should_be_is_said_in_a_sentence(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    (tmp_path / "store").write_text("not a folder")
    ran = data("publish", releases[0], "--store", tmp_path / "store")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == (
        f"{tmp_path / 'store'} cannot be written (File exists). Choose another folder with --store and try again. "
        "Nothing was stored.\n"
    )
