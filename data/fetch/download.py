"""Download one file: resumed where it broke off, not at all where it has not changed, whole or not at all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import requests

from data.fetch import answers
from data.fetch.errors import FetchError, Passing
from data.fetch.part import Part, Sent
from data.fetch.progress import Progress
from data.fetch.unpack import check_rows, count_rows, settle, unpack
from data.fetch.web import Web


@dataclass(frozen=True)
class Seen:
    """What the service said of the copy that we hold, for asking only for a changed one."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """The conditional headers; none where the service gave nothing to go by."""
        when = {"If-None-Match": self.etag} if self.etag else {}
        return when | ({"If-Modified-Since": self.last_modified} if self.last_modified else {})


UNSEEN = Seen()


@dataclass(frozen=True)
class Arrived:
    """A file that came whole and lies in its place. `bytes` and `rows` are the unpacked file's."""

    sha256: str
    bytes: int
    rows: int
    etag: str
    last_modified: str


def download(
    web: Web, path: str, params: Mapping[str, str], target: Path, rows: int | None = None, seen: Seen = UNSEEN
) -> Arrived | None:
    """Fetch a CSV to `target`; None where the service says that the copy `seen` is still the newest.

    `rows` is how many rows it must have, where that is known. Raises FetchError when it will not come whole; the bytes that
    came are kept for the next run where the service can go on from them.
    """
    job = _Job(web, path, params, target, rows, seen)
    try:
        return web.patiently(job.attempt)
    except FetchError:
        if job.part.resumable(job.url) is None:
            job.part.drop()
        raise
    finally:
        job.draft.unlink(missing_ok=True)


@dataclass
class _Job:
    web: Web
    path: str
    params: Mapping[str, str]
    target: Path
    rows: int | None
    seen: Seen

    def __post_init__(self) -> None:
        self.part = Part(self.target)
        self.draft = self.target.with_name(f".{self.target.name}.unpacked")
        self.url = self.web.base + self.path + "".join(f"?{k}={v}" for k, v in self.params.items())

    def attempt(self) -> Arrived | None:
        """One try, from where the last one ended."""
        here = self.part.resumable(self.url)
        if here is None or self.part.size != here.total:
            here = self._receive(here)
            if here is None:
                return None
        self.part.check_whole(here)
        return self._finish(here)

    def _receive(self, here: Sent | None) -> Sent | None:
        asked = {"Accept": "text/csv", "Accept-Encoding": "gzip"}
        if here:
            asked |= {"Range": f"bytes={self.part.size}-", "If-Range": here.validator}
        else:
            asked |= self.seen.headers()
        with self.web.open(self.path, self.params, asked) as answer:
            if answer.status_code == 304 and not here and self.seen.headers():
                return None
            return self._take(answer, here)

    def _take(self, answer: requests.Response, here: Sent | None) -> Sent:
        if answer.status_code == 206 and here:
            self.part.check_continues(answer, here)
            self.web.say(f"  {self.target.name}: going on after {self.part.size:,} bytes.")
            sent = here
        elif answer.status_code == 200:
            _check_kind(answer, self.url)
            self.target.parent.mkdir(parents=True, exist_ok=True)
            sent = self.part.begin(answer, self.url)
        else:  # an answer to a question that was not asked, or 416: what we hold is not part of the file any more
            self.part.drop()
            raise Passing(f"{self.url} answers {answer.status_code}, which does not fit what we hold.")
        self.part.add(self._counted(self.web.raw(answer), sent))
        return sent

    def _counted(self, chunks: Iterable[bytes], sent: Sent) -> Iterator[bytes]:
        progress = Progress(self.web.say, self.target.name, self.part.size, sent.total)
        for chunk in chunks:
            progress.add(len(chunk))
            yield chunk

    def _finish(self, sent: Sent) -> Arrived:
        try:
            unpack(self.part.path, self.draft, self.url)
            rows = count_rows(self.draft, self.url)
            if self.rows is not None:
                check_rows(rows, self.rows, self.url)
        except Passing:
            self.part.drop()
            raise
        size = self.draft.stat().st_size
        digest = settle(self.draft, self.target)
        self.part.drop()
        return Arrived(digest, size, rows, sent.etag, sent.last_modified)


def _check_kind(answer: requests.Response, url: str) -> None:
    """Raises Passing for a web page in place of the file, FetchError for a packing that we did not ask for."""
    if answers.is_page(answer):
        raise Passing(f"{url} answers with a web page, perhaps a sign-in page of this network, not with a CSV.")
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip"):
        raise FetchError(f"{url} comes packed as {packing}, which was not asked for and cannot be unpacked here.")
