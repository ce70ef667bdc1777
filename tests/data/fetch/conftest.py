"""A well-behaved service on this computer, and a download folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.data.drawn import OLD, TITLE, table_csv
from tests.data.fetch.server import Service, serving

RATES = "CLA numbers and rates per 10,000 children aged under 18 years - by local authority"
SOURCE = "cla_number_and_rate"


@pytest.fixture(autouse=True)
def no_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy and no address of this computer's settings: tests ask only what they serve themselves."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.delenv("CPD_EES_URL", raising=False)


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that offers one of our data sets, in one version of November 2024."""
    offered = Service()
    offered.publish(TITLE, RATES, table_csv(OLD), "1.0", "2024-11-14", "2024")
    with serving(offered):
        yield offered


@pytest.fixture
def into(tmp_path: Path) -> Path:
    """A folder to download to, which is not there yet."""
    return tmp_path / "downloads"
