"""Publishing the full published files: nothing lost on the way, known figures there, within the time and memory of a laptop."""

import csv
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.compute as pc
import pytest

from data import build
from data.bundle import bundle
from data.manifest import SourceFile
from data.publish import publish
from data.store import BUNDLED, Store
from tests.official import official

SECONDS = 60  # generous: it takes under 10 on two cores
MEGABYTES = 1024
HEREFORDSHIRE, ENGLAND = "E06000019", "E92000001"
FIGURES = {
    "number", "percentage", "children_count", "children_percent", "care_leaver_count", "care_leaver_percent",
    "population_estimate", "rate_per_10000",
}  # fmt: skip
PLACES = {
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
    "region_code", "region_name", "old_la_code", "la_name", "new_la_code",
}  # fmt: skip
WORDS = {
    "c": "suppressed",
    "k": "rounds_to_zero",
    "low": "low",
    "x": "not_available",
    "z": "not_applicable",
    "u": "low_reliability",
}
RELEASES = {
    "care_leavers_accommodation": 4,
    "care_leavers_activity": 4,
    "care_leavers_in_touch": 3,
    "cla_ceased": 4,
    "cla_conviction_health": 3,
    "cla_number_and_rate": 3,
    "cla_on_31_march": 1,
    "cla_placement_stability": 4,
    "cla_started": 2,
    "neighbours_2021": 1,
    "neighbours_2025": 1,
    "population": 1,
    "workforce": 1,
}


@dataclass(frozen=True)
class Run:
    """One run of the publisher in a process of its own."""

    store: Store
    err: str
    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Told:
    """What a published file holds, told by the csv module alone: its rows, the statuses of its figures and their sum."""

    rows: int
    statuses: Counter[str]
    total: float


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder, store = official(), tmp_path_factory.mktemp("official")
    said = store / "said"
    start = time.monotonic()
    with said.open("w") as stream:
        publisher = subprocess.Popen(
            [sys.executable, "-m", "data", "publish", folder, "--store", store / "store"], stdout=subprocess.PIPE, stderr=stream
        )
        _, status, used = os.wait4(publisher.pid, 0)
    publisher.returncode = os.waitstatus_to_exitcode(status)
    assert publisher.stdout
    with publisher.stdout:
        printed = publisher.stdout.read().decode()
    found = Run(Store(store / "store"), said.read_text(), time.monotonic() - start, used.ru_maxrss / 1024)
    assert publisher.returncode == 0, found.err
    assert printed == f"{found.store.current_id()}\n"
    rows = sum(f.rows for f in found.store.open().manifest.source_files)
    print(f"\npublish: {rows:,} rows read in {found.seconds:.1f} s, {found.megabytes:.0f} MB at most")
    return found


def test_publishing_all_official_files_takes_seconds_and_under_a_gigabyte(run: Run) -> None:
    assert run.seconds < SECONDS
    assert run.megabytes < MEGABYTES


def test_every_release_of_every_described_source_is_held(run: Run) -> None:
    files = run.store.open().manifest.source_files
    assert Counter(f.source for f in files) == RELEASES
    assert len({f.sha256 for f in files}) == len(files)


def test_no_official_file_fails_a_check_or_raises_a_warning(run: Run) -> None:
    findings = run.store.open().manifest.findings
    assert [(f.check, f.outcome) for f in findings] == [("neighbours", "note")]


def test_every_file_that_is_not_held_was_left_out_with_a_reason(run: Run) -> None:
    folder = official()
    left_out = dict(re.findall(r"^left out: (.+): (.+)\.$", run.err, re.MULTILINE))
    assert set(left_out.values()) == {"no source describes it"}
    held = {f.file for f in run.store.open().manifest.source_files}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.suffix not in (".md",)}
    assert held | set(left_out) == there - {"releases.csv"}
    assert not held & set(left_out)


def test_rows_observations_and_every_symbol_are_those_that_the_csv_module_counts(run: Run) -> None:
    snapshot = run.store.open()
    told = {f: tell(official() / f.file) for f in snapshot.manifest.source_files if not f.source.startswith("neighbours")}
    for file, expected in told.items():
        assert (file.rows, file.observations) == (expected.rows, expected.statuses.total()), file.file
    for path in snapshot.parquet():
        table = build.read(path)
        for file in (f for f in told if f.source == path.stem):
            some = table.filter(pc.equal(table["published_on"], file.published_on))
            assert Counter(some["status"].to_pylist()) == told[file].statuses, file.file
            assert pc.sum(some["value"]).as_py() == pytest.approx(told[file].total, rel=1e-12), file.file


