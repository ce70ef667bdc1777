"""The four signals of a control chart: what is more than the usual ups and downs (M6).

Source: NHS England, Making Data Count ('plot the dots').
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import isclose

RUN = 7  # points on one side of the mean
TREND = 7  # points, each above (or below) the one before
WINDOW, NEAR_LIMIT = 3, 2  # two of three


class Rule(StrEnum):
    """Which rule a signal breaks."""

    OUTSIDE = "a point outside the limits"
    ONE_SIDE = "seven in a row on one side of the mean"
    TREND = "seven in a row rising or falling"
    NEAR_LIMIT = "two of three close to a limit"


@dataclass(frozen=True)
class Signal:
    """The points, counted from 0, that break a rule; `high` where they lie above the mean or rise."""

    rule: Rule
    points: tuple[int, ...]
    high: bool


def signals(values: Sequence[float], centre: float, sigmas: Sequence[float]) -> tuple[Signal, ...]:
    """The signals of a series, oldest point first, in the order of the rules. `sigmas` is a third of the way from the mean to the
    limits, for each point. A longer run or trend is one signal with all its points.

    Outside: beyond 3 sigma. Close to a limit: beyond 2 and not beyond 3 sigma, two of three in a row on the same side.
    Raises ValueError unless there is one sigma for each value.
    """
    if len(values) != len(sigmas):
        raise ValueError(f"{len(values)} points with {len(sigmas)} limits: expected one for each point.")
    away = [0.0 if isclose(v, centre, rel_tol=1e-12, abs_tol=1e-12) else v - centre for v in values]
    steps = [later - earlier for earlier, later in pairwise(values)]
    sides = ((True, 1), (False, -1))
    found = [Signal(Rule.OUTSIDE, (i,), d > 0) for i, d in enumerate(away) if _beyond(abs(d), 3 * sigmas[i])]
    found += _runs(Rule.ONE_SIDE, lambda sign: [d * sign > 0 for d in away], RUN)
    # Seven points have six steps between them: a run of steps is shown with the point that it starts from.
    found += [
        Signal(run.rule, (run.points[0], *(i + 1 for i in run.points)), run.high)
        for run in _runs(Rule.TREND, lambda sign: [d * sign > 0 for d in steps], TREND - 1)
    ]
    for high, sign in sides:
        near = [_beyond(d * sign, 2 * s) and not _beyond(d * sign, 3 * s) for d, s in zip(away, sigmas, strict=True)]
        points = {i for at in range(len(near) - WINDOW + 1) if sum(near[at : at + WINDOW]) >= NEAR_LIMIT
                  for i in range(at, at + WINDOW) if near[i]}  # fmt: skip
        found += [Signal(Rule.NEAR_LIMIT, tuple(sorted(points)), high)] if points else []
    return tuple(found)


def _beyond(distance: float, limit: float) -> bool:
    """A point that lies on its limit, but for the last binary digit, is not beyond it."""
    return distance > limit and not isclose(distance, limit, rel_tol=1e-9)


def _runs(rule: Rule, holds: Callable[[int], list[bool]], least: int) -> list[Signal]:
    """Every run of at least `least` points for which a condition holds, above (sign 1) and below (sign -1)."""
    found = []
    for high, sign in ((True, 1), (False, -1)):
        run: list[int] = []
        for i, held in enumerate([*holds(sign), False]):
            if held:
                run.append(i)
                continue
            found += [Signal(rule, tuple(run), high)] if len(run) >= least else []
            run = []
    return found
