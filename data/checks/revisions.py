"""Figures stated again are revised, not replaced: most of an authority's table, or of a label, does not change by a quarter.

LAIT's refresh of November 2025 changed the placement shares of 81 authorities (dfe-lait, 5.1), England's not. What is expected
of a whole release is the gate's question (data/gate.py); this one is about one authority or one label of a period that is
plainly another one: of at least ten figures, more than four in five moved by more than a quarter and by more than five. The
most that a real authority did is 9 of 13 (Herefordshire 2022, new placements, as revised in 2023)."""

from collections import defaultdict
from collections.abc import Iterator

from data.findings import Finding, Outcome
from data.vintage import Pair

STAGE = 4
FIGURES, SHARE, QUARTER, FIVE = 10, 0.8, 0.25, 5.0
_HELP = "Columns, rows or labels may be swapped, or figures scaled: hold both files against each other."


def compare(pair: Pair) -> Iterator[Finding]:
    """One finding for each authority, and each label, of a period and column that was replaced."""
    for column, earlier in pair.earlier.items():
        values = pair.bound.values[column]
        changed = [
            i
            for i, (was, now) in enumerate(zip(earlier, values, strict=True))
            if was != now and now is not None and isinstance(was, float) and abs(now - was) > max(FIVE, QUARTER * abs(was))
        ]
        moved: dict[tuple[int, str | None, str], list[int]] = defaultdict(list)
        for index in changed:
            for which in (0, 2):
                moved[which, pair.keys[index][which], pair.keys[index][1]].append(index)
        for (which, name, period), rows in moved.items():
            if len(rows) < SHARE * FIGURES:
                continue
            of = sum(
                key[which] == name and key[1] == period and now is not None and isinstance(was, float) and max(was, now) >= FIVE
                for key, was, now in zip(pair.keys, earlier, values, strict=True)
            )
            if of >= FIGURES and len(rows) > SHARE * of:
                said = pair.areas[name].short_name if which == 0 and name else f'"{name}"'
                message = (
                    f"{said}, {period}: {len(rows)} of {of} figures differ by more than a quarter from the release of "
                    f"{pair.before.published_on}."
                )
                yield Finding("revisions", Outcome.FAIL, message, pair.bound.where(rows[0], column), _HELP)
