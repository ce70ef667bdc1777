"""What a snapshot changed: as its manifest says, and as a comparison with the snapshot before it finds."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.areas import load
from data.compare import compare
from data.keeping import pin
from data.manifest import KeptFinding
from data.store import BUNDLED, Store
from metrics import snapshot_words
from metrics.snapshot_changes import Changes, changes, differences, is_pinned, previous
from tests.data.drawn import write_two_releases
from tests.data.running import data


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two releases of invented figures, published one after the other."""
    folder = tmp_path_factory.mktemp("two")
    for release, why in zip(write_two_releases(folder / "files"), ("The first", "A newer release."), strict=True):
        ran = data("publish", release, "--store", folder / "store", "--by", "A. Analyst", "--note", why)
        assert ran.code == 0, ran.err
    return Store(folder / "store")


@pytest.fixture(scope="module")
def newest(store: Store) -> Changes:
    return changes(store.open().manifest)


def test_the_first_snapshot_says_that_there_is_nothing_to_compare_with() -> None:
    first = changes(Store(BUNDLED).open().manifest)
    assert first.first and not first.tables
    assert snapshot_words.by_table(first) is None
    assert snapshot_words.finding(first).startswith(f"This snapshot rests on {len(first.manifest.source_files)} published files")
    assert snapshot_words.made(first.manifest)[1] == snapshot_words.FIRST


def test_the_manifest_is_read_back_into_the_very_counts_of_the_comparison(store: Store, newest: Changes) -> None:
    """Guards the sentence that publishing writes: where it changes, this page must learn to read it."""
    found = compare(previous(store.open()), store.open())
    names = ("source", "added", "removed", "revised", "restated", "large", "areas_before", "areas_now")
    assert [[getattr(t, n) for n in names] for t in newest.tables] == [[getattr(s, n) for n in names] for s in found.sources]
    assert newest.tables and newest.revised == 2
    found.close()


def test_a_newer_snapshot_says_what_it_brought_and_revised(newest: Changes) -> None:
    assert [f.source for f in newest.files] == ["cla_number_and_rate", "neighbours_2025"]
    assert snapshot_words.finding(newest) == (
        f"2 newly published files brought {newest.added} new figures and revised 2 of the {newest.restated} stated again."
    )


def test_the_releases_that_came_in_are_named_with_their_day(newest: Changes) -> None:
    assert snapshot_words.brought(newest) == (
        "It added: Children looked after in England including adoptions, 2025 (published 26 November 2025).",
    )


def test_a_sentence_that_is_not_known_is_shown_as_it_stands(newest: Changes) -> None:
    said = "Population: 12 figures were rebased."
    found = changes(replace(newest.manifest, changes=(said,)))
    assert found.others == (said,) and snapshot_words.brought(found) == (said,)
    assert "changes no figure" not in snapshot_words.finding(found)


def test_a_snapshot_that_changes_no_figure_says_so(newest: Changes) -> None:
    found = changes(replace(newest.manifest, changes=("No observation was added, removed or revised.",)))
    assert snapshot_words.finding(found) == "This snapshot holds 3 published files and changes no figure."


def test_a_table_that_changed_has_a_row_with_its_periods_and_the_areas_most_revised(newest: Changes) -> None:
    table = snapshot_words.by_table(newest)
    assert table is not None
    [row] = table.rows
    assert row[0] == "Children looked after: number and rate per 10,000 children"
    assert row[2].startswith("2\nof 15 (13.3%)")
    assert row[-2:] == ("Herefordshire (2)", "2023 to 2025, 5 areas\nbefore: 2023 to 2024, 5 areas")
    assert "Removed" not in [c.title for c in table.columns]


def test_removed_figures_are_never_left_unsaid(newest: Changes) -> None:
    fewer = replace(newest, tables=(replace(newest.tables[0], removed=3),))
    assert snapshot_words.finding(fewer).endswith("; 3 figures are gone.")
    table = snapshot_words.by_table(fewer)
    assert table is not None and [c.title for c in table.columns][2] == "Removed" and table.rows[0][2] == "3"


def test_who_published_it_when_why_and_what_it_follows_is_said(store: Store) -> None:
    manifest = store.open().manifest
    made = snapshot_words.made(manifest)
    assert f"{manifest.created_at:%H:%M} UTC by A. Analyst. Their note: “A newer release.”" in made[0]
    assert made[1] == f"It follows snapshot {manifest.previous}."


def test_what_was_accepted_beyond_expectation_is_told_with_reason_and_name(store: Store) -> None:
    manifest = store.open().manifest
    assert snapshot_words.accepted(manifest) == ()
    taken = replace(manifest, stopped=("cla_number_and_rate: 40 of 40 figures are revised.",), accepted="The ONS rebased it.")
    assert snapshot_words.accepted(taken) == (
        "The checks would have stopped it. A. Analyst accepted what they found, because: The ONS rebased it.",
        "cla_number_and_rate: 40 of 40 figures are revised.",
    )


def test_the_findings_of_the_checks_are_counted_the_gravest_first(store: Store) -> None:
    manifest = store.open().manifest
    some = tuple(KeptFinding("check", outcome, "what", "where") for outcome in ("note", "warning", "note", "accepted"))
    assert snapshot_words.checked(replace(manifest, findings=some)) == (
        "The checks of the 3 files left 1 accepted fault, 1 warning and 2 notes."
    )
    assert "nothing to remark on" in snapshot_words.checked(replace(manifest, findings=()))


def test_the_largest_revisions_are_found_for_all_areas_and_for_one(store: Store) -> None:
    before = previous(store.open())
    assert before is not None
    found, areas = differences(before, store.open()), load()
    own = snapshot_words.largest_of(found, areas.find("Herefordshire"), areas)
    assert own is not None and own.caption == "Herefordshire: the 2 largest of 2 revisions"
    assert ("2024", "210", "211") in [row[1:] for row in own.rows]
    everywhere = snapshot_words.largest(found, areas)
    assert everywhere is not None and {row[1] for row in everywhere.rows} == {"Herefordshire"}


def test_an_area_without_revisions_is_said_to_have_none(store: Store) -> None:
    before = previous(store.open())
    assert before is not None
    shropshire = load().find("Shropshire")
    assert snapshot_words.largest_of(differences(before, store.open()), shropshire, load()) is None
    assert snapshot_words.none_of(shropshire) == "No figure of Shropshire that was held before has changed."


def test_a_snapshot_before_that_is_held_no_more_is_none(store: Store, tmp_path: Path) -> None:
    assert previous(store.open()) is not None
    assert previous(store.open(previous(store.open()).id)) is None
    assert previous(replace(store.open(), folder=tmp_path / "elsewhere" / store.open().id)) is None


def test_a_snapshot_that_is_kept_for_good_is_known(store: Store) -> None:
    assert not is_pinned(store.open())
    pin(store, store.open().id)
    assert is_pinned(store.open())
