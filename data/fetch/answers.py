"""What an HTTP answer's status and headers mean to us."""

import base64
import binascii
import email.utils
from datetime import UTC, datetime

import requests

from data.fetch.errors import FetchError, NotThere, Passing

WELCOME = (200, 206, 304, 416)


def check_status(answer: requests.Response, what: str) -> None:
    """Let a usable answer pass. Raises NotThere for 401, 403, 404 and 410, Passing for what may mend itself, else FetchError."""
    status = answer.status_code
    if status in WELCOME:
        return
    if status in (404, 410):
        raise NotThere(f"{what} does not exist (the service answers {status}). It was withdrawn, or the address has changed.")
    if status in (401, 403):
        raise NotThere(f"{what} is not given out (the service answers {status}). It was withdrawn, or needs a subscription.")
    if status == 429:
        raise Passing(f"{what}: the service says that we ask too often (429).", retry_after(answer))
    if status == 408 or status >= 500:
        raise Passing(f"{what}: the service has a fault of its own ({status}).", retry_after(answer))
    raise FetchError(f"{what} answers {status} ({answer.reason}), which we do not understand. Check --url and CPD_EES_URL.")


def retry_after(answer: requests.Response) -> float | None:
    """The wait that the service asks for, in seconds; None where it asks for none that can be read."""
    said = answer.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    then = http_day(said)
    return max(0.0, (then - datetime.now(UTC)).total_seconds()) if then else None


def http_day(said: str) -> datetime | None:
    """A date of an HTTP header (such as Last-Modified) with its time zone, or None."""
    try:
        day = email.utils.parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    return day if day.tzinfo else day.replace(tzinfo=UTC)


def is_page(answer: requests.Response) -> bool:
    """Whether the answer calls itself a web page."""
    return "html" in answer.headers.get("Content-Type", "").lower()


def length(answer: requests.Response) -> int | None:
    """The body's length in bytes as it travels, where the service says one."""
    said = answer.headers.get("Content-Length", "")
    return int(said) if said.isascii() and said.isdigit() else None


def md5(answer: requests.Response) -> str:
    """The MD5 of the body as it travels, as hexadecimal text, where the service offers one in Content-MD5; else ''."""
    try:
        digest = base64.b64decode(answer.headers.get("Content-MD5", ""), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return digest.hex() if len(digest) == 16 else ""


def validator(etag: str, last_modified: str) -> str:
    """What proves that a file has not changed since its first bytes came: a strong ETag, else its date; '' where neither is.

    A weak ETag promises the same meaning, not the same bytes (RFC 9110, 13.1.5).
    """
    return etag if etag and not etag.startswith("W/") else last_modified
