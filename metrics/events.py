"""What happened to every council at about the same time, and where it stands on a line over the years: read from events.toml."""

import tomllib
from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from data.errors import BadInput
from metrics.catalogue import Indicator
from metrics.rows import END

FILE = Path(__file__).with_name("events.toml")


@dataclass(frozen=True)
class Event:
    """A day, or with `last` a stretch of time; `indicators` are the ids of those it bears on, () for all."""

    title: str
    first: date
    note: str
    last: date | None = None
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marked:
    """An event or a break on a line over the years: `start` and `end` in years, where the period that ends in 2024 stands
    at 2024; `end` None for a moment. `number` is '1', '2' ... for an event and 'A', 'B' ... for a break in the series."""

    number: str
    title: str
    note: str
    start: float
    end: float | None
    is_break: bool


@cache
def events(path: Path = FILE) -> tuple[Event, ...]:
    """All events, oldest first. Raises BadInput for a file of another shape."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["event"]
        listed = [Event(**entry | {"indicators": tuple(entry.get("indicators", ()))}) for entry in found]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise BadInput(f"{path.name} cannot be read ({error}). It needs [[event]] tables with title, first and note.") from error
    return tuple(sorted(listed, key=lambda event: event.first))


def marked(entry: Indicator, breakdown: str, years: Sequence[int]) -> tuple[Marked, ...]:
    """The events and breaks that fall between the first and the last of these years, events first, each numbered in order."""
    if len(years) < 2:
        return ()
    low, high = min(years), max(years)
    kind = entry.slice(breakdown).period_kind
    stood = [(one, _place(one.first, kind), _place(one.last, kind) if one.last else None) for one in events()]
    shown = [each for each in stood if _bears_on(each[0], entry) and each[1] < high and (each[2] or each[1]) > low]
    numbered = [
        Marked(str(n), one.title, one.note, max(start, low), min(end, high) if end else None, False)
        for n, (one, start, end) in enumerate(shown, 1)
    ]
    breaks = [one for one in entry.breaks_of(breakdown) if low < one.year <= high]
    for n, one in enumerate(breaks):
        title = f"Not to be compared across the start of the period that ends in {one.year}"
        numbered.append(Marked(chr(ord("A") + n), title, one.reason, one.year - 0.5, None, True))
    return tuple(numbered)


def _bears_on(event: Event, entry: Indicator) -> bool:
    return not event.indicators or entry.id in event.indicators


def _place(day: date, period_kind: str) -> float:
    """Where a day stands in years, so that the last day of a period is the whole number of the year in which it ends."""
    month, last = END[period_kind]
    end = date(day.year, month, last)
    return day.year + (day - end).days / (366 if isleap(day.year) else 365)
