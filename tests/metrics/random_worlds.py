"""Random but repeatable worlds: a few areas, a few years, releases that overlap, revise, hide, drop and come late."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

from data.describe import sources
from data.neighbours import CLOSENESS
from data.status import SYMBOLS, Status
from metrics.catalogue import Catalogue, Part, Slice
from tests.metrics.slow import half_up
from tests.metrics.worlds import OF_POPULATION, Observed, World, code, entries, own_entry

SHIPPED = (
    "children_looked_after", "children_looked_after_rate", "left_care_returned_home", "sdq_average_score",
    "social_worker_vacancy", "three_or_more_placements", "legal_status",
)  # fmt: skip
AREAS = ("England", "North East", "Rutland", "Reading", "Cumbria", "Cumberland", "Merton")
YEARS = range(2021, 2026)
Cell = tuple[str, str, str]  # source, breakdown, measure


def random_catalogue(folder: Path) -> Catalogue:
    """Plain counts, rates, percentages, sums, means, breakdowns, and a denominator of another table."""
    return Catalogue([*entries(*SHIPPED).values(), *own_entry(folder, OF_POPULATION).values()])


def random_world(seed: int, catalogue: Catalogue) -> World:
    """One world; the same one for the same seed."""
    dice = Random(seed)
    areas = [code(name) for name in dice.sample(AREAS, 4)]
    observations: list[Observed] = []
    for source in sorted({part.source for one in _slices(catalogue) for part in _parts(one)}):
        for day in sorted(dice.sample([date(y, m, 15) for y in (2023, 2024, 2025) for m in (3, 7, 11)], dice.randint(1, 3))):
            observations += _release(dice, source, day, areas, catalogue)
    return World(tuple(observations), tuple(_editions(dice)))


def _release(dice: Random, source: str, day: date, areas: list[str], catalogue: Catalogue) -> Iterator[Observed]:
    """One release of a table: some of the areas and years, some of the cells hidden or missing."""
    parts = [part for one in _slices(catalogue) for part in _parts(one) if part.source == source]
    cells = sorted({(source, *term) for part in parts for term in part.terms})
    first_year = dice.choice(YEARS)
    for area in areas:
        for period in [y for y in YEARS if first_year <= y <= day.year and dice.random() < 0.85]:
            figures = {cell: _figure(dice, cell) for cell in cells}
            for one in _slices(catalogue):
                _print_rounded(dice, one, figures, catalogue)
            for cell, figure in figures.items():
                if dice.random() < 0.93:
                    yield _observation(cell, day, area, str(period), figure)


def _figure(dice: Random, cell: Cell) -> float | str:
    """A number of the kind that the measure holds, or a symbol; populations are large, some counts are zero."""
    if dice.random() < 0.15:
        return dice.choice(sorted(SYMBOLS))
    kind = sources()[cell[0]].measure(cell[2]).kind
    if cell[2] == "population_estimate" or "Total" in cell[1]:
        return float(dice.choice([0, dice.randrange(20, 200, 10), dice.randrange(200, 4000, 10), dice.randrange(200, 4000, 10)]))
    return dice.randint(0, 900) / 10 if kind in ("fte", "mean") else float(dice.randint(0, 150))


def _print_rounded(dice: Random, one: Slice, figures: dict[Cell, float | str], catalogue: Catalogue) -> None:
    """Set the published rounded figure from the counts: mostly right, sometimes one off, sometimes whatever was there."""
    if not (one.published and one.numerator and one.denominator) or dice.random() < 0.2:
        return
    cells = [[(part.source, *term) for term in part.terms] for part in (one.numerator, one.denominator, one.published)]
    if any(isinstance(figures.get(cell, "x"), str) for cell in (*cells[0], *cells[1])):
        return
    over, under = (sum(Fraction(repr(figures[cell])) for cell in some) for some in cells[:2])
    if under:
        per = next(Fraction(e.per) for e in catalogue.measured if one in e.slices)
        step = Fraction(dice.choice([0, 0, 0, 1, -1, 2, -2, 5, -5, 9]), 10**one.published_decimals)
        figures[cells[2][0]] = float(max(half_up(over * per / under, one.published_decimals) + step, 0))


def _observation(cell: Cell, day: date, area: str, period: str, figure: float | str) -> Observed:
    source, breakdown, measure = cell
    status = SYMBOLS[figure] if isinstance(figure, str) else Status.PUBLISHED
    return {
        "source": source, "release": f"Drawn, {day}", "published_on": day, "area_code": area, "period": period,
        "breakdown": breakdown, "measure": measure, "value": None if isinstance(figure, str) else figure,
        "status": status.value, "joint_with": code("Sutton") if area == code("Merton") else "",
    }  # fmt: skip


def _editions(dice: Random) -> Iterator[Observed]:
    names = [name for name in AREAS if name not in ("England", "North East")]
    for edition, day in (("2021", date(2021, 4, 1)), ("2025", date(2025, 5, 1)))[: dice.randint(0, 2)]:
        for name in dice.sample(names, 3):
            others = dice.sample([n for n in names if n != name], dice.randint(1, 3))
            for position, other in enumerate(others, 1):
                yield {
                    "edition": edition, "published_on": day, "area_code": code(name), "position": position,
                    "neighbour_code": code(other), "closeness": dice.choice(CLOSENESS),
                }  # fmt: skip


def _slices(catalogue: Catalogue) -> list[Slice]:
    return [one for entry in catalogue.measured for one in entry.slices]


def _parts(one: Slice) -> list[Part]:
    return [part for part in (one.numerator, one.denominator, one.value, one.published) if part]
