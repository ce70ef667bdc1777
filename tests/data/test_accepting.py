"""What a check stops and a named person accepts: which stages may be, and how it is kept and told for good."""

from pathlib import Path

import pytest

from data import build
from data.store import Store
from tests.data.drawn import NEW, RATE, csv_text, later, published_rows, table_csv, write_release
from tests.data.running import data, published, refused

REASON = "Herefordshire counted again and wrote so"
WRONG_RATE = "rate_per_10000 is 140, but 190 of 20,000 gives 95.0."


def folder(root: Path, column: str, cell: str) -> Path:
    """The release of 2025 with another cell in the row of Herefordshire."""
    some = published_rows(NEW)
    some[7][column] = cell
    return write_release(root, "cla-2025", {RATE: csv_text(some)}, "2025-11-26")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A release with a rate that its count does not give."""
    return folder(tmp_path / "odd", "rate_per_10000", "140")


def test_what_may_be_accepted_is_refused_with_the_words_that_accept_it(old_store: Path, odd: Path) -> None:
    ran = refused(old_store, odd)
    assert f"  cla-2025/{RATE}, row 9, column rate_per_10000: {WRONG_RATE}" in ran.err
    assert ran.last_line.endswith('publish again with: --accept "why it is right" --by NAME')
    assert "1 files: 10 rows read; 1 of the files failed their checks." in ran.err.splitlines()


def test_it_is_published_once_a_named_person_accepts_it_and_both_are_kept(old_store: Path, odd: Path) -> None:
    ran = data("publish", odd, "--store", old_store, "--accept", REASON, "--by", "Ada Byron")
    assert ran.code == 0, ran.err
    assert f"accepted: cla-2025/{RATE}, row 9, column rate_per_10000: {WRONG_RATE}" in ran.err
    assert f"Accepted by Ada Byron: {REASON}" in ran.err.splitlines()
    made = Store(old_store).open().manifest
    assert (made.accepted, len(made.stopped)) == (REASON, 1) and WRONG_RATE in made.stopped[0]
    [kept] = made.findings
    assert (kept.check, kept.outcome, kept.accepted, kept.accepted_by) == ("recomputed", "accepted", REASON, "Ada Byron")


def test_the_figure_is_held_as_it_was_published(old_store: Path, odd: Path) -> None:
    data("publish", odd, "--store", old_store, "--accept", REASON, "--by", "Ada Byron")
    [path] = Store(old_store).open().parquet()
    rows = [r for r in build.read(path).to_pylist() if r["area_code"] == "E06000019" and r["period"] == "2025"]
    assert {r["measure"]: r["value"] for r in rows} == {
        "population_estimate": 20000,
        "children_count": 190,
        "rate_per_10000": 140,
    }


def test_show_reads_aloud_who_accepted_what_and_why_and_later_snapshots_still_do(
    tmp_path: Path, old_store: Path, odd: Path
) -> None:
    data("publish", odd, "--store", old_store, "--accept", REASON, "--by", "Ada Byron")
    shown = data("show", "--store", old_store).out
    assert f"Ada Byron accepted what would have stopped it, because: {REASON}.\n  cla-2025/{RATE}, row 9" in shown
    line = f"accepted by Ada Byron ({REASON}): cla-2025/{RATE}, row 9, column rate_per_10000: {WRONG_RATE}"
    assert line in shown
    newer = write_release(tmp_path / "newer", "cla-2026", {RATE: table_csv(later(2026))}, "2026-11-20")
    published(old_store, newer)
    made = Store(old_store).open().manifest
    assert (made.by, made.accepted, made.stopped) == ("Test", "", ())
    assert line in data("show", "--store", old_store).out


def test_a_first_snapshot_can_be_accepted_too(tmp_path: Path, odd: Path) -> None:
    ran = data("publish", odd, "--store", tmp_path / "new", "--accept", REASON, "--by", "Ada Byron")
    assert ran.code == 0 and f"Accepted by Ada Byron: {REASON}" in ran.err
    assert Store(tmp_path / "new").open().manifest.accepted == REASON


def test_an_acceptance_of_a_first_snapshot_that_nothing_needed_is_not_kept(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    ran = data("publish", releases[0], "--store", tmp_path / "new", "--accept", REASON, "--by", "Ada Byron")
    assert ran.code == 0 and "There was nothing that had to be accepted." in ran.err
    assert Store(tmp_path / "new").open().manifest.accepted == ""


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("population_type", "Children in care", 'the label "Children in care" is not described'),
        ("new_la_code", "E06000919", 'the area code "E06000919" is not known'),
        ("children_count", "q", 'the figure is "q"'),
        ("la_name", "Shropshire", '"Shropshire" is not the name of E06000019'),
    ],
)
def test_nobody_can_accept_a_file_of_which_nobody_can_tell_what_its_figures_are_of(
    tmp_path: Path, old_store: Path, column: str, cell: str, said: str
) -> None:
    ran = refused(old_store, folder(tmp_path / "bad", column, cell), "--accept", REASON, "--by", "Ada Byron")
    assert said in ran.err and "--accept" not in ran.err


def test_a_file_that_cannot_be_read_cannot_be_accepted(tmp_path: Path, old_store: Path) -> None:
    bad = write_release(tmp_path / "bad", "cla-2025", {RATE: table_csv(NEW).encode("utf-16")}, "2025-11-26")
    assert "this is UTF-16 text" in refused(old_store, bad, "--accept", REASON, "--by", "Ada Byron").err
