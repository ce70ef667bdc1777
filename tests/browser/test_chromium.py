"""Which Chromium is taken, and what is said where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.serving import ROOT


def _program(folder: Path, name: str, exit_code: int = 0) -> str:
    path = folder / name
    path.write_text(f"#!{sys.executable}\nraise SystemExit({exit_code})\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an empty PATH, no downloads of Playwright's and nowhere to fetch them from."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_DOWNLOAD_HOST", "http://127.0.0.1:9")
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


def test_the_chromium_that_the_environment_names_comes_first(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(bare, "chromium")
    named = _program(bare, "my-own-chrome")
    monkeypatch.setenv("CHROMIUM", named)
    assert chromium.find() == named


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "chrome"])
def test_a_chromium_on_the_path_is_found_under_any_of_its_names(name: str, bare: Path) -> None:
    assert chromium.find() is None
    program = _program(bare, name)
    assert chromium.find() == program


def test_a_chromium_that_does_not_answer_is_passed_over(bare: Path) -> None:
    _program(bare, "chromium", exit_code=1)
    works = _program(bare, "google-chrome")
    assert chromium.find() == works


@pytest.mark.parametrize(("ci", "exit_code"), [("true", 1), ("", 0)])
def test_a_machine_without_chromium_is_told_loudly_and_fails_where_nobody_reads(ci: str, exit_code: int, bare: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.browser.chromium"],
        cwd=ROOT,
        env=os.environ | {"CI": ci},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == exit_code
    assert "THE BROWSER TESTS DID NOT RUN" in told.stderr
    assert told.stdout == ""
