"""What a gap in children is worth in money: a range, from published costs, refused where the gap would rest on a handful."""

from math import isclose

import pytest

from data.errors import BadInput
from metrics import words
from metrics.ask import Ask
from metrics.costs import CARE, FOSTER, RATE, RESIDENTIAL, Costs, costs
from metrics.judged import Level
from metrics.known_on import known_on
from metrics.results import Choice, Kind
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside
from tests.metrics.worlds import World, entries, figures, rates

WEEKS = 365 / 7
CARD = entries(RATE, FOSTER, CARE, RESIDENTIAL)
NEIGHBOURS = "\n".join(f"{name} | 2025 | 2025-11-26 | 100 | 10,000" for name in TEN)
RATES = f"""
    Herefordshire | 2025 | 2025-11-26 | 522 | 40,000
    Dudley        | 2025 | 2025-11-26 | 278 | 40,000
    Leicester     | 2025 | 2025-11-26 | 402 | 40,000
    Walsall       | 2025 | 2025-11-26 | 522 | 40,000
    Rutland       | 2025 | 2025-11-26 | 12  | 8,000
    Barnet        | 2025 | 2025-11-26 | 522 | 40,000
    Bromley       | 2025 | 2025-11-26 | c   | 40,000
    England       | 2025 | 2025-11-26 | 84,000 | 12,000,000
    {NEIGHBOURS}
"""
LISTED = ("Herefordshire", "Dudley", "Leicester", "Walsall", "Rutland", "Bromley")
LISTS = sum((beside(area) for area in LISTED), beside("Barnet", (*TEN[:6], "Poole", "Bournemouth", "Cumbria", "Camden")))
PRICES = """
    Herefordshire | 2023/24 | 900   | 2,000 | 5,000
    Herefordshire | 2024/25 | 1,000 | 2,100 | 6,000
    Dudley        | 2024/25 | 1,000 | 2,100 | 6,000
    Leicester     | 2024/25 | 1,000 | 2,100 |
    Rutland       | 2024/25 | 1,000 | 2,100 |
    Walsall       | 2024/25 | 3,000 | 2,100 |
    England       | 2024/25 | 765   | 2,100 | 7,385
"""


def prices(text: str) -> World:
    """Weekly costs, drawn without a header: area | year | foster care | any care | residential care."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    found = World()
    for place, id_ in enumerate((FOSTER, CARE, RESIDENTIAL), 2):
        told = [f"{row[0]} | {row[1]} | 2025-12-18 | {row[place]}" for row in rows if row[place]]
        found += figures(CARD[id_], "\n".join(["area | period | released | value", *told]))
    return found


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(rates(RATES) + LISTS + prices(PRICES).under("Spending on children"), CARD)


@pytest.fixture(scope="module")
def found(ask: Ask) -> Costs:
    return costs(ask, "Herefordshire")


def test_122_children_at_2100_pounds_a_week_are_at_most_13_36_million_a_year(found: Costs) -> None:
    assert isclose(found.gap.gap, 122)
    assert isclose(found.range.high, 122 * 2_100 * WEEKS) and round(found.range.high / 1e6, 2) == 13.36
    assert isclose(found.range.low, 122 * 1_000 * 0.5 * WEEKS)


def test_the_newest_costs_of_the_authority_itself_are_taken_and_their_year_is_named(found: Costs) -> None:
    weekly = found.weekly
    assert (weekly.area.short_name, weekly.period) == ("Herefordshire", "2024/25")
    assert (weekly.foster.value, weekly.care.value, weekly.residential and weekly.residential.value) == (1_000, 2_100, 6_000)
    assert words.costs.finding(found) == (
        "Herefordshire: if our rate equalled that of the neighbours, about 122 fewer children would be in care. "
        "That is about £3.2 million to £13.4 million a year less."
    )
    said = words.costs.sentence(found)
    assert said.startswith(
        "At prices of 2024/25, a week of foster care took £1,000 for one child. A week of any care took £2,100."
    )
    assert "upper bound" in said and "cannot tell what any child needs" in said and "children cost" not in said


def test_an_authority_without_costs_of_its_own_takes_those_of_england_and_says_so(ask: Ask) -> None:
    found = costs(ask, "Walsall")  # foster care dearer than any care on average: not counted alike
    assert found.weekly.area.short_name == "England" and isclose(found.range.low, 122 * 765 * 0.5 * WEEKS)
    assert words.costs.sentence(found).startswith(
        "At prices of 2024/25 in England, since there are no costs of its own, a week of foster care took £765 for one child."
    )


def test_fewer_children_than_at_the_benchmark_are_said_as_more_money(ask: Ask) -> None:
    found = costs(ask, "Dudley")
    assert isclose(found.gap.gap, -122) and found.range.low < found.range.high < 0
    assert words.costs.finding(found) == (
        "Dudley: if our rate equalled that of the neighbours, about 122 more children would be in care. "
        "That is about £3.2 million to £13.4 million a year more."
    )


def test_a_rate_that_is_similar_says_that_the_gap_may_be_none(ask: Ask) -> None:
    found = costs(ask, "Leicester")
    assert found.level is Level.SIMILAR and round(found.gap.gap) == 2
    assert words.costs.finding(found).endswith(
        "about 2 fewer children would be in care. That is about £50,000 to £220,000 a year less."
    )
    assert words.costs.sentence(found).startswith("The rate is not clearly higher or lower, so the true gap may be none. ")
    assert "residential" not in words.costs.sentence(found)


def test_england_as_the_benchmark_is_named(ask: Ask) -> None:
    found = costs(ask, "Herefordshire", Choice(kind=Kind.ENGLAND))
    assert isclose(found.gap.gap, 522 - 280)
    assert "if our rate equalled England's, about 242 fewer children" in words.costs.finding(found)


@pytest.mark.parametrize(
    ("area", "why"),
    [
        ("Rutland", "it rests on too few children"),
        ("Barnet", "too few neighbours have a figure"),
        ("Bromley", "the rate is not published"),
        ("Reading", "there is nothing to compare with"),
    ],
)
def test_a_gap_that_cannot_be_told_is_not_told_in_money(ask: Ask, area: str, why: str) -> None:
    with pytest.raises(BadInput, match=f"The gap for {area} cannot be told in money: {why}. Choose another"):
        costs(ask, area)


def test_costs_that_were_not_known_on_that_day_are_refused(ask: Ask) -> None:
    with pytest.raises(BadInput, match="no weekly costs of care as known on that day"):
        costs(ask, "Herefordshire", Choice(known_on=known_on("2025-12-01")))


def test_herefordshire_in_2025_is_traced_to_the_published_figures(bundled: Ask) -> None:
    found, beside_it = costs(bundled, "Herefordshire"), bundled.neighbours(RATE, "Herefordshire")
    weekly = found.weekly
    assert (found.rate.numerator, weekly.period, weekly.foster.value, weekly.care.value) == (344, "2024/25", 960, 1_920)
    gap = 344 - (beside_it.median or 0) * (found.rate.denominator or 0) / 10_000
    assert round(gap) == 128 and isclose(found.gap.gap, gap)
    assert isclose(found.range.low, gap * 960 / 2 * WEEKS) and isclose(found.range.high, gap * 1_920 * WEEKS)
    assert found.level is Level.HIGHER


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (960, "£960"),
        (9_999, "£9,999"),
        (44_999, "£40,000"),
        (995_000, "£1,000,000"),
        (1_000_000, "£1.0 million"),
        (13_359_000, "£13.4 million"),
    ],
)
def test_money_is_said_as_exactly_as_it_is_known(value: float, said: str) -> None:
    assert words.costs.pounds(value) == said