def tell(path: Path) -> Told:
    """What a file holds. A joint return stands in two places, so its figures count twice."""
    rows, statuses, total = 0, Counter[str](), 0.0
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows += 1
            places = len(row["new_la_code"].split(" / "))
            for name, cell in row.items():
                if name in FIGURES or ("inpost_fte" in row and name not in PLACES):
                    statuses[WORDS.get(cell, "published")] += places
                    total += 0 if cell in WORDS else float(cell) * places
    return Told(rows, statuses, total)


def test_the_neighbours_are_those_of_the_files(run: Run) -> None:
    table = build.read(run.store.open().folder / build.NEIGHBOURS)
    found = {(row["edition"], row["area_code"], row["position"]): row for row in table.to_pylist()}
    assert Counter(edition for edition, _, _ in found) == {"2021": 1560, "2025": 1530}
    nearest = [
        (e, found[e, HEREFORDSHIRE, 1]["neighbour_code"], found[e, HEREFORDSHIRE, 1]["closeness"]) for e in ("2021", "2025")
    ]
    assert nearest == list(by_hand())


def by_hand() -> Iterator[tuple[str, str, str]]:
    """Herefordshire's nearest neighbour in both files, found by the position of its cells."""
    from data.areas import load

    for edition, file, at in (
        ("2021", "New_Statistical_Neighbour_Groupings_April_2021.csv", 5),
        ("2025", "sn_model_2025_wide.csv", 4),
    ):
        with (official() / "neighbours" / file).open(encoding="utf-8-sig", newline="") as stream:
            row = next(row for row in csv.reader(stream) if row[0] == "884")
        area = load().by_number(row[at])
        assert area
        yield edition, area.code, row[at + 1].strip().capitalize()


def counts(run: Run, area: str, measure: str = "children_count") -> dict[tuple[str, str], float | None]:
    """The published figures of children looked after on 31 March, by year of the release and period."""
    table = build.read(run.store.open().folder / build.name_of("cla_number_and_rate"))
    wanted = pc.and_(pc.equal(table["area_code"], area), pc.equal(table["measure"], measure))
    some = table.filter(pc.and_(wanted, pc.equal(table["breakdown"], "on 31 March")))
    return {(str(row["published_on"])[:4], row["period"]): row["value"] for row in some.to_pylist()}


def test_herefordshire_and_england_have_the_figures_that_were_published_in_each_vintage(run: Run) -> None:
    here = counts(run, HEREFORDSHIRE)
    assert [here["2025", str(year)] for year in range(2021, 2026)] == [312, 379, 413, 387, 344]
    assert here["2023", "2023"] == 412
    assert counts(run, HEREFORDSHIRE, "population_estimate")["2024", "2024"] == 34_052
    england = counts(run, ENGLAND)
    assert (england["2025", "2025"], england["2023", "2023"]) == (81_770, 83_840)


def test_the_release_folders_in_another_order_give_the_same_content_hash(run: Run, tmp_path: Path) -> None:
    folders = sorted((p for p in official().iterdir() if p.is_dir() and described(p)), reverse=True)
    done = publish(folders, Store(tmp_path), by="Test", note="", published=None, say=lambda line: None)
    assert done.snapshot.manifest.content_hash == run.store.open().manifest.content_hash


def described(folder: Path) -> bool:
    return folder.name not in ("inspections", "lait-extract", "outcomes", "stability-2024")


def test_a_second_run_finds_nothing_new(run: Run) -> None:
    said: list[str] = []
    done = publish([official()], run.store, by="Test", note="", published=None, say=said.append)
    assert not done.new and done.snapshot.id == run.store.current_id()
    assert said[-1] == "Nothing new: every described file is already held."


def test_the_bundled_snapshot_is_what_the_publisher_makes_of_the_official_files(run: Run, tmp_path: Path) -> None:
    made, kept = bundle(run.store, Store(tmp_path), say=lambda line: None), Store(BUNDLED).open()
    assert [p.path for p in made.manifest.parquet] == [p.path for p in kept.manifest.parquet]
    for entry in made.manifest.parquet:
        assert build.read(made.folder / entry.path).equals(build.read(kept.folder / entry.path)), entry.path
    assert [proof(f) for f in made.manifest.source_files] == [proof(f) for f in kept.manifest.source_files]
    assert sum(p.bytes for p in kept.manifest.parquet) < 6 * 2**20


def proof(file: SourceFile) -> tuple[str, str, int, int]:
    return file.source, file.sha256, file.rows, file.observations
