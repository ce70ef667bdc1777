"""Time something a few times over, and print what came of it."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

HEADINGS = ("what", "median", "slowest", "aim", "pandas alone", "pandas / ours")


@dataclass(frozen=True)
class Measured:
    """One line of the report. Times in milliseconds; `other` is the same done with pandas alone, in the same run."""

    what: str
    median: float
    slowest: float
    aim: float | None = None
    other: float | None = None


def timed(what: str, action: Callable[[], object], *, times: int, aim: float | None = None) -> Measured:
    """Do it once unmeasured, then so many times."""
    action()
    taken = [_milliseconds(action) for _ in range(times)]
    return Measured(what, statistics.median(taken), max(taken), aim)


def beside(ours: Measured, other: Measured) -> Measured:
    """Ours, with the same done another way beside it."""
    return Measured(ours.what, ours.median, ours.slowest, ours.aim, other.median)


def report(lines: Iterable[Measured]) -> str:
    """A table of milliseconds, one line a measurement."""
    cells = [HEADINGS, *(_cells(line) for line in lines)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(HEADINGS))]
    return "\n".join(_line(row, widths) for row in cells)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
    return "  ".join([first.strip().ljust(widths[0]), *others]).rstrip()


def _cells(line: Measured) -> tuple[str, ...]:
    ratio = f"{line.other / line.median:.1f} x" if line.other is not None else ""
    shown = (line.median, line.slowest, line.aim, line.other)
    return (line.what, *("" if v is None else f"{v:,.1f} ms" if v < 100 else f"{v:,.0f} ms" for v in shown), ratio)


def _milliseconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000
