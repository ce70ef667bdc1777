"""Folders and lists of releases that cannot be published: refused in a sentence, exit code 3, the store untouched."""

import os
from pathlib import Path

import pytest

from tests.data.drawn import NEW, RATE, table_csv, write_release
from tests.data.running import data, refused, tree

GOOD = table_csv(NEW)
PNG = b"\x89PNG\r\n\x1a\n"


def test_a_folder_without_one_recognised_file_is_refused(tmp_path: Path, old_store: Path) -> None:
    folder = write_release(tmp_path / "in", "cla-2025", {"notes.csv": "a,b\n1,2\n", "README.md": "read me"}, "2025-11-26")
    assert refused(old_store, folder).last_line == (
        f"{folder} holds no file that a source describes; files looked at: 1. Give a folder of published files; which file "
        "names are known is said in data/sources/*.toml."
    )


def test_an_empty_folder_is_refused(tmp_path: Path, old_store: Path) -> None:
    (tmp_path / "in").mkdir()
    assert "holds no file that a source describes; files looked at: 0." in refused(old_store, tmp_path / "in").last_line


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path, old_store: Path) -> None:
    said = refused(old_store, tmp_path / "nowhere").last_line
    assert said == f"{tmp_path / 'nowhere'} does not exist. Give a folder of published files."


def test_a_file_that_nobody_dates_is_refused_until_a_day_is_given(tmp_path: Path, old_store: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / RATE).write_text(GOOD)
    assert refused(old_store, folder).last_line == (
        f"{RATE}: nobody says when it was published. Add it to releases.csv in its folder, or give --published 2025-11-26."
    )
    assert data("publish", folder, "--published", "2025-11-26", "--store", old_store).code == 0


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("2025-11-26", "26 November 2025", 'row 2, column published_on: "26 November 2025" is no date. Write it as 2025-11-26.'),
        (",yes", ",perhaps", 'row 2, column day_certain: "perhaps" is neither yes nor no. Say whether the day is certain.'),
        (",2025-11-26,yes", "", 'row 2, column published_on: "" is no date. Write it as 2025-11-26.'),
        (
            "publisher,",
            "publishers,",
            'row 1: there is no column "publisher". Expected: path, publisher, title, reporting_year, ',
        ),
    ],
)
def test_a_mistake_in_the_list_of_releases_is_named(tmp_path: Path, old_store: Path, old: str, new: str, sentence: str) -> None:
    folder = write_release(tmp_path / "in", "cla-2025", {RATE: GOOD}, "2025-11-26")
    listing = tmp_path / "in" / "releases.csv"
    listing.write_text(listing.read_text().replace(old, new))
    assert refused(old_store, folder).last_line.startswith(f"releases.csv, {sentence}")


def test_a_list_of_releases_that_is_no_text_is_named(tmp_path: Path, old_store: Path) -> None:
    folder = write_release(tmp_path / "in", "cla-2025", {RATE: GOOD}, "2025-11-26")
    (tmp_path / "in" / "releases.csv").write_bytes(PNG)
    assert refused(old_store, folder).last_line.startswith("releases.csv: this cannot be read as a UTF-8 CSV (")


def test_two_different_files_cannot_both_be_one_release(tmp_path: Path, old_store: Path) -> None:
    root = tmp_path / "in"
    first = write_release(root, "cla-2025", {RATE: GOOD}, "2025-11-26")
    second = write_release(root, "cla-2025-again", {RATE: GOOD.replace(",190,", ",191,")}, "2025-11-26")
    assert refused(old_store, root).last_line == (
        f"{second / RATE} and {first / RATE} both claim to be the release of 2025-11-26 of cla_number_and_rate, with different "
        "contents. Keep the right one, or date them in releases.csv."
    )


def test_another_file_for_a_release_that_is_held_is_refused(tmp_path: Path, old_store: Path) -> None:
    folder = write_release(tmp_path / "in", "cla-2024-again", {RATE: GOOD}, "2024-11-14")
    said = refused(old_store, folder).last_line
    assert said.startswith(f"{folder / RATE} claims to be the release of 2024-11-14 of cla_number_and_rate, but another file ")
    assert said.endswith("If it was re-issued, give its own date.")


def test_a_day_that_is_no_day_is_refused_before_anything_is_read(tmp_path: Path, old_store: Path) -> None:
    before = tree(old_store)
    ran = data("publish", tmp_path, "--published", "26/11/2025", "--store", old_store)
    assert (ran.code, ran.out) == (2, "")
    assert "--published" in ran.err
    assert tree(old_store) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, old_store: Path) -> None:
    folder = write_release(tmp_path / "in", "cla-2025", {RATE: GOOD}, "2025-11-26")
    (folder / RATE).chmod(0)
    assert (
        refused(old_store, folder).last_line
        == f"cla-2025/{RATE}: the file cannot be read (Permission denied). Check its permissions."
    )
