"""Which years to compare: those asked for where they are published, else the nearest, and a sentence that says so."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.areas import Area
from data.errors import BadInput


@dataclass(frozen=True)
class Years:
    """The two 31 Marches of a change and its base year ('' for the first year); `said` tells what could not be followed."""

    first: str
    last: str
    base: str
    said: tuple[str, ...] = ()


def nearest(area: Area, periods: Sequence[str], bases: Sequence[str], first: str, last: str, base: str) -> Years:
    """The years nearest to those asked for; '' asks for the newest `last`, the year before it, and no base year of one's own.

    `periods` are the 31 Marches with a published number, oldest first, `bases` the years with both flows. Raises BadInput for
    fewer than two periods: there is no change to explain.
    """
    if len(periods) < 2:
        held = f"for 31 March {periods[0]} only" if periods else "for no year held here"
        raise BadInput(
            f"The number of children looked after by {area.short_name} is published {held}: a change needs two. "
            "Choose another authority, or a later day on which the figures were known."
        )
    said: list[str] = []
    end = _one("To", last, periods[1:], periods, area, said) if last else periods[-1]
    before = periods[: periods.index(end)]
    start = _one("From", first, before, periods, area, said) if first else before[-1]
    if base and base not in bases:
        said.append(f"Both flows are not published for the year to 31 March {base}, so it cannot be the base year.")
    return Years(start, end, base if base in bases else "", tuple(said))


def _one(name: str, asked: str, offered: Sequence[str], held: Sequence[str], area: Area, said: list[str]) -> str:
    if asked in offered:
        return asked
    near = min(offered, key=lambda period: abs(int(period) - int(asked))) if asked.isdecimal() else offered[-1]
    why = "leaves no year to compare" if asked in held else f"is not published for {area.short_name}"
    said.append(f'{name}: 31 March "{asked}" {why}. Published: {", ".join(held)}. Here {near} is shown.')
    return near
