"""A judgement of one figure: its level, its direction over the years and its target, three facts that are never blended."""

from dataclasses import dataclass
from enum import StrEnum

from metrics.methods.intervals import Interval
from metrics.methods.recent_trend import RecentTrend


class Level(StrEnum):
    """How a figure lies to its benchmark. 'better' and 'worse' where the indicator has a direction, else 'higher', 'lower'."""

    BETTER = "better"
    SIMILAR = "similar"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot tell"


class Movement(StrEnum):
    """Where the last five years point."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_CHANGE = "no clear change"
    TOO_FEW_YEARS = "too few years"
    CANNOT_TELL = "cannot tell"


class Meets(StrEnum):
    """Whether a figure reaches its target."""

    MEETS = "meets"
    DOES_NOT_MEET = "does not meet"
    CANNOT_TELL = "cannot tell"
    NO_TARGET = "no target"


class Why(StrEnum):
    """Why something cannot be told. The words for each are in metrics.wording.verdicts."""

    LOCAL = "local"
    ELSEWHERE = "elsewhere"
    NOT_IN_SNAPSHOT = "not in this snapshot"
    NO_FIGURE = "no figure"
    PLAIN_COUNT = "plain count"
    NO_SPREAD = "no spread"
    FEW_CHILDREN = "few children"
    NO_BENCHMARK = "no benchmark"
    FEW_NEIGHBOURS = "few neighbours"
    BREAK = "break"
    STALE = "stale"
    GAP = "gap"
    BOUNDARIES = "boundaries"


@dataclass(frozen=True)
class Verdict:
    """What can be said of one figure. `level_why` and `trend_why` are set where `level` and `trend` cannot be told.

    `interval` is the 95% interval in the indicator's unit; `z` how many standard errors the figure lies above its benchmark, with
    the differences that are usual among authorities counted in (None for rates and averages). `recent` is the test over the
    five years that end with `trend_from` + 4. `worsening` is True where the direction is towards the bad side, False towards the
    good one, None without a clear change or a direction.
    """

    level: Level
    level_why: Why | None
    interval: Interval | None
    z: float | None
    trend: Movement
    trend_why: Why | None
    recent: RecentTrend | None
    trend_from: int | None
    worsening: bool | None
    target: Meets

    @property
    def judged(self) -> bool:
        """Whether the level counts among those that are better, similar or worse."""
        return self.level in (Level.BETTER, Level.SIMILAR, Level.WORSE)


@dataclass(frozen=True)
class Tally:
    """How many indicators of a set are better, similar and worse, how many cannot be told, and how many have no direction (those
    are never judged). Never added into a score."""

    better: int
    similar: int
    worse: int
    unknown: int
    neutral: int

    @property
    def checks(self) -> int:
        """How many were put to the test: what false alarms are reckoned from."""
        return self.better + self.similar + self.worse
