"""A strip of dots: the authority among its neighbours in the height of a line of text, and nothing where nothing is compared."""

import re
from xml.etree import ElementTree

import pytest

from metrics.results import ScoreRow
from pages.charts.dots import EDGE, svg
from pages.charts.look import BENCHMARK, DARK, LIGHT, NEIGHBOUR, OWN
from tests.pages.results_drawn import indicator, scorecard

HEAD = "title | own | neighbours | benchmark\n"
WIDTH = 116


def row(text: str, kind: str = "share") -> ScoreRow:
    """The only row of a card."""
    title = text.partition("|")[0].strip()
    return scorecard(HEAD + text, {title: indicator("%", 0, kind, title)}).rows[0]


def places(picture: str, colour: str) -> list[float]:
    """Where the strokes of one colour begin."""
    paths = [p.attrib for p in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}path")]
    return [float(x) for p in paths if p["stroke"] == colour for x in re.findall(r"M([\d.]+) ", p["d"])]


def test_the_lowest_figure_stands_at_the_left_and_the_highest_at_the_right() -> None:
    picture = svg(row("One | 80 | 60 100 | 70"))
    assert places(picture, LIGHT.line[NEIGHBOUR]) == [EDGE, WIDTH - EDGE]
    assert places(picture, LIGHT.line[OWN]) == [WIDTH / 2]
    assert places(picture, LIGHT.line[BENCHMARK]) == [EDGE + (WIDTH - 2 * EDGE) / 4]


def test_a_suppressed_neighbour_is_not_drawn() -> None:
    assert len(places(svg(row("One | 80 | 60 c 100 z | 70")), LIGHT.line[NEIGHBOUR])) == 2


@pytest.mark.parametrize("text", ["One | c | 60 100 | 70", "One | 80 | c c |", "One | 80 | |", "One | | |"])
def test_where_nothing_can_be_set_beside_there_is_no_picture(text: str) -> None:
    assert svg(row(text)) == ""


def test_plain_counts_are_not_compared() -> None:
    assert svg(row("One | 344 | 200 900 | 550", "count")) == ""


def test_equal_figures_stand_in_the_middle() -> None:
    assert places(svg(row("One | 70 | 70 70 | 70")), LIGHT.line[NEIGHBOUR]) == [WIDTH / 2, WIDTH / 2]


def test_light_and_dark_differ_in_colours_only() -> None:
    one = row("One | 80 | 60 100 | 70")
    light, dark = svg(one), svg(one, dark=True)
    assert light != dark
    ours = [(*p.line.values(), p.hairline, p.ground) for p in (LIGHT, DARK)]
    for before, after in zip(*ours, strict=True):
        light = light.replace(before, after)
    assert light == dark
