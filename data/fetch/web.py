"""One service on the web, asked patiently: timeouts, retries with back-off, and a sentence when it will not be."""

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests

from data.fetch.address import checked
from data.fetch.answers import check_status, is_page
from data.fetch.errors import FetchError, Passing, Unreachable
from data.fetch.trouble import FAULTS, explained

T = TypeVar("T")
Say = Callable[[str], None]
CHUNK = 64 * 1024
LARGEST_JSON = 32 * 1024 * 1024


@dataclass(frozen=True)
class Patience:
    """How long we wait, in seconds, and how often we try."""

    connect: float = 10
    silence: float = 60
    whole: float = 1800
    tries: int = 5
    tries_unreachable: int = 3
    longest_wait: float = 120


PATIENT = Patience()


class Web:
    """Asks one base address. `wait` sleeps for some seconds and `shake` draws from 0 to 1; tests put their own in."""

    def __init__(
        self,
        base_url: str,
        say: Say,
        patience: Patience = PATIENT,
        wait: Callable[[float], None] = time.sleep,
        shake: Callable[[], float] = random.random,
    ) -> None:
        """Raises FetchError for a base address that is none."""
        self.base = checked(base_url)
        self.host = urlsplit(self.base).netloc
        self.say, self.patience, self._wait, self._shake = say, patience, wait, shake
        self._session = requests.Session()
        self._session.headers["User-Agent"] = f"corporate-parenting-dashboard {requests.utils.default_user_agent()}"

    def __enter__(self) -> "Web":
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def patiently(self, attempt: Callable[[], T]) -> T:
        """Call `attempt` until it stops raising Passing, with growing waits. Raises FetchError when the tries are used up."""
        made = 0
        while True:
            made += 1
            try:
                return attempt()
            except Passing as fault:
                tries = self.patience.tries_unreachable if fault.unreachable else self.patience.tries
                if made >= tries:
                    raise _given_up(fault, made) from fault
                self._pause(fault, made, tries)

    def _pause(self, fault: Passing, made: int, tries: int) -> None:
        longest = self.patience.longest_wait
        if fault.after is not None and fault.after > longest:
            raise FetchError(
                f"{fault.sentence} It asks us to come back in {fault.after / 60:,.0f} minutes. Run the same command then."
            ) from fault
        # Jitter, so that many councils that failed together do not come back together.
        seconds = fault.after if fault.after is not None else min(longest, 2 ** (made - 1)) * (0.5 + self._shake() / 2)
        self.say(f"{fault.sentence} Trying again in {seconds:.0f} s ({made + 1} of {tries}).")
        self._wait(seconds)

    @contextmanager
    def open(self, path: str, params: Mapping[str, str], headers: Mapping[str, str]) -> Iterator[requests.Response]:
        """One request, its body not read yet. Answers 200, 206, 304 and 416 come through; the others are raised."""
        what = self.base + path
        try:
            answer = self._session.get(
                what,
                params=dict(params),
                headers=dict(headers),
                stream=True,
                timeout=(self.patience.connect, self.patience.silence),
            )
        except FAULTS as error:
            raise explained(error, self.host, what) from error
        with answer:
            check_status(answer, what)
            yield answer

    def raw(self, answer: requests.Response) -> Iterator[bytes]:
        """The bytes of a body as they travel, not unpacked, as soon as they come. Raises Passing where they stop coming."""
        return self._timed(answer, lambda: answer.raw.read1(CHUNK, decode_content=False))

    def _timed(self, answer: requests.Response, read: Callable[[], bytes]) -> Iterator[bytes]:
        what, latest = answer.url.split("?")[0], time.monotonic() + self.patience.whole
        while True:
            try:
                chunk = read()
            except FAULTS as error:
                raise explained(error, self.host, what) from error
            if not chunk:
                return
            yield chunk
            if time.monotonic() > latest:
                raise Passing(f"{what} is too slow: it was not done within {self.patience.whole:.0f} s.")

    def get_json(self, path: str, params: Mapping[str, str] | None = None) -> Any:
        """The JSON that the service answers with. Raises FetchError where it is none, or does not come."""
        return self.patiently(lambda: self._json_once(path, params or {}))

    def _json_once(self, path: str, params: Mapping[str, str]) -> Any:
        body = bytearray()
        with self.open(path, params, {"Accept": "application/json"}) as answer:
            pieces = answer.iter_content(CHUNK)
            for chunk in self._timed(answer, lambda: next(pieces, b"")):
                body += chunk
                if len(body) > LARGEST_JSON:
                    raise FetchError(f"{self.base}{path} answers without end. Check --url and CPD_EES_URL.")
        try:
            return json.loads(body)
        except ValueError as error:  # not JSON, or not even UTF-8
            kind = "a web page, perhaps a sign-in page of this network," if is_page(answer) else "something"
            raise Passing(f"{self.base}{path} answers with {kind} that is not JSON.") from error


def _given_up(fault: Passing, tries: int) -> FetchError:
    if fault.unreachable:
        return Unreachable(f"{fault.sentence} Tried {tries} times; nothing more was fetched.")
    return FetchError(f"{fault.sentence} Tried {tries} times. Run the same command again later.")
