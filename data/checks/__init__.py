"""Checks on incoming files: one module each, found by listing this folder. A module has `check(bound, areas)`, which yields
findings, and may have STAGE: later stages run only on files that passed the earlier ones."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome

Check = Callable[[Bound, Areas], Iterable[Finding]]
MOST = 5  # the same fault in thousands of rows is said a few times and then counted


@cache
def checks() -> tuple[tuple[int, str, Check], ...]:
    """Every check as (stage, name, function), in the order in which they run."""
    names = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))
    modules = [(name, import_module(f"data.checks.{name}")) for name in names]
    return tuple(sorted((getattr(m, "STAGE", 1), name, m.check) for name, m in modules))


def run(bound: Bound, areas: Areas) -> list[Finding]:
    """All findings on one file. A failed stage ends the run: its faults would only be reported again in other words."""
    findings: list[Finding] = []
    for stage in sorted({s for s, _, _ in checks()}):
        for _, name, check in (c for c in checks() if c[0] == stage):
            findings += _few(name, check(bound, areas), bound.release.file)
        if any(f.outcome is Outcome.FAIL for f in findings):
            break
    return findings


def _few(name: str, found: Iterable[Finding], file: str) -> Iterator[Finding]:
    worst, count = Outcome.NOTE, 0
    for count, finding in enumerate(found, 1):
        worst = finding.outcome
        if count <= MOST:
            yield finding
    if count > MOST:
        yield Finding(name, worst, f"{count - MOST:,} more of the same kind.", file)
