"""Where the service is. The one place where a publisher's host is named."""

from urllib.parse import urlsplit

from data.fetch.errors import FetchError

# The live environment that is documented for "explore education statistics api 1".
PUBLIC_API = "https://api.education.gov.uk/statistics"
VARIABLE = "CPD_EES_URL"


def checked(base_url: str) -> str:
    """A base address without what follows it by habit: a stroke, the API's version. Raises FetchError for one that is none."""
    try:
        parts = urlsplit(base_url.strip())
    except ValueError:  # such as a bracket that is never closed
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise FetchError(
            f'"{base_url[:80]}" is no base address. Give one such as https://example.org/statistics in --url or CPD_EES_URL.'
        )
    return base_url.strip().rstrip("/").removesuffix("/v1")
