"""The page of the statistical neighbours: the chart, how sure the comparison is, other yardsticks, both editions, who to ring."""

from html import escape

import streamlit as st

from data.errors import BadInput
from metrics import cited, neighbour_tables, tables, words
from metrics import editions as listing
from metrics.chosen import chosen, in_period
from metrics.comparison import Comparison, compare
from metrics.results import Neighbours
from metrics.ring import ring
from metrics.spans import by_area
from metrics.wording import beside as said
from metrics.wording import closeness
from pages.charts import neighbours as chart
from pages.parts import frame, group, meeting, sections, show
from pages.parts.opened import Opened
from pages.parts.table import table_html
from pages.parts.visit import Visit

ROBUST = "Each yardstick: does the answer depend on what we compare with?"
BOTH = "The neighbours in each edition of the list"


def group_row(visit: Visit, place: Opened) -> None:
    """The row under the usual pickers: councils of the reader's own choice."""
    with meeting.notes(visit, "Councils of your own choice"):
        group.pick(visit, place.authorities)


def notes(result: Neighbours) -> list[str]:
    """What a reader must know first: boundaries, dissolved neighbours, and which of them are not close."""
    return [note for note in (*result.notes, closeness.warning(result)) if note]


def view(visit: Visit, result: Neighbours) -> None:
    """The chart with everything that belongs to it, and under it who to ring."""
    manifest, entry = visit.ask.manifest, result.indicator
    beside = in_period(chosen(visit.ask, entry, result.breakdown, visit.group, visit.choice_for(entry)), result.own)
    facts = [result.own, *(n.fact for n in result.neighbours), *(fact for _, fact in beside)]
    spans = by_area(entry, facts)
    show.view(
        "neighbours",
        name=f"{visit.area.code}-{entry.id}-neighbours",
        figure=chart.figure(result, show.is_dark(), intervals=spans, group=beside),
        sentence=words.neighbours_sentence(result),
        html=show.tables(tables.neighbours(result), neighbour_tables.of_group(result, beside, spans), tables.summaries(result)),
        folded=show.tables(neighbour_tables.of_intervals(result, spans)),
        folded_label="Between what chance alone could put each figure",
        csv=lambda: neighbour_tables.download(result, beside, spans, manifest),
        source=cited.neighbours(result, manifest),
        indicators=[entry],
        breakdown=visit.breakdown,
        below=lambda: _judged(visit, result),
        method=(said.METHOD,),
    )
    with meeting.notes(visit, words.ring.QUESTION):
        _ring(visit, result)


def _judged(visit: Visit, result: Neighbours) -> None:
    """The verdict, place and gap; the robustness line with its list; the lists of both editions."""
    if words.comparable(result.indicator):
        found = compare(visit.ask, result)
        lines = [*said.lines(found), words.robustness.line(found.robust)]
        st.html(f'<div class="cpd-text">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>')
        if result.own.value is not None:
            sections.folded(ROBUST, "robust", lambda: _yardsticks(found))
    both = listing.editions(visit.ask, visit.area, visit.choice.known_on)
    table = listing.table(both)
    if table:
        line = listing.sentence(both)
        frame.notes([line] if line else [])
        sections.folded(BOTH, "editions", lambda: st.html(table_html(table, cards=True)))


def _yardsticks(found: Comparison) -> None:
    items = "".join(f"<li>{escape(line)}</li>" for line in words.robustness.lines(found.robust))
    st.html(f'<div class="cpd-text"><ul>{items}</ul></div>')


def _ring(visit: Visit, result: Neighbours) -> None:
    """Neighbours that do clearly better, or why nobody can be named."""
    try:
        found = ring(visit.ask, result.indicator.id, visit.area.code, visit.choice_for(result.indicator), result.breakdown)
    except BadInput as why_not:
        frame.subheading(words.ring.QUESTION)
        st.html(f'<div class="cpd-text"><p>{escape(str(why_not))}</p></div>')
        return
    frame.subheading(words.ring.heading(found))
    named = [words.ring.candidate(found, one) for one in (*found.to_ring, *found.better)]
    items = f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in named)}</ul>" if named else ""
    st.html(f'<div class="cpd-text">{items}<p>{escape(words.ring.sentence(found))}</p></div>')
