"""Opened snapshots for the tests of storey 2: tiny drawn worlds, and the bundled snapshot."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.publish import publish as publish_files
from data.store import BUNDLED, Store
from metrics.ask import Ask
from metrics.catalogue import Catalogue
from tests.metrics.worlds import World, entries, publish
from tests.official import official

Opened = Callable[..., Ask]


def _open_in(folder: Path) -> Iterator[Opened]:
    asks: list[Ask] = []

    def open_world(world: World, catalogue: Catalogue | None = None) -> Ask:
        known = catalogue if catalogue is not None else entries("children_looked_after", "children_looked_after_rate")
        asks.append(Ask(publish(world, folder / f"store {len(asks)}"), known))
        return asks[-1]

    yield open_world
    for ask in asks:
        ask.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """`opened(world)` publishes a drawn world and opens it with the indicators of children looked after, number and rate;
    `opened(world, catalogue)` with others."""
    yield from _open_in(tmp_path)


@pytest.fixture(scope="module")
def opened_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """The same for a world that all tests of a file ask and none changes."""
    yield from _open_in(tmp_path_factory.mktemp("drawn"))


@pytest.fixture(scope="session")
def bundled() -> Iterator[Ask]:
    """The bundled snapshot, opened with the shipped catalogue."""
    ask = Ask(Store(BUNDLED).open())
    yield ask
    ask.close()


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """A snapshot of the full published files, published once for all tests that need it."""
    store = Store(tmp_path_factory.mktemp("official") / "store")
    ask = Ask(publish_files([official()], store, by="a test", note="", published=None, say=lambda line: None).snapshot)
    yield ask
    ask.close()
