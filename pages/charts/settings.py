"""The groups of one indicator: a bar from zero each, its name and figures above it, a tick where others stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from metrics.figures import n_of_n, reason, shown, with_unit
from metrics.phrases import when
from metrics.results import Kind
from metrics.settings import Setting, Settings
from metrics.wording import settings as said
from metrics.words import benchmark_name
from pages.charts import hover
from pages.charts.lettering import BREAK, markup, width, wrap
from pages.charts.look import (
    BENCHMARK,
    LINE,
    OWN,
    PHONE,
    Figure,
    Palette,
    Place,
    above,
    layout,
    palette,
    words,
)

BAR = 16  # pixels that a bar is thick
TICK = 28  # pixels that the benchmark's tick is long
ROOM = 32  # pixels between two groups' words: bar, tick and air
EDGE = 12  # pixels to the right of the longest bar


@dataclass(frozen=True)
class Row:
    """A group, the lines of its name and of its figures, and where its words begin and its bar lies, in pixels from the top."""

    setting: Setting
    name: tuple[str, ...]
    figure: str
    rest: tuple[str, ...]
    top: int
    middle: float
    foot: int


def figure(result: Settings, dark: bool = False) -> Figure:
    """The figure of all groups as a plain dict; its height follows from their number. Bars begin at zero and share one scale.

    A group without a figure has its mark and the reason in place of a bar.
    """
    colours, rows = palette(dark), _rows(result)
    drawn = [row for row in rows if row.setting.latest.value is not None]
    ticks = [row for row in drawn if row.setting.beside is not None]
    values = [row.setting.latest.value or 0.0 for row in drawn] + [row.setting.beside or 0.0 for row in ticks]
    head, tall = _head(result, bool(ticks), colours), rows[-1].foot
    top = LINE * len(head) + 18
    base = layout(colours, top + tall, left=0, right=EDGE, top=top, bottom=0)
    base["xaxis"] |= {"range": [0, max(values, default=0.0) or 1.0]}
    base["yaxis"] |= {"range": [tall, 0]}  # one unit is one pixel, from the top
    base["shapes"] = [_zero(row, colours) for row in drawn]
    base["annotations"] = [above(BREAK.join(head), colours, 0, 12)]
    for row in rows:
        base["annotations"] += _words(row, colours)
    return {"data": [_bars(drawn, result, colours), _ticks(ticks, result, colours)] if drawn else [], "layout": base}


def _rows(result: Settings) -> list[Row]:
    rows: list[Row] = []
    for setting in result.settings:
        top = rows[-1].foot if rows else 0
        name = tuple(wrap(setting.label, PHONE - EDGE, bold=True))
        figure, rest = _figures(setting, result)
        lines = tuple(wrap(f"{figure} {rest}", PHONE - EDGE))
        below = top + LINE * (len(name) + len(lines))
        bar = ROOM if setting.latest.value is not None else 0
        rows.append(Row(setting, name, figure, lines, top, below + 3 + TICK / 2, below + bar + 12))
    return rows


def _figures(setting: Setting, result: Settings) -> tuple[str, str]:
    """The share, and after it the counts and what it is set beside; or the mark and the reason."""
    latest, benchmark = setting.latest, setting.benchmark
    if latest.value is None:
        return shown(latest, result.indicator), reason(latest.status)
    rest = n_of_n(latest)
    if setting.beside is not None:
        rest += f" · {_beside(result)} {with_unit(setting.beside, result.indicator)}"
    elif benchmark.kind is Kind.NEIGHBOURS and benchmark.of:
        rest += f" · {benchmark.n} of {benchmark.of} neighbours have a figure: too few"
    return with_unit(latest.value, result.indicator), rest


def _beside(result: Settings) -> str:
    name = said.beside(result)
    return f"{name[:1].lower()}{name[1:]}" if result.choice.kind is Kind.NEIGHBOURS else name


def _head(result: Settings, ticked: bool, colours: Palette) -> list[str]:
    """The lines over the chart: unit and period, and what bar and tick are, each sign in its colour."""
    lines = wrap(f"Per cent, {when(result.settings[0].latest)}", PHONE)
    told = [(OWN, "█", result.area.short_name)]
    told += [(BENCHMARK, "┃", said.beside(result))] if ticked else []
    room = 0.0
    for role, sign, name in told:
        needed = width(f"{sign}{sign} {name}   ")
        text = f'<span style="color:{colours.line[role]}">{sign}</span> {markup([name])}'
        if needed <= room:
            lines[-1] += f"   {text}"
        else:
            lines.append(text)
            room = PHONE
        room -= needed
    return lines


def _bars(rows: Sequence[Row], result: Settings, colours: Palette) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": "own",
        "x": [row.setting.latest.value for row in rows],
        "y": [row.middle for row in rows],
        "width": [BAR for _ in rows],
        "marker": {"color": colours.line[OWN], "line": {"width": 0}},
        "cliponaxis": False,
        "hovertext": [hover.of_fact(row.setting.label, row.setting.latest, result.indicator) for row in rows],
        "hoverinfo": "text",
    }


def _ticks(rows: Sequence[Row], result: Settings, colours: Palette) -> dict[str, Any]:
    region = result.region.short_name if result.region else ""
    name = benchmark_name(result.choice, result.edition, result.area, region)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "benchmark",
        "x": [row.setting.beside for row in rows],
        "y": [row.middle for row in rows],
        "cliponaxis": False,
        "marker": {"symbol": "line-ns", "size": TICK - 8, "opacity": 1, "line": {"color": colours.line[BENCHMARK], "width": 4}},
        "text": [hover.of_benchmark(name, row.setting.benchmark, result.indicator) for row in rows],
        "hoverinfo": "text",
    }


def _zero(row: Row, colours: Palette) -> dict[str, Any]:
    """The short stroke at zero from which a bar grows: a group of nobody has nothing else."""
    ends = {"y0": row.middle - TICK / 2, "y1": row.middle + TICK / 2}
    return {"type": "line", "xref": "x", "x0": 0, "x1": 0, "yref": "y", "line": {"color": colours.quiet, "width": 1}} | ends


def _words(row: Row, colours: Palette) -> list[dict[str, Any]]:
    """The name of a group, and under it its figure in the authority's colour and the rest."""
    edge: Place = {"xref": "paper", "x": 0, "xanchor": "left", "yref": "y", "yanchor": "top"}
    own = markup([row.figure])
    told = f'<b><span style="color:{colours.text[OWN]}">{own}</span></b>{markup(list(row.rest)).removeprefix(own)}'
    return [
        words(markup(list(row.name)), colours.ink, bold=True, y=row.top, **edge),
        words(told, colours.quiet, y=row.top + LINE * len(row.name), **edge),
    ]
