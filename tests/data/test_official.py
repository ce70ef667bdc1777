"""Publishing the full published files: nothing lost on the way, known figures there, within the time and memory of a laptop."""

import csv
import re
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.compute as pc
import pytest

from data import build
from data.bundle import bundle
from data.manifest import SourceFile
from data.publish import publish
from data.store import BUNDLED, Store
from tests.official import official

# A process that starts another passes its own size on as the other's highest: so a small one stands in between and measures.
MEASURED = """
import os, resource, subprocess, sys
ended = subprocess.run(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write(f"{used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}")
sys.exit(ended.returncode)
"""
SECONDS = 60  # generous: it takes under 20 on two cores
MEGABYTES = 1024
HEREFORDSHIRE, ENGLAND = "E06000019", "E92000001"
FIGURES = {
    "number", "percentage", "children_count", "children_percent", "care_leaver_count", "care_leaver_percent",
    "population_estimate", "rate_per_10000", "value",
}  # fmt: skip
WIDE = ("t_", "pt_", "avg_", "p8score_")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SHEETS = ("Inspections", "In-year", "ILACS")
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
WORDS_OF_LAIT = {"-": "not_available"}
RELEASES = {
    "absence": 1,
    "care_leavers_accommodation": 4,
    "care_leavers_accommodation_22_to_25": 1,
    "care_leavers_activity": 4,
    "care_leavers_activity_22_to_25": 1,
    "care_leavers_in_touch": 3,
    "care_leavers_in_touch_22_to_25": 2,
    "care_leavers_staying_put": 3,
    "cla_adoption_and_guardianship": 3,
    "cla_adoption_times": 1,
    "cla_ceased": 4,
    "cla_conviction_health": 3,
    "cla_long_series": 2,
    "cla_missing": 3,
    "cla_net_gain": 3,
    "cla_new_placements": 4,
    "cla_number_and_rate": 3,
    "cla_on_31_march": 1,
    "cla_placement_stability": 4,
    "cla_school_moves": 2,
    "cla_short_term_placements": 3,
    "cla_social_worker_changes": 1,
    "cla_social_workers": 1,
    "cla_started": 2,
    "inspections": 1,
    "key_stage_2": 1,
    "key_stage_4": 1,
    "lait_extract": 1,
    "neighbours_2021": 1,
    "neighbours_2025": 1,
    "population": 1,
    "workforce": 1,
}


@dataclass(frozen=True)
class Run:
    """One run of the publisher in a process of its own. The seconds are the processor's: a busy machine does not add to them."""

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
    said, used = store / "said", store / "used"
    command = [sys.executable, "-m", "data", "publish", folder, "--store", store / "store"]
    with said.open("w") as stream:
        publisher = subprocess.run(
            [sys.executable, "-c", MEASURED, used, *command], stdout=subprocess.PIPE, stderr=stream, text=True, check=False
        )
    seconds, megabytes = map(float, used.read_text().split())
    found = Run(Store(store / "store"), said.read_text(), seconds, megabytes)
    assert publisher.returncode == 0, found.err
    assert publisher.stdout == f"{found.store.current_id()}\n"
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


def test_no_official_file_fails_a_check_or_raises_an_unexplained_warning(run: Run) -> None:
    findings = run.store.open().manifest.findings
    # Labels come and go between the releases of these years, and one tool has figures of areas that did not exist: the manifest
    # says so of six files, and test_checks_official.py why.
    warnings = {("vanished", "warning"), ("in_force", "warning")}
    assert {(f.check, f.outcome) for f in findings} == {("neighbours", "note"), ("remarks", "note"), *warnings}


def test_every_file_of_the_folder_is_held_but_the_readme_and_the_list_of_releases(run: Run) -> None:
    folder = official()
    assert "left out: " not in run.err
    held = {f.file for f in run.store.open().manifest.source_files}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert held == there - {"README.md", "releases.csv"}


def test_rows_read_are_rows_kept_and_rows_explained_for_every_file_and_all_together(run: Run) -> None:
    lines = re.findall(r"^\d+/\d+ (.+), published .+: ([\d,]+) rows read = ([\d,]+) kept \+ ([\d,]+) expl", run.err, re.MULTILINE)
    printed = {file: tuple(int(number.replace(",", "")) for number in numbers) for file, *numbers in lines}
    files = run.store.open().manifest.source_files
    assert printed == {f.file: (f.rows, f.rows - f.left_out, f.left_out) for f in files}
    assert {f.file: f.rows for f in files} == {f.file: rows_of(official() / f.file) for f in files}
    explained = {f.file: f.left_out for f in files if f.left_out}
    assert explained == {"neighbours/New_Statistical_Neighbour_Groupings_April_2021.csv": 3}
    total = sum(f.rows for f in files)
    assert f"{len(files)} files: {total:,} rows read = {total - 3:,} kept + 3 explained." in run.err.splitlines()


def rows_of(path: Path) -> int:
    """The rows under the header of a CSV, or of the three tables of the workbook, by other means than the publisher's."""
    if path.suffix == ".ods":
        with zipfile.ZipFile(path) as packed:
            tables = ElementTree.fromstring(packed.read("content.xml")).iter(f"{TABLE}table")
        return sum(filled_rows(t) - 3 for t in tables if str(t.get(f"{TABLE}name")).split("_")[0] in SHEETS)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return sum(1 for _ in csv.reader(stream)) - 1


