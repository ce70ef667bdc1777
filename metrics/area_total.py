"""One ground over the years across a change of boundaries: the total of the authorities that covered it in each period."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.areas import Area, Areas
from data.errors import BadInput
from metrics import rows
from metrics.boundaries import Tiling, Total, add_up, tiling_of
from metrics.catalogue import Indicator
from metrics.results import Choice, Fact


@dataclass(frozen=True)
class AreaTotal:
    """The totals of one ground, oldest first, one per period held. `notes` say in plain sentences how they were made."""

    indicator: Indicator
    breakdown: str
    area: Area
    choice: Choice
    tiling: Tiling
    totals: tuple[Total, ...]
    notes: tuple[str, ...]


def tiling_for(indicator: Indicator, area: Area, areas: Areas) -> Tiling:
    """The change of boundaries to add up across. Raises BadInput for an area without one, and for what cannot be added up."""
    found = tiling_of(area, areas)
    if found is None:
        raise BadInput(
            f"The boundaries of {area.short_name} did not change into or from those of other authorities, so its own figures are "
            "its total."
        )
    if any(one.numerator is None for one in indicator.slices):
        raise BadInput(f"{indicator.title} is published without its counts, and a mean of means is none. It cannot be added up.")
    return found


def totals(indicator: Indicator, facts: Sequence[Fact], tiling: Tiling) -> tuple[Total, ...]:
    """The totals of each period, from the facts of all authorities of the tiling; each period counts those that existed."""
    periods: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.area_code in tiling.on_day(rows.ends_on(fact)):
            periods.setdefault(fact.year, []).append(fact)
    found = []
    for year in sorted(periods):
        parts = sorted(periods[year], key=lambda f: f.area_code)
        codes = tiling.on_day(rows.ends_on(parts[0]))
        total = add_up(parts, codes, per=indicator.per, divides=indicator.is_share)
        found += [total] if total else []
    return tuple(found)


def notes(tiling: Tiling, areas: Areas, indicator: Indicator) -> tuple[str, ...]:
    """How the totals were made, in plain sentences."""
    before, after = (_names(codes, areas) for codes in (tiling.before, tiling.after))
    worked_out = " The rate is worked out from the sums; rates are never averaged." if indicator.is_share else ""
    return (
        f"Until {tiling.on.day} {tiling.on:%B %Y} this is {before}; from then on it is {after}, which together cover the same "
        f"ground.{worked_out}",
        "Where one of them has a hidden or missing figure, the total is not known.",
    )


def _names(codes: Sequence[str], areas: Areas) -> str:
    names = [areas[code].short_name for code in codes]
    return f"{', '.join(names[:-1])} and {names[-1]} together" if len(names) > 1 else names[0]
