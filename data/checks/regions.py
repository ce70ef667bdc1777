"""The nine regions add up to England, and the authorities of a region to the region, within rounding and what is hidden.

Of eleven region rows only nine count: Inner and Outer London are London once more. Authorities that add up to more than their
region are wrong for certain (one of them tenfold); to less, only where every authority of the region has a figure. A national
check alone would have missed LAIT's wrong cells, since England's rows were right (dfe-lait, 5.1)."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.areas import Areas
from data.binding import Bound
from data.checks.recomputed import rounding
from data.findings import Finding, Outcome
from data.joint import split
from data.observe import measures_of_rows
from data.periods import end_year

STAGE = 4
PARTS_OF_LONDON = ("E13000001", "E13000002")
_NINE = 9
_HELP = "One of these rows is wrong, or authorities are missing; download the file again or ask its publisher."


@dataclass(frozen=True)
class _Group:
    """A row and the rows that add up to it; `whole` where none of them can be missing."""

    row: int
    rows: tuple[int, ...]
    what: str
    national: bool
    whole: bool


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each period and breakdown in which regions or authorities do not add up."""
    kinds = {m.name: m.kind for m in bound.source.measures}
    groups = list(_groups(bound, areas))
    for column, names in measures_of_rows(bound):
        counted = {name for name in set(names) if kinds[name] in ("count", "fte")}
        if not counted:
            continue
        values, unit, own = bound.values[column], rounding(bound, column, names), rounding(bound, column, names, True)
        for group in groups:
            total = values[group.row]
            if total is None or names[group.row] not in counted:
                continue
            some = [values[row] for row in group.rows]
            known, slack = sum(v for v in some if v is not None), unit / 2 + 0.5
            slack += unit / 2 * _NINE + bound.source.regions_differ * total if group.national else own / 2 * len(some)
            if known > total + slack or (known < total - slack and group.whole and None not in some):
                message = (
                    f"{group.what} add up to {known:,.10g}; this row says {total:,.10g} "
                    f"({bound.breakdowns[group.row]}, {bound.standard['time_period'][group.row]})."
                )
                yield Finding("regions", Outcome.FAIL, message, bound.where(group.row, column), _HELP)


def _groups(bound: Bound, areas: Areas) -> Iterator[_Group]:
    england: dict[tuple[str, str], int] = {}
    regions: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    authorities: dict[tuple[tuple[str, str], str], list[int]] = defaultdict(list)
    levels, codes = bound.standard["geographic_level"], bound.standard["region_code"]
    keys = zip(bound.standard["time_period"], bound.breakdowns, strict=True)
    for index, (level, key, region) in enumerate(zip(levels, keys, codes, strict=True)):
        if level == "Local authority":
            authorities[key, region].append(index)
        elif level == "Regional":
            regions[key][region] = index
        else:
            england[key] = index
    for key, row in england.items():
        nine = [at for region, at in regions[key].items() if region not in PARTS_OF_LONDON]
        if len(nine) == _NINE:
            yield _Group(row, tuple(nine), "the nine regions", True, True)
    complete = _complete(areas)
    for (key, region), rows in authorities.items():
        if region in regions[key]:
            whole = complete(key[0], region, tuple(bound.area_codes[row] for row in rows))
            yield _Group(regions[key][region], tuple(rows), f"the {len(rows)} authorities of the region", False, whole)


def _complete(areas: Areas) -> Callable[[str, str, tuple[str, ...]], bool]:
    """Whether some codes are all authorities that existed in a region at any time of a period's last year."""
    authorities = [a for a in areas if a.level == "Local authority"]

    @cache
    def complete(period: str, region: str, codes: tuple[str, ...]) -> bool:
        there = {areas.identity(part) for code in codes for part in split(code)}
        days = date(end_year(period), 1, 1), date(end_year(period), 12, 31)
        return all(
            a.code in there or not any(areas.in_force(a, day) for day in days) for a in authorities if a.region_code == region
        )

    return complete
