"""`python -m data fetch`, run in this process against a service on this computer, without waiting."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typer

from data.command import as_command
from data.fetch.command import command
from data.fetch.run import Fetched, fetch
from data.fetch.web import Patience
from tests.data.running import Ran

QUICK = Patience(connect=2, silence=5, whole=20, tries=3, tries_unreachable=2)


@dataclass
class Heard:
    """What was said, and how long it would have waited."""

    lines: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)


def fetched(
    into: Path, url: str, heard: Heard | None = None, patience: dict[str, float] | None = None, **options: Any
) -> Fetched:
    """One run of fetch with short patience, its words and waits noted down."""
    heard = heard or Heard()
    kept = replace(QUICK, **(patience or {}))  # type: ignore[arg-type]
    return fetch(into, base_url=url, say=heard.lines.append, wait=heard.waits.append, patience=kept, **options)


def run_command(*arguments: str | Path) -> Ran:
    """The command line alone, as it is registered. A traceback is an exception here, and so fails the test."""
    app = typer.Typer()
    app.command("fetch")(command)
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "argv", ["fetch", *map(str, arguments)]), redirect_stdout(out), redirect_stderr(err):
        try:
            as_command(app)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return Ran(code, out.getvalue(), err.getvalue())


def files(into: Path) -> list[str]:
    """Every file below the download folder but its lock and its memory, by path."""
    return sorted(
        p.relative_to(into).as_posix() for p in into.rglob("*") if p.is_file() and p.name not in (".lock", "fetched.toml")
    )
