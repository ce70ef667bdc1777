"""The dashboard. Its opening page is here: our children at a glance. The other pages are the files of `pages/`, by number.

streamlit run app.py
"""

import threading
from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from data.errors import UserError
from metrics import words
from pages.parts import behaviour, choose, context, frame, glance, held, meeting, opened, possible, runtime, scores, show

HERE = Path(__file__).parent
OPENING = "Our children at a glance"


def opening() -> None:
    """One authority at a glance: numbers to know first, strengths, what is worth a question, the principles, what is new."""
    _, visit = held.here()
    found, dark = glance.found(visit), show.is_dark()
    card = found.headline
    frame.heading(visit, OPENING, words.opening_finding(card), context=context.of_card(card))
    frame.offered(visit, possible.of_measures(visit, glance.headline(visit)))
    frame.notes(card.notes)
    glance.numbers(found)
    glance.points(visit, found, dark=dark)
    glance.principles(visit, found, dark=dark)
    glance.new(visit)
    choose.years_row(visit)
    scores.headline(visit, found)
    frame.footer(visit.ask.manifest)


def listed() -> list[st.Page]:
    """The opening page, then `pages/<n>_<Title>.py` in the order of their numbers; the title makes the address."""
    files = sorted((HERE / "pages").glob("[0-9]*_*.py"), key=lambda path: int(path.stem.partition("_")[0]))
    titles = [path.stem.partition("_")[2].replace("_", " ") for path in files]
    others = [st.Page(path, title=t, url_path=t.lower().replace(" ", "-")) for path, t in zip(files, titles, strict=True)]
    return [st.Page(opening, title=OPENING, default=True), *others]


def run() -> None:
    """One run of the script: find the page, open the snapshot that the link means, show both."""
    st.set_page_config(page_title=frame.TITLE, layout="wide")
    frame.style()
    behaviour.mount()
    frame.brand()
    pages = listed()
    page = st.navigation(pages, position="hidden")
    try:
        place, visit = held.arrive()
        choose.contents(pages, visit)
        choose.sidebar(place, visit)
        meeting.bar(pages, page, visit)
        page.run()
    except UserError as error:
        frame.trouble(page.title, str(error), getattr(error, "heading", frame.TROUBLE))
    runtime.settle()


if __name__ == "__main__":
    run()
else:
    # `streamlit run app.py` imports this file once, before the first visitor. Left to itself, Streamlit takes every file in
    # a folder `pages` for a page of its own until somebody has run `st.navigation`: the first visitor who came by a deep
    # link would be told that there is no such page.
    PagesManager.uses_pages_directory = False
    threading.Thread(target=opened.warm, daemon=True).start()
    app = st.App(__file__)
