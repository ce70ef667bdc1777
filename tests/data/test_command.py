"""The analyst's command line: stdout is the answer, stderr is the conversation, and every command explains itself."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from data.__main__ import app
from data.areas import load
from data.store import BUNDLED, Store
from tests.data.drawn import NEIGHBOURS, NEW, RATE, csv_text, published_rows, write_two_releases
from tests.data.running import data, tree

COMMANDS = ("publish", "check", "list", "show", "verify", "use", "compare", "prune", "pin", "unpin", "bundle", "fetch")
HEADER = ["check", "outcome", "message", "where", "help"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two releases and a file that no source describes."""
    write_two_releases(tmp_path / "in")
    (tmp_path / "in" / "cla-2025" / "adoptions.csv").write_text("a,b\n1,2\n")
    return tmp_path / "in"


def spoil(folder: Path) -> None:
    some = published_rows(NEW)
    some[7]["children_count"] = "q"
    (folder / "cla-2025" / RATE).write_text(csv_text([row for row in some if row["geographic_level"] != "National"]))


def table(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_every_command_is_under_test() -> None:
    group = typer.main.get_command(app)
    assert set(group.commands) == set(COMMANDS)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does_and_what_each_option_means(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    ran = data(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    text = " ".join(re.sub(r"[│╭╮╰╯─]", " ", ran.out).split())
    described = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    assert re.match(rf"Usage: .*data {command} ", text)
    assert len(described.help) > 20 and described.help in text
    for parameter in (p for p in described.params if p.name != "help"):
        assert parameter.help and parameter.help in text, parameter.name


def test_without_a_command_the_help_is_shown() -> None:
    ran = data()
    assert ran.code == 2
    assert all(f" {command} " in ran.out + ran.err for command in COMMANDS)


def test_publish_prints_the_id_and_nothing_else_on_stdout(tmp_path: Path, folder: Path) -> None:
    ran = data("publish", folder, "--store", tmp_path / "store", "--by", "Ada", "--note", "The first one")
    assert ran.code == 0
    assert ran.out == f"{Store(tmp_path / 'store').current_id()}\n"
    made = Store(tmp_path / "store").open().manifest
    assert (made.by, made.note) == ("Ada", "The first one")


def test_publish_tells_what_it_read_what_it_left_out_and_why(tmp_path: Path, folder: Path) -> None:
    ran = data("publish", folder, "--store", tmp_path / "store")
    assert ran.err.splitlines() == [
        "left out: cla-2025/adoptions.csv: no source describes it.",
        f"1/3 cla-2024/{RATE}, published 2024-11-14: 10 rows read = 10 kept + 0 explained; 30 observations.",
        f"2/3 cla-2025/{RATE}, published 2025-11-26: 10 rows read = 10 kept + 0 explained; 30 observations.",
        f"3/3 cla-2025/{NEIGHBOURS}, published 2025-11-26: 3 rows read = 3 kept + 0 explained; 6 neighbours.",
        "3 files: 23 rows read = 23 kept + 0 explained.",
        f"Snapshot {ran.id} is current: {60 + 6 + len(load())} rows from 3 files.",
    ]


def test_publish_says_which_warnings_it_kept_and_the_manifest_keeps_them(tmp_path: Path, folder: Path) -> None:
    some = [row for row in published_rows(NEW) if row["geographic_level"] != "National"]
    (folder / "cla-2025" / RATE).write_text(csv_text(some))
    ran = data("publish", folder / "cla-2025", "--store", tmp_path / "store")
    assert f"warning: cla-2025/{RATE}: there is no row for England." in ran.err.splitlines()
    kept = Store(tmp_path / "store").open().manifest.findings
    assert [(f.check, f.outcome, f.where) for f in kept] == [("complete", "warning", f"cla-2025/{RATE}")]
    assert f"warning: cla-2025/{RATE}: there is no row for England." in data("show", "--store", tmp_path / "store").out


def test_a_day_on_the_command_line_outranks_the_list_of_releases(tmp_path: Path, folder: Path) -> None:
    data("publish", folder / "cla-2025", "--published", "2025-12-24", "--store", tmp_path / "store")
    assert {str(f.published_on) for f in Store(tmp_path / "store").open().manifest.source_files} == {"2025-12-24"}


def test_a_single_file_can_be_published(tmp_path: Path, folder: Path) -> None:
    ran = data("publish", folder / "cla-2025" / RATE, "--store", tmp_path / "store")
    assert ran.code == 0
    assert [f.file for f in Store(tmp_path / "store").open().manifest.source_files] == [f"cla-2025/{RATE}"]


def test_the_store_may_be_named_by_the_environment(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPD_STORE", str(tmp_path / "elsewhere"))
    assert data("publish", folder).id == Store(tmp_path / "elsewhere").current_id()
    assert data("list").out.startswith(f"* {Store(tmp_path / 'elsewhere').current_id()}")


def test_check_stores_nothing_and_says_that_nothing_stops_publishing(folder: Path) -> None:
    before = tree(folder)
    ran = data("check", folder)
    assert (ran.code, table(ran.out)) == (0, [HEADER])
    assert ran.err.splitlines()[-1] == "Nothing stops publishing."
    assert tree(folder) == before


def test_check_prints_the_findings_as_csv_and_ends_with_exit_code_3(folder: Path) -> None:
    spoil(folder)
    ran = data("check", folder)
    assert ran.code == 3
    assert table(ran.out) == [
        HEADER,
        [
            "symbols",
            "fail",
            'the figure is "q".',
            f"cla-2025/{RATE}, row 7, column children_count",
            "Use a plain number or one of c, k, low, x, z, u.",
        ],
    ]
    assert ran.err.splitlines()[-1] == "1 of 1 findings would stop publishing."


def test_check_writes_the_findings_to_a_report(tmp_path: Path, folder: Path) -> None:
    spoil(folder)
    report = tmp_path / "findings.csv"
    ran = data("check", folder, "--report", report)
    assert (ran.code, ran.out) == (3, "")
    assert table(report.read_text()) == table(data("check", folder).out)
    assert f"1 findings written to {report}." in ran.err


def test_a_fault_in_reading_is_a_finding_with_its_place_in_its_own_column(folder: Path) -> None:
    (folder / "cla-2025" / RATE).write_text("year;number\n2025;7\n")
    rows = table(data("check", folder).out)
    assert rows[1][0:2] == ["reading", "fail"]
    assert rows[1][2].startswith("this is not a comma-separated table: its first row has one column only.")
    assert rows[1][3] == f"cla-2025/{RATE}"


def test_a_report_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path, folder: Path) -> None:
    ran = data("check", folder, "--report", tmp_path / "nowhere" / "findings.csv")
    assert ran.code == 3
    assert ran.err.splitlines()[-1] == (
        f"{tmp_path / 'nowhere' / 'findings.csv'}: the report cannot be written (No such file or directory). Name another file."
    )


def test_list_stars_the_current_snapshot_and_show_reads_it_aloud(tmp_path: Path, folder: Path) -> None:
    store = tmp_path / "store"
    first = data("publish", folder / "cla-2024", "--store", store, "--by", "Ada", "--note", "One release").id
    second = data("publish", folder / "cla-2025", "--store", store, "--by", "Bea").id
    data("use", first, "--store", store)
    listed = data("list", "--store", store).out.splitlines()
    assert [re.sub(r"\d\d:\d\d", "hh:mm", line) for line in listed] == [
        f"  {second}  {second[:10]} hh:mm  by Bea  3 files",
        f"* {first}  {first[:10]} hh:mm  by Ada  1 files  One release",
    ]
    shown = data("show", "--store", store).out
    assert shown.startswith(f"Snapshot {first}, made on ")
    assert "by Ada.\nWhy: One release.\nIt holds all observations: 30 observations from 1 published files.\n" in shown
    assert (
        "Department for Education, Children looked after in England including adoptions, 2024, published 14 November 2024"
        in shown
    )
    assert f"It follows {first}." in data("show", second, "--store", store).out


def test_list_of_an_empty_store_says_how_to_fill_it(tmp_path: Path) -> None:
    ran = data("list", "--store", tmp_path / "none")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith("holds no snapshot. Make one with: python -m data publish FOLDER\n")


def test_the_snapshot_that_comes_with_the_code_is_whole() -> None:
    ran = data("verify", "--store", BUNDLED)
    assert (ran.code, ran.out) == (0, f"{Store(BUNDLED).current_id()}: whole.\n")


def test_a_reader_that_goes_away_ends_the_command_without_a_traceback(tmp_path: Path, folder: Path) -> None:
    data("publish", folder, "--store", tmp_path / "store")
    show = [sys.executable, "-m", "data", "show", "--store", tmp_path / "store"]
    with subprocess.Popen(show, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as ran:
        assert ran.stdout and ran.stderr
        ran.stdout.close()
        assert "Traceback" not in ran.stderr.read()
