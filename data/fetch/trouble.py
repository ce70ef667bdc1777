"""The HTTP library's exceptions, in sentences: which of them another try may mend, and which it cannot."""

import re

import requests
import urllib3.exceptions as lower
from requests import exceptions as upper

from data.fetch.errors import FetchError, Passing, Unreachable

CHECK_ADDRESS = "Check this computer's connection, and the address in --url or CPD_EES_URL."
FAULTS = (requests.RequestException, lower.HTTPError, TimeoutError, ConnectionError)


def explained(error: Exception, host: str, what: str) -> Passing | FetchError:
    """The sentence for an exception that was raised while `what` was asked of `host`, as an error ready to be raised."""
    reason = _reason(error)
    if isinstance(error, upper.SSLError) or isinstance(reason, lower.SSLError):
        return Unreachable(
            f"{host} could not prove who it is (TLS: {_first(reason)}). If your network checks traffic itself, "
            "name its certificate file in REQUESTS_CA_BUNDLE; otherwise do not trust what answers."
        )
    if isinstance(error, upper.ProxyError):
        return Passing(
            f"The proxy of this network would not let us through to {host}. Ask whoever keeps your network, "
            "or check HTTPS_PROXY and NO_PROXY.",
            unreachable=True,
        )
    if isinstance(reason, lower.NameResolutionError):
        sentence = f"No address is known for {host}: this computer is offline, or the name is misspelt."
        return Passing(f"{sentence} {CHECK_ADDRESS}", unreachable=True)
    if isinstance(error, upper.ConnectTimeout) or isinstance(reason, lower.NewConnectionError):
        return Passing(f"Nobody answers at {host}. {CHECK_ADDRESS}", unreachable=True)
    if isinstance(error, upper.ReadTimeout) or isinstance(reason, lower.ReadTimeoutError | TimeoutError):
        return Passing(f"{what} stopped answering half way.")
    if isinstance(error, upper.InvalidURL | upper.MissingSchema | upper.InvalidSchema | upper.TooManyRedirects):
        return FetchError(f"{what} is no address that can be asked ({_first(error)}). Check --url and CPD_EES_URL.")
    return Passing(f"{what} broke off the connection.")


def _reason(error: Exception) -> BaseException:
    """What lies under a wrapped exception: requests wraps urllib3's, which wraps the operating system's."""
    inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error
    reason = getattr(inner, "reason", None)
    return reason if isinstance(reason, BaseException) else inner


def _first(error: BaseException) -> str:
    """The last clause of a library's message, which is the plain one, cut to a readable length."""
    return re.sub(r"\s*\(_ssl\.c:\d+\)?", "", str(error).removesuffix(")").split("Error(")[-1]).strip("'\" ")[:160]
