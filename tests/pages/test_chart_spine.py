"""A spine chart: the benchmark in the middle, better to the right, each row in its own words and shape."""

import pytest

from metrics.results import Scorecard
from metrics.spine import spine
from pages.charts.look import LIGHT
from pages.charts.spine import figure
from tests.pages.drawings import Figure, plain, texts, trace
from tests.pages.results_drawn import judged, scorecard

HEAD = "title | own | neighbours | benchmark\n"
TEN = "60 62 64 66 68 72 74 76 78 80"
ENTRIES = {"Up": judged("Up"), "Down": judged("Down", "lower"), "Same": judged("Same")}


def card(text: str) -> Scorecard:
    """A card of measures with a direction, named in ENTRIES."""
    return scorecard(HEAD + text, ENTRIES)


def drawn(text: str) -> Figure:
    """The chart of such a card."""
    one = card(text)
    made = figure(one, spine(one))
    assert made is not None
    return made


def test_a_better_figure_stands_to_the_right_whichever_way_is_better() -> None:
    made = drawn(f"Up | 90 | {TEN} | 70\nDown | 50 | {TEN} | 70")
    # 20 points from 70, beside the far ends of the intervals: 91.7 (Wilson, 900 of 1,000) and 46.9 (500 of 1,000).
    assert trace(made, "better")["x"] == pytest.approx([20 / 21.7, 20 / 23.1], abs=0.002)
    assert (trace(made, "worse")["x"], trace(made, "similar")["x"]) == ([], [])


def test_a_worse_figure_has_its_own_shape_and_colour_and_stands_to_the_left() -> None:
    made = drawn(f"Up | 50 | {TEN} | 70\nSame | 70 | {TEN} | 70")
    worse, similar = trace(made, "worse"), trace(made, "similar")
    assert worse["x"][0] < 0 and similar["x"] == [0]
    assert worse["marker"]["symbol"] == "triangle-down" and similar["marker"]["symbol"] == "circle"
    assert worse["marker"]["color"] == LIGHT.status["worse"] != similar["marker"]["color"]


def test_every_shape_is_named_with_its_word_and_so_are_the_line_and_the_bar() -> None:
    said = texts(drawn(f"Up | 90 | {TEN} | 70"))
    assert said[0] == "▲ better   ● similar   ▼ worse Line: 95% interval of Testshire Bar: its neighbours, from worst to best"
    assert {"◀ worse", "The median of the neighbours", "better ▶"} <= set(said)


def test_the_bar_reaches_from_the_worst_neighbour_to_the_best_and_the_line_over_the_interval() -> None:
    made = drawn(f"Up | 90 | {TEN} | 70")
    bar, rule, line = made["layout"]["shapes"]
    assert (bar["type"], round(bar["x0"], 2), round(bar["x1"], 2)) == ("rect", -0.46, 0.46)
    assert rule["x0"] == rule["x1"] == 0
    assert line["x0"] < trace(made, "better")["x"][0] < line["x1"] == 1


def test_a_hidden_figure_has_no_row() -> None:
    one = card(f"Up | c | {TEN} | 70")
    assert figure(one, spine(one)) is None


def test_rows_follow_one_another_without_overlap() -> None:
    made = drawn(f"Up | 90 | {TEN} | 70\nDown | 50 | {TEN} | 70")
    first, second = trace(made, "better")["y"]
    tops = [a["y"] for a in made["layout"]["annotations"] if a["yref"] == "y"]
    assert tops[0] < first < tops[1] < second < made["layout"]["yaxis"]["range"][0]


def test_the_pointer_tells_the_figure_its_interval_and_the_benchmark() -> None:
    said = plain(trace(drawn(f"Up | 90 | {TEN} | 70"), "better")["text"][0])
    assert "90%" in said and "900 of 1,000" in said and "95% interval: 88% to 92%" in said
    assert said.endswith("The median of the neighbours: 70%")
