"""The real dashboard as a process of its own, on the bundled snapshot, for browser tests and measurements."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from data.store import BUNDLED
from pages.shots import serving
from pages.shots.listing import ROOT

__all__ = ["ROOT", "serve"]


@contextmanager
def serve(environment: Mapping[str, str] | None = None, store: Path = BUNDLED) -> Iterator[str]:
    """As `pages.shots.serving.serve`; the bundled snapshot is shown, whatever this computer's own store holds, unless
    `store` names another folder of snapshots."""
    with serving.serve(environment, store) as address:
        yield address
