"""From a choice to the repainted chart in a browser, the bytes that it took, and those of a first visit."""

import statistics
import time
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, sync_playwright

from pages.shots import chromium, still
from tests.benchmarks.timing import Measured
from tests.browser.dashboard import PAGES
from tests.browser.serving import serve

AIM = 600.0
TIMES = 6
SCREEN = {"width": 1366, "height": 768}
OTHERS = ("E06000017", "E10000016")  # one small, one large
NAMES = {"E06000017": "Rutland", "E10000016": "Kent"}

# The moment at which the heading names the other authority and no chart was touched for one frame: noted in the page itself,
# so that the time which the driver takes to look is not measured.
WATCH = """(name) => {
  const begun = performance.now();
  window.repainted = new Promise((done) => {
    let last = 0;
    const changed = () => {
      const there = document.querySelector('.cpd-context')?.textContent.startsWith(name);
      const app = document.querySelector('[data-testid=stApp]');
      last = performance.now();
      if (there && app.dataset.testScriptState === 'notRunning' && !document.querySelector('[data-stale=true]')) {
        const then = last;
        requestAnimationFrame(() => setTimeout(() => { if (last === then) { watcher.disconnect(); done(then - begun); } }, 120));
      }
    };
    const watcher = new MutationObserver(changed);
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}"""


def measure() -> tuple[list[Measured], str]:
    """A line a page, and a sentence on bytes; or a sentence that says why not."""
    path = chromium.find()
    if path is None:
        return [], "Clicks were not measured: no Chromium. `python -m tests.browser.chromium` tries to install one."
    with serve() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.QUIET_AND_OFFLINE)
        cold = _cold(browser, server)
        page = browser.new_page(viewport=SCREEN)
        received = _counted(page)
        measured = [_page(page, server, name, received) for name in PAGES]
        browser.close()
    lines = [Measured(f"click to repainted: {name}", *times, AIM) for name, times, _ in measured]
    sizes = sorted(size for _, _, size in measured)
    return lines, (
        f"Another authority takes {sizes[0] / 1024:,.0f} to {sizes[-1] / 1024:,.0f} KiB by the page, "
        f"{statistics.median(sizes) / 1024:,.0f} at the median; a first visit {cold / 1024 / 1024:,.1f} MiB, once."
    )


def _page(page: Page, server: str, name: str, received: list[int]) -> tuple[str, tuple[float, float], float]:
    """Median and slowest milliseconds, and the median of the bytes that came over the connection."""
    page.goto(f"{server}/{PAGES[name]}")
    still.wait(page)
    taken, sizes = [], []
    for code in list(_codes()):
        before = sum(received)
        taken.append(_pick(page, NAMES[code]))
        sizes.append(sum(received) - before)
    return name, (statistics.median(taken[2:]), max(taken[2:])), statistics.median(sizes[2:])


def _codes() -> Iterator[str]:
    for turn in range(TIMES + 2):  # the first of each are not counted
        yield OTHERS[turn % 2]


def _pick(page: Page, name: str) -> float:
    """Type the name of an authority, and the milliseconds from the Enter key until the page stands still."""
    box = page.get_by_role("combobox", name="Authority")
    box.click()
    box.fill(name)
    page.get_by_role("option", name=name, exact=True).wait_for()
    page.evaluate(WATCH, name)
    page.keyboard.press("Enter")
    taken: float = page.evaluate("() => window.repainted")
    still.wait(page)
    return taken


def _counted(page: Page) -> list[int]:
    """A list that grows by the size of every message that the server sends to this tab."""
    sizes: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: sizes.append(len(frame))))
    return sizes


def _cold(browser: Any, server: str) -> float:
    """The bytes of a first visit to the opening page and on to a chart, with an empty cache."""
    context = browser.new_context(viewport=SCREEN)
    page = context.new_page()
    received, loaded = _counted(page), []
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(f"{server}/{PAGES['Trends']}")
    still.wait(page)
    time.sleep(1)  # what still comes after the page stands
    context.close()
    return float(sum(received) + sum(loaded))
