"""Children who came and children who left: the stock of one year explained by the stock of the year before (M9)."""

from dataclasses import dataclass

from metrics.methods.refuse import unless_counts


@dataclass(frozen=True)
class StockFlow:
    """Children looked after on two days, those who started and ceased in between, and what is left over. In children.

    start + started - ceased + residual = end, always.
    """

    start: float
    started: float
    ceased: float
    end: float
    residual: float

    @property
    def change(self) -> float:
        """By how many children the stock changed."""
        return self.end - self.start

    @property
    def from_flows(self) -> float:
        """By how many it would have changed by those who started and ceased alone."""
        return self.started - self.ceased


def identity(start: float, started: float, ceased: float, end: float) -> StockFlow:
    """The stock-and-flow identity with its residual: residual = end - (start + started - ceased), in children.

    Source: the definition of the published tables. The residual is late revision of the earlier stock, children who left and
    came back on one day, those who are counted once though they started twice, and the rounding of national figures to 10. It
    is always shown. Raises ValueError of a figure below zero or not finite.
    """
    unless_counts(start=start, started=started, ceased=ceased, end=end)
    return StockFlow(start, started, ceased, end, end - (start + started - ceased))


def implied_stay(stock_before: float, stock_after: float, flow: float) -> float | None:
    """How long children stay on average, in years: (stock_before + stock_after) / 2 / flow; None where nobody came or left.

    Source: Little's law, stock = flow x stay. `flow` is those who ceased in the year (or started, for a second view). Rough: it
    holds only where the stock hardly changes, so the two views differ the more, the faster it grows or falls. Raises
    ValueError of a figure below zero or not finite.
    """
    unless_counts(stock_before=stock_before, stock_after=stock_after, flow=flow)
    return (stock_before + stock_after) / 2 / flow if flow else None
