"""Links from one page to another that keep what the visitor chose."""

from urllib.parse import urlencode

from metrics.catalogue import Indicator
from pages.parts.visit import Visit

TREND_PAGE = "trends"
OF_ONE_INDICATOR = ("indicator", "breakdown", "period")


def page(visit: Visit, name: str, **words: str) -> str:
    """The address of a page by its name in the address, with these words of the link changed."""
    return f"{name}?{urlencode(visit.link | words)}"


def trend_of(visit: Visit, indicator: Indicator) -> str:
    """An indicator over the years, for the same visit."""
    own = {name: word for name, word in visit.link.items() if name not in OF_ONE_INDICATOR}
    return f"{TREND_PAGE}?{urlencode(own | {'indicator': indicator.id})}"
