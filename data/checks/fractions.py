"""Percentages are written as percentages (74), not as fractions (0.74), and not a hundredfold. Looked at period by period,
since a publisher's program that changed does so for the new year first."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.findings import Finding, Outcome
from data.status import SYMBOLS

STAGE = 2
_ENOUGH = 20
_NEARLY_ALL = 0.95


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each column and period whose percentages look like fractions."""
    for measure in (m for m in bound.source.measures if m.kind == "percent" and not m.where):
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for (_, period, text), count in bound.cells[measure.name].items():
            value = abs(float(text)) if text not in SYMBOLS else 0
            if value:
                found[period].update({"all": count, "small": count * (value <= 1), "parts": count * (value % 1 != 0)})
        for period, n in found.items():
            if n["all"] >= _ENOUGH and n["small"] >= _NEARLY_ALL * n["all"] and n["parts"] * 2 > n["all"]:
                message = f"period {period}: {n['small']} of {n['all']} percentages are at most 1: they look like fractions."
                help_ = "Percentages are written as 74, not as 0.74: multiply by 100, or download the file again."
                where = bound.where(bound.standard["time_period"].index(period), measure.name)
                yield Finding("fractions", Outcome.FAIL, message, where, help_)
