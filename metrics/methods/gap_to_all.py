"""How far children looked after are from all children, and which of the two moved (M19). Always drawn with both lines."""

from dataclasses import dataclass
from math import sqrt

from metrics.methods.intervals import Z95, Interval
from metrics.methods.refuse import unless_counts, unless_finite


@dataclass(frozen=True)
class GapToAll:
    """Children looked after beside all children. `gap` in points (own - everyone), `ratio` own / everyone, None beside a zero."""

    own: float
    everyone: float
    gap: float
    ratio: float | None


@dataclass(frozen=True)
class Moved:
    """From one period to another, in points: how the gap changed, how far each side moved, and by how much the distance grew
    (`widened`, negative where it closed). A gap can close because others fell: the two moves say so."""

    gap: float
    own: float
    everyone: float
    widened: float


def gap_to_all(own: float | None, everyone: float | None) -> GapToAll | None:
    """The gap in points and the ratio; None where either figure is hidden or missing. Both in one unit.

    gap = own - everyone; ratio = own / everyone. Source: the definition. Raises ValueError of a figure that is not finite.
    """
    if own is None or everyone is None:
        return None
    unless_finite(own=own, everyone=everyone)
    return GapToAll(own, everyone, own - everyone, own / everyone if everyone else None)


def moved(before: GapToAll | None, after: GapToAll | None) -> Moved | None:
    """What changed between two periods, in points; None where either has no gap. Breaks are the caller's to look for (M25)."""
    if before is None or after is None:
        return None
    return Moved(
        gap=after.gap - before.gap,
        own=after.own - before.own,
        everyone=after.everyone - before.everyone,
        widened=abs(after.gap) - abs(before.gap),
    )


def interval(gap: float, error_own: float, error_everyone: float = 0.0, z: float = Z95) -> Interval:
    """The gap with its interval, in points: gap +- z sqrt(error_own^2 + error_everyone^2), since the variances add.

    The standard error of all pupils of the country is taken as 0: they are all there is. Source: variance of a difference of
    independent figures. Raises ValueError of a standard error below zero.
    """
    unless_finite(gap=gap)
    unless_counts(error_own=error_own, error_everyone=error_everyone)
    reach = z * sqrt(error_own**2 + error_everyone**2)
    return Interval(gap, gap - reach, gap + reach)
