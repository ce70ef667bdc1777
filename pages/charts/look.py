"""How charts look: the colours of each role in light and dark, the type, and what every figure has in common.

How a figure is written is not decided here but in `metrics.figures`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figure = dict[str, Any]
Place = dict[str, Any]  # where an annotation stands, in plotly's keys

FONT = '"Source Sans", sans-serif'  # the family that Streamlit serves; its figures are tabular by default
NOTE = 14  # names, values and units in a chart
TICK = 13  # periods and the scale
PHONE = 346  # pixels that a figure has on a telephone of 390
LINE = 18  # height of one line of NOTE, in pixels

OWN, BENCHMARK, REGION, ENGLAND, NEIGHBOUR = "own", "benchmark", "region", "england", "neighbour"
CHOSEN = "chosen"  # an authority of the reader's own choice


@dataclass(frozen=True)
class Palette:
    """The colours of one ground. `line` are strokes and dots of a role (3:1 on the ground, or more), `text` its names
    and values (4.5:1), `status` the shapes of a verdict (3:1). `hairline` rules the paper and carries no meaning."""

    ground: str
    ink: str
    quiet: str
    hairline: str
    line: Mapping[str, str]
    text: Mapping[str, str]
    status: Mapping[str, str]


LIGHT = Palette(
    ground="#FFFFFF",
    ink="#0B0C0C",
    quiet="#5F6870",
    hairline="#D5DADF",
    line={OWN: "#12436D", BENCHMARK: "#F46A25", REGION: "#7A59B5", ENGLAND: "#3D3D3D", NEIGHBOUR: "#8A9299", CHOSEN: "#5F6870"},
    text={OWN: "#12436D", BENCHMARK: "#B3450C", REGION: "#7A59B5", ENGLAND: "#3D3D3D", NEIGHBOUR: "#5F6870", CHOSEN: "#5F6870"},
    status={"better": "#28A197", "similar": "#3D3D3D", "worse": "#801650", "unjudged": "#5F6870"},
)
DARK = Palette(
    ground="#11181F",
    ink="#E8EDF2",
    quiet="#A3AEB8",
    hairline="#2F3A45",
    line={OWN: "#6FB1EE", BENCHMARK: "#F46A25", REGION: "#B79CEB", ENGLAND: "#C9D1D9", NEIGHBOUR: "#6C7883", CHOSEN: "#A3AEB8"},
    text={OWN: "#6FB1EE", BENCHMARK: "#FF8A4C", REGION: "#B79CEB", ENGLAND: "#C9D1D9", NEIGHBOUR: "#A3AEB8", CHOSEN: "#A3AEB8"},
    status={"better": "#3CC4BC", "similar": "#C9D1D9", "worse": "#F07CB5", "unjudged": "#A3AEB8"},
)


def palette(dark: bool = False) -> Palette:
    """The colours for a light or a dark page."""
    return DARK if dark else LIGHT


def font(colour: str, size: int = NOTE, bold: bool = False) -> dict[str, Any]:
    """A plotly font; `size` in pixels."""
    return {"family": FONT, "size": size, "color": colour, "weight": 600 if bold else 400}


def layout(colours: Palette, height: int, *, left: int, right: int, top: int, bottom: int) -> dict[str, Any]:
    """What every chart's layout begins with: all sizes in pixels, the width left to the page. Two empty axes."""
    return {
        "autosize": True,
        "height": height,
        "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
        "paper_bgcolor": colours.ground,
        "plot_bgcolor": colours.ground,
        "font": font(colours.ink),
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "align": "left",
            "bgcolor": colours.ground,
            "bordercolor": colours.quiet,
            "font": font(colours.ink),
            "namelength": -1,
        },
        "modebar": {"bgcolor": colours.ground, "color": colours.quiet, "activecolor": colours.ink},
        "xaxis": axis(),
        "yaxis": axis(),
        "shapes": [],
        "annotations": [],
    }


def axis(**settings: Any) -> dict[str, Any]:
    """A plotly axis without line, grid or ticks that nobody can drag, and what is asked for on top."""
    bare = {"showgrid": False, "zeroline": False, "showline": False, "showticklabels": False, "ticks": ""}
    return bare | {"automargin": False, "fixedrange": True} | settings


def along(colours: Palette, ends: Sequence[float], at: Sequence[float], labels: Sequence[str]) -> dict[str, Any]:
    """The plotly axis at the foot of a chart: a line between its two `ends`, and a tick with its label at each value of `at`."""
    return axis(
        range=list(ends),
        tickmode="array",
        tickvals=list(at),
        ticktext=list(labels),
        showticklabels=True,
        tickangle=0,
        tickfont=font(colours.quiet, TICK),
        ticks="outside",
        ticklen=4,
        tickcolor=colours.quiet,
        showline=True,
        linecolor=colours.quiet,
        linewidth=1,
    )


def words(text: str, colour: str, *, size: int = NOTE, bold: bool = False, **where: Any) -> dict[str, Any]:
    """A plotly annotation that is only words: no arrow, left aligned. `text` is plotly's HTML: escape names first."""
    plain = {"text": text, "showarrow": False, "align": "left", "font": font(colour, size, bold), "borderpad": 0}
    return plain | where


def above(text: str, colours: Palette, left: int, shift: int) -> dict[str, Any]:
    """The words over a chart, at its left edge (`left` pixels from the plot), `shift` pixels above the plot."""
    place: Place = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -left}
    return words(text, colours.quiet, yref="paper", y=1, yanchor="bottom", yshift=shift, **place)


def config(file_name: str) -> dict[str, Any]:
    """What a page passes to plotly: only the picture can be downloaded, as SVG under `file_name` (no ending)."""
    return {
        "responsive": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "svg", "filename": file_name},
        "scrollZoom": False,
        "doubleClick": False,
        "showTips": False,
    }
