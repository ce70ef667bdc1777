"""Every page for authorities of every kind, on a screen, enlarged and on a phone: it fits, is whole, and says what it draws."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from pages.shots.plan import plan
from tests.browser.dashboard import PAGES, follow, settle
from tests.browser.measuring import SCREEN, WINDOWS, faults, our_own, without_words

AUTHORITIES = {shot.area.short_name: shot.area.code for shot in plan()}


@pytest.fixture(scope="module")
def errors() -> list[str]:
    """What the console of the tab complained about since the test began."""
    return []


@pytest.fixture(scope="module")
def kept(browser: Browser, errors: list[str]) -> Iterator[Page]:
    """One tab for all tests of this module: what it has loaded once it keeps, as a visitor's does."""

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    context = browser.new_context(viewport=SCREEN, locale="en-GB")
    tab = context.new_page()
    tab.on("console", listen)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_and_is_whole_in_every_window(server: str, kept: Page, errors: list[str], name: str, authority: str) -> None:
    errors.clear()
    kept.set_viewport_size(SCREEN)
    follow(kept, server, name, authority=AUTHORITIES[authority])
    found = [f"console: {error}" for error in our_own(errors)]
    found += without_words(kept)
    for window, size in WINDOWS.items():
        kept.set_viewport_size(size)
        settle(kept)
        found += [f"{window}: {fault}" for fault in faults(kept)]
    assert found == []
