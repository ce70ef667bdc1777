"""Find a Chromium to drive: only screenshots and the tests of the pages need one, the dashboard does not.

Looked for, in this order: the program named by the environment variable CHROMIUM; chromium, chromium-browser,
google-chrome and chrome on the PATH; Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET_AND_OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WHERE_PLAYWRIGHT_DOWNLOADS_TO = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find() -> str | None:
    """Path of the first installed Chromium that answers `--version`, or None.

    Answering matters: some systems have a `chromium` that only says where to get one.
    """
    return next((path for path in _candidates() if _answers(path)), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, NAMES))
    if downloaded := _playwrights_download():
        yield downloaded


def _answers(path: str) -> bool:
    try:
        asked = subprocess.run([path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _playwrights_download() -> str | None:
    # Asked in a process of its own: Playwright cannot be started twice in one thread, and a test may be using it.
    asked = subprocess.run([sys.executable, "-c", WHERE_PLAYWRIGHT_DOWNLOADS_TO], capture_output=True, text=True)
    return asked.stdout.strip() or None
