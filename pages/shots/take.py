"""Take the pictures of a plan: one dashboard, one Chromium, a tab for each size and theme."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from data.errors import UserError
from pages.shots import chromium, still
from pages.shots.plan import LARGEST, Shot
from pages.shots.serving import serve

WHOLE = "_whole"
NO_PLAYWRIGHT = "Screenshots need the Python package playwright: pip install -r requirements-dev.txt. The dashboard does not."
NO_CHROMIUM = (
    "Screenshots need Chromium or Google Chrome, and none was found. On Debian or Ubuntu: sudo apt-get install chromium; "
    "elsewhere: python -m playwright install chromium. One that lies somewhere else: CHROMIUM=/path/to/it before the command."
)
# How much of the page lies below the screen: Streamlit scrolls a box inside the window, so Chromium does not know it.
BELOW = "() => { const main = document.querySelector('.stMain'); return main ? main.scrollHeight - main.clientHeight : 0; }"


def take(shots: Sequence[Shot], out: Path, *, say: Callable[[str], None], store: Path | None = None, whole: bool = True) -> None:
    """Save `<name>.png`, the first screen, for each shot into the folder `out`; with `whole` also `<name>_whole.png`, the
    whole length of the page. Says a line for each. Raises UserError without a browser, or naming the shots that failed
    and those of a page that did, after all others were taken."""
    path, start = _browser()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{out} cannot be made into a folder for pictures ({error.strerror}). Name another one.") from error
    say(f"{len(shots)} pictures into {out}:")
    failed: list[str] = []
    with serve(store=store) as server, start() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.QUIET_AND_OFFLINE)
        done = 0
        for (size, theme), some in groupby(shots, key=lambda shot: (shot.size, shot.theme)):
            screen = {"width": size.width, "height": size.height}
            context = browser.new_context(viewport=screen, color_scheme=theme, locale="en-GB")
            tab = context.new_page()
            for shot in some:
                trouble = _take(tab, server, shot, out, whole)
                done += 1
                say(f"{done:>4} of {len(shots)}  {shot.said}{f': {trouble}' if trouble else ''}")
                failed += [shot.said] if trouble else []
            context.close()
        browser.close()
    if failed:
        missing = f"{len(failed)} of {len(shots)} pictures could not be taken: {'; '.join(failed)}."
        raise UserError(f"{missing} The lines above say why.")


def _browser() -> tuple[str, Callable[[], Any]]:
    """The path of a Chromium and what starts Playwright. Raises UserError that says where to get what is missing."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise UserError(NO_PLAYWRIGHT) from None
    path = chromium.find()
    if path is None:
        raise UserError(NO_CHROMIUM)
    return path, sync_playwright


def _take(tab: Any, server: str, shot: Shot, out: Path, whole: bool) -> str:
    """One picture; '' or what went wrong. The tab is as large afterwards as before."""
    from playwright.sync_api import Error

    try:
        tab.goto(f"{server}/{shot.page.address}?{urlencode({'authority': shot.area.code})}")
        still.wait(tab)
        tab.screenshot(path=out / f"{shot.name}.png")
        if whole:
            _take_whole(tab, shot, out)
        failure = tab.locator(still.FAILURE)
        return f"the page failed: {failure.first.inner_text().splitlines()[0]}" if failure.count() else ""
    except Error as error:
        return str(error).splitlines()[0]


def _take_whole(tab: Any, shot: Shot, out: Path) -> None:
    height = min(shot.size.height + tab.evaluate(BELOW), LARGEST)
    tab.set_viewport_size({"width": shot.size.width, "height": height})
    still.wait(tab)
    tab.screenshot(path=out / f"{shot.name}{WHOLE}.png")
    tab.set_viewport_size({"width": shot.size.width, "height": shot.size.height})
