"""From an idle computer to the first chart in a browser, and the memory that the server holds then."""

import os
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.timing import Measured
from tests.browser import chromium
from tests.browser.dashboard import PAGES
from tests.browser.serving import serve

CHART = ".js-plotly-plot .main-svg"
TIMES = 3
SECONDS = 60_000


def measure() -> tuple[list[Measured], str]:
    """Lines for the server and the first chart, and a sentence on memory; or a sentence that says why not."""
    path = chromium.find()
    if path is None:
        return [], "Start and memory were not measured: no Chromium. `python -m tests.browser.chromium` tries to install one."
    runs = [_cold_start(path) for _ in range(TIMES)]
    healthy, chart, memory = (sorted(run[i] for run in runs) for i in range(3))
    middle = TIMES // 2
    lines = [
        Measured("cold start: server answers", healthy[middle], healthy[-1]),
        Measured("cold start: first chart in the browser", chart[middle], chart[-1]),
    ]
    return lines, f"Memory of the server after its first page: {memory[middle]:,.0f} MiB resident."


def _cold_start(path: str) -> tuple[float, float, float]:
    """Milliseconds until the server answers and until the first chart is there, and MiB resident. The browser runs already."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        begun = time.perf_counter()
        with serve() as address:
            healthy = time.perf_counter()
            page.goto(f"{address}/{PAGES['Trends']}")
            page.locator(CHART).first.wait_for(timeout=SECONDS)
            drawn = time.perf_counter()
            resident = _resident(_server())
        browser.close()
    return (healthy - begun) * 1000, (drawn - begun) * 1000, resident


def _server() -> int:
    """The process id of the server that this process has started."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status, command = (folder / "status").read_text(), (folder / "cmdline").read_bytes()
        except OSError:  # a process that has just ended
            continue
        if f"\nPPid:\t{os.getpid()}\n" in status and b"streamlit" in command:
            return int(folder.name)
    raise RuntimeError("The server that was started is not among this computer's processes.")


def _resident(pid: int) -> float:
    """MiB of memory that a process holds."""
    lines = (Path("/proc") / str(pid) / "status").read_text().splitlines()
    kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    return kibibytes / 1024
