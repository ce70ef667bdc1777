"""Take in many files on two cores: half of the sources in a process of its own, which ends when its files are done.

The second process starts afresh, so it does not hold the store's lock, and it works through a list and ends: if the publisher is
killed, its next message finds nobody and it ends too.
"""

import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from queue import SimpleQueue

from data.areas import load as load_areas
from data.errors import StoreError
from data.gather import Incoming
from data.intake import Taken, take_in
from data.store import Snapshot
from data.vintage import Earlier

WORTH_IT = 20_000_000  # bytes to read, below which a second process costs more than it saves


def each_taken_in(incoming: Sequence[Incoming], current: Snapshot | None = None, accepting: bool = False) -> Iterator[Taken]:
    """Every file taken in beside the release before it, as it is done: the files of one source in the order given. `accepting`
    takes in what a named person may accept.

    Raises StoreError where the second process ends before its files are done (no memory, or somebody stopped it).
    """
    mine, other = _halves(incoming)
    if not other:
        yield from _take_in(mine, current, accepting)
        return
    context = multiprocessing.get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    helper = context.Process(target=_send, args=(sending, other, current, accepting), daemon=True)
    helper.start()
    sending.close()
    done: SimpleQueue[Taken | Exception | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(receiving, done), daemon=True).start()
    left = len(other)
    try:
        for taken in _take_in(mine, current, accepting):
            yield taken
            while left and not done.empty():
                yield _next(done)
                left -= 1
        for _ in range(left):
            yield _next(done)
    finally:
        helper.terminate()
        helper.join()


def _take_in(incoming: Sequence[Incoming], current: Snapshot | None, accepting: bool) -> Iterator[Taken]:
    areas, earlier = load_areas(), Earlier(current)
    for one in incoming:
        yield take_in(one, areas, earlier, accepting)


def _send(sending: Connection, incoming: Sequence[Incoming], current: Snapshot | None, accepting: bool) -> None:
    """The second process: send each file as it is done, or the error that ends it."""
    try:
        for taken in _take_in(incoming, current, accepting):
            sending.send(taken)
    except BrokenPipeError:
        return
    except Exception as error:
        sending.send(error)


def _receive(receiving: Connection, done: "SimpleQueue[Taken | Exception | None]") -> None:
    """Pass on what the second process sends, so that it never waits; None when it has ended."""
    try:
        while True:
            done.put(receiving.recv())
    except (EOFError, OSError):
        done.put(None)


def _next(done: "SimpleQueue[Taken | Exception | None]") -> Taken:
    taken = done.get()
    if taken is None:
        raise StoreError("The process that read half of the files was stopped. Nothing was stored; publish again.")
    if isinstance(taken, Exception):
        raise taken
    return taken


def _halves(incoming: Sequence[Incoming]) -> tuple[list[Incoming], list[Incoming]]:
    """The files in two lists of about as many bytes, each source whole in one of them; the second empty for a small batch."""
    sizes: dict[str, int] = {}
    for one in incoming:
        sizes[one.source.id] = sizes.get(one.source.id, 0) + one.path.stat().st_size
    if len(sizes) < 2 or sum(sizes.values()) < WORTH_IT:
        return list(incoming), []
    first: set[str] = set()
    weights = [0, 0]
    for source in sorted(sizes, key=lambda s: sizes[s], reverse=True):
        lighter = weights.index(min(weights))
        weights[lighter] += sizes[source]
        if lighter == 0:
            first.add(source)
    return [i for i in incoming if i.source.id in first], [i for i in incoming if i.source.id not in first]
