"""The two axes of a trend: figures up, periods along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from metrics.figures import number
from pages.charts.geometry import reach, ticks
from pages.charts.lettering import BREAK, width
from pages.charts.look import LINE, TICK, Palette, along, axis, font

CLEAR = 12  # pixels between the outermost figures and the ends of the scale
MOST_LABELS = 7  # periods that a telephone has room to name under the axis


@dataclass(frozen=True)
class Scale:
    """The vertical scale: `low` and `high` are the values at the foot and at the top of a plot of so many pixels, of
    which the lowest `foot` stay free; `values` are ruled across and written as `labels`."""

    height: int
    foot: int
    low: float
    high: float
    values: list[float]
    labels: list[str]

    @property
    def room(self) -> int:
        """Pixels that the widest label takes, with the space to the plot."""
        return round(max((width(label, TICK) for label in self.labels), default=0)) + 10

    def pixels(self, value: float) -> float:
        """How many pixels a value stands above the foot of the plot."""
        return self.height * (value - self.low) / (self.high - self.low)

    def axis(self, colours: Palette) -> dict[str, Any]:
        """As plotly's vertical axis: hairlines at the values, nothing else."""
        return axis(
            range=[self.low, self.high],
            tickmode="array",
            tickvals=self.values,
            ticktext=self.labels,
            showticklabels=True,
            tickfont=font(colours.quiet, TICK),
            ticklabelstandoff=4,
            showgrid=True,
            gridcolor=colours.hairline,
            gridwidth=1,
        )


def scale(values: Sequence[float], height: int, foot: int, zero: bool, per_cent: bool) -> Scale:
    """The scale that fits these figures on `height` pixels, the lowest `foot` of which stay free; from zero if wanted.

    Nothing is ruled where no figure can be: not at the foot, not below zero when none is negative, not above 100 per
    cent, and nothing at all without figures.
    """
    if not values:
        return Scale(height, foot, 0.0, 1.0, [], [])
    lowest, highest = min(values), max(values)
    bottom, top = (min(0.0, lowest), highest or 1.0) if zero else (lowest, highest)
    low, high = reach(bottom, top, height, foot or (0 if zero else CLEAR), CLEAR)
    first = bottom if foot else 0.0 if low < 0 <= lowest else low
    ruled, decimals = ticks(first, 100.0 if per_cent and highest <= 100 < high else high)
    return Scale(height, foot, low, high, ruled, [number(value, decimals) for value in ruled])


def years(periods: Mapping[int, str], colours: Palette) -> dict[str, Any]:
    """As plotly's horizontal axis: a tick at each period, named as published; of many, every second or third is named,
    the last always."""
    step = -(-len(periods) // MOST_LABELS) or 1
    last = len(periods) - 1
    named = [label.replace("/", f"{BREAK}/") for label in periods.values()]
    labels = [label if (last - i) % step == 0 else "" for i, label in enumerate(named)]
    first, final = min(periods, default=0), max(periods, default=0)
    side = (final - first) * 0.02 or 0.5
    return along(colours, (first - side, final + (0 if final > first else side)), list(periods), labels)


def years_room(periods: Mapping[int, str]) -> int:
    """Pixels that the names of the periods take under the plot: '2024/25' stands on two lines."""
    return 12 + LINE * (2 if any("/" in label for label in periods.values()) else 1)
