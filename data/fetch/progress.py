"""How far a download is, said now and then, so that a log stays readable."""

import time
from collections.abc import Callable

EVERY = 2.0


class Progress:
    """Says a line at most every two seconds: `  name.csv: 12.0 of 40.0 MB`."""

    def __init__(self, say: Callable[[str], None], name: str, done: int, total: int, clock: Callable[[], float] = time.monotonic):
        """`done` bytes have come before; `total` is -1 where the service does not say how many will."""
        self._say, self._name, self._done, self._total, self._clock = say, name, done, total, clock
        self._next = clock() + EVERY

    def add(self, count: int) -> None:
        """Some more bytes have come."""
        self._done += count
        if self._clock() >= self._next:
            self._next = self._clock() + EVERY
            of = f" of {self._total / 1e6:,.1f}" if self._total >= 0 else ""
            self._say(f"  {self._name}: {self._done / 1e6:,.1f}{of} MB")
