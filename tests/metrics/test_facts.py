"""What a fact is: recomputed where it can be, with a status where it cannot, never worked out where it is hidden."""

import pytest

from metrics.catalogue import catalogue
from tests.metrics.conftest import Opened
from tests.metrics.drawing import expect
from tests.metrics.worlds import editions, entries, figures, observed, rates

RATE = "children_looked_after_rate"
STATUSES = [
    ("c", "suppressed"), ("k", "rounds_to_zero"), ("low", "low"), ("x", "not_available"), ("z", "not_applicable"),
    ("u", "low_reliability"),
]  # fmt: skip
HOMES, MEAN = catalogue()["foster_care"], catalogue()["sdq_average_score"]


def test_a_rate_is_recomputed_from_its_counts_and_the_published_one_stays_beside_it(opened: Opened) -> None:
    ask = opened(rates("Herefordshire | 2025 | 2025-11-26 | 344 | 34,434 | 100"))
    expect(
        ask.facts(),
        """
        indicator                  | numerator | denominator | value     | status    | published_value | period_kind
        children_looked_after      | 344       |             | 344       | published | 344             | 31 March
        children_looked_after_rate | 344       | 34,434      | 99.901260 | published | 100             | 31 March
        """,
    )


def test_a_percentage_is_recomputed_from_its_counts(opened: Opened) -> None:
    drawn = """
        area          | period | released   | numerator | denominator | published
        Herefordshire | 2025   | 2025-11-26 | 247       | 344         | 72
    """
    expect(opened(figures(HOMES, drawn), entries(HOMES.id)).facts(), "value | published_value\n 71.802 | 72")


def test_a_suppressed_figure_is_a_gap_not_zero(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | c | 8,000 | c"))
    expect(ask.facts(indicators=[RATE]), "numerator | denominator | value | status\n | 8000 | | suppressed")


def test_a_true_zero_is_a_figure(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 0 | 8,000 | 0"))
    expect(ask.facts(indicators=[RATE]), "numerator | value | status\n 0 | 0 | published")


@pytest.mark.parametrize(("symbol", "status"), STATUSES)
def test_each_symbol_of_a_count_keeps_its_own_word(opened: Opened, symbol: str, status: str) -> None:
    ask = opened(rates(f"Rutland | 2025 | 2025-11-26 | {symbol} | 8,000 | {symbol}"))
    expect(ask.facts(indicators=[RATE]), f"value | status\n | {status}")


@pytest.mark.parametrize(("symbol", "status"), STATUSES)
def test_each_symbol_of_a_denominator_keeps_its_own_word(opened: Opened, symbol: str, status: str) -> None:
    ask = opened(rates(f"Rutland | 2025 | 2025-11-26 | 40 | {symbol} | x"))
    expect(ask.facts(indicators=[RATE]), f"numerator | denominator | value | status\n 40 | | | {status}")


def test_the_numerator_s_reason_is_told_before_the_denominator_s(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | c | x | c"))
    expect(ask.facts(indicators=[RATE]), "value | status\n | suppressed")


def test_a_denominator_that_nobody_published_is_not_available(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | | "))
    expect(ask.facts(indicators=[RATE]), "numerator | denominator | value | status\n 40 | | | not_available")


def test_a_hidden_percentage_stays_hidden_though_the_counts_beside_it_are_there(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | c"))
    expect(ask.facts(indicators=[RATE]), "value | status | published_value\n | suppressed | ")


def test_a_percentage_that_its_publisher_rounds_to_zero_is_recomputed(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000,000 | k"))
    expect(ask.facts(indicators=[RATE]), "value | status | published_value\n 0.05 | published | ")


def test_a_share_of_nobody_is_no_figure_though_zero_is_printed(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 0 | 0 | 0"))
    expect(ask.facts(indicators=[RATE]), "numerator | denominator | value | status\n 0 | 0 | | not_applicable")


def test_where_counts_rounded_to_10_miss_the_published_rate_the_published_one_is_shown(opened: Opened) -> None:
    ask = opened(
        rates("""
            North East | 2024 | 2025-11-26 | 5,640 | 520,000 | 108
            North East | 2025 | 2025-11-26 | 5,640 | 520,000 | 109
        """)
    )
    expect(
        ask.facts(indicators=[RATE]),
        """
        period | numerator | denominator | value    | published_value
        2024   | 5640      | 520000      | 108.4615 | 108
        2025   | 5640      | 520000      | 109      | 109
        """,
    )


def test_a_school_year_belongs_to_the_calendar_year_in_which_it_ends(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2023/24 | 2025-11-26 | 40 | 8,000 | 50\n Rutland | 2024/25 | 2025-11-26 | 48 | 8,000 | 60"))
    expect(ask.trend(RATE, "Rutland").own.facts, "period | year | value\n 2023/24 | 2024 | 50\n 2024/25 | 2025 | 60")


def test_figures_of_other_labels_and_measures_make_no_facts(opened: Opened) -> None:
    world = rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50")
    other = "area | period | released | children_count | population_estimate\n Rutland | 2024 | 2025-11-26 | 9 | 8,000"
    ask = opened(world + observed("cla_number_and_rate", other, "starting in the year"))
    expect(ask.facts(indicators=[RATE]), "period | numerator\n 2025 | 40")


def test_a_snapshot_without_an_indicator_s_table_has_no_facts_of_it(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"), entries(RATE, MEAN.id))
    assert {row["indicator"] for row in ask.facts()} == {RATE}


def test_a_snapshot_without_one_figure_of_the_catalogue_still_opens(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"), entries(MEAN.id))
    assert ask.facts() == []


def test_a_snapshot_of_lists_of_neighbours_only_still_opens(opened: Opened) -> None:
    ask = opened(editions("2025 | 2025-05-01 | Rutland | Reading"))
    assert ask.facts() == []
    assert list(ask.editions) == ["2025"]