def filled_rows(table: ElementTree.Element) -> int:
    return sum(any(text.strip() for text in row.itertext()) for row in table.iter(f"{TABLE}table-row"))


def test_rows_observations_and_every_symbol_are_those_that_the_csv_module_counts(run: Run) -> None:
    snapshot = run.store.open()
    apart = ("neighbours_2021", "neighbours_2025", "inspections")
    told = {f: tell(official() / f.file) for f in snapshot.manifest.source_files if f.source not in apart}
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
            places = len(row.get("new_la_code", "").split(" / "))
            for name, cell in row.items():
                if name in FIGURES or name.startswith(WIDE) or ("inpost_fte" in row and name not in PLACES):
                    status = (WORDS | WORDS_OF_LAIT if "value" in row else WORDS).get(cell, "published")
                    statuses[status] += places
                    total += number(cell) * places if status == "published" else 0
    return Told(rows, statuses, total)


def number(cell: str) -> float:
    """A published figure; of a duration the months."""
    years, _, months = cell.rpartition(":")
    return 12 * float(years) + float(months) if years else float(cell)


CLA = "looked after 12 months on 31 March"
GOLDEN = [
    ("key_stage_2", "2024/25", CLA, "t_rwm_eligible_pupils", 3_090),
    ("key_stage_2", "2024/25", CLA, "t_rwm_met_expected_standard", 1_070),
    ("key_stage_2", "2024/25", CLA, "pt_rwm_met_expected_standard", 35),
    ("key_stage_4", "2024/25", CLA, "avg_att8", 17.3),
    ("key_stage_4", "2024/25", CLA, "t_pupils", 6_120),
    ("absence", "2024/25", f"{CLA} | Total", "pt_pupils_pa_10_exact", 20.3),
    ("absence", "2024/25", f"{CLA} | Total", "pt_pupils_pa_50_exact", 6.4),
    ("cla_social_workers", "2024", "looked after on 31 March | Total children", "children_count", 83_300),
    ("cla_social_workers", "2024", "looked after on 31 March | 3 or more social workers in the year", "children_count", 22_140),
    ("cla_school_moves", "2024", "looked after on 31 March | Mid-year moves | Total children", "children_count", 52_670),
    ("cla_school_moves", "2024", "looked after on 31 March | Mid-year moves | moved school", "children_count", 4_280),
    ("cla_school_moves", "2024", "looked after on 31 March | Mid-year moves | moved school", "children_percent", 8),
    ("lait_extract", "2024/25", "Attainment 8, all pupils", "average_score", 46),
    ("lait_extract", "2024/25", "weekly cost of residential care", "pounds_a_week", 7_385),
]


@pytest.mark.parametrize(("source", "period", "breakdown", "measure", "value"), GOLDEN)
def test_england_has_the_figure_that_was_published(
    run: Run, source: str, period: str, breakdown: str, measure: str, value: float
) -> None:
    table = build.read(run.store.open().folder / build.name_of(source))
    for column, wanted in (("area_code", ENGLAND), ("period", period), ("breakdown", breakdown), ("measure", measure)):
        table = table.filter(pc.equal(table[column], wanted))
    assert table["value"].to_pylist() == [value]


def test_the_long_series_begins_in_1994_and_keeps_both_vintages(run: Run) -> None:
    table = build.read(run.store.open().folder / build.name_of("cla_long_series"))
    some = table.filter(pc.and_(pc.equal(table["period"], "2023"), pc.equal(table["breakdown"], "on 31 March")))
    assert pc.min(table["period"]).as_py() == "1994"
    assert some["value"].to_pylist() == [83_840, 83_760]


def test_adoption_takes_the_months_that_were_published(run: Run) -> None:
    table = build.read(run.store.open().folder / build.name_of("cla_adoption_times"))
    one = pc.equal(table["breakdown"], "entry into care to decision | 1")
    some = table.filter(pc.and_(pc.equal(table["period"], "2025"), one))
    assert (some["measure"].to_pylist(), some["value"].to_pylist()) == (["average_months"], [10])


def test_the_inspections_are_those_of_the_workbook(run: Run) -> None:
    table = build.read(run.store.open().folder / build.INSPECTIONS)
    assert Counter(table["list"].to_pylist()) == {"latest": 153, "in the year": 112, "since 2018": 271}
    latest = table.filter(pc.equal(table["list"], "latest"))
    assert Counter(latest["overall"].to_pylist()) == {
        "Outstanding": 36,
        "Good": 67,
        "Requires improvement to be good": 31,
        "Inadequate": 19,
    }
    assert latest["care_leavers"].null_count == 50 and latest["children_in_care"].null_count == 0
    history = table.filter(pc.equal(table["list"], "since 2018"))
    last = {row["area_code"]: row["inspected_on"] for row in history.sort_by("inspected_on").to_pylist()}
    assert all(last[row["area_code"]] == row["inspected_on"] for row in latest.to_pylist() if row["area_code"] in last)


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
    folders = sorted((p for p in official().iterdir() if p.is_dir()), reverse=True)
    done = publish(folders, Store(tmp_path), by="Test", note="", published=None, say=lambda line: None)
    assert done.snapshot.manifest.content_hash == run.store.open().manifest.content_hash


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
