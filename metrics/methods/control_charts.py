"""Control charts for a council's own monthly figures: XmR (M6) and, where the counts are known, p (M7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean

from metrics.methods.refuse import unless_counts, unless_finite, unless_positive
from metrics.methods.signals import Signal, signals

TO_LIMITS, TO_RANGE_LIMIT = 2.66, 3.267  # 3 / 1.128 and 1 + 3 x 0.8525 / 1.128: control chart factors for ranges of two points
ENOUGH = 12  # points, before limits are more than provisional


@dataclass(frozen=True)
class XmR:
    """Mean and limits of a series, in its unit. `moving_range` is the mean of the moving ranges that were kept, `screened` the
    points at which a range was left out, `range_limit` what it was screened by. The limits may lie beyond what is possible
    (100.6%): cut them on display with `within`."""

    mean: float
    moving_range: float
    range_limit: float
    screened: tuple[int, ...]
    lower: float
    upper: float
    signals: tuple[Signal, ...]
    provisional: bool

    def within(self, least: float, most: float) -> tuple[float, float]:
        """The limits, cut to what the figure can be: 0 and 100 for a percentage."""
        return max(self.lower, least), min(self.upper, most)


@dataclass(frozen=True)
class PChart:
    """Shares (0 to 1), their pooled mean, and for each point its own limits, since the number of children differs."""

    shares: tuple[float, ...]
    mean: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    signals: tuple[Signal, ...]
    provisional: bool


def xmr(values: Sequence[float]) -> XmR:
    """The chart of single values and moving ranges, oldest first, in the unit of the values.

    limits = mean +- 2.66 x mean moving range; moving ranges over 3.267 x their mean are left out once, and the mean taken again.
    Source: NHS England, Making Data Count. Provisional under 12 points. Raises ValueError of fewer than two values, or one that
    is not finite.
    """
    if len(values) < 2:
        raise ValueError(f"A chart of {len(values)} point has no moving range: expected two points at least, better twelve.")
    for value in values:
        unless_finite(value=value)
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    limit = TO_RANGE_LIMIT * fmean(ranges)
    kept = [r for r in ranges if r <= limit]
    mean, moving_range = fmean(values), fmean(kept)
    reach = TO_LIMITS * moving_range
    return XmR(
        mean=mean,
        moving_range=moving_range,
        range_limit=limit,
        screened=tuple(i for i, r in enumerate(ranges, 1) if r > limit),
        lower=mean - reach,
        upper=mean + reach,
        signals=signals(values, mean, [reach / 3] * len(values)),
        provisional=len(values) < ENOUGH,
    )


def p_chart(counts: Sequence[tuple[float, float]]) -> PChart:
    """The chart of shares, from (x, n) of each period, oldest first. Shares are 0 to 1.

    limits = p +- 3 sqrt(p (1 - p) / n_t), cut to 0 and 1, where p = sum of x / sum of n. Source: APHO Technical Briefing 2,
    Statistical process control methods in public health intelligence. Provisional under 12 points. Raises ValueError of fewer
    than two periods, of a period without children (leave it out) and of an x above its n.
    """
    if len(counts) < 2:
        raise ValueError(f"A chart of {len(counts)} point has no limits: expected two points at least, better twelve.")
    for x, n in counts:
        unless_counts(x=x)
        unless_positive(n=n)
        if x > n:
            raise ValueError(f"{x:g} of {n:g} is more than all: expected a part of the whole.")
    mean = sum(x for x, _ in counts) / sum(n for _, n in counts)
    sigmas = [sqrt(mean * (1 - mean) / n) for _, n in counts]
    shares = tuple(x / n for x, n in counts)
    return PChart(
        shares=shares,
        mean=mean,
        lower=tuple(max(0.0, mean - 3 * s) for s in sigmas),
        upper=tuple(min(1.0, mean + 3 * s) for s in sigmas),
        signals=signals(shares, mean, sigmas),
        provisional=len(counts) < ENOUGH,
    )
