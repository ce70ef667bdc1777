"""From the bytes that travelled to a CSV file in its place: unpacked, counted, hashed, flushed, then named."""

import csv
import gzip
import os
import shutil
import zlib
from pathlib import Path

from data.durable import flush, sha256
from data.fetch.errors import FetchError, Passing

_GZIP = b"\x1f\x8b"


def unpack(part: Path, draft: Path, what: str) -> None:
    """Write the CSV that a part holds to `draft`, and have the disk keep it.

    The API sends every CSV packed with gzip, but a proxy on the way may unpack it: the bytes tell, not the headers.
    Raises Passing where the packed bytes are damaged or end early.
    """
    with part.open("rb") as stream:
        packed = stream.read(2) == _GZIP
    with gzip.open(part) if packed else part.open("rb") as source, draft.open("wb") as target:
        try:
            shutil.copyfileobj(source, target, 1024 * 1024)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise Passing(f"{what} came damaged or cut off: it cannot be unpacked ({error}).") from error
        target.flush()
        os.fsync(target.fileno())


def count_rows(draft: Path, what: str) -> int:
    """The rows under the header. Raises Passing where this is no CSV."""
    # Latin-1, since every byte is a letter of it: commas and quotes are found whatever the encoding proves to be.
    with draft.open(encoding="latin-1", newline="") as stream:
        try:
            return max(0, sum(1 for row in csv.reader(stream) if row) - 1)
        except csv.Error as error:
            raise Passing(f"{what} came damaged: it is no CSV ({error}).") from error


def check_rows(came: int, said: int, what: str) -> None:
    """Raises Passing where fewer or more rows came than the service counts in this version."""
    if came != said:
        how = "cut off" if came < said else "another file"
        raise Passing(f"{what} holds {came:,} rows where the service counts {said:,}: it is {how}.")


def settle(draft: Path, target: Path) -> str:
    """Give a finished file its name, and return its SHA-256. Raises FetchError rather than overwrite a file that differs."""
    digest = sha256(draft)
    if not target.exists():
        os.replace(draft, target)
        flush(target.parent)
    elif sha256(target) != digest:
        raise FetchError(f"{target} is there with other contents, and is not overwritten. Move it away and try again.")
    return digest
