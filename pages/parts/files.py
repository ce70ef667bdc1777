"""What can be taken home from a view: its figures, a workbook with a cover, the chart, what stands behind it, how to cite it.

A file is written only when somebody wants it.
"""

from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from metrics import about as standing
from metrics import neutral, workbook
from metrics.about import About
from metrics.catalogue import Indicator
from metrics.results import Kind
from pages.parts import held

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PICTURES = {"png": "Chart (PNG)", "svg": "Chart (SVG)"}

Later = Callable[[], str | bytes]


def row(
    key: str,
    name: str,
    csv: Callable[[], str],
    about: About,
    *,
    chart: bool,
) -> None:
    """The row of buttons under a view. `name` names the files; the buttons of a chart only where there is one."""
    with st.container(horizontal=True, key=f"files-{key}", gap="small"):
        button(f"csv-{key}", "Download these figures (CSV)", lambda: neutral.csv_text(csv()), f"{name}.csv", "text/csv")
        button(f"xlsx-{key}", "Workbook (XLSX)", lambda: workbook.workbook(about, csv()), f"{name}.xlsx", XLSX)
        if chart:
            st.html("".join(_picture(kind, label) for kind, label in PICTURES.items()), width="content")
        button(f"json-{key}", "About these figures (JSON)", lambda: standing.as_json(about), f"{name}.json", "application/json")


def citation(about: About) -> None:
    """How to cite the view, and a button that copies it with the link."""
    line = escape(about.citation, quote=True)
    st.html(
        f'<p class="cpd-source cpd-cite">Cite as: {line} <button type="button" data-cpd-copy="{line}" '
        'data-cpd-copied="The citation is copied, with the link">Copy the citation</button></p>'
    )


def of(
    sentence: str,
    source: str,
    indicators: Sequence[Indicator],
    breakdown: str | None,
    called: str = "",
    groups: Sequence[str] = (),
) -> About:
    """What stands behind a view of this visit; its arguments are those of `show.view`."""
    _, visit = held.here()
    compared = visit.choice.kind is Kind.NEIGHBOURS
    return About(
        says=sentence,
        area=visit.area,
        indicators=tuple(indicators),
        breakdown=breakdown,
        choice=visit.choice,
        edition=visit.ask.edition(visit.choice) if compared else "",
        manifest=visit.ask.manifest,
        source=source,
        address=f"{st.context.url or ''}?{urlencode(visit.link)}",
        called=called,
        groups=groups,
    )


def button(key: str, label: str, write: Later, name: str, kind: str) -> None:
    """A button that saves a file of that name and kind."""
    st.download_button(label, write, name, kind, on_click="ignore", key=key)


def _picture(kind: str, label: str) -> str:
    return f'<button type="button" class="cpd-file" data-cpd-picture="{kind}">{escape(label)}</button>'
