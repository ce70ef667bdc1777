"""The page over the years: the view that the link asks for. Its own pickers are in `trend_pickers`."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from metrics import cited, direction, indexed_tables, outlook_tables, tables, trend_tables, words
from metrics.chosen import chosen
from metrics.events import Marked, marked
from metrics.indexed import indexed
from metrics.outlook import offered, outlook
from metrics.results import Kind, Trend
from metrics.spans import intervals
from metrics.wording import indexed as said_of_index
from metrics.wording import outlook as said_ahead
from metrics.wording import years as said
from pages.charts import fan, panels
from pages.charts import indexed as index_chart
from pages.charts import trend as chart
from pages.parts import closer, context, frame, show, trend_pickers
from pages.parts.opened import Opened
from pages.parts.over_years import AHEAD, INDEXED, LINES, NEIGHBOURS
from pages.parts.visit import Visit

PAGE = "Trends"
SMALLER = 190  # pixels of the plots of further indicators


def read(visit: Visit) -> list[Trend]:
    """The trend that the link means, then those of the further indicators."""
    further = [visit.ask.catalogue[id_] for id_ in visit.indicators]
    asked = [(visit.indicator.id, visit.breakdown, visit.choice_for(visit.indicator))]
    return visit.ask.trends(visit.area.code, [*asked, *((e.id, None, visit.choice_for(e)) for e in further)])


def shown(visit: Visit, result: Trend) -> tuple[str, str]:
    """Which view is shown, and why it is not the one that the link asks for ('' where it is)."""
    if visit.view == AHEAD and not offered(visit.indicator):
        return LINES, said.NOT_AHEAD
    if visit.view == NEIGHBOURS and not words.comparable(visit.indicator):
        return LINES, said.NOT_BESIDE
    if visit.view == NEIGHBOURS and (result.choice.kind is not Kind.NEIGHBOURS or not result.neighbours):
        return LINES, said.NOBODY_BESIDE
    return visit.view, ""


def view(visit: Visit, place: Opened, found: Sequence[Trend]) -> None:
    """Heading, pickers and the view that the link asks for: of the first trend, and of the further ones where there is room."""
    which, instead = shown(visit, found[0])
    if which == LINES:
        _lines(visit, place, found, instead)
    else:
        {INDEXED: _indexed, NEIGHBOURS: _neighbours, AHEAD: _ahead}[which](visit, place, found[0], instead)


def _lines(visit: Visit, place: Opened, found: Sequence[Trend], instead: str) -> None:
    result, *further = found
    finding = said.finding(result, direction.direction(visit.ask, result))
    _head(visit, place, result, finding, visit.indicator.plain, instead)
    _trend(visit, result, "trend", chart.PLOT)
    for n, other in enumerate(further, 1):
        frame.subheading(said.finding(other, direction.direction(visit.ask, other)))
        _trend(visit, other, f"trend-{n}", SMALLER)


def _trend(visit: Visit, result: Trend, name: str, plot: int) -> None:
    entry, label = result.indicator, result.breakdown
    chosen_ = chosen(visit.ask, entry, label, visit.group, result.choice)
    held = intervals(entry, result.own.facts) if visit.intervals else {}
    flags = marked(entry, label, [f.year for f in (*result.own.facts, *result.england.facts)])
    first = name == "trend"
    if not any(line.facts for line in (result.own, result.england, *result.neighbours)):
        frame.notes([words.trend_sentence(result)])  # an empty chart and a table without a row would tell no more
        return
    show.view(
        name,
        name=f"{visit.area.code}-{entry.id}-trend",
        figure=chart.figure(result, show.is_dark(), visit.zero, group=chosen_, intervals=held, marked=flags, plot=plot),
        sentence=words.trend_sentence(result),
        html=show.tables(tables.trend(result), trend_tables.of_intervals(result, held), trend_tables.of_group(result, chosen_)),
        folded=show.tables(tables.trend_of_neighbours(result)),
        csv=lambda: trend_tables.download(result, chosen_, visit.ask.manifest),
        source=cited.trend(result, visit.ask.manifest),
        indicators=[entry],
        breakdown=label,
        on_point=closer.on_point("trend", result.own) if first else None,
        below=lambda: _below(visit, result, flags, closer_too=first),
        method=(direction.TEST,),
    )


def _below(visit: Visit, result: Trend, flags: Sequence[Marked], *, closer_too: bool) -> None:
    lines = "".join(f"<p class='cpd-note'><b>{one.number}</b>&ensp;{escape(said.marked(one))}</p>" for one in flags)
    if lines:
        st.html(f"<div>{lines}</div>")
    if closer_too:
        closer.view(visit, result.own)


def _indexed(visit: Visit, place: Opened, result: Trend, instead: str) -> None:
    found = indexed(result)
    _head(visit, place, result, said_of_index.finding(found), said_of_index.QUESTION, instead)
    show.view(
        "indexed",
        name=f"{visit.area.code}-{visit.indicator.id}-index",
        figure=index_chart.figure(found, dark=show.is_dark()),
        sentence=said_of_index.sentence(found),
        html=show.tables(indexed_tables.indexed(found)),
        csv=lambda: indexed_tables.download(found, visit.ask.manifest),
        source=cited.trend(result, visit.ask.manifest),
        indicators=[visit.indicator],
        breakdown=visit.breakdown,
        method=(said_of_index.METHOD,),
    )


def _neighbours(visit: Visit, place: Opened, result: Trend, instead: str) -> None:
    finding = said.neighbours_finding(result, direction.of_neighbours(result))
    _head(visit, place, result, finding, visit.indicator.plain, instead)
    show.view(
        "panels",
        name=f"{visit.area.code}-{visit.indicator.id}-each-neighbour",
        figure=panels.figure(result, dark=show.is_dark()),
        sentence=said.neighbours_sentence(result),
        html=show.tables(tables.trend_of_neighbours(result), tables.trend(result)),
        csv=lambda: trend_tables.download(result, (), visit.ask.manifest),
        source=cited.trend(result, visit.ask.manifest),
        indicators=[visit.indicator],
        breakdown=visit.breakdown,
        method=(direction.TEST,),
    )


def _ahead(visit: Visit, place: Opened, result: Trend, instead: str) -> None:
    found = outlook(visit.ask, result)
    _head(visit, place, result, said_ahead.finding(found), said_ahead.QUESTION, instead)
    show.view(
        "ahead",
        name=f"{visit.area.code}-{visit.indicator.id}-if-nothing-changes",
        figure=fan.figure(found, dark=show.is_dark()),
        sentence=said_ahead.sentence(found),
        html=show.tables(outlook_tables.outlook(found), tables.trend(result)),
        csv=lambda: outlook_tables.download(found, visit.ask.manifest),
        source=cited.trend(result, visit.ask.manifest),
        indicators=[visit.indicator],
        breakdown=visit.breakdown,
        method=tuple(filter(None, (said_ahead.METHOD, said_ahead.no_second_view(found)))),
    )


def _head(visit: Visit, place: Opened, result: Trend, finding: str, about: str, instead: str) -> None:
    frame.heading(visit, PAGE, finding, context=context.of_trend(result), about=about)
    trend_pickers.row(visit, place)
    frame.told([instead] if instead else [])
    frame.notes(result.notes)
