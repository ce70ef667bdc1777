"""A figure handed over as it stands arrives in the browser as plotly would have sent it, without plotly's own theme."""

import json
from collections.abc import Callable

import plotly.io
import pytest
from plotly.tools import return_figure_from_figure_or_data

from pages.charts import neighbours, panels, trend
from pages.charts.drawn import Drawn
from pages.charts.look import Figure
from tests.pages import results_drawn as results
from tests.pages.test_charts import NEIGHBOURS, TREND

FIGURES: dict[str, Callable[[], Figure | None]] = {
    "trend": lambda: trend.figure(results.trend(TREND), zero=True),
    "neighbours": lambda: neighbours.figure(results.neighbours(NEIGHBOURS, None, None, "62.6")),
    "panels": lambda: panels.figure(results.trend(TREND), dark=True),
}


def sent(figure: object) -> Figure:
    """What Streamlit sends to the browser for a figure."""
    return json.loads(plotly.io.to_json(return_figure_from_figure_or_data(figure, validate_figure=True), validate=False))


@pytest.mark.parametrize("name", FIGURES)
def test_it_is_sent_as_plotly_would_send_it(name: str) -> None:
    figure = FIGURES[name]()
    assert figure
    ours, theirs = sent(Drawn(figure)), sent(figure)
    assert theirs["layout"].pop("template")
    ours["layout"] = {name: part for name, part in ours["layout"].items() if part != []}  # plotly leaves out what is empty
    assert ours == theirs


def test_it_is_the_very_figure_that_was_given_and_says_how_much_it_draws() -> None:
    figure = FIGURES["trend"]()
    assert figure and Drawn(figure).to_dict() is figure
    assert repr(Drawn(figure)) == f"Drawn({len(figure['data'])} traces)"
