"""The upright rules of a neighbours' chart: the benchmark, and England, each named above the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from metrics.figures import with_unit
from metrics.results import Kind, Neighbours
from metrics.words import comparable
from pages.charts.lettering import markup, width
from pages.charts.lines import SHORT
from pages.charts.look import BENCHMARK, ENGLAND, LINE, Palette, Place, words

OFF = 5  # pixels between a rule and its name
LEFT, RIGHT = -1, 1
DASH = {BENCHMARK: "solid", ENGLAND: "dash"}


@dataclass(frozen=True)
class Rule:
    """One rule: its role, where it stands on the scale, and its name with the figure."""

    role: str
    value: float
    text: str


@dataclass(frozen=True)
class Placed:
    """A rule, the level of its name, counted from the rows upwards, and the side of the rule on which the name is."""

    rule: Rule
    level: int
    side: int


def of(result: Neighbours) -> list[Rule]:
    """The rules to draw: the benchmark, and England unless it is the benchmark itself. None on plain counts."""
    if not comparable(result.indicator):
        return []
    found, benchmark = [], result.benchmark
    if benchmark.value is not None:
        figure = with_unit(benchmark.value, result.indicator)
        found.append(Rule(BENCHMARK, benchmark.value, f"{_name(result)} {figure}"))
    if benchmark.kind is not Kind.ENGLAND and result.england and result.england.value is not None:
        figure = with_unit(result.england.value, result.indicator)
        found.append(Rule(ENGLAND, result.england.value, f"England {figure}"))
    return found


def _name(result: Neighbours) -> str:
    if result.benchmark.kind is Kind.REGION:
        return result.region_area.short_name if result.region_area else "Region"
    return "England" if result.benchmark.kind is Kind.ENGLAND else SHORT[result.benchmark.how]


def place(rules: Sequence[Rule], ends: tuple[float, float], wide: float, left: float, right: float) -> list[Placed]:
    """Names one above the other, each on a side where it neither leaves the chart nor crosses the rule of a higher one.

    `ends` of the scale lie `wide` pixels apart on the narrowest screen; `left` and `right` are the pixels free beyond.
    What fits there fits on wider screens too. With `left` at `least`, it always fits: on the left, the rule further to
    the left with the lower name.
    """
    low, high = ends
    at = {rule.role: (rule.value - low) / (high - low) * wide for rule in rules}
    for order in permutations(rules):
        sides = [_side(rule, order[:i], at, -left, wide + right) for i, rule in enumerate(order)]
        if all(sides):
            return [Placed(order[i], len(order) - i, sides[i]) for i in range(len(order))]
    return [Placed(rule, len(rules) - i, LEFT) for i, rule in enumerate(rules)]  # less room than `least`


def _side(rule: Rule, higher: Sequence[Rule], at: dict[str, float], first: float, last: float) -> int:
    """RIGHT or LEFT, or 0 where the name of a rule fits on neither side."""
    here, long = at[rule.role], width(rule.text)
    for side, start in ((RIGHT, here + OFF), (LEFT, here - OFF - long)):
        crossed = any(start - 2 < at[other.role] < start + long + 2 for other in higher)
        if first <= start and start + long <= last and not crossed:
            return side
    return 0


def shapes(placed: Sequence[Placed], foot: float, tall: int, colours: Palette) -> list[dict[str, Any]]:
    """The strokes on a plot `tall` pixels high, from `foot` pixels above its end up to the level of the name."""
    return [
        {
            "type": "line",
            "xref": "x",
            "x0": each.rule.value,
            "x1": each.rule.value,
            "yref": "paper",
            "y0": foot / tall,
            "y1": 1 + each.level * LINE / tall,
            "layer": "below",
            "line": {"color": colours.line[each.rule.role], "width": 2, "dash": DASH[each.rule.role]},
        }
        for each in placed
    ]


def names(placed: Sequence[Placed], colours: Palette) -> list[dict[str, Any]]:
    """The names beside the upper ends of the strokes."""
    made = []
    for each in placed:
        across: Place = {"xanchor": "left" if each.side == RIGHT else "right", "xshift": OFF * each.side}
        up: Place = {"yref": "paper", "y": 1, "yanchor": "top", "yshift": each.level * LINE + 2}
        text, colour = markup([each.rule.text]), colours.text[each.rule.role]
        made.append(words(text, colour, xref="x", x=each.rule.value, **across, **up))
    return made


def least(rules: Sequence[Rule]) -> int:
    """Pixels in front of the scale that let the longest name stand to the left of its rule, wherever that is."""
    return round(max((width(rule.text) for rule in rules), default=0)) + OFF + 1


def room(rules: Sequence[Rule]) -> int:
    """Pixels over the rows that the names take."""
    return LINE * len(rules) + 4 if rules else 0
