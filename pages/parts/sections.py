"""A longer page in sections: a short list of links to them, headings that a link can lead to, words and what they mean."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st


def contents(sections: Mapping[str, str]) -> None:
    """Links to the sections of the page, by anchor; with it the rules of type and space that sections need."""
    items = "".join(f'<li><a href="#{escape(anchor)}">{escape(title)}</a></li>' for anchor, title in sections.items())
    st.html(f"<style>{_css()}</style>")
    st.html(f'<nav aria-label="On this page"><ul class="cpd-contents">{items}</ul></nav>')


def section(anchor: str, heading: str) -> None:
    """A heading of the second level that a link can lead to, and the keyboard with it."""
    st.html(f'<h2 class="cpd-section" id="{escape(anchor)}" tabindex="-1">{escape(heading)}</h2>')


def points(pairs: Iterable[tuple[str, str]]) -> None:
    """Words and what they mean. What follows a line break is said more quietly."""
    rows = "".join(f"<div><dt>{escape(word)}</dt><dd>{_loud_and_quiet(text)}</dd></div>" for word, text in pairs)
    st.html(f'<dl class="cpd-points">{rows}</dl>')


def parts(named: Iterable[tuple[str, Iterable[str]]]) -> None:
    """Headings of the third level, each with a list of sentences."""
    said = []
    for heading, sentences in named:
        items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
        said.append(f'<h3 class="cpd-sub">{escape(heading)}</h3><ul>{items}</ul>')
    st.html(f'<div class="cpd-text">{"".join(said)}</div>')


def source(line: str) -> None:
    """The source line under a table; nothing for none."""
    if line:
        st.html(f'<p class="cpd-source">{escape(line)}</p>')


def folded(label: str, key: str, fill: Callable[[], None]) -> None:
    """Something long that a reader opens. It is worked out only then."""
    box = st.expander(label, key=f"fold-{key}", on_change="rerun")
    if box.open:
        with box:
            fill()


def _loud_and_quiet(text: str) -> str:
    loud, _, quiet = text.partition("\n")
    return escape(loud) + (f' <span class="cpd-quiet">{escape(quiet)}</span>' if quiet else "")


@cache
def _css() -> str:
    return Path(__file__).with_name("sections.css").read_text(encoding="utf-8")
