"""Each filter has its total: where the source's TOML says which label is the whole of others (`wholes`), every area and period
that has one of the others has the whole too.

Asked for by the Explore Education Statistics standard. Without its total a percentage has no base, and the checks of sums and
shares would pass over the row in silence."""

from collections import defaultdict
from collections.abc import Iterator

from data.areas import Areas
from data.binding import Bound
from data.checks._wholes import totals
from data.findings import Finding, Outcome

STAGE = 4
_NAMED = 3
_HELP = "Rows are missing: download the file again; if its publisher left the total out, ask them for it."


def check(bound: Bound, areas: Areas) -> Iterator[Finding]:
    """One finding for each label and period in which areas lack the total that it is a part of."""
    wanted = totals(bound)
    missing: dict[tuple[str, str], list[int]] = defaultdict(list)
    rows = zip(bound.area_codes, bound.standard["time_period"], bound.breakdowns, strict=True)
    for index, (code, period, words) in enumerate(rows):
        if words in wanted and not any((code, period, total) in bound.row_of for total in wanted[words]):
            missing[words, period].append(index)
    for (words, period), indexes in missing.items():
        codes = [bound.area_codes[index] for index in indexes]
        named = f"{', '.join(codes[:_NAMED])}{' ...' if len(codes) > _NAMED else ''}"
        message = f'period {period}: "{words}" is there without its total, "{wanted[words][-1]}" ({named}).'
        yield Finding("totals", Outcome.FAIL, message, bound.where(indexes[0]), _HELP)
