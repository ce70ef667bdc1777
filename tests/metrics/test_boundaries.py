"""Across a change of boundaries: what tiles, what may be added up, what is never spliced, on figures of the real splits."""

from datetime import date
from pathlib import Path

import pytest

from data.areas import load
from data.errors import BadInput
from data.status import Status
from metrics.boundaries import add_up, one_a_return, tiling_of, tilings
from metrics.known_on import known_on
from metrics.results import Choice, Fact
from tests.metrics.conftest import Opened
from tests.metrics.worlds import entries, observed, rates

AREAS = load()
# Children looked after on 31 March and children aged 0 to 17, as published in November 2025; rates are rounded from them.
CUMBRIA = """
    Cumbria                 | 2023 | 2025-11-26 | 740 | 90,547
    Cumberland              | 2023 | 2025-11-26 | z   | z
    Westmorland and Furness | 2023 | 2025-11-26 | z   | z
    Cumbria                 | 2024 | 2025-11-26 | z   | z
    Cumberland              | 2024 | 2025-11-26 | 482 | 51,000
    Westmorland and Furness | 2024 | 2025-11-26 | 247 | 40,196
"""
NORTHAMPTONSHIRE = """
    Northamptonshire      | 2021 | 2025-11-26 | 1,144 | 170,287
    North Northamptonshire | 2022 | 2025-11-26 | 525  | 80,000
    West Northamptonshire  | 2022 | 2025-11-26 | 658  | 91,236
"""
DORSET = """
    E10000009                           | 2019 | 2025-11-26 | 400 | 70,000
    Bournemouth                         | 2019 | 2025-11-26 | 300 | 35,000
    Poole                               | 2019 | 2025-11-26 | 154 | 30,000
    E06000059                           | 2020 | 2025-11-26 | 480 | 66,000
    Bournemouth, Christchurch and Poole | 2020 | 2025-11-26 | 502 | 73,836
"""


def fact(area: str, numerator: float | None, denominator: float | None = None, joint: str = "", **other: object) -> Fact:
    """A fact of 31 March 2024."""
    status = other.get("status", Status.PUBLISHED if numerator is not None else Status.SUPPRESSED)
    codes = " ".join(AREAS.find(j).code for j in joint.split("+") if j)
    assert isinstance(status, Status)
    return Fact(
        "x", "Total", AREAS.find(area).code, "2024", 2024, "31 March", numerator, denominator, numerator, status, joint_with=codes
    )


def codes(*names: str) -> tuple[str, ...]:
    return tuple(AREAS.find(name).code for name in names)


