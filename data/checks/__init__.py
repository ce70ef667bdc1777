"""Checks on incoming files: one module each, found by listing this folder. A module has `check(bound, areas)`, which looks at
one file, or `compare(pair)`, which looks at a file beside the release before it; either yields findings. It may have STAGE:
later stages run only on files that passed the earlier ones.

Stages 1 to 3 ask whether a file is what it says it is: its labels, periods, symbols, areas and rows. If not, nobody can tell what
its figures are of, and no person can accept it. The last stage asks whether figures that can be read can be right, which somebody
may know better than a rule; what it stops, a named person may accept with a reason."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.vintage import Pair, Vintage

Check = Callable[[Bound, Areas], Iterable[Finding]]
Compare = Callable[[Pair], Iterable[Finding]]
LAST_STAGE = 4
MOST = 5  # the same fault in thousands of rows is said a few times and then counted


@cache
def checks() -> tuple[tuple[int, str, ModuleType], ...]:
    """Every check as (stage, name, module), in the order in which they run."""
    names = sorted(p.stem for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))
    modules = [(name, import_module(f"data.checks.{name}")) for name in names]
    return tuple(sorted(((getattr(m, "STAGE", 1), name, m) for name, m in modules), key=lambda c: c[:2]))


def run(bound: Bound, areas: Areas, before: Vintage | None = None) -> list[Finding]:
    """All findings on one file, and on what it says beside the release `before` it, where one is held. A failed stage ends the
    run: its faults would only be reported again in other words."""
    findings: list[Finding] = []
    pair = Pair(bound, areas, before) if before else None
    for stage in sorted({s for s, _, _ in checks()}):
        for _, name, module in (c for c in checks() if c[0] == stage):
            findings += _few(name, _found(module, bound, areas, pair), bound.release.file)
        if any(f.outcome is Outcome.FAIL for f in findings):
            break
    return findings


def can_be_accepted(finding: Finding) -> bool:
    """Whether a named person may accept what this finding stops: it is of a check of the last stage."""
    return any(stage == LAST_STAGE and name == finding.check for stage, name, _ in checks())


def accepted(finding: Finding) -> Finding:
    """The finding as accepted, where it stops publishing and may be; any other as it is."""
    takes = finding.outcome is Outcome.FAIL and can_be_accepted(finding)
    return replace(finding, outcome=Outcome.ACCEPTED) if takes else finding


def _found(module: ModuleType, bound: Bound, areas: Areas, pair: Pair | None) -> Iterable[Finding]:
    if hasattr(module, "compare"):
        compare: Compare = module.compare
        return compare(pair) if pair else ()
    check: Check = module.check
    return check(bound, areas)


def _few(name: str, found: Iterable[Finding], file: str) -> Iterator[Finding]:
    worst, count = Outcome.NOTE, 0
    for count, finding in enumerate(found, 1):
        worst = finding.outcome
        if count <= MOST:
            yield finding
    if count > MOST:
        yield Finding(name, worst, f"{count - MOST:,} more of the same kind.", file)
