"""The dashboard in a browser tab: open it by a link, wait until it stands still, read what it shows."""

from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page, expect

PAGES = {
    "Our children at a glance": "",
    "Trends": "trends",
    "Statistical neighbours": "statistical-neighbours",
    "Principles": "principles",
    "Data and methods": "data-and-methods",
}
WITH_CHART = [name for name in PAGES if name != "Data and methods"]
PHONE = {"width": 390, "height": 844}

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


def follow(page: Page, server: str, name: str = "Our children at a glance", **words: str) -> None:
    """Open a page by a link with these words, and wait until all of it is there."""
    page.goto(f"{server}/{PAGES[name]}?{urlencode(words)}")
    settle(page, chart=name in WITH_CHART)


def settle(page: Page, *, chart: bool = True) -> None:
    """Wait until the foot of the page and its chart are there and no run is under way."""
    expect(page.locator(".cpd-foot")).to_be_visible()
    if chart:
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()


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
