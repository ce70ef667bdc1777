"""How long a page takes after the visitor has picked another authority: the script's run, one user, no browser."""

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.benchmarks.timing import Measured, beside, timed
from tests.pages.visiting import PAGES, SECONDS, Visit

AIM = 80.0
TIMES = 20
# Two large, two small, one in the middle.
AUTHORITIES = ("E06000019", "E10000016", "E06000017", "E08000025", "E06000016")
COMPARED = "Trends"
THREE = {"indicators": "children_started,health_assessment"}  # the most that one page draws over the years
PANDAS_PAGE = Path(__file__).parent / "pandas_page.py"


def measure() -> Iterator[Measured]:
    """One line a page, and the page of Trends once more beside pandas alone and with three indicators."""
    for page in PAGES:
        title = page.partition("_")[2].replace("_", " ") or page
        ours = timed(f"page: {title}", _picking(Visit().open(page).app), times=TIMES, aim=AIM)
        if title != COMPARED:
            yield ours
            continue
        yield beside(ours, _with_pandas())
        yield timed(f"page: {title}, three indicators", _picking(Visit().open(page, **THREE).app), times=TIMES, aim=AIM)
    st.cache_resource.clear()


def _with_pandas() -> Measured:
    return timed("pandas", _picking(AppTest.from_file(str(PANDAS_PAGE), default_timeout=SECONDS).run()), times=TIMES)


def _picking(app: AppTest) -> Callable[[], object]:
    """Pick the next of the authorities and run the page. Raises RuntimeError where the page fails: a fast error is no speed."""
    codes = cycle(AUTHORITIES)

    def pick() -> None:
        box = next(box for box in app.selectbox if box.label == "Authority")
        box.set_value(next(codes)).run()
        if app.exception:
            raise RuntimeError(f"The page failed while it was measured: {app.exception[0].message}")

    return pick