def names(some: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(AREAS[code].name for code in some)


def test_every_known_change_of_boundaries_tiles_as_a_set() -> None:
    assert [(t.on.isoformat(), names(t.before), names(t.after)) for t in tilings(AREAS)] == [
        ("2019-04-01", ("Bournemouth", "Poole", "Dorset"), ("Bournemouth, Christchurch and Poole", "Dorset")),
        ("2021-04-01", ("Northamptonshire",), ("North Northamptonshire", "West Northamptonshire")),
        ("2023-04-01", ("Cumbria",), ("Cumberland", "Westmorland and Furness")),
    ]


@pytest.mark.parametrize("name", ["Cumbria", "Cumberland", "Westmorland and Furness"])
def test_predecessor_and_successors_belong_to_the_same_change(name: str) -> None:
    found = tiling_of(AREAS.find(name), AREAS)
    assert found and found.on == date(2023, 4, 1)
    assert found.on_day(date(2023, 3, 31)) == codes("Cumbria")
    assert found.on_day(date(2024, 3, 31)) == codes("Cumberland", "Westmorland and Furness")


@pytest.mark.parametrize("name", ["North Yorkshire", "Herefordshire", "England"])
def test_a_recode_is_no_change_of_boundaries(name: str) -> None:
    assert tiling_of(AREAS.find(name), AREAS) is None


def test_a_rate_is_worked_out_from_the_sums_and_never_averaged() -> None:
    two = [fact("Cumberland", 482, 51_000), fact("Westmorland and Furness", 247, 40_196)]
    total = add_up(two, codes("Cumberland", "Westmorland and Furness"), per=10_000, divides=True)
    assert total and (total.numerator, total.denominator, total.status) == (729, 91_196, Status.PUBLISHED)
    assert total.value == pytest.approx(79.93771656651607)
    mean_of_rates = (482 / 51_000 + 247 / 40_196) / 2 * 10_000
    assert abs(total.value - mean_of_rates) > 1


def test_a_hidden_part_makes_the_sum_unknown_and_says_why() -> None:
    two = [fact("Cumberland", 482), fact("Westmorland and Furness", None)]
    total = add_up(two, codes("Cumberland", "Westmorland and Furness"), per=1, divides=False)
    assert total and (total.value, total.numerator, total.status) == (None, None, Status.SUPPRESSED)
    assert total.parts == tuple(two)


def test_a_part_that_no_release_covers_makes_the_sum_unknown() -> None:
    total = add_up([fact("Cumberland", 482)], codes("Cumberland", "Westmorland and Furness"), per=1, divides=False)
    assert total and (total.value, total.status) == (None, Status.NOT_HELD)


def test_no_part_at_all_is_no_total() -> None:
    assert add_up([], codes("Cumberland"), per=1, divides=False) is None


def test_a_share_of_nobody_is_not_applicable() -> None:
    total = add_up([fact("Cumbria", 0, 0)], codes("Cumbria"), per=100, divides=True)
    assert total and (total.value, total.status) == (None, Status.NOT_APPLICABLE)


def test_a_joint_return_stands_in_the_sum_once() -> None:
    north, west = "North Northamptonshire", "West Northamptonshire"
    two = [fact(north, 35, 180, west), fact(west, 35, 180, north)]
    total = add_up(two, codes(north, west), per=100, divides=True)
    assert total and (total.numerator, total.denominator) == (35, 180)
    assert one_a_return(two) == two[:1]


def test_a_joint_return_that_also_counts_an_authority_outside_cannot_be_added_up() -> None:
    total = add_up([fact("Cumbria", 5, 10, "Lancashire")], codes("Cumbria"), per=100, divides=True)
    assert total and (total.value, total.status) == (None, Status.NOT_AVAILABLE)


@pytest.mark.parametrize(
    ("drawn", "area", "expected"),
    [
        (CUMBRIA, "Cumberland", {"2023": 740, "2024": 729}),
        (CUMBRIA, "Cumbria", {"2023": 740, "2024": 729}),
        (NORTHAMPTONSHIRE, "Northamptonshire", {"2021": 1144, "2022": 1183}),
        (DORSET, "Poole", {"2019": 854, "2020": 982}),
        (DORSET, "Dorset", {"2019": 854, "2020": 982}),
    ],
)
def test_the_total_of_one_ground_goes_on_across_the_change(
    opened: Opened, drawn: str, area: str, expected: dict[str, float]
) -> None:
    ask = opened(rates(drawn))
    assert {t.period: t.value for t in ask.area_total("children_looked_after", area).totals} == expected


def test_the_total_of_a_rate_has_the_counts_behind_it_and_says_how_it_was_made(opened: Opened) -> None:
    found = opened(rates(CUMBRIA)).area_total("children_looked_after_rate", "Cumbria")
    assert [(t.period, t.numerator, t.denominator) for t in found.totals] == [("2023", 740, 90_547), ("2024", 729, 91_196)]
    assert [round(t.value or 0, 1) for t in found.totals] == [81.7, 79.9]
    assert found.notes[0] == (
        "Until 1 April 2023 this is Cumbria; from then on it is Cumberland and Westmorland and Furness together, which together "
        "cover the same ground. The rate is worked out from the sums; rates are never averaged."
    )


def test_a_trend_never_splices_what_a_total_may_add_up(opened: Opened) -> None:
    ask = opened(rates(CUMBRIA))
    cumberland = ask.trend("children_looked_after", "Cumberland")
    assert [(f.period, f.value) for f in cumberland.own.facts] == [("2023", None), ("2024", 482)]
    assert any("Earlier years belong to Cumbria and are not joined on" in note for note in cumberland.notes)


def test_the_total_is_asked_for_as_it_was_known_on_a_day(opened: Opened) -> None:
    later = CUMBRIA.replace("2025-11-26", "2024-11-14").replace("| 482", "| 480")
    ask = opened(rates(later) + rates(CUMBRIA))
    known = Choice(known_on=known_on("2024-12-31"))
    assert [t.value for t in ask.area_total("children_looked_after", "Cumbria", known).totals] == [740, 727]


def test_an_area_without_such_a_change_and_a_mean_cannot_be_added_up(opened: Opened, tmp_path: Path) -> None:
    ask = opened(rates(CUMBRIA), entries("children_looked_after", "sdq_average_score"))
    with pytest.raises(BadInput, match="The boundaries of Herefordshire did not change"):
        ask.area_total("children_looked_after", "Herefordshire")
    with pytest.raises(BadInput, match="a mean of means is none. It cannot be added up"):
        ask.area_total("sdq_average_score", "Cumbria")


RECODED = """
    North Yorkshire | 2022 | 2025-11-26 | 430 | 100,000
    North Yorkshire | 2023 | 2025-11-26 | 440 | 100,000
"""
AFTER = "    North Yorkshire | 2024 | 2025-11-26 | 450 | 100,000\n"
FOOTNOTE = "Same area, new code on 1 April 2023."


def test_a_recode_joins_and_has_a_footnote_where_the_figures_cross_it(opened: Opened) -> None:
    trend = opened(rates(RECODED + AFTER)).trend("children_looked_after", "North Yorkshire")
    assert [f.value for f in trend.own.facts] == [430, 440, 450]
    assert FOOTNOTE in trend.notes


@pytest.mark.parametrize("drawn", [RECODED, AFTER], ids=["before", "after"])
def test_figures_of_one_side_of_a_recode_have_no_footnote(opened: Opened, drawn: str) -> None:
    assert FOOTNOTE not in opened(rates(drawn)).trend("children_looked_after", "North Yorkshire").notes


def test_the_area_record_says_when_it_was_recoded() -> None:
    assert AREAS.find("North Yorkshire").recoded_on == date(2023, 4, 1)
    assert AREAS.find("Barnsley").recoded_on == date(2025, 4, 1)
    assert AREAS.find("Herefordshire").recoded_on is None


def test_workforce_figures_of_barnsley_cross_a_later_recode_than_those_of_children(opened: Opened) -> None:
    workforce = observed(
        "workforce",
        """
        area     | period | released   | vacancy_fte | inpost_fte
        Barnsley | 2024   | 2026-02-26 | 10          | 90
        Barnsley | 2025   | 2026-02-26 | 11          | 90
        """,
    )
    ask = opened(workforce, entries("social_worker_vacancy"))
    assert any("E08000038" in note for note in ask.trend("social_worker_vacancy", "Barnsley").notes)
