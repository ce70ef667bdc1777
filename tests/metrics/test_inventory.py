"""What is said about the figures themselves: how fresh, from which files, what is measured."""

import tomllib
from dataclasses import replace

from data.manifest import KeptFinding
from metrics import inventory
from metrics.ask import Ask
from metrics.catalogue import FOLDER
from metrics.figures import MARKS


def test_every_source_of_the_snapshot_has_one_row_with_its_newest_release(bundled: Ask) -> None:
    table = inventory.freshness(bundled)
    files = bundled.manifest.source_files
    assert {row[0] for row in table.rows} == {f.source_title for f in files}
    by_title = {row[0]: row for row in table.rows}
    newest = by_title["Children looked after: number and rate per 10,000 children"]
    assert newest[1:4] == (
        "Children looked after in England including adoptions, 2025", "26 November 2025", "2025 (31 March and year to 31 March)",
    )  # fmt: skip


def test_a_series_that_ended_earlier_says_so(bundled: Ask) -> None:
    by_title = {row[0]: row for row in inventory.freshness(bundled).rows}
    assert by_title["Care leavers: local authority in touch"][3] == "2024 (year to 31 March)"


def test_every_indicator_of_the_catalogue_is_listed_with_its_direction_and_its_table(bundled: Ask) -> None:
    rows = inventory.measures(bundled.catalogue).rows
    assert [row[0].split("\n")[1] for row in rows] == list(bundled.catalogue)
    directions = {row[3] for row in rows}
    assert directions == set(inventory.BETTER.values())
    local = [entry for entry in bundled.catalogue.values() if entry.local]
    assert [row[4] for row in rows].count("not measured nationally: a local return would tell us") == len(local) > 0


def test_every_published_file_is_listed_with_its_hash(bundled: Ask) -> None:
    table = inventory.releases(bundled.manifest)
    assert {row[-1] for row in table.rows} == set(bundled.manifest.hashes)


def test_every_mark_is_explained(bundled: Ask) -> None:
    assert [row[0] for row in inventory.marks().rows] == list(MARKS.values())


def test_the_finding_counts_what_the_catalogue_and_the_manifest_hold(bundled: Ask) -> None:
    said = inventory.finding(bundled)
    local = sum(entry.local for entry in bundled.catalogue.values())
    assert said.startswith(f"{len(bundled.catalogue.measured)} measures rest on ")
    assert f"; {local} more are not measured nationally" in said


def test_a_table_that_no_measure_is_made_from_is_held_but_not_rested_on(bundled: Ask) -> None:
    named = {tomllib.loads(path.read_text("utf-8")).get("source") for path in FOLDER.glob("*.toml")} - {None}
    held = {file.source for file in bundled.manifest.source_files}
    assert named < held
    assert f"rest on {len(named)} of the {len(held)} published tables held, " in inventory.finding(bundled)


def test_the_findings_of_the_checks_are_told_or_there_is_no_table(bundled: Ask) -> None:
    table = inventory.findings(bundled.manifest)
    assert (table is None) == (not bundled.manifest.findings)
    assert table is None or table.rows[0][3] == bundled.manifest.findings[0].message


def test_an_accepted_finding_is_told_with_the_name_and_the_reason(bundled: Ask) -> None:
    taken = KeptFinding("jumps", "accepted", "Ten times as many.", "file.csv", "A recount.", "A. Analyst")
    table = inventory.findings(replace(bundled.manifest, findings=(taken,)))
    assert table is not None and table.rows == (
        ("jumps", "accepted\nby A. Analyst: A recount.", "file.csv", "Ten times as many."),
    )
