"""Checking beside a store: what publishing would say, said before anything is stored."""

from pathlib import Path

import pytest

from data import gate
from data.store import BUNDLED, Store
from tests.data.drawn import NEW, OLD, RATE, csv_text, published_rows, table_csv, write_release
from tests.data.running import data, tree


def without(area: str, text: str = NEW) -> str:
    return csv_text([row for row in published_rows(text) if row["la_name"] != area])


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    """A release of 2025 in which an authority of the one before has no row."""
    return write_release(tmp_path / "in", "cla-2025", {RATE: without("Worcestershire")}, "2025-11-26")


def test_a_file_alone_shows_nothing_where_only_the_release_before_it_knows_more(lacking: Path) -> None:
    assert "vanished" not in data("check", lacking).out


def test_with_a_store_the_file_is_held_against_the_release_before_it_there(old_store: Path, lacking: Path) -> None:
    before = tree(old_store)
    ran = data("check", lacking, "--store", old_store)
    assert ran.code == 3
    assert "1 area (Worcestershire) had figures in the release of 2024-11-14 and have no row here." in ran.out
    assert tree(old_store) == before


def test_what_publish_would_stop_at_the_gate_is_a_finding(
    old_store: Path, releases: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "limits", lambda: {"default": gate.Limits(revised=0.05, large=0.003, in_one_area=10, few=0)})
    before = tree(old_store)
    ran = data("check", releases[1], "--store", old_store)
    assert ran.code == 3
    lines = ran.out.splitlines()
    assert len(lines) == 2 and lines[1].startswith('gate,fail,"cla_number_and_rate: 2 of 15 figures stated again are revised')
    assert f"against snapshot {Store(old_store).current_id()}" in lines[1]
    assert tree(old_store) == before


def test_a_good_release_passes_beside_the_store_and_nothing_is_stored(old_store: Path, releases: tuple[Path, Path]) -> None:
    before = tree(old_store)
    ran = data("check", releases[1], "--store", old_store)
    assert (ran.code, ran.out) == (0, "check,outcome,message,where,help\n")
    assert ran.err.splitlines()[-1] == "Nothing stops publishing."
    assert tree(old_store) == before


def test_files_that_the_store_holds_are_said_to_be_held(store: Path, releases: tuple[Path, Path]) -> None:
    ran = data("check", *releases, "--store", store)
    assert ran.code == 0 and "Nothing new: every described file is already held." in ran.err
    assert f"left out: {RATE}: already held." in ran.err


def test_another_file_of_a_day_that_is_held_is_refused_before_it_is_published(tmp_path: Path, old_store: Path) -> None:
    again = write_release(tmp_path / "again", "cla-2024", {RATE: table_csv(OLD.replace("210", "212"))}, "2024-11-14")
    ran = data("check", again, "--store", old_store)
    assert ran.code == 3 and "claims to be the release of 2024-11-14" in ran.err


@pytest.mark.parametrize("which", ["none", "bundled"])
def test_a_store_that_cannot_be_published_to_cannot_be_compared_with(
    tmp_path: Path, releases: tuple[Path, Path], which: str
) -> None:
    ran = data("check", releases[0], "--store", BUNDLED if which == "bundled" else tmp_path / "none")
    assert (ran.code, ran.out) == (4, "")
    assert ("headline figures only" if which == "bundled" else "holds no snapshot to compare with") in ran.err
    assert not (tmp_path / "none").exists()
