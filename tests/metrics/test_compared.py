"""Trends and neighbours: every figure worked out by hand from a drawn world."""

from math import isclose

import pytest

from data.status import Status
from metrics.ask import Ask
from metrics.comparison import Place
from metrics.results import Choice, How, Kind
from metrics.wording.compared import place_words
from tests.metrics.conftest import Opened
from tests.metrics.drawing import expect
from tests.metrics.worlds import editions, entries, figures, rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"
FIGURES = """
    Herefordshire | 2023 | 2025-11-26 | 400    | 34,000    | 118
    Herefordshire | 2024 | 2025-11-26 | c      | 34,000    | c
    Herefordshire | 2025 | 2025-11-26 | 340    | 34,000    | 100
    Shropshire    | 2023 | 2025-11-26 | 300    | 50,000    | 60
    Shropshire    | 2025 | 2025-11-26 | 400    | 50,000    | 80
    Somerset      | 2023 | 2025-11-26 | 600    | 100,000   | 60
    Somerset      | 2025 | 2025-11-26 | 1,200  | 100,000   | 120
    Dorset        | 2023 | 2025-11-26 | 100    | 20,000    | 50
    Dorset        | 2025 | 2025-11-26 | 200    | 20,000    | 100
    Cumbria       | 2023 | 2025-11-26 | 700    | 100,000   | 70
    Cumbria       | 2025 | 2025-11-26 | z      | z         | z
    Rutland       | 2025 | 2025-11-26 | c      | 8,000     | c
    West Midlands | 2025 | 2025-11-26 | 9,000  | 1,200,000 | 75
    England       | 2023 | 2025-11-26 | 80,000 | 12,000,000 | 67
    England       | 2025 | 2025-11-26 | 84,000 | 12,000,000 | 70
"""
LISTS = """
    2021 | 2021-04-01 | Herefordshire | Cumbria, Shropshire
    2025 | 2025-05-01 | Herefordshire | Somerset, Shropshire, Rutland, Dorset, Reading
"""


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(rates(FIGURES) + editions(LISTS))


