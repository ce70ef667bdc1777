"""What can go wrong with an answer on its way, one kind a function."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Body:
    """An answer on its way; a fault may change any of it. `sent` bytes go out of `data`, all of them where it is None."""

    status: int
    data: bytes
    headers: dict[str, str]
    sent: int | None = None
    pause: float = 0


Fault = Callable[[Body], None]


def status(code: int, **headers: str) -> Fault:
    """Answer with a status instead; a header's `_` stands for its hyphen."""

    def spoil(body: Body) -> None:
        body.status, body.data = code, b'{"title": "no", "status": %d}' % code
        body.headers = {"Content-Type": "application/json"} | {k.replace("_", "-"): v for k, v in headers.items()}

    return spoil


def broken_off(after: int) -> Fault:
    """Announce the whole length, and hang up after some bytes."""

    def spoil(body: Body) -> None:
        body.sent = after

    return spoil


def announced(more: int) -> Fault:
    """Announce a length that is off by some bytes, and send everything."""

    def spoil(body: Body) -> None:
        body.headers["Content-Length"] = str(len(body.data) + more)

    return spoil


def without_length(keep: int) -> Fault:
    """Announce no length, send some bytes, and hang up as if that were all."""

    def spoil(body: Body) -> None:
        body.data, body.headers["Connection"] = body.data[:keep], "close"
        body.headers["Content-Length"] = ""

    return spoil


def slow(seconds: float) -> Fault:
    """Say nothing for a while, then answer."""

    def spoil(body: Body) -> None:
        body.pause = seconds

    return spoil


def instead(data: bytes, kind: str = "application/json", **headers: str) -> Fault:
    """Answer 200 with something else."""

    def spoil(body: Body) -> None:
        body.status, body.data, body.headers = 200, data, {"Content-Type": kind} | headers

    return spoil


def flipped(at: int) -> Fault:
    """Flip a bit on the way."""

    def spoil(body: Body) -> None:
        data = bytearray(body.data)
        data[at] ^= 1
        body.data = bytes(data)

    return spoil


def ok(_: Body) -> None:
    """Let this answer be, where only a later one shall go wrong."""
