"""The README names everything that a newcomer can run, open or set."""

import re
from pathlib import Path

import pytest
import typer

from data.__main__ import app as data_command
from metrics.__main__ import app as metrics_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SHIPPED = ("*.py", "data/**/*.py", "metrics/**/*.py", "pages/**/*.py", "tests/**/*.py", "Makefile", ".ci/run")


def commands(module: str, app: typer.Typer) -> list[str]:
    """Each command of a command line, as it is typed."""
    named = [c.name or (c.callback.__name__ if c.callback else "") for c in app.registered_commands]
    return [f"python -m {module} {name}" for name in named]


def targets() -> list[str]:
    """Every target of the Makefile that `make help` would list."""
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def pages() -> list[str]:
    """The title of every page but the opening one, from its file's name."""
    return [path.stem.partition("_")[2].replace("_", " ") for path in sorted(ROOT.glob("pages/[0-9]*_*.py"))]


def variables() -> list[str]:
    """Every environment variable of ours, wherever it is read."""
    texts = [path.read_text("utf-8") for pattern in SHIPPED for path in ROOT.glob(pattern)]
    return sorted({name for text in texts for name in re.findall(r"\bCPD_[A-Z_]+\b", text)})


@pytest.mark.parametrize("command", commands("data", data_command) + commands("metrics", metrics_command))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert re.search(rf"{re.escape(command)}\b", README), f"README.md does not mention: {command}"


@pytest.mark.parametrize("target", targets())
def test_every_make_target_is_in_the_readme(target: str) -> None:
    assert re.search(rf"\bmake {re.escape(target)}\b(?!-)", README), f"README.md does not mention: make {target}"


@pytest.mark.parametrize("page", pages())
def test_every_page_is_in_the_readme(page: str) -> None:
    assert re.search(rf"^\| {re.escape(page)} \|", README, re.MULTILINE), f"README.md has no line for the page: {page}"


@pytest.mark.parametrize("variable", variables())
def test_every_environment_variable_is_in_the_readme(variable: str) -> None:
    assert f"`{variable}`" in README, f"README.md does not explain: {variable}"


def test_what_is_looked_for_is_found() -> None:
    assert {"python -m data publish", "python -m data list", "python -m metrics facts"} <= set(
        commands("data", data_command) + commands("metrics", metrics_command)
    )
    assert {"run", "test", "test-quick", "bench", "help"} <= set(targets())
    assert {"Trends", "Statistical neighbours", "Principles", "Data and methods"} <= set(pages())
    assert {"CPD_STORE", "CPD_OFFICIAL"} <= set(variables())


@pytest.mark.parametrize("file", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_file_that_the_readme_links_to_is_there(file: str) -> None:
    assert (ROOT / file).is_file(), f"README.md links to {file}, which is not there"
