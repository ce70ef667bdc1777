"""The release before: found in a store or among the files just taken in, and held against the file row by row."""

import dataclasses
from datetime import date
from pathlib import Path

import pyarrow as pa

from data.areas import load
from data.checks import run
from data.findings import Finding, Outcome
from data.observe import observe
from data.store import Store
from data.vintage import Earlier, Pair
from tests.data.drawn import NEW, OLD, RATE, bound, release, table_csv, write_release
from tests.data.running import data

HEREFORDSHIRE = "E06000019"
NEW_RELEASE = release()
OLD_RELEASE = release(published_on=date(2024, 11, 14))


def earlier(text: str = OLD) -> Earlier:
    held = Earlier()
    held.add(OLD_RELEASE, _observed(text, OLD_RELEASE.published_on))
    return held


def _observed(text: str, day: date) -> pa.Table:
    some = bound(text)
    return observe(dataclasses.replace(some, release=dataclasses.replace(some.release, published_on=day)), load())


def said(text: str, before: str = OLD) -> list[Finding]:
    return run(bound(text), load(), earlier(before).before(NEW_RELEASE))


def test_the_release_before_is_the_latest_one_published_earlier(store: Path) -> None:
    held = Earlier(Store(store).open())
    before = held.before(NEW_RELEASE)
    assert before is not None and before.published_on == date(2024, 11, 14) and before.newest == "2024"
    assert held.before(OLD_RELEASE) is None
    assert held.before(release("population")) is None


def test_a_file_taken_in_just_now_is_a_release_before_as_well() -> None:
    before = earlier().before(NEW_RELEASE)
    assert before is not None
    assert before.figures["children_count"][HEREFORDSHIRE, "2024", "on 31 March"] == 210
    assert before.figures["children_count"]["E06000051", "2023", "on 31 March"] == "suppressed"


def test_each_row_finds_what_was_said_of_it_before() -> None:
    before = earlier().before(NEW_RELEASE)
    assert before is not None
    beside = Pair(bound(NEW), load(), before).earlier["children_count"]
    assert beside[:5] == [850, 490, 210, 130, 150] and set(beside[5:]) == {None}


def test_a_newer_release_of_the_same_table_passes_without_a_word() -> None:
    assert said(NEW) == []


def test_the_same_periods_a_year_later_are_an_older_file_under_a_new_name() -> None:
    found = said(OLD)
    assert [(f.check, f.outcome) for f in found] == [("stale", Outcome.FAIL)]
    assert found[0].message == (
        "its newest period is 2024; the release of 2024-11-14 has 2024 already, and this one is said to be of 2025-11-26."
    )


def test_an_authority_that_is_gone_is_named() -> None:
    without = "\n".join(line for line in NEW.splitlines() if "Herefordshire" not in line)
    found = [f for f in said(without) if f.check == "vanished"]
    assert [f.message for f in found] == ["1 area (Herefordshire) had figures in the release of 2024-11-14 and have no row here."]


def test_the_bytes_of_last_years_file_under_this_years_date_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for year, day in (("2024", "2024-11-14"), ("2025", "2025-11-26")):
        write_release(folder, f"cla-{year}", {RATE: table_csv(OLD)}, day)
    ran = data("publish", folder, "--store", tmp_path / "store")
    assert ran.code == 3
    assert f"this is, byte for byte, cla-2024/{RATE} of 2024-11-14, under the date of 2025-11-26." in ran.err
    assert data("publish", folder / "cla-2024", "--store", tmp_path / "store").code == 0
    assert data("publish", folder / "cla-2025", "--store", tmp_path / "store").code == 3
