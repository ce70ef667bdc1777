"""The change in the number of children looked after as tables: its steps, its years, and its parts beside a base year."""

from collections.abc import Iterable, Sequence

from data.status import Status
from metrics.catalogue import Indicator
from metrics.change import Change, YearOfChange
from metrics.figures import key_to_marks, number, shown
from metrics.movements import Movements
from metrics.results import Fact
from metrics.tables import Column, Table
from metrics.waterfall import Block, of_decomposition, signed

LEFT_OVER = "Left over"


def steps(result: Change, blocks: Sequence[Block]) -> Table:
    """One row a step, in children, to the published number; of the counted ones, how many were unaccompanied. Where there is no
    sum, the two counted numbers alone."""
    name, entry = result.area.short_name, result.indicator
    alone = result.unaccompanied_facts or (None, None)
    counted = [(result.first, alone[0]), (result.last, alone[1])]
    if blocks:
        rows = [(b.name, b.text, number(b.part) if b.part is not None else "") for b in blocks]
    else:
        rows = [(f"In care on 31 March {f.period}", shown(f, entry), number(p.value or 0) if p else "") for f, p in counted]
    columns = [Column("Step"), Column("Children", True), Column("Of them unaccompanied asylum-seeking", True)]
    kept = 3 if result.unaccompanied_facts else 2
    caption = f"Children in care, {name}: 31 March {result.first.period} to 31 March {result.last.period}"
    return Table(caption, tuple(columns[:kept]), tuple(row[:kept] for row in rows))


def years(result: Movements) -> Table:
    """One row a year, newest first: the number before, who came, who left, what is left over, the number after, the change."""
    facts = [f for year in result.years for f in (year.started, year.ceased, year.end)]
    columns = ("Year", "At its start", "Came into care", "Left care", LEFT_OVER, "At its end", "Change")
    return Table(
        f"Children who came into care and who left: {result.area.short_name}, years to 31 March",
        tuple(Column(title, bool(i)) for i, title in enumerate(columns)),
        tuple(_year(result, year) for year in reversed(result.years)),
        _key([f for f in facts if f]),
    )


def parts(result: Change) -> Table | None:
    """The steps of the decomposition; None where there is none."""
    blocks = of_decomposition(result)
    if not blocks:
        return None
    caption = f"The same change set against the year to 31 March {result.base}: {result.area.short_name}"
    return Table(caption, (Column("Part"), Column("Children", True)), tuple((b.name, b.text) for b in blocks))


def _year(result: Movements, year: YearOfChange) -> tuple[str, ...]:
    stock = result.stock
    cells = (_held(year.start, stock), _held(year.started, result.came), _held(year.ceased, result.left))
    over = signed(year.flow.residual) if year.flow else ""
    change = signed(result.changes[year.period]) if year.period in result.changes else ""
    return (year.period, *cells, over, _held(year.end, stock), change)


def _held(fact: Fact | None, entry: Indicator) -> str:
    """A figure or its mark; nothing for a year of which nobody says anything."""
    return shown(fact, entry) if fact else ""


def _value(fact: Fact | None) -> float | None:
    return fact.value if fact is not None and fact.status is Status.PUBLISHED else None


def _key(facts: Iterable[Fact]) -> str:
    return key_to_marks({fact.status for fact in facts})
