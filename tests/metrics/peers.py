"""An authority beside its ten neighbours and many others, with shares drawn as '34 of 41': one thing changes at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from data.areas import load as load_areas
from metrics.ask import Ask
from metrics.catalogue import Indicator
from metrics.judge import YEARS
from metrics.results import Choice, ScoreRow
from tests.metrics.worlds import World, editions, figures

TEN = ("Reading", "Merton", "Sutton", "Kent", "Devon", "Leeds", "Bury", "Bolton", "Wigan", "Salford")
PERIOD, RELEASED = "2025", "2025-11-26"
HEADER = "area | period | released | numerator | denominator"


def shares(entry: Indicator, told: Mapping[str, str], period: str = PERIOD, released: str = RELEASED) -> World:
    """One period's figures of an indicator by area: '34 of 41', or a publisher's symbol that stands for both counts."""
    lines = []
    for area, cell in told.items():
        numerator, _, denominator = cell.partition(" of ")
        lines.append(f"{area} | {period} | {released} | {numerator} | {denominator or numerator}")
    return figures(entry, "\n".join([HEADER, *lines]))


def over_years(entry: Indicator, area: str, told: Iterable[str], first: int = 2021, released: str = RELEASED) -> World:
    """An area's figures of one release, a year each; the periods are '2021', or '2020/21' where years are not calendar years."""
    academic = entry.slices[0].period_kind in ("academic year", "financial year")
    found = World()
    for year, cell in enumerate(told, first):
        found += shares(entry, {area: cell}, f"{year - 1}/{year % 100:02}" if academic else str(year), released)
    return found


def beside(area: str, names: Iterable[str] = TEN) -> World:
    """The 2025 edition's neighbours of an area, nearest first."""
    return editions(f"2025 | 2025-05-01 | {area} | {', '.join(names)}")


def others(n: int, but: Iterable[str]) -> tuple[str, ...]:
    """The codes of `n` authorities of today, without those named."""
    areas = load_areas()
    named = {areas.find(name).code for name in but}
    return tuple(a.code for a in areas if a.la_number and a.valid_to is None and a.code not in named)[:n]


def line(ask: Ask, indicator: str, area: str, choice: Choice | None = None) -> ScoreRow:
    """One indicator's row among all those of an authority."""
    return next(row for row in ask.everything(area, choice).rows if row.indicator.id == indicator)


def five_years(rows: Iterable[ScoreRow]) -> tuple[ScoreRow, ...]:
    """The rows with no more history than a verdict rests on: what all authorities at once are answered with."""
    kept = []
    for row in rows:
        first = row.latest.year - YEARS if row.latest else 0
        kept.append(replace(row, history=tuple(fact for fact in row.history if fact.year > first)))
    return tuple(kept)
