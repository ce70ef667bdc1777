"""Show one view: the chart, what it says in a sentence, the same figures as a table and as CSV, their source, their method."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from metrics import describe
from metrics.catalogue import Indicator
from metrics.tables import Table
from pages.charts import look
from pages.parts.table import table_html

Figure = dict[str, Any]


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
    csv: Callable[[], str],
    source: str,
    indicators: Sequence[Indicator],
    breakdown: str | None = None,
) -> None:
    """One view, in the order in which it is read. `html` are its tables (see `parts.table`), `folded` those that a reader
    opens. `name` names what is saved; `key` stays the same whatever is shown, so that a chart changes instead of starting
    anew."""
    if figure and figure["data"]:
        st.plotly_chart(figure, theme=None, alt=sentence, config=look.config(name), key=f"chart-{key}")
    st.html(f'<p class="cpd-sentence">{escape(sentence)}</p>')
    for table in html:
        st.html(table)
    if folded:
        with st.expander("The same for each neighbour"):
            for table in folded:
                st.html(table)
    download(key, "Download these figures (CSV)", csv, name)
    with st.expander("How these figures are worked out, and questions to ask"):
        st.html(f'<div class="cpd-text">{"".join(_worked_out(i, breakdown) for i in indicators)}</div>')
    if source:
        st.html(f'<p class="cpd-source">{escape(source)}</p>')


def download(key: str, label: str, csv: Callable[[], str], name: str) -> None:
    """A button that saves a CSV, which is written only when somebody wants it."""
    st.download_button(label, csv, f"{name}.csv", "text/csv", on_click="ignore", key=f"csv-{key}")


def tables(*shown: Table | None) -> list[str]:
    """The HTML of those tables that there are."""
    return [table_html(one) for one in shown if one]


def _worked_out(indicator: Indicator, breakdown: str | None) -> str:
    said = [indicator.plain, f"How it is worked out: {describe.worked_out(indicator, breakdown)}"]
    said += [f"What it cannot tell: {indicator.caution}"] if indicator.caution else []
    questions = "".join(f"<li>{escape(q)}</li>" for q in indicator.questions)
    return (
        f"<h2>{escape(indicator.title)}</h2>{''.join(f'<p>{escape(line)}</p>' for line in said)}"
        f"<p>Questions to ask:</p><ul>{questions}</ul>"
    )
