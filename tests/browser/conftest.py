"""Fixtures of the browser tests: the real dashboard as a process, and a page of a real Chromium.

They live as long as this package: Playwright keeps an event loop running in its thread, which tests elsewhere
must not meet.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from pages.shots.chromium import QUIET_AND_OFFLINE
from tests.browser import chromium
from tests.browser.serving import serve

HERE = Path(__file__).parent
DESKTOP = {"width": 1366, "height": 768}
MILLISECONDS_TO_WAIT = 20_000

_missing_chromium = pytest.StashKey[bool]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder `browser`, before `-m` chooses among them. One that fails is run once more, and the report
    counts it: a browser on a busy machine can miss a click, but a fault of the dashboard fails twice."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say it at the end too, where it cannot be scrolled past."""
    if config.stash.get(_missing_chromium, False):
        terminalreporter.write(chromium.NOT_RUN, red=True, bold=True)


@pytest.fixture(scope="package")
def chromium_path(pytestconfig: pytest.Config) -> str:
    """An installed Chromium. Without one the test is skipped, loudly, and with CI=true it fails."""
    path = chromium.find()
    if path:
        return path
    pytestconfig.stash[_missing_chromium] = True
    reason = "THE BROWSER TESTS DID NOT RUN: no Chromium. `python -m tests.browser.chromium` tries to install one."
    if chromium.is_required():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="package")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=QUIET_AND_OFFLINE)
        yield started
        started.close()


@pytest.fixture
def console_errors() -> list[str]:
    """What `page` complained about so far: errors on its console, and errors nobody caught."""
    return []


@pytest.fixture
def page(browser: Browser, console_errors: list[str]) -> Iterator[Page]:
    """An empty tab with no memory of other tests, 1366 x 768; `page.set_viewport_size` makes it a phone."""

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            console_errors.append(message.text)

    context = browser.new_context(viewport=DESKTOP, locale="en-GB", accept_downloads=True)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    tab = context.new_page()
    tab.on("console", listen)
    tab.on("pageerror", lambda error: console_errors.append(str(error)))
    yield tab
    context.close()


@pytest.fixture
def start_server() -> Iterator[Callable[..., str]]:
    """`start_server(environment={...}, store=folder)`, both optional, starts a dashboard and returns its address."""
    with ExitStack() as servers:
        yield lambda **settings: servers.enter_context(serve(**settings))


@pytest.fixture(scope="package")
def server() -> Iterator[str]:
    """Address of a dashboard on the bundled snapshot, shared by all browser tests."""
    with serve() as address:
        yield address


@pytest.fixture
def fresh_server(start_server: Callable[..., str]) -> str:
    """Address of a dashboard that no visitor has opened yet."""
    return start_server()
