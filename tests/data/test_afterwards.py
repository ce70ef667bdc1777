"""After publishing, the headline verdicts that changed are said; whatever happens there, the snapshot is published."""

import sys
from pathlib import Path

import pytest

from data import afterwards
from data.store import Store
from tests.data.running import data

FORMS = ("-c", "import sys; print(sys.argv[1:])")


def said(store: Path, *command: str, longest: float = afterwards.LONGEST) -> str:
    """What is said of two snapshots, with another command in the place of the real one."""
    lines: list[str] = []
    afterwards.verdict_changes(Store(store), "old", "new", lines.append, command or afterwards.COMMAND, longest)
    assert len(lines) == 1
    return lines[0]


def test_publishing_onto_a_snapshot_says_which_headline_verdicts_change(
    tmp_path: Path, releases: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPD_VERDICTS", "true")
    first = data("publish", releases[0], "--store", tmp_path / "store")
    second = data("publish", releases[1], "--store", tmp_path / "store")
    assert "verdict" not in first.err
    assert second.last_line == "No headline verdict changes."
    assert (second.code, second.out) == (0, f"{Store(tmp_path / 'store').current_id()}\n")


def test_it_can_be_left_out(tmp_path: Path, releases: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPD_VERDICTS", "true")
    for release in releases:
        ran = data("publish", release, "--store", tmp_path / "store", "--no-verdicts")
    assert ran.code == 0 and "verdict" not in ran.err


def test_the_command_is_given_both_snapshots_and_the_store(tmp_path: Path) -> None:
    assert said(tmp_path, *FORMS) == f"['old', 'new', '--summary', '--store', '{tmp_path}']"


@pytest.mark.parametrize(
    ("command", "longest", "why"),
    [
        (("-c", "import sys; sys.exit('A reason.')"), 60, "could not be told: A reason. Ask again with:"),
        (("-c", "raise SystemExit(4)"), 60, "could not be told: it gave no reason. Ask again with:"),
        (("-c", "import time; time.sleep(60)"), 0.5, "could not be told: it took more than 0.5 seconds. Ask again with:"),
    ],
)
def test_a_failure_is_said_with_its_reason_and_what_to_do_and_is_no_error(
    tmp_path: Path, command: tuple[str, ...], longest: float, why: str
) -> None:
    line = said(tmp_path, *command, longest=longest)
    assert line.startswith("The snapshot is published, but") and why in line
    assert line.endswith(f"python -m metrics verdict-changes old new --store {tmp_path}")


def test_a_command_that_cannot_start_is_no_error_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere"))
    assert "could not be told: No such file or directory." in said(tmp_path)
