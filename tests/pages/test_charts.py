"""Every chart of every kind of result is a plain dict that plotly accepts, in light and in dark."""

import json
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go
import pytest

from metrics.results import Choice, How, Kind
from metrics.spine import spine as on_a_spine
from pages.charts import neighbours, spine, trend
from pages.charts.look import DARK, LIGHT
from tests.pages import results_drawn as drawn

TREND = """
    role      | area         | 2023  | 2024 | 2025
    own       | Testshire    | 92    | c    | 99.9
    neighbour | Nearshire    | 50    | 51   | 52
    neighbour | Farshire     | z     | 70   | c
    region    | The Middle   | 80    | 81   | 82
    england   | England      | 66    | 67   | 67.1
    benchmark |              | 50    | 60.5 | 52
"""
SUPPRESSED = """
    role    | area      | 2024 | 2025
    own     | Testshire | c    | c
    england | England   | c    | x
"""
NEIGHBOURS = """
    role      | area       | 2025
    own       | Testshire  | 99.9
    neighbour | Nearshire  | 52
    neighbour | Farshire   | c
    region    | The Middle | 82
    england   | England    | 67.1
"""
ALONE = """
    role | area      | 2025
    own  | Testshire | c
"""
CARD = """
    title           | own | neighbours                              | benchmark
    Health checks   | 92  | 80 c 95 91 90 88 85 84 83 82            | 87.5
    Teeth           | c   | 80 70 95 80 80 80 80 80 80 80           | 80
    Nobody to match | 50  |                                         |
    Not covered     |     |                                         |
"""
CHOICES = [Choice(), Choice(how=How.POOLED), Choice(kind=Kind.REGION), Choice(kind=Kind.ENGLAND)]
COUNT = drawn.indicator("children", 0, "count")
MEAN = drawn.indicator("points", 1, "mean")

FIGURES: dict[str, Callable[[bool, Choice], Any]] = {
    "trend": lambda dark, choice: trend.figure(drawn.trend(TREND, choice=choice), dark),
    "trend from zero": lambda dark, choice: trend.figure(drawn.trend(TREND, choice=choice), dark, zero=True),
    "trend of a count": lambda dark, choice: trend.figure(drawn.trend(TREND, COUNT, choice), dark),
    "trend of a mean": lambda dark, choice: trend.figure(drawn.trend(TREND, MEAN, choice), dark),
    "trend without figures": lambda dark, choice: trend.figure(drawn.trend(SUPPRESSED, choice=choice), dark),
    "neighbours": lambda dark, choice: neighbours.figure(drawn.neighbours(NEIGHBOURS, None, choice, "62.6"), dark),
    "neighbours of a count": lambda dark, choice: neighbours.figure(drawn.neighbours(NEIGHBOURS, COUNT, choice), dark),
    "nobody and nothing": lambda dark, choice: neighbours.figure(drawn.neighbours(ALONE, None, choice), dark),
    "spine": lambda dark, choice: _spine(dark, choice),
}


def _spine(dark: bool, choice: Choice) -> Any:
    entries = {"Health checks": drawn.judged("Health checks")}
    card = drawn.scorecard(CARD, entries, choice)
    return spine.figure(card, on_a_spine(card), dark)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("choice", CHOICES, ids=["median", "pooled", "region", "England"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_plain_and_plotly_accepts_it(name: str, choice: Choice, dark: bool) -> None:
    figure = FIGURES[name](dark, choice)
    assert _foreign(figure) == []
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure
    accepted = go.Figure(figure)
    assert len(accepted.data) == len(figure["data"])
    assert len(accepted.layout.annotations) == len(figure["layout"]["annotations"])
    assert accepted.layout.paper_bgcolor == (DARK if dark else LIGHT).ground


@pytest.mark.parametrize("name", FIGURES)
def test_light_and_dark_differ_in_colours_only(name: str) -> None:
    light, dark = (json.dumps(FIGURES[name](dark, Choice())) for dark in (False, True))
    assert light != dark
    assert _without_colours(light) == _without_colours(dark)


@pytest.mark.parametrize("name", FIGURES)
def test_no_words_hang_over_the_edge_of_the_page_on_a_telephone(name: str) -> None:
    margin = FIGURES[name](False, Choice())["layout"]["margin"]
    assert margin["l"] + margin["r"] < 346 - 120, "less than 120 pixels are left to draw in"


def _foreign(value: object, path: str = "figure") -> list[str]:
    """Where something is that is no plain dict, list, text or number, such as a numpy float or an enum."""
    if type(value) is dict:
        return [found for key, inner in value.items() for found in _foreign(inner, f"{path}.{key}")]
    if type(value) is list:
        return [found for i, inner in enumerate(value) for found in _foreign(inner, f"{path}[{i}]")]
    return [] if type(value) in (str, float, int, bool, type(None)) else [f"{path}: {type(value)}"]


def _without_colours(text: str) -> str:
    for colours in (LIGHT, DARK):
        roles = (*colours.line.values(), *colours.text.values(), *colours.status.values())
        for colour in {*roles, colours.ground, colours.ink, colours.quiet, colours.hairline}:
            text = text.replace(colour, "colour")
    return text
