"""Show one view: the chart, what it says in a sentence, the same figures as a table and as files, their source, their method."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from metrics import describe, neutral
from metrics.catalogue import Indicator
from metrics.tables import Table
from pages.charts import look
from pages.charts.drawn import Drawn
from pages.charts.enlarge import enlarged
from pages.parts import behaviour, files, held, meeting
from pages.parts.table import table_html

Figure = dict[str, Any]
LARGE = 1.5  # how much larger everything is in a meeting; meeting.css says the same
OF_EACH = "The same for each neighbour"
WORKED_OUT = "How these figures are worked out, and questions to ask"


def is_dark() -> bool:
    """Whether the visitor reads on a dark ground."""
    return st.context.theme.type == "dark"


def view(
    key: str,
    *,
    name: str,
    figure: Figure | None,
    sentence: str,
    html: Sequence[str],
    folded: Sequence[str] = (),
    folded_label: str = OF_EACH,
    csv: Callable[[], str],
    source: str,
    indicators: Sequence[Indicator],
    breakdown: str | None = None,
    on_point: Callable[[], None] | None = None,
    below: Callable[[], None] | None = None,
    method: Sequence[str] = (),
    called: str = "",
    groups: Sequence[str] = (),
) -> None:
    """One view, in the order in which it is read. `html` are its tables (see `parts.table`), `folded` those that a reader
    opens. `name` names what is saved; `key` stays the same whatever is shown, so that a chart changes instead of starting
    anew. `on_point` is called after a point of the chart was chosen (see `chosen_point`), `below` shows what belongs right
    under the sentence (see `parts.closer`). `method` are paragraphs on how this view is worked out, beyond its indicators.
    `called` is what it is cited as, where that is not the one indicator and breakdown; `groups` are the breakdowns that it shows
    side by side. In a meeting, all but the chart and its sentence is folded; where there is no chart, the tables stay."""
    about = files.of(sentence, source, indicators, breakdown, called, groups)
    drawn = figure is not None and bool(figure["data"])
    with st.container(key=f"view-{key}"):
        if figure and drawn:
            _chart(key, figure, sentence, name, on_point)
        st.html(f'<p class="cpd-sentence">{escape(sentence)}</p>')
        if not drawn:
            _all(html)
        with meeting.notes(held.visit()):
            if below:
                below()
            if drawn:
                _all(html)
            if folded:
                with st.expander(folded_label):
                    _all(folded)
            files.row(key, name, csv, about, chart=drawn)
            with st.expander(WORKED_OUT):
                said = "".join(f"<p>{escape(line)}</p>" for line in method)
                st.html(f'<div class="cpd-text">{said}{"".join(_worked_out(i, breakdown, groups) for i in indicators)}</div>')
            if source:
                st.html(f'<p class="cpd-source">{escape(source)}</p>')
            files.citation(about)


def chosen_point(key: str) -> float | str | None:
    """Where on the horizontal axis the point stands that was last chosen in the chart of a view; None for none."""
    points = (st.session_state.get(f"chart-{key}") or {}).get("selection", {}).get("points", [])
    return points[0].get("x") if points else None


def download(key: str, label: str, csv: Callable[[], str], name: str) -> None:
    """A button that saves a CSV, which is written only when somebody wants it."""
    files.button(f"csv-{key}", label, lambda: neutral.csv_text(csv()), f"{name}.csv", "text/csv")


def tables(*shown: Table | None) -> list[str]:
    """The HTML of those tables that there are."""
    return [table_html(one) for one in shown if one]


def _chart(key: str, figure: Figure, sentence: str, name: str, on_point: Callable[[], None] | None) -> None:
    visit = held.visit()
    if visit and visit.meeting and not behaviour.is_small():
        figure = enlarged(figure, LARGE)
    settings: dict[str, Any] = {"theme": None, "alt": sentence, "config": look.config(name), "key": f"chart-{key}"}
    if on_point is None:
        st.plotly_chart(Drawn(figure), **settings)
        return
    for trace in figure["data"]:  # or plotly makes all points pale but the one that was chosen
        trace.setdefault("unselected", {"marker": {"opacity": 1}})
    st.plotly_chart(Drawn(figure), on_select=on_point, selection_mode="points", **settings)


def _all(html: Sequence[str]) -> None:
    for table in html:
        st.html(table)


def _worked_out(indicator: Indicator, breakdown: str | None, groups: Sequence[str]) -> str:
    said = [indicator.plain, f"How it is worked out: {describe.worked_out_for(indicator, breakdown, groups)}"]
    said += [f"What it cannot tell: {indicator.caution}"] if indicator.caution else []
    questions = "".join(f"<li>{escape(q)}</li>" for q in indicator.questions)
    return (
        f"<h2>{escape(indicator.title)}</h2>{''.join(f'<p>{escape(line)}</p>' for line in said)}"
        f"<p>Questions to ask:</p><ul>{questions}</ul>"
    )
