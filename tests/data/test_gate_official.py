"""The gate on the real history: every release that was published passes, and what once went wrong elsewhere does not."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from data import build, gate
from data.areas import load
from data.binding import bind
from data.compare import Comparison, files_of
from data.describe import sources
from data.observe import observe
from data.reading import read_table
from data.store import Store
from tests.data.drawn import release
from tests.data.running import data, published, refused
from tests.official import official

STABILITY = {
    "cla-2022": "la_cla_at_31_march_placement_stability_indicator.csv",
    "cla-2023": "la_cla_placement_stability.csv",
    "cla-2024": "la_cla_placement_stability.csv",
    "cla-2025": "la_cla_placement_stability.csv",
}
RATE = "cla_number_and_rate_per_10k_children.csv"
ACTIVITY = "la_care_leavers_activity.csv"
WEST_YORKSHIRE = ("E08000032", "E08000033", "E08000034", "E08000035", "E08000036")


@pytest.fixture(scope="module")
def until_2024(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the releases of 2022, 2023 and 2024 of three tables, published one after the other."""
    store = tmp_path_factory.mktemp("history") / "store"
    for folder in ("cla-2022", "cla-2023", "cla-2024"):
        names = [n for n in (STABILITY[folder], RATE, ACTIVITY) if (official() / folder / n).is_file()]
        published(store, *(official() / folder / name for name in names))
    return store


def test_no_real_release_is_stopped(until_2024: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(until_2024, store)
    ran = published(store, *(official() / "cla-2025" / name for name in (STABILITY["cla-2025"], RATE, ACTIVITY)))
    assert "cla_number_and_rate" in ran.err and "(24.2%)" in ran.err
    assert [Store(store).open(i).manifest.stopped for i in Store(store).ids()] == [()] * 4


def spoilt(folder: Path, name: str, change: Callable[[dict[str, str]], dict[str, str] | None]) -> Path:
    """A copy of a file of 2025 with rows changed, or left out where the change gives None."""
    (folder / "cla-2025").mkdir(parents=True)
    shutil.copy(official() / "releases.csv", folder)
    with (official() / "cla-2025" / name).open(encoding="utf-8-sig", newline="") as stream:
        kept = [new for row in csv.DictReader(stream) if (new := change(row))]
    with (folder / "cla-2025" / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(kept[0]))
        writer.writeheader()
        writer.writerows(kept)
    return folder / "cla-2025" / name


def _times(row: dict[str, str], by: float, columns: tuple[str, ...]) -> dict[str, str]:
    return row | {c: f"{round(float(row[c]) * by)}" for c in columns if row[c].replace(".", "").isdigit()}


def said(store: Path, folder: Path, path: Path, id_: str) -> list[str]:
    """What the gate alone says of a file of 2025, the checks before it left out: both guard, and neither leans on the other."""
    source, current = sources()[id_], Store(store).open()
    table = observe(bind(read_table(path, path.name), source, release(id_, path.name)), load())
    held = files_of(current)[id_]
    new = folder / "new.parquet"
    pq.write_table(build.sorted_rows([build.read(held), table]), new)
    return gate.beyond(Comparison({id_: held}, {id_: new}), load())


def test_placement_figures_of_some_authorities_cut_by_a_third_are_stopped(until_2024: Path, tmp_path: Path) -> None:
    def cut(row: dict[str, str]) -> dict[str, str]:
        spoil = row["new_la_code"] in WEST_YORKSHIRE
        return _times(row, 2 / 3, ("children_count", "children_percent")) if spoil else row

    path = spoilt(tmp_path, STABILITY["cla-2025"], cut)
    refused(until_2024, path)
    found = said(until_2024, tmp_path, path, "cla_placement_stability")
    assert "figures stated again move by more than a quarter" in found[0]
    places = ("Bradford", "Calderdale", "Kirklees", "Leeds", "Wakefield")
    assert all(any(place in s for s in found[1:]) for place in places) and not any("England" in s for s in found)


def test_one_authority_tenfold_in_every_year_is_stopped(until_2024: Path, tmp_path: Path) -> None:
    def swell(row: dict[str, str]) -> dict[str, str]:
        return _times(row, 10, ("children_count", "rate_per_10000")) if row["new_la_code"] == "E06000019" else row

    path = spoilt(tmp_path, RATE, swell)
    refused(until_2024, path)
    found = said(until_2024, tmp_path, path, "cla_number_and_rate")
    assert found[-1].startswith("cla_number_and_rate, Herefordshire: 24 of 36 figures move by more than a quarter")


def test_an_authority_missing_from_every_year_is_stopped(until_2024: Path, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ACTIVITY, lambda row: None if row["new_la_code"] == "E06000019" else row)
    refused(until_2024, path)
    [sentence] = said(until_2024, tmp_path, path, "care_leavers_activity")
    assert "are left out of it, in 1 areas that still exist: Herefordshire (192)." in sentence


def test_the_real_file_unspoilt_opens_the_gate(until_2024: Path, tmp_path: Path) -> None:
    for name, id_ in ((STABILITY["cla-2025"], "cla_placement_stability"), (RATE, "cla_number_and_rate")):
        assert said(until_2024, tmp_path, official() / "cla-2025" / name, id_) == []


def test_the_real_differences_can_be_asked_for_at_any_time(until_2024: Path) -> None:
    newest, before = Store(until_2024).ids()[:2]
    ran = data("compare", before, newest, "--csv", "--store", until_2024)
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert ran.code == 0
    assert {r["kind"] for r in rows} == {"revised", "added"}
    assert {r["source"] for r in rows} == {"care_leavers_activity", "cla_number_and_rate", "cla_placement_stability"}
