"""What a gap in children is worth in money: a range in pounds a year, never one figure (M13)."""

from dataclasses import dataclass

from metrics.methods.refuse import unless_counts, unless_finite

WEEKS_IN_A_YEAR = 365 / 7


@dataclass(frozen=True)
class CostRange:
    """Pounds a year: `low` what is likely to be saved or spent at the margin, `high` at the average cost, an upper bound."""

    low: float
    high: float


def cost_range(gap: float, weekly_low: float, weekly_high: float, realisable: float = 0.5) -> CostRange:
    """The yearly cost of so many children, in the pounds of the weekly costs, unrounded.

    low = gap x weekly_low x realisable x 365/7; high = gap x weekly_high x 365/7. `weekly_low` is a marginal cost (of fostering)
    and `realisable` the share of it that a council could stop paying, 0 to a half; `weekly_high` is the average cost of a child
    looked after. Source: unit costs of the section 251 outturn, which are approximate; fixed costs stay, and support to children
    at home costs money too, so `high` is an upper bound. Where the gap is below zero both figures are, and `low` is the one
    further from zero. Raises ValueError of a negative cost, a low cost above the high one, or a share outside 0 to 1.
    """
    unless_counts(weekly_low=weekly_low, weekly_high=weekly_high)
    unless_finite(gap=gap)
    if weekly_low > weekly_high:
        raise ValueError(
            f"The low weekly cost of £{weekly_low:g} is above the high one of £{weekly_high:g}: expected them in order."
        )
    if not 0 <= realisable <= 1:
        raise ValueError(f"A realisable share of {realisable:g} is not a share: expected 0 to 1.")
    marginal, average = (gap * weekly * WEEKS_IN_A_YEAR for weekly in (weekly_low * realisable, weekly_high))
    return CostRange(min(marginal, average), max(marginal, average))
