"""Typed answers to the questions in `metrics.ask`. Values are unrounded; rounding happens once, on display."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.areas import Area
from data.status import Status
from metrics.catalogue import Indicator
from metrics.judged import Verdict
from metrics.known_on import NOW, KnownOn


class Kind(StrEnum):
    """What an authority is compared with."""

    NEIGHBOURS = "neighbours"
    REGION = "region"
    ENGLAND = "england"


class How(StrEnum):
    """How the figures of the neighbours are made into one."""

    MEDIAN = "median"
    MEAN = "mean"
    POOLED = "pooled"


class Way(StrEnum):
    """Which way one figure lies from another. Never 'better' or 'worse': that takes a method."""

    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"


@dataclass(frozen=True)
class Choice:
    """What the reader chose to compare with and to know. `edition` '' means the default on the known-on day; years are the
    calendar years in which periods end, both included, None for all."""

    kind: Kind = Kind.NEIGHBOURS
    how: How = How.MEDIAN
    edition: str = ""
    known_on: KnownOn = NOW
    first_year: int | None = None
    last_year: int | None = None


@dataclass(frozen=True)
class Fact:
    """One indicator for one area, breakdown and period, of one vintage. `value` is None unless status is published;
    `year` is the calendar year in which the period ends."""

    indicator: str
    breakdown: str
    area_code: str
    period: str
    year: int
    period_kind: str
    numerator: float | None
    denominator: float | None
    value: float | None
    status: Status
    published_value: float | None = None
    release: str = ""
    published_on: date | None = None
    joint_with: str = ""


@dataclass(frozen=True)
class Benchmark:
    """What an authority's figure of one period is set beside: `n` of `of` areas had a figure (1 of 1 for region, England).

    `lower`, `same` and `higher` count the neighbours whose figure is lower than, the same as or higher than the
    authority's own; all three are 0 for region and England, and where the authority has no figure.
    """

    kind: Kind
    how: How
    edition: str
    period: str
    value: float | None
    status: Status
    n: int
    of: int
    lower: int = 0
    same: int = 0
    higher: int = 0


@dataclass(frozen=True)
class Series:
    """One area's facts of one indicator and breakdown, oldest first, one per period (a gap is a fact without value)."""

    area: Area
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Trend:
    """An authority's figures over the years beside everything it can be compared with.

    `benchmark` has one point per period of `own`, oldest first. `neighbours` are nearest first, and empty where the
    edition has none for this authority. `notes` say in plain sentences what the reader must know (boundaries, codes).
    """

    indicator: Indicator
    breakdown: str
    choice: Choice
    edition: str
    own: Series
    england: Series
    region: Series | None
    neighbours: tuple[Series, ...]
    benchmark: tuple[Benchmark, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Neighbour:
    """One statistical neighbour in one period: its closeness in the publisher's words and its fact."""

    area: Area
    position: int
    closeness: str
    fact: Fact


@dataclass(frozen=True)
class Neighbours:
    """An authority beside its statistical neighbours in one period. `mean`, `median` and `pooled` (sum of numerators
    over sum of denominators) are None without any figure, `pooled` also for indicators without counts.
    `n` of `of` neighbours had a figure; `of` is 0 where the edition has no list for this authority."""

    indicator: Indicator
    breakdown: str
    choice: Choice
    edition: str
    area: Area
    period: str
    periods: tuple[str, ...]
    own: Fact
    england: Fact | None
    region: Fact | None
    region_area: Area | None
    neighbours: tuple[Neighbour, ...]
    mean: float | None
    median: float | None
    pooled: float | None
    n: int
    of: int
    benchmark: Benchmark
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ScoreRow:
    """One indicator's latest period for an authority. `latest` is None for an indicator that is not measured nationally,
    and where no release on the known-on day covers this authority. `history` is oldest first and includes `latest`.
    `before` is the fact of the year before the latest, if there is one. `neighbours` are the values nearest first,
    None for a missing one. `verdict` judges the latest figure."""

    indicator: Indicator
    breakdown: str
    latest: Fact | None
    before: Fact | None
    history: tuple[Fact, ...]
    benchmark: Benchmark | None
    neighbours: tuple[float | None, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Scorecard:
    """One principle (or 'context') for one authority: a row per indicator, in the catalogue's order. Never a total score."""

    principle: str
    area: Area
    choice: Choice
    edition: str
    rows: tuple[ScoreRow, ...]
    notes: tuple[str, ...]
