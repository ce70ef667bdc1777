"""The store of snapshots: same figures, same hash; every vintage kept; one command to go back."""

from pathlib import Path

import pyarrow as pa
import pytest

from data import build
from data.areas import load
from data.store import Store
from tests.data.drawn import NEW, RATE, expect, observations
from tests.data.running import data, published, tree


def content(store: Path) -> str:
    return Store(store).open().manifest.content_hash


def test_the_same_files_give_the_same_id_and_hash_in_two_empty_stores(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    first, second = (published(tmp_path / name, *releases) for name in ("one", "two"))
    assert first.id == second.id
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert first.id.endswith(content(tmp_path / "one")[:12])


def test_a_second_run_with_nothing_new_says_so_and_keeps_the_snapshot(store: Path, releases: tuple[Path, Path]) -> None:
    before = tree(store)
    ran = published(store, *releases)
    assert ran.id == Store(store).current_id()
    assert "Nothing new: every described file is already held." in ran.err
    assert tree(store) == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["2024 then 2025", "2025 then 2024"])
def test_one_release_after_the_other_equals_both_at_once(
    tmp_path: Path, releases: tuple[Path, Path], order: tuple[int, int]
) -> None:
    for number in order:
        published(tmp_path / "steps", releases[number])
    published(tmp_path / "once", *releases)
    assert content(tmp_path / "steps") == content(tmp_path / "once")
    assert Store(tmp_path / "steps").current_id() == Store(tmp_path / "once").current_id()


def test_the_hash_does_not_depend_on_the_order_or_the_chunks_of_what_comes_in() -> None:
    table = observations(NEW)
    half = table.num_rows // 2
    pieces = [table.slice(half), table.slice(0, 3), table.slice(3, half - 3)]
    hashes = {build.content_hash({"a": build.sorted_rows(parts)}) for parts in ([table], pieces)}
    chunked = pa.concat_tables([build.sorted_rows([table]).slice(i, 1) for i in range(table.num_rows)])
    assert hashes == {build.content_hash({"a": chunked})}


def test_the_hash_tells_a_gap_from_an_empty_text_and_one_figure_from_another() -> None:
    tables = [pa.table({"value": pa.array(cells, pa.string())}) for cells in ([None], [""], ["1"], ["1", "1"], ["11"])]
    assert len({build.content_hash({"a": table}) for table in tables}) == len(tables)


def test_every_vintage_is_kept_and_revisions_stand_beside_what_they_revise(store: Path) -> None:
    table = build.read(Store(store).open().parquet()[0])
    wanted = [
        row for row in table.to_pylist()
        if (row["area_code"], row["period"], row["measure"]) == ("E06000019", "2024", "children_count")
    ]  # fmt: skip
    expect(
        pa.Table.from_pylist(wanted),
        """
        published_on | area          | period | value
        2024-11-14   | Herefordshire | 2024   | 210
        2025-11-26   | Herefordshire | 2024   | 211
        """,
    )


def test_a_snapshot_says_which_one_it_follows_and_what_was_added(store: Path) -> None:
    newest, oldest = (Store(store).open(id_).manifest for id_ in Store(store).ids())
    assert (newest.previous, oldest.previous) == (oldest.id, "")
    assert newest.changes == (
        "Added Children looked after in England including adoptions, 2025: "
        f"Children looked after: number and rate per 10,000 children (cla-2025/{RATE}).",
        "Added Children looked after in England including adoptions, 2025: "
        "Statistical neighbours, May 2025 edition (cla-2025/sn_model_2025_wide.csv).",
        "neighbours.parquet: 0 rows before, 6 now.",
        "observations/cla_number_and_rate.parquet: 30 rows before, 60 now.",
        "Children looked after: number and rate per 10,000 children (cla_number_and_rate): 15 observations added, 0 removed, "
        "2 revised of 15 stated again (13.3%), 0 of them by more than a quarter. Areas: 5 before, 5 now. "
        "Periods: 2023 to 2024 before, 2023 to 2025 now.",
        "cla_number_and_rate: most revised in Herefordshire (2). The largest revisions: "
        "Herefordshire, 2024, on 31 March, rate_per_10000: 105 before, 106 now; "
        "Herefordshire, 2024, on 31 March, children_count: 210 before, 211 now.",
    )


def test_rolling_back_and_forth_is_one_command_and_changes_nothing_else(store: Path) -> None:
    newest, oldest = Store(store).ids()
    before = tree(store)
    for id_ in (oldest, newest):
        ran = data("use", id_, "--store", store)
        assert (ran.code, ran.id, Store(store).current_id()) == (0, id_, id_)
    assert tree(store) == before


def test_what_is_published_after_rolling_back_builds_on_the_older_snapshot(store: Path, releases: tuple[Path, Path]) -> None:
    newest, oldest = Store(store).ids()
    data("use", oldest, "--store", store)
    ran = published(store, releases[1])
    assert ran.id == newest
    assert f"Snapshot {newest} holds exactly these figures; it is now the current one." in ran.err


def test_an_unknown_id_names_the_nearest_and_moves_nothing(store: Path) -> None:
    newest = Store(store).current_id() or ""
    before = tree(store)
    ran = data("use", newest[:-1] + "-", "--store", store)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == (f'There is no snapshot {newest[:-1]}-. Did you mean "{newest}"? List them with: python -m data list\n')
    assert tree(store) == before


def test_the_manifest_lists_every_file_with_its_rows_and_the_snapshot_holds_the_areas(store: Path) -> None:
    snapshot = Store(store).open()
    assert [(f.file, f.rows, f.observations) for f in snapshot.manifest.source_files] == [
        (f"cla-2024/{RATE}", 10, 30),
        (f"cla-2025/{RATE}", 10, 30),
        ("cla-2025/sn_model_2025_wide.csv", 3, 6),
    ]
    assert {p.path: p.rows for p in snapshot.manifest.parquet} == {
        "areas.parquet": len(load()),
        "neighbours.parquet": 6,
        "observations/cla_number_and_rate.parquet": 60,
    }
