"""What many tests of this storey begin with: two releases, and a store that holds both."""

from pathlib import Path

import pytest

from tests.data.drawn import OLD, RATE, table_csv, write_release, write_two_releases
from tests.data.running import published


@pytest.fixture(autouse=True)
def _without_verdicts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Verdicts are judged in a process of their own, which takes seconds after each publication: test_afterwards.py asks."""
    monkeypatch.setenv("CPD_VERDICTS", "false")


@pytest.fixture
def releases(tmp_path: Path) -> tuple[Path, Path]:
    """The folders of a release of 2024 and one of 2025."""
    return write_two_releases(tmp_path / "in")


@pytest.fixture
def store(tmp_path: Path, releases: tuple[Path, Path]) -> Path:
    """A store with two snapshots: the release of 2024, and then the one of 2025 on top."""
    for release in releases:
        published(tmp_path / "store", release)
    return tmp_path / "store"


@pytest.fixture
def old_store(tmp_path: Path) -> Path:
    """A store with one snapshot, the release of 2024."""
    folder = write_release(tmp_path / "before", "cla-2024", {RATE: table_csv(OLD)}, "2024-11-14")
    published(tmp_path / "store", folder)
    return tmp_path / "store"
