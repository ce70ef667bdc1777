"""The real dashboard as a process of its own, on a free port of this computer, for as long as somebody needs it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data.store import VARIABLE as STORE_VARIABLE
from pages.shots.listing import ROOT

SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


@contextmanager
def serve(environment: Mapping[str, str] | None = None, store: Path | None = None) -> Iterator[str]:
    """Start `streamlit run app.py` on a free port of 127.0.0.1, yield its address, stop it afterwards.

    `environment` is added to our own. The dashboard reads the snapshots that it would read anyway, unless `store` names
    another folder of them.
    Raises RuntimeError, with what the server printed, if it ends or is not healthy within a minute.
    """
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    settings = ["--server.address", "127.0.0.1", "--server.headless", "true", "--server.fileWatcherType", "none"]
    chosen = {STORE_VARIABLE: str(store.resolve())} if store else {}
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen(
            command + settings,
            cwd=ROOT,
            env=os.environ | chosen | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            trouble = _wait_until_healthy(address, process)
            if trouble:
                printed.seek(0)
                raise RuntimeError(f"{trouble} It printed:\n{printed.read().decode(errors='replace')}")
            yield address
        finally:
            _stop(process)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes]) -> str | None:
    """None once the server answers, else the sentence that says why it does not."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return f"The dashboard ended with exit code {process.returncode} instead of starting at {address}."
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return None
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    return f"The dashboard at {address} was not healthy after {SECONDS_TO_START} seconds."


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
