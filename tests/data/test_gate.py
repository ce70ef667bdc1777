"""The gate: what a new release may revise by itself, and what a person must accept by name."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data import gate
from data.areas import load
from data.compare import Comparison
from data.errors import BadInput
from data.store import Store
from tests.data.drawn import Rows
from tests.data.held import compared
from tests.data.running import data, published, refused, tree

PLACES = [a.short_name for a in load() if a.level == "Local authority" and not a.valid_to and a.short_name != "Dorset"][:40]
PERIODS = ("2021", "2022", "2023", "2024")
MEASURES = ("children_count", "population_estimate", "rate_per_10000")
FIRST, SECOND = PLACES[0], PLACES[1]
Change = Callable[[Rows], Rows]


def release(out: str, periods: tuple[str, ...] = PERIODS) -> Rows:
    """A release with three invented figures for each of forty authorities and each period."""
    return [
        {"out": out, "area": place, "period": period, "measure": measure, "value": str(100 + number * 7 + len(measure))}
        for number, place in enumerate(PLACES)
        for period in periods
        for measure in MEASURES
    ]


def changed(some: Rows, by: float, where: Callable[[dict[str, str]], bool]) -> Rows:
    return [row | {"value": f"{float(row['value']) * by:g}"} if where(row) else row for row in some]


def said(folder: Path, change: Change) -> list[str]:
    """What the gate says of a newer release of the same periods and one more, after a change."""
    new = change(release("2025-11-26", (*PERIODS, "2025")))
    return gate.beyond(compared(folder, release("2024-11-14"), new), load())


def test_a_release_that_adds_a_year_and_revises_nothing_passes(tmp_path: Path) -> None:
    assert said(tmp_path, lambda some: some) == []


def test_a_few_small_revisions_pass(tmp_path: Path) -> None:
    assert said(tmp_path, lambda some: changed(some, 1.01, lambda r: r["period"] == "2024")) == []


def test_more_revisions_than_usual_stop_it_and_the_worst_are_named(tmp_path: Path) -> None:
    [sentence] = said(tmp_path, lambda some: changed(some, 1.01, lambda r: r["period"] in ("2023", "2024")))
    assert sentence.startswith(
        "cla_number_and_rate: 240 of 480 figures stated again are revised (50.0%; expected at most 36%). Most in "
    )
    assert f"{PLACES[-1]}, 2023, on 31 March, population_estimate: " in sentence


def test_one_authority_tenfold_stops_it_by_name(tmp_path: Path) -> None:
    [sentence] = said(tmp_path, lambda some: changed(some, 10, lambda r: r["area"] == FIRST))
    assert sentence.startswith(f"cla_number_and_rate, {FIRST}: 12 of 12 figures move by more than a quarter (expected at ")


def test_figures_of_some_authorities_cut_by_a_third_stop_it(tmp_path: Path) -> None:
    """What happened to the placement shares of a real tool for 55 days, with England untouched."""
    found = said(tmp_path, lambda some: changed(some, 2 / 3, lambda r: r["area"] in PLACES[:5]))
    assert any("60 of 480 figures stated again move by more than a quarter (12.5%; expected at most 0.3%)" in s for s in found)
    assert {place for place in PLACES for s in found if s.startswith(f"cla_number_and_rate, {place}:")} == set(PLACES[:5])


def test_an_authority_that_a_new_release_leaves_out_of_earlier_years_stops_it(tmp_path: Path) -> None:
    [sentence] = said(tmp_path, lambda some: [row for row in some if row["area"] != SECOND])
    assert sentence == (
        "cla_number_and_rate: 12 figures of periods that the new release states again are left out of it, in 1 areas that still "
        f"exist: {SECOND} (12)."
    )


def test_what_was_left_out_once_is_not_told_again_of_the_next_release(tmp_path: Path) -> None:
    first, second = release("2023-11-16"), [r for r in release("2024-11-14", (*PERIODS, "2025")) if r["area"] != SECOND]
    third = [r for r in release("2025-11-26", (*PERIODS, "2025", "2026")) if r["area"] != SECOND]
    assert gate.beyond(compared(tmp_path, [*first, *second], third), load()) == []


def test_a_label_that_is_printed_nowhere_any_more_is_not_left_out_of_an_area(tmp_path: Path) -> None:
    assert said(tmp_path, lambda some: [row for row in some if row["measure"] != "rate_per_10000"]) == []


def test_a_dissolved_authority_may_be_left_out(tmp_path: Path) -> None:
    old = [*release("2024-11-14"), {"out": "2024-11-14", "area": "Cumbria", "period": "2023", "value": "740"}]
    assert gate.beyond(compared(tmp_path, old, release("2025-11-26", (*PERIODS, "2025"))), load()) == []


def test_an_earlier_period_that_is_not_stated_again_is_not_left_out(tmp_path: Path) -> None:
    assert said(tmp_path, lambda some: [row for row in some if row["period"] != "2021"]) == []


def test_an_older_file_under_a_newer_name_stops_it(tmp_path: Path) -> None:
    found = compared(tmp_path, release("2024-11-14"), release("2025-11-26"))
    [sentence] = gate.beyond(found, load())
    assert sentence.endswith("says again what is held and adds nothing. Is it an older file under a new name?")


def test_figures_that_would_be_gone_stop_it(tmp_path: Path) -> None:
    old = compared(tmp_path / "a", release("2024-11-14"), release("2025-11-26", ("2025",)))
    old.close()
    back = Comparison(
        {"cla_number_and_rate": tmp_path / "a" / "new" / "cla_number_and_rate.parquet"},
        {"cla_number_and_rate": tmp_path / "a" / "old" / "cla_number_and_rate.parquet"},
    )
    assert gate.beyond(back, load()) == ["cla_number_and_rate: 120 figures held so far would be gone."]


def test_every_source_with_limits_of_its_own_says_why() -> None:
    known = gate.limits()
    assert known["default"].reason == ""
    for source, limit in known.items():
        assert source == "default" or limit.reason.endswith("."), source
        assert 0 < limit.revised < 0.7 and 0 < limit.large < 0.05


@pytest.mark.parametrize("text", ["", "[default]\nrevised = 0.1\n", "[default\n", "[default]\nwrong = 1\n"])
def test_limits_that_cannot_be_used_are_said_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "expected.toml").write_text(text)
    with pytest.raises(BadInput, match=r"^expected.toml cannot be used .* restore it\.$"):
        gate.limits(tmp_path / "expected.toml")


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch, releases: tuple[Path, Path]) -> Path:
    """The release of 2025 of the drawn world, which revises 2 of 15 figures, where only a twentieth is expected."""
    strict = gate.Limits(revised=0.05, large=0.003, in_one_area=10, few=0)
    monkeypatch.setattr(gate, "limits", lambda: {"default": strict})
    return releases[1]


def test_a_closed_gate_ends_with_exit_code_3_and_leaves_the_store_as_it_was(old_store: Path, newer: Path) -> None:
    err = refused(old_store, newer).err
    assert "The new figures change what is held by more than a new release usually does." in err
    assert "2 of 15 figures stated again are revised (13.3%; expected at most 5%). Most in Herefordshire (2). The l" in err
    assert '--accept "why it is right" --by NAME' in err.splitlines()[-1]


def test_accepting_needs_a_name(old_store: Path, newer: Path) -> None:
    ran = refused(old_store, newer, "--accept", "Asked the publisher")
    assert ran.err == "--accept needs --by NAME: a person answers for it by name. Nothing was stored.\n"


def test_what_was_accepted_is_kept_with_reason_and_name_and_read_aloud(old_store: Path, newer: Path) -> None:
    ran = data("publish", newer, "--store", old_store, "--accept", "Herefordshire corrected it.", "--by", "Ada Byron")
    assert ran.code == 0
    made = Store(old_store).open().manifest
    assert (made.id, made.by, made.accepted) == (ran.id, "Ada Byron", "Herefordshire corrected it.")
    assert len(made.stopped) == 1 and "Herefordshire (2)" in made.stopped[0]
    shown = data("show", "--store", old_store).out
    assert "Ada Byron accepted what would have stopped it, because: Herefordshire corrected it." in shown
    assert made.stopped[0] in shown
    assert data("verify", "--store", old_store).code == 0


def test_an_acceptance_that_nothing_needed_is_not_kept(old_store: Path, releases: tuple[Path, Path]) -> None:
    ran = data("publish", releases[1], "--store", old_store, "--accept", "Just in case", "--by", "Ada")
    assert ran.code == 0 and "There was nothing that had to be accepted." in ran.err
    made = Store(old_store).open().manifest
    assert (made.accepted, made.stopped) == ("", ())


def test_every_difference_is_written_where_it_is_asked_for_though_the_gate_is_closed(
    tmp_path: Path, old_store: Path, newer: Path
) -> None:
    refused(old_store, newer, "--report", tmp_path / "differences.csv")
    lines = (tmp_path / "differences.csv").read_text().splitlines()
    assert lines[0].startswith("source,area_code,period,breakdown,measure,kind,") and len(lines) == 1 + 2 + 15


def test_a_report_of_differences_that_cannot_be_written_stores_nothing(
    tmp_path: Path, old_store: Path, releases: tuple[Path, Path]
) -> None:
    before = tree(old_store)
    ran = data("publish", releases[1], "--store", old_store, "--report", tmp_path / "nowhere" / "a.csv")
    assert ran.code == 3 and "the report cannot be written (No such file or directory)" in ran.err
    assert tree(old_store) == before


def test_a_first_publish_has_nothing_to_be_compared_with(tmp_path: Path, releases: tuple[Path, Path]) -> None:
    published(tmp_path / "new", releases[1])
    assert Store(tmp_path / "new").open().manifest.changes == ("First snapshot of this store.",)


def test_what_changed_is_said_and_kept_in_the_manifest(old_store: Path, releases: tuple[Path, Path]) -> None:
    ran = published(old_store, releases[1])
    kept = Store(old_store).open().manifest.changes
    told = [line for line in kept if "2 revised of 15 stated again (13.3%)" in line]
    assert len(told) == 1 and told[0] in ran.err.splitlines()
    assert any("Herefordshire, 2024, on 31 March, children_count: 210 before, 211 now" in line for line in kept)
