"""A file on its way: the bytes that came so far, and what proves that the rest belongs to them."""

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import requests

from data.durable import write_text
from data.fetch import answers
from data.fetch.errors import Passing

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)", re.ASCII)


@dataclass(frozen=True)
class Sent:
    """What the service said of a file with its first bytes. `total` is its length as it travels, -1 where not said."""

    url: str
    etag: str
    last_modified: str
    total: int
    md5: str

    @property
    def validator(self) -> str:
        """What a resumed download must still fit; '' where nothing proves it."""
        return answers.validator(self.etag, self.last_modified)


class Part:
    """The hidden `.NAME.part` beside the file that it will become, and a hidden note of what was said of it."""

    def __init__(self, target: Path) -> None:
        self.path = target.with_name(f".{target.name}.part")
        self._note = target.with_name(f".{target.name}.part.json")

    @property
    def size(self) -> int:
        """How many bytes have come."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def resumable(self, url: str) -> Sent | None:
        """What was said of the file, where some bytes of this very address are here and can be proven to belong to the rest."""
        try:
            sent = Sent(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):  # no note, or a damaged one: then the file comes from its first byte
            return None
        return sent if sent.url == url and sent.validator and self.size > 0 else None

    def begin(self, answer: requests.Response, url: str) -> Sent:
        """Forget what was here: a file is coming from its first byte."""
        total = answers.length(answer)
        headers = answer.headers
        sent = Sent(
            url,
            headers.get("ETag", ""),
            headers.get("Last-Modified", ""),
            -1 if total is None else total,
            answers.md5(answer),
        )
        self.path.unlink(missing_ok=True)
        write_text(self._note, json.dumps(asdict(sent)))
        return sent

    def check_continues(self, answer: requests.Response, sent: Sent) -> None:
        """Raises Passing, and forgets what came, unless an answer 206 goes on exactly where the bytes end."""
        said = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
        fits = said is not None and int(said[1]) == self.size
        if fits and said is not None and said[2] != "*" and sent.total >= 0:
            fits = int(said[2]) == sent.total
        if not fits or answer.headers.get("ETag", sent.etag) != sent.etag:
            self.drop()
            raise Passing(f"{sent.url} sent another part than we asked for; starting again.")

    def add(self, chunks: Iterable[bytes]) -> None:
        """Write the bytes as they come; what came before a break is on the disk."""
        with self.path.open("ab") as stream:
            for chunk in chunks:
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())

    def check_whole(self, sent: Sent) -> None:
        """Raises Passing, and forgets what came, where length or checksum are not what the service said."""
        if sent.total >= 0 and self.size != sent.total:
            size = self.size
            self.drop()
            raise Passing(f"{sent.url} sent {size:,} bytes where it had announced {sent.total:,}; starting again.")
        if sent.md5:
            with self.path.open("rb") as stream:
                came = hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
            if came != sent.md5:
                self.drop()
                raise Passing(f"{sent.url} came damaged: its checksum is not the one that the service sent along.")

    def drop(self) -> None:
        """Remove the part and its note."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)
