"""How much authorities differ beyond chance (M5), by indicator, breakdown and year: from all authorities that have counts."""

from collections.abc import Iterable
from math import sqrt

from metrics.boundaries import return_of
from metrics.methods.overdispersion import Spread, spread

Key = tuple[str, str, int]  # indicator, breakdown, year
Counted = tuple[str, str, float, float]  # area, whom it is joint with, numerator, denominator
LEAST_AUTHORITIES = 30  # fewer say too little about how authorities differ


def spread_of(counted: Iterable[Counted]) -> Spread | None:
    """The spread of shares around that of all authorities together, s^2 = p0 (1 - p0) / n; a joint return counts once.

    None where fewer than 30 authorities have counts, or where all shares are 0 or all are 1.
    """
    returns = {return_of(area, joint or ""): (x, n) for area, joint, x, n in counted if n > 0 and 0 <= x <= n}
    pairs = list(returns.values())
    total = sum(n for _, n in pairs)
    centre = sum(x for x, _ in pairs) / total if total else 0.0
    if len(pairs) < LEAST_AUTHORITIES or not 0 < centre < 1:
        return None
    errors = [sqrt(centre * (1 - centre) / n) for _, n in pairs]
    return spread([x / n for x, n in pairs], errors, centre)
