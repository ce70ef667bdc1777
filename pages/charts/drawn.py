"""A figure handed to Streamlit as it stands."""

from typing import Any

from plotly.basedatatypes import BaseFigure

from pages.charts.look import Figure


class Drawn(BaseFigure):
    """One of our figures, a plain dict, for Streamlit to draw without building it once more.

    Given the dict itself, Streamlit has plotly make an object of every part of it, check each, add the colours of plotly's own
    theme, which no chart of ours uses, and copy all of it twice: on a page of three charts that took as long as everything else.
    That plotly accepts our figures is what tests are for.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def __repr__(self) -> str:
        return f"Drawn({len(self._figure['data'])} traces)"

    def to_dict(self) -> dict[str, Any]:
        """The figure as it was given."""
        return self._figure
