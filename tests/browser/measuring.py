"""Measure how a page stands in its window: what scrolls sideways, is cut off, overlaps, or has no words for a chart."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

SCREEN = {"width": 1366, "height": 768}
# The same screen at 200 per cent. A browser's own zoom of 2 in a window of 1366 x 768 lays the page out for half as many CSS
# pixels each way and draws each of them as 2 x 2: `innerWidth` is 683, rules for narrow windows hold, sizes of type in CSS
# pixels stay. Measured with Chromium's zoom set to 200 per cent, the layout is that of a window 683 wide, to the pixel; the
# device scale factor (1 here, 2 there) makes lines sharper and moves nothing.
ENLARGED = {"width": 683, "height": 384}
PHONE = {"width": 390, "height": 844}
WINDOWS = {"a screen": SCREEN, "200 per cent": ENLARGED, "a phone": PHONE}

# On a deep link, Streamlit looks for its server under the page's address first, and then at the root.
STREAMLIT_LOOKS_FOR_ITS_SERVER = "Failed to load resource: the server responded with a status of 404 (Not Found)"


def faults(page: Page) -> list[str]:
    """A sentence for everything that stands wrongly in the window as it is."""
    found: list[str] = page.evaluate(_measures())
    return found


def without_words(page: Page) -> list[str]:
    """Charts in sight whose text alternative is not a whole sentence that the page says too."""
    said = [" ".join(text.split()) for text in page.locator(".cpd-sentence").all_inner_texts()]
    charts = page.locator(".stPlotlyChart").count()
    named = [figure.get_attribute("aria-label") or "" for figure in page.get_by_role("figure").all()]
    wrong = [name for name in named if not name.endswith(".") or " ".join(name.split()) not in said]
    found = [f'no sentence of the page: "{name}"' for name in wrong]
    return found + ([f"{charts} charts, {len(named)} with a text alternative"] if len(named) < charts else [])


def our_own(errors: list[str]) -> list[str]:
    """The errors of the console that Streamlit does not make by itself."""
    return [error for error in errors if error != STREAMLIT_LOOKS_FOR_ITS_SERVER]


@cache
def _measures() -> str:
    return Path(__file__).with_name("measures.js").read_text(encoding="utf-8")