def test_the_neighbours_of_a_period_are_summed_up_in_three_ways(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Herefordshire")
    assert (result.period, result.own.value, result.edition) == ("2025", 100, "2025")
    assert (result.mean, result.median) == (100, 100)
    assert isclose(result.pooled or 0, (400 + 1_200 + 200) / (50_000 + 100_000 + 20_000) * 10_000)
    assert (result.n, result.of) == (3, 5)
    assert (result.england and result.england.value, result.region and result.region.value) == (70, 75)
    assert result.region_area and result.region_area.short_name == "West Midlands"


def test_each_neighbour_says_its_figure_or_why_there_is_none_nearest_first(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Herefordshire")
    expect(
        [n.fact for n in result.neighbours],
        """
        area       | numerator | denominator | value | status
        Somerset   | 1200      | 100,000     | 120   | published
        Shropshire | 400       | 50,000      | 80    | published
        Rutland    |           | 8000        |       | suppressed
        Dorset     | 200       | 20000       | 100   | published
        Reading    |           |             |       | not_held
        """,
    )
    assert [n.position for n in result.neighbours] == [1, 2, 3, 4, 5]
    assert {n.closeness for n in result.neighbours} == {"Very close"}
    assert [n.area.code for n in result.neighbours] == [n.fact.area_code for n in result.neighbours]


def test_a_tie_is_neither_higher_nor_lower(ask: Ask) -> None:
    found = ask.neighbours(RATE, "Herefordshire").benchmark
    assert (found.lower, found.same, found.higher) == (1, 1, 1)


def test_a_dissolved_neighbour_drops_out_and_the_reader_is_told(ask: Ask) -> None:
    before = ask.neighbours(RATE, "Herefordshire", Choice(edition="2021"), "2023")
    after = ask.neighbours(RATE, "Herefordshire", Choice(edition="2021"), "2025")
    assert (before.n, before.of, before.mean) == (2, 2, 65)
    assert (after.n, after.of, after.mean) == (1, 2, 80)
    assert any("Cumbria was dissolved on 31 March 2023 and drops out" in note for note in after.notes)
    assert not any("drops out" in note for note in before.notes)


@pytest.mark.parametrize(("how", "value"), [(How.MEDIAN, 100), (How.MEAN, 100), (How.POOLED, 18_000 / 170)])
def test_the_benchmark_is_the_one_that_was_chosen(ask: Ask, how: How, value: float) -> None:
    found = ask.neighbours(RATE, "Herefordshire", Choice(how=how)).benchmark
    assert isclose(found.value or 0, value)
    assert (found.kind, found.how, found.edition, found.n, found.of) == (Kind.NEIGHBOURS, how, "2025", 3, 5)


@pytest.mark.parametrize(("kind", "value"), [(Kind.REGION, 75), (Kind.ENGLAND, 70)])
def test_a_region_or_england_is_a_benchmark_of_one(ask: Ask, kind: Kind, value: float) -> None:
    found = ask.neighbours(RATE, "Herefordshire", Choice(kind=kind)).benchmark
    assert (found.value, found.n, found.of, found.lower, found.same, found.higher) == (value, 1, 1, 0, 0, 0)


def test_a_region_without_a_figure_is_not_held(ask: Ask) -> None:
    found = ask.neighbours(RATE, "Herefordshire", Choice(kind=Kind.REGION), "2023").benchmark
    assert (found.value, found.status, found.n, found.of) == (None, Status.NOT_HELD, 0, 1)


def test_an_authority_without_a_list_has_nobody_beside_it_and_says_so(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Shropshire")
    assert (result.neighbours, result.n, result.of, result.mean, result.median, result.pooled) == ((), 0, 0, None, None, None)
    assert (result.benchmark.value, result.benchmark.status) == (None, Status.NOT_AVAILABLE)
    assert any("names no statistical neighbours for Shropshire" in note for note in result.notes)


def test_a_hidden_figure_of_its_own_is_compared_with_nobody(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Herefordshire", period="2024")
    assert (result.own.value, result.own.status) == (None, Status.SUPPRESSED)
    assert (result.benchmark.lower, result.benchmark.same, result.benchmark.higher) == (0, 0, 0)


def test_a_trend_has_one_point_of_the_benchmark_for_each_period_of_its_own(ask: Ask) -> None:
    trend = ask.trend(RATE, "Herefordshire")
    expect(
        trend.own.facts,
        """
        period | value    | status
        2023   | 117.6471 | published
        2024   |          | suppressed
        2025   | 100      | published
        """,
    )
    expect(trend.benchmark, "period | value | n | of\n 2023 | 60 | 3 | 5\n 2024 | | 0 | 5\n 2025 | 100 | 3 | 5")
    expect(trend.england.facts, "period | value\n 2023 | 66.667\n 2025 | 70")
    assert trend.region and [f.value for f in trend.region.facts] == [75]
    assert [line.area.short_name for line in trend.neighbours] == ["Somerset", "Shropshire", "Rutland", "Dorset", "Reading"]


def test_a_trend_keeps_to_the_years_chosen(ask: Ask) -> None:
    trend = ask.trend(RATE, "Herefordshire", Choice(first_year=2024, last_year=2024))
    assert [f.period for f in trend.own.facts] == [b.period for b in trend.benchmark] == ["2024"]


def test_england_has_neither_region_nor_neighbours(ask: Ask) -> None:
    trend = ask.trend(RATE, "England")
    assert (trend.region, trend.neighbours) == (None, ())
    assert trend.own == trend.england


def test_the_latest_period_of_a_dissolved_authority_is_its_last_own(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Cumbria")
    assert (result.period, result.own.value, result.periods) == ("2023", 70, ("2023", "2025"))
    assert any("dissolved on 31 March 2023; its area is now in Cumberland and Westmorland" in n for n in result.notes)


def test_plain_counts_cannot_be_pooled(ask: Ask) -> None:
    result = ask.neighbours(COUNT, "Herefordshire")
    assert (result.mean, result.median, result.pooled) == (600, 400, None)


def test_a_breakdown_is_the_first_one_unless_another_is_chosen(opened: Opened) -> None:
    entry = entries("legal_status")["legal_status"]
    header = "area | period | released | numerator | denominator | published\n Rutland | 2025 | 2025-11-26"
    first, second, third = (
        figures(entry, f"{header} | {count} | 40 | {count * 5 // 2}", label)
        for label, count in zip(entry.breakdowns, (20, 8, 4), strict=False)
    )
    # Every breakdown has the same denominator, so it is published once.
    again = [o for o in (second + third).observations if o not in first.observations]
    ask = opened(first.__class__((*first.observations, *again)), entries("legal_status"))
    assert ask.neighbours("legal_status", "Rutland").own.numerator == 20
    assert ask.neighbours("legal_status", "Rutland", breakdown=entry.breakdowns[1]).own.numerator == 8
    assert ask.trend("legal_status", "Rutland", breakdown=entry.breakdowns[2]).breakdown == entry.breakdowns[2]


@pytest.mark.parametrize(("of", "who"), [(2, "Both"), (11, "All 11")])
def test_where_every_council_has_the_same_figure_none_is_the_highest(of: int, who: str) -> None:
    assert place_words(Place(1, of, of - 1, 1, of, 0.5)) == f"{who} councils have the same figure."
    assert place_words(Place(1, of + 1, of - 1, None, None, 0.5)).startswith("The highest of these")


def test_a_place_is_counted_from_the_nearer_end_with_its_ties_and_what_chance_could_make_of_it() -> None:
    high, low = Place(2, 11, 0, 1, 4, 0.9), Place(9, 11, 1, 7, 11, 0.1)
    assert place_words(high) == "2nd highest of these 11 councils. By chance it could be anywhere from 1st to 4th."
    assert place_words(low) == (
        "2nd lowest of these 11 councils, the same as 1 other. By chance it could be anywhere from 1st to 5th lowest."
    )
    assert place_words(Place(6, 11, 0, None, None, 0.5)) == "6th highest of these 11 councils."
    assert place_words(Place(11, 11, 0, None, None, 0.0)) == "The lowest of these 11 councils."
