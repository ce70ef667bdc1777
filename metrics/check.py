"""Hold the facts against what was published: each entry's known figure, and every rounded figure that stands beside a fact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.describe import sources
from metrics.ask import Ask
from metrics.catalogue import Known
from metrics.figures import half_up

COLUMNS = ("indicator", "area_level", "agree", "within_rounding", "differ", "known_figure")
AUTHORITY = "Local authority"


@dataclass(frozen=True)
class Report:
    """`rows` have COLUMNS; `failures` and `summary` are sentences."""

    rows: tuple[Mapping[str, Any], ...]
    failures: tuple[str, ...]
    summary: str


def check(ask: Ask) -> Report:
    """Compare every fact of every vintage with the figure published beside it, and every known figure with its fact.

    Authorities' counts are published unrounded, so in an exact table their shares must round to the published ones. Counts of
    regions and England are rounded to 10: there the published share may lie anywhere that rounding allows.
    """
    failures: list[str] = []
    known = {entry.id: [_known(ask, entry.id, k) for k in entry.known] for entry in ask.catalogue.measured}
    failures += [said for found in known.values() for said in found if said]
    rows = [
        {
            "indicator": r["indicator"],
            "area_level": r["level"],
            "agree": r["agree"],
            "within_rounding": r["within_rounding"],
            "differ": r["differ"],
            "known_figure": "differs" if any(known[r["indicator"]]) else "agrees",
        }
        for r in ask.agreement()
    ]
    exact = {e.id for e in ask.catalogue.measured if sources()[e.source].exact}
    failures += [
        f"{r['indicator']}: {r['differ']:,} facts ({r['area_level']}) do not agree with the figure published beside them."
        for r in rows
        if r["indicator"] in exact and (r["differ"] or (r["area_level"] == AUTHORITY and r["within_rounding"]))
    ]
    return Report(tuple(rows), tuple(failures), _summary(rows, sum(len(k) for k in known.values())))


def _known(ask: Ask, indicator: str, known: Known) -> str:
    """A sentence where the fact is not the known figure at the digits given, '' where it is."""
    label = ask.catalogue[indicator].slice(known.breakdown).breakdown
    rows = ask.facts(indicators=[indicator], areas=[ask.areas.find(known.area).code], breakdowns=[label])
    row = next((r for r in rows if r["period"] == known.period), None)
    if row is None:
        return f"{indicator}: no fact for {known.area} in {known.period}."
    for name, figure in known.figures.items():
        digits = len(str(figure).partition(".")[2]) if isinstance(figure, float) else 0
        if row[name] is None or half_up(row[name], digits) != half_up(figure, digits):
            return f"{indicator}: {name} for {known.area} in {known.period} is {row[name]}, and should be {figure}."
    return ""


def _summary(rows: list[dict[str, Any]], known: int) -> str:
    agree, near, differ = (sum(r[c] for r in rows) for c in ("agree", "within_rounding", "differ"))
    return (
        f"{agree:,} facts agree with the published figure; {near:,} differ within what rounding to 10 allows and {differ:,} "
        f"rest on finer figures than published: there the published figure is shown. {known} known figures compared."
    )
