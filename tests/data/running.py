"""The analyst's command line, run in this process, and a folder's bytes before and after."""

import hashlib
import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from data.__main__ import app
from data.command import as_command


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def last_line(self) -> str:
        """The last thing that the command said: its error, where there is one."""
        return self.err.strip().splitlines()[-1]

    @property
    def id(self) -> str:
        """The snapshot's id that publish printed."""
        return self.out.strip()


def data(*arguments: str | Path) -> Ran:
    """`python -m data ARGUMENTS`. A traceback is an exception here, and so fails the test."""
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "argv", ["data", *map(str, arguments)]), redirect_stdout(out), redirect_stderr(err):
        try:
            as_command(app)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    return Ran(code, out.getvalue(), err.getvalue())


def tree(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by path; its empty lock file, which any writer may touch, left out."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".lock")
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def published(store: Path, *folders: Path) -> Ran:
    """Publish folders into a store, which must succeed."""
    ran = data("publish", *folders, "--store", store, "--by", "Test")
    assert ran.code == 0, ran.err
    return ran


def refused(store: Path, *arguments: str | Path) -> Ran:
    """Publish what must be refused for its own sake: exit code 3, nothing on stdout, and the store as it was."""
    before = tree(store)
    ran = data("publish", *arguments, "--store", store)
    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err
    assert tree(store) == before
    return ran


def flip(path: Path, at: int) -> None:
    """Change one bit of a file."""
    raw = bytearray(path.read_bytes())
    raw[at] ^= 0x01
    path.write_bytes(raw)
