"""Something done in time: a share only of those whose time has passed (M24)."""

from dataclasses import dataclass
from datetime import date

from metrics.methods.refuse import unless_counts

PROVISIONAL_MONTHS = 2


@dataclass(frozen=True)
class MatureShare:
    """`on_time` of `mature` children, whose time has passed; `share` is 0 to 1; `too_recent` are left out of both."""

    on_time: float
    mature: float
    share: float
    too_recent: float


def mature_share(entered: float, too_recent: float, on_time: float) -> MatureShare | None:
    """The share done in time of those whose time has passed: on_time / (entered - too_recent); None where it has for nobody.

    For "within 20 working days", `too_recent` came in less than 20 working days ago; `on_time` counts those done in time among
    the others only, or the share would grow as soon as the quick ones are in. Source: cohort definition of the measure. Raises
    ValueError of a negative number, of more too recent than came in, or of more on time than had their time.
    """
    unless_counts(entered=entered, too_recent=too_recent, on_time=on_time)
    if too_recent > entered:
        raise ValueError(f"{too_recent:g} children are too recent of {entered:g} who came in: expected some of them.")
    mature = entered - too_recent
    if on_time > mature:
        raise ValueError(f"{on_time:g} children were on time of {mature:g} whose time has passed: count those only.")
    return MatureShare(on_time, mature, on_time / mature, too_recent) if mature else None


def is_provisional(month: date, as_of: date, months: int = PROVISIONAL_MONTHS) -> bool:
    """Whether a month's figure may still change by late recording: for that month and the two after it.

    Any day stands for its month. Raises ValueError where the figure is of a month after `as_of`."""
    passed = (as_of.year - month.year) * 12 + as_of.month - month.month
    if passed < 0:
        raise ValueError(f"A figure of {month:%B %Y} cannot be known in {as_of:%B %Y}: expected a month that has begun.")
    return passed <= months
