"""An indicator is one file: a new one in the folder is listed and answered by the real command, in a process of its own."""

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = shutil.ignore_patterns("__pycache__", "snapshots")
NEW = """
title = "Children in foster care who are unaccompanied"
plain = "A share that nobody asked for, to see whether it is taken up."
principle = 6
better = "neither"
unit = "%"
per = 100
source = "cla_number_and_rate"
numerator = { measure = "children_count", where = { population = "starting in the year" } }
denominator = { measure = "children_count", where = { population = "on 31 March" } }
questions = ["Is it there?"]
known = { area = "E06000019", period = "2025", numerator = 68, denominator = 344 }
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lower two storeys as they are, with one more file in the catalogue."""
    folder = tmp_path_factory.mktemp("copy")
    for storey in ("data", "metrics"):
        shutil.copytree(ROOT / storey, folder / storey, ignore=CODE)
    (folder / "metrics" / "catalogue" / "brand_new.toml").write_text(NEW, encoding="utf-8")
    return folder


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m metrics` in a folder, with no settings of this computer but where its programs are."""
    command, bare = [sys.executable, "-m", "metrics", *words], {"PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=bare, capture_output=True, text=True, timeout=60, check=False)


def rows(text: str) -> list[dict[str, str]]:
    """CSV as rows."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_new_file_in_the_catalogue_is_listed(copy: Path) -> None:
    listed = run(copy, "list")
    assert listed.returncode == 0
    assert [row["title"] for row in rows(listed.stdout) if row["indicator"] == "brand_new"] == [
        "Children in foster care who are unaccompanied"
    ]


def test_a_new_file_in_the_catalogue_has_facts(copy: Path) -> None:
    answer = run(copy, "facts", "--indicator", "brand_new", "--area", "Herefordshire")
    assert (answer.returncode, answer.stderr) == (0, "")
    last = rows(answer.stdout)[-1]
    assert (last["period"], last["numerator"], last["denominator"]) == ("2025", "68", "344")
    assert float(last["value"]) == 68 * 100 / 344


def test_a_new_file_in_the_catalogue_is_checked(copy: Path) -> None:
    answer = run(copy, "check")
    assert answer.returncode == 0


def test_a_mistaken_file_in_the_catalogue_is_named_and_stops_the_command(copy: Path) -> None:
    mistaken = copy / "metrics" / "catalogue" / "mistaken.toml"
    mistaken.write_text(NEW.replace("numerator =", "numerater ="), encoding="utf-8")
    answer = run(copy, "list")
    mistaken.unlink()
    assert (answer.returncode, answer.stdout) == (3, "")
    assert answer.stderr == 'mistaken.toml: unknown key "numerater". Did you mean "numerator"?\n'
