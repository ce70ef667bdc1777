"""The dashboard in a browser tab: open it by a link, wait until it stands still, read what it shows."""

from contextlib import suppress
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Locator, Page, expect

from pages.shots import still
from pages.shots.listing import listed

PAGES = {page.title: page.address for page in listed()}
PHONE = {"width": 390, "height": 844}
# Every fold is open and filled, and nothing fades in or slides any more: what does has too little contrast, and moves.
UNFOLDED = """() => [...document.querySelectorAll('.stMain .stExpander details')].every((fold) =>
    !fold.checkVisibility() || fold.open && fold.querySelector(':scope > :not(summary)')?.innerText.trim()) &&
  document.getAnimations().every((one) =>
    one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity)"""

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


def follow(page: Page, server: str, name: str = "Our children at a glance", **words: str) -> None:
    """Open a page by a link with these words, and wait until all of it is there."""
    page.goto(f"{server}/{PAGES[name]}?{urlencode(words)}")
    settle(page)


def settle(page: Page, *, chart: bool = False) -> None:
    """Wait until the foot of the page and its charts are there and no run is under way; with `chart`, for a chart at least."""
    expect(page.locator(".cpd-foot").or_(page.locator(still.FAILURE)).first).to_be_visible()
    if chart:
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    still.wait(page)
    assert page.locator(still.FAILURE).count() == 0, page.locator(still.FAILURE).first.inner_text()


def unfold(page: Page) -> None:
    """Open every fold in sight, and those within them, and wait until all are filled and stand still."""
    folds = page.locator(".stMain .stExpander details")
    number = 0
    while number < folds.count():  # a fold that is opened may bring more
        fold = folds.nth(number)
        if fold.locator("> summary").is_visible():
            open_fold(page, fold)
        number += 1
    page.wait_for_function(UNFOLDED)
    settle(page)


def open_fold(page: Page, fold: Locator) -> None:
    """Click until the fold is open: one that is drawn anew by a run at that very moment hears nothing."""
    head = fold.locator("> summary")
    for _ in range(5):
        page.wait_for_function(still.DONE)
        if fold.get_attribute("open") is None:
            head.click()
        with suppress(AssertionError):
            expect(fold).to_have_attribute("open", "", timeout=5_000)
            return
    raise AssertionError(f"The fold does not open: {head.inner_text()}")


def point_at(page: Page, point: Locator) -> None:
    """Put the pointer on a point of a chart until the chart answers: one that is being drawn hears nothing."""
    answer = page.locator(".hoverlayer .hovertext")
    for attempt in range(20):
        point.scroll_into_view_if_needed()
        box = point.bounding_box()
        if box:
            page.mouse.move(box["x"] + box["width"] / 2 + attempt % 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(200)
        if answer.count():
            return
    raise AssertionError("The chart does not answer the pointer.")


def choose(page: Page, label: str, words: str) -> None:
    """Pick the entry with exactly these words from the list with this label."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.click()
    box.fill(words)
    page.get_by_role("option", name=words, exact=True).first.click()


def heading(page: Page) -> str:
    """The one first-level heading of the page."""
    return page.get_by_role("heading", level=1).inner_text()


def alternative(page: Page) -> str:
    """The text alternative of the first chart."""
    return page.get_by_role("figure").first.get_attribute("aria-label") or ""


def address(page: Page) -> dict[str, str]:
    """The words of the address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
