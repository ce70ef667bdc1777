"""A figure for a room is the same figure, larger: lengths in pixels grow, figures of the data do not."""

import plotly.graph_objects as go
import pytest

from pages.charts.enlarge import enlarged
from tests.pages.test_charts import CHOICES, FIGURES

FIGURE = {
    "data": [
        {"type": "scatter", "x": [2024, 2025], "y": [10.5, None], "line": {"width": 3},
         "marker": {"size": [9, 0], "line": {"width": 1}}},
        {"type": "bar", "x": [1], "y": [2], "width": 0.6},
    ],
    "layout": {
        "height": 300, "margin": {"l": 10, "r": 20, "t": 5, "b": 4, "autoexpand": False}, "font": {"size": 14, "weight": 600},
        "hoverdistance": 24, "shapes": [{"x0": 1, "x1": 2, "line": {"width": 1, "dash": "dot"}}],
        "annotations": [{"x": 1, "y": 60, "xshift": -10, "ax": 4, "font": {"size": 13}}],
        "xaxis": {"range": [2019, 2025], "tickfont": {"size": 13}, "ticklen": 4, "fixedrange": True},
    },
}  # fmt: skip


def test_lengths_in_pixels_grow_and_the_data_stay() -> None:
    large = enlarged(FIGURE, 1.5)
    line, bar = large["data"]
    assert (line["x"], line["y"], bar["width"]) == ([2024, 2025], [10.5, None], 0.6)
    assert (line["line"]["width"], line["marker"]["size"], line["marker"]["line"]["width"]) == (4.5, [13.5, 0], 1.5)
    layout = large["layout"]
    assert layout["height"] == 450 and layout["margin"] == {"l": 15, "r": 30, "t": 7.5, "b": 6, "autoexpand": False}
    assert layout["font"] == {"size": 21, "weight": 600} and layout["hoverdistance"] == 24
    assert layout["shapes"] == [{"x0": 1, "x1": 2, "line": {"width": 1.5, "dash": "dot"}}]
    assert layout["annotations"] == [{"x": 1, "y": 60, "xshift": -15, "ax": 6, "font": {"size": 19.5}}]
    assert layout["xaxis"] == {"range": [2019, 2025], "tickfont": {"size": 19.5}, "ticklen": 6, "fixedrange": True}


def test_the_figure_that_was_given_is_left_as_it_is() -> None:
    enlarged(FIGURE, 2)
    assert FIGURE["layout"]["height"] == 300


@pytest.mark.parametrize("name", FIGURES)
def test_every_chart_can_be_enlarged_and_plotly_accepts_it(name: str) -> None:
    figure = FIGURES[name](False, CHOICES[0])
    large = go.Figure(enlarged(figure, 1.5))
    assert large.layout.height == figure["layout"]["height"] * 1.5
    assert [list(t.x or ()) for t in large.data] == [list(t.x or ()) for t in go.Figure(figure).data]
