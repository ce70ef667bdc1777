"""Damage to a store is found and named, is never carried on, and the way back stays open."""

import shutil
from pathlib import Path

import pytest

from data.errors import StoreError
from data.store import Store
from tests.data.drawn import RATE, later, table_csv, write_release
from tests.data.running import data, flip, published, tree


def test_verify_finds_a_flipped_byte_in_every_file_of_a_snapshot_and_names_it(store: Path) -> None:
    snapshot = Store(store).open()
    assert data("verify", "--store", store).code == 0
    files = sorted(p for p in snapshot.folder.rglob("*") if p.is_file())
    assert {p.suffix for p in files} == {".parquet", ".toml"} and len(files) == 4
    for path in files:
        whole = path.read_bytes()
        for at in (0, len(whole) // 2, len(whole) - 1):
            flip(path, at)
            ran = data("verify", snapshot.id, "--store", store)
            assert ran.code == 4
            assert f"{snapshot.id}/{path.relative_to(snapshot.folder).as_posix()} is damaged" in ran.out
            assert "Go back to the last good snapshot with: python -m data use ID" in ran.err
            path.write_bytes(whole)
    assert data("verify", "--store", store).out == "".join(f"{id_}: whole.\n" for id_ in Store(store).ids())


def test_no_byte_of_a_manifest_can_change_unseen(store: Path) -> None:
    id_ = Store(store).current_id() or ""
    path = store / id_ / "manifest.toml"
    whole = path.read_bytes()
    for at in range(0, len(whole), 13):
        flip(path, at)
        assert Store(store).damage(id_), at
        path.write_bytes(whole)
    assert Store(store).damage(id_) == []


def test_no_byte_of_the_pointer_can_change_unseen(store: Path) -> None:
    path = store / "current"
    whole = path.read_bytes()
    for at in range(len(whole) - 1):  # without the line end, which is none of the id
        flip(path, at)
        ran = data("verify", "--store", store)
        assert (ran.code, ran.out) == (4, "") and str(path.parent) in ran.err or "There is no snapshot" in ran.err, at
        path.write_bytes(whole)
    assert data("verify", "--store", store).code == 0


@pytest.mark.parametrize("name", ["areas.parquet", "neighbours.parquet", "observations/cla_number_and_rate.parquet"])
def test_a_missing_file_is_named(store: Path, name: str) -> None:
    snapshot = Store(store).open()
    (snapshot.folder / name).unlink()
    ran = data("verify", "--store", store)
    assert ran.code == 4
    assert f"{snapshot.id}: {snapshot.id}/{name} is missing." in ran.out


@pytest.mark.parametrize(
    "content", [None, b"", b"\x00\xff", b'id = "', b"id = 1\n"], ids=["missing", "empty", "bytes", "cut", "other"]
)
def test_a_bad_manifest_is_named_and_hides_no_other_snapshot(store: Path, content: bytes | None) -> None:
    newest, oldest = Store(store).ids()
    path = store / newest / "manifest.toml"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(StoreError, match=rf"^{newest}/manifest.toml is (missing|damaged)"):
        Store(store).open()
    assert data("show", "--store", store).code == 4
    listed = data("list", "--store", store)
    assert listed.code == 0
    assert f"* {newest}  its manifest is missing or damaged" in listed.out and f"  {oldest}  20" in listed.out
    verified = data("verify", "--store", store)
    assert verified.code == 4 and f"{oldest}: whole." in verified.out
    assert data("use", oldest, "--store", store).code == 0
    assert Store(store).open().id == oldest


def test_damage_is_never_carried_into_a_new_snapshot(tmp_path: Path, store: Path) -> None:
    path = Store(store).open().parquet()[0]
    flip(path, path.stat().st_size // 2)
    before = tree(store)
    more = write_release(tmp_path / "more", "cla-2026", {RATE: table_csv(later(2026))}, "2026-11-20")
    ran = data("publish", more, "--store", store)
    assert (ran.code, ran.out) == (4, "")
    assert "is damaged: its bytes are not the ones that were published. Nothing was stored. Go back to a whole " in ran.err
    assert tree(store) == before


def test_a_damaged_snapshot_cannot_be_made_current(store: Path) -> None:
    newest, oldest = Store(store).ids()
    flip(store / oldest / "areas.parquet", 100)
    ran = data("use", oldest, "--store", store)
    assert ran.code == 4
    assert f"{oldest}/areas.parquet is damaged" in ran.err
    assert Store(store).current_id() == newest


def test_figures_whose_own_snapshot_is_damaged_can_be_published_once_it_is_moved_away(
    tmp_path: Path, store: Path, releases: tuple[Path, Path]
) -> None:
    newest, oldest = Store(store).ids()
    flip(store / newest / "areas.parquet", 100)
    data("use", oldest, "--store", store)
    ran = data("publish", releases[1], "--store", store)
    assert ran.code == 4
    assert f"It should hold exactly these figures: move {store / newest} away and publish again." in ran.err
    shutil.move(store / newest, tmp_path / "away")
    assert published(store, releases[1]).id == newest


def test_a_pointer_that_leads_nowhere_is_found_and_mended(store: Path, releases: tuple[Path, Path]) -> None:
    (store / "current").write_text("2020-01-01_000000000000\n")
    for command in (("verify",), ("show",), ("publish", releases[0])):
        ran = data(*command, "--store", store)
        assert (ran.code, ran.out) == (4, "")
        assert ran.err.startswith("There is no snapshot 2020-01-01_000000000000.")
    assert data("use", Store(store).ids()[0], "--store", store).code == 0
    assert data("verify", "--store", store).code == 0


def test_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    for command in ("verify", "show"):
        ran = data(command, "--store", tmp_path / "none")
        assert (ran.code, ran.out) == (4, "")
        assert ran.err == f"The store {tmp_path / 'none'} holds no snapshot. Make one with: python -m data publish FOLDER\n"
    assert not (tmp_path / "none").exists()
