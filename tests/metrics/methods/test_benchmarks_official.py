"""Neighbour benchmarks on the full published files of 2025: from rates as printed, and from counts."""

import csv
from dataclasses import dataclass
from functools import cache

import pytest

from metrics.figures import half_up
from metrics.methods.benchmarks import Counted, Summary, summarise
from tests.metrics.methods.release_of_2025 import rows
from tests.official import official

OFFICIAL = official()
NUMBER, ON_31_MARCH = "cla_number_and_rate_per_10k_children.csv", "Children looked after on 31 March each year"
LISTS = {"2025": "sn_model_2025_wide.csv", "2021": "New_Statistical_Neighbour_Groupings_April_2021.csv"}
HEREFORDSHIRE, LEICESTER, DUDLEY = "884", "856", "332"


@dataclass(frozen=True)
class Area:
    """One authority's children looked after on 31 March 2025: the children, the population and the rate as printed."""

    children: int
    population: int
    printed: int

    @property
    def rate(self) -> float:
        """Per 10,000 children, unrounded."""
        return self.children / self.population * 10_000


@cache
def areas() -> dict[str, Area]:
    """By the department's number, those whose three figures are all published."""
    found = {}
    for row in rows(OFFICIAL, NUMBER, population_type=ON_31_MARCH, geographic_level="Local authority"):
        figures = [row[name] for name in ("children_count", "population_estimate", "rate_per_10000")]
        if all(figure.isdigit() for figure in figures):
            found[row["old_la_code"]] = Area(*map(int, figures))
    return found


@cache
def neighbours(edition: str, code: str) -> list[str]:
    """The numbers of an authority's ten neighbours, bound by place, since a header of one list is repeated."""
    with (OFFICIAL / "neighbours" / LISTS[edition]).open(encoding="utf-8-sig", newline="") as stream:
        row = next(row for row in csv.reader(stream) if row and row[0] == code)
    first = 4 if edition == "2025" else 5
    return row[first : first + 20 : 2]


def beside(code: str, edition: str, *, as_printed: bool) -> Summary:
    """An authority's neighbours summed up, by rates as printed or recomputed from the counts."""

    def counted(area: Area | None) -> Counted:
        if area is None:
            return Counted(None)
        return Counted(float(area.printed) if as_printed else area.rate, area.children, area.population)

    ten = [counted(areas().get(code)) for code in neighbours(edition, code)]
    return summarise(counted(areas()[code]).value, ten, of=len(ten), per=10_000)


def at(digits: int, figure: float | None) -> str:
    """A figure as it is shown."""
    return str(half_up(figure if figure is not None else float("nan"), digits))


@pytest.mark.parametrize(
    ("code", "edition", "mean", "median"),
    [
        (LEICESTER, "2025", "61.1", "53.0"),
        (LEICESTER, "2021", "69.7", "77.0"),
        (HEREFORDSHIRE, "2025", "66.7", "62.5"),
        (DUDLEY, "2025", "88.9", "84.5"),
    ],
)
def test_the_mean_and_the_median_of_the_rates_as_printed(code: str, edition: str, mean: str, median: str) -> None:
    found = beside(code, edition, as_printed=True)
    assert (at(1, found.mean), at(1, found.median), found.n) == (mean, median, 10)


@pytest.mark.parametrize(
    ("code", "edition", "pooled"),
    [(LEICESTER, "2025", "67.52"), (LEICESTER, "2021", "70.16"), (HEREFORDSHIRE, "2025", "64.47"), (DUDLEY, "2025", "77.24")],
)
def test_the_pooled_rate_comes_from_the_counts(code: str, edition: str, pooled: str) -> None:
    assert at(2, beside(code, edition, as_printed=False).pooled) == pooled


def test_leicester_is_above_the_median_of_one_list_and_below_that_of_the_other() -> None:
    later, earlier = (beside(LEICESTER, edition, as_printed=False).median or 0 for edition in ("2025", "2021"))
    assert (at(1, later), at(1, earlier)) == ("52.8", "76.9")
    assert later < areas()[LEICESTER].rate < earlier
