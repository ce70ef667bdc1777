"""Published percentages, rates and means are what their counts give: exactly for local authorities, whose counts are not
rounded, and within what rounding allows for regions and England.

Stops what LAIT showed for 55 days (placement shares of 81 authorities cut by a third, while England was right), columns of
counts and percentages that were swapped, and a base that is not the one stated: the bands of SDQ scores are of the scores
received, not of all children (dfe-outcomes-and-enablers, 2.6). Which base goes with which row is said in the source's TOML
(`wholes`, `out_of`)."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import inf

from data.areas import Areas
from data.binding import Bound
from data.checks._wholes import bases
from data.described import Measure
from data.findings import Finding, Outcome
from data.observe import measures_of_rows
from data.status import SYMBOLS

STAGE = 4
_ROUND = 0.9  # the mean of SDQ scores stands in a column of rounded counts
_SLACK = 0.12  # where published rates come from finer figures (README of the workforce release)
_HELP = "Check that no column was shifted, swapped or scaled; if a row has another base, say which in the source's TOML."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each percentage, rate or mean that its count and base do not give."""
    own = dict(measures_of_rows(bound))
    for measure in bound.source.measures:
        if measure.of and measure.per and not measure.where:
            for index, count, base in _wrong(bound, measure, own):
                decimals, rate = measure.decimals + 1, bound.figures[measure.name][index]
                result = f"{measure.per * count / base:,.{decimals}f}"
                message = f"{measure.name} is {rate}, but {count:,.10g} of {base:,.10g} gives {result}."
                yield Finding("recomputed", Outcome.FAIL, message, bound.where(index, measure.name), _HELP)


def rounding(bound: Bound, column: str, names: Sequence[str] = (), authorities: bool = False) -> float:
    """To what the counts of regions and England (or those of authorities) are rounded in a column: 10, 5, or 0 where they are
    not. `names` is the measure that each row holds, where it is not always the column's own."""
    if len(set(names)) > 1:
        counts = {m.name for m in bound.source.measures if m.kind == "count"}
        rows = zip(bound.values[column], bound.standard["geographic_level"], names, strict=True)
        values: Counter[float] = Counter(
            v for v, level, name in rows if v and (level == "Local authority") == authorities and name in counts
        )
    else:
        texts = ((level, text, n) for (level, _, text), n in bound.cells[column].items() if text not in SYMBOLS)
        values = Counter()
        for level, text, n in texts:
            if (level == "Local authority") == authorities and float(text):
                values[float(text)] += n
    enough = _ROUND * values.total()
    return next((unit for unit in (10.0, 5.0) if sum(n for v, n in values.items() if v % unit == 0) >= enough), 0.0)


def _wrong(bound: Bound, measure: Measure, own: dict[str, list[str]]) -> Iterator[tuple[int, float, float]]:
    """The row, the count and the base of each figure that does not fit."""
    of = measure.of or ""
    levels, names = bound.standard["geographic_level"], own.get(of) or [of] * bound.rows
    units = rounding(bound, of), sum(rounding(bound, name) for name in measure.out_of or (of,))
    rows = list(zip(bound.values[measure.name], bound.values[of], _bases(bound, measure), levels, names, strict=True))
    fits = _rule(bound, measure, units)
    wrong = {row for row in set(rows) if row[4] == of and not fits(*row[:4])}
    for index, row in enumerate(rows if wrong else ()):
        if row in wrong:
            yield index, row[1] or 0, row[2] or 0


def _bases(bound: Bound, measure: Measure) -> list[float | None]:
    if not measure.out_of:
        values = bound.values[measure.of or ""]
        return [None if at is None else values[at] for at in bases(bound)]
    parts = zip(*(bound.values[name] for name in measure.out_of), strict=True)
    return [None if None in some else sum(v for v in some if v is not None) for some in parts]


def _rule(bound: Bound, measure: Measure, units: tuple[float, float]) -> Callable[..., bool]:
    """Whether a rate fits its count and base at a geographic level, given to what counts are rounded above authorities."""
    exact, per = bound.source.exact, measure.per or 100
    half = 0.5 * 10**-measure.decimals + (0 if exact else _SLACK) + 1e-9
    kinds = {m.name: m.kind for m in bound.source.measures}
    finer = [0.0 if kinds[name] == "count" else 0.05 for name in (measure.of or "", *measure.out_of)]
    own = finer[0], sum(finer[1:])
    above = max(own[0], units[0] / 2), max(own[1], units[1] / 2)

    def fits(rate: float | None, count: float | None, base: float | None, level: str) -> bool:
        if rate is None or count is None or not base or abs(per * count / base - rate) <= half:
            return True
        if level != "Local authority" and not exact:
            return True  # the totals beside the rate hold authorities that the rate leaves out
        off_count, off_base = own if level == "Local authority" else above
        bases = [base + b for b in (-off_base, off_base)]
        ends = [per * (count + a) / b if b > 0 else inf for a in (-off_count, off_count) for b in bases]
        return min(ends) - half <= rate <= max(ends) + half

    return fits
