"""Every page test reads the bundled snapshot, whatever this computer's own store holds."""

import pytest

from data.store import BUNDLED, VARIABLE


@pytest.fixture(autouse=True)
def bundled_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the dashboard at the snapshot that travels with the code."""
    monkeypatch.setenv(VARIABLE, str(BUNDLED))
