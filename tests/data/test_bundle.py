"""The bundled snapshot: the headline observations and nothing else; never in the place of whole snapshots."""

from pathlib import Path

from data import build
from data.store import Store
from tests.data.printed import printed
from tests.data.running import data, flip, published, tree

TESTS = "ks4_la.csv"  # a table of which the bundle holds some groups only
LOOKED_AFTER, ON_A_PLAN = "looked after 12 months on 31 March", "child protection plan on 31 March"


def test_a_bundle_holds_exactly_the_headline_breakdowns(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    text = printed("key_stage_4").replace("CINO at 31 March", "CPPO at 31 March")
    (releases[1] / TESTS).write_text(text)
    published(tmp_path / "store", *releases)
    ran = data("bundle", "--store", tmp_path / "store", "--into", tmp_path / "small")
    assert ran.code == 0, ran.err
    small, full = Store(tmp_path / "small").open(), Store(tmp_path / "store").open()
    assert (small.id, small.damage(), small.manifest.complete) == (ran.id, [], False)
    held = {path.stem: set(build.read(path)["breakdown"].to_pylist()) for path in small.parquet()}
    assert held == {
        "cla_number_and_rate": {"on 31 March"},
        "key_stage_4": {LOOKED_AFTER},
    }
    all_of_it = build.read(full.folder / build.name_of("key_stage_4"))
    assert set(all_of_it["breakdown"].to_pylist()) == {LOOKED_AFTER, ON_A_PLAN}
    for name in ("areas.parquet", "neighbours.parquet", "observations/cla_number_and_rate.parquet"):
        assert build.read(small.folder / name).equals(build.read(full.folder / name))
    assert small.manifest.source_files == full.manifest.source_files


def test_nothing_can_be_published_onto_a_bundle(tmp_path: Path, store: Path, releases: tuple[Path, Path]) -> None:
    data("bundle", "--store", store, "--into", tmp_path / "small")
    before = tree(tmp_path / "small")
    ran = data("publish", *releases, "--store", tmp_path / "small")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.endswith("holds headline figures only. Publish into another store: --store DIR\n")
    assert tree(tmp_path / "small") == before


def test_a_new_bundle_takes_the_place_of_the_old_one(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    ids = []
    for release in releases:
        published(tmp_path / "store", release)
        ids.append(data("bundle", "--store", tmp_path / "store", "--into", tmp_path / "small").id)
    assert Store(tmp_path / "small").ids() == [ids[1]] != [ids[0]]
    assert data("bundle", "--store", tmp_path / "store", "--into", tmp_path / "small").id == ids[1]


def test_a_bundle_never_takes_the_place_of_whole_snapshots(store: Path) -> None:
    before = tree(store)
    ran = data("bundle", "--store", store, "--into", store)
    assert (ran.code, ran.out) == (4, "")
    assert "holds snapshots with all observations; a bundle replaces what it finds. Choose another." in ran.err
    assert tree(store) == before


def test_a_damaged_snapshot_is_not_bundled(tmp_path: Path, store: Path) -> None:
    path = Store(store).open().parquet()[0]
    flip(path, path.stat().st_size // 2)
    ran = data("bundle", "--store", store, "--into", tmp_path / "small")
    assert ran.code == 4 and "is damaged" in ran.err and "Nothing was bundled." in ran.err
    assert not (tmp_path / "small").exists()
