"""Results as tables: the same figures as on the chart, rounded and in words, with marks for what is hidden."""

import pytest

from metrics import tables
from metrics.ask import Ask
from metrics.results import Choice, Kind
from metrics.tables import Table
from tests.metrics.conftest import Opened
from tests.metrics.worlds import editions, rates

WORLD = rates("""
    Herefordshire | 2024 | 2025-11-26 | c      | 34,260     | c
    Herefordshire | 2025 | 2025-11-26 | 344    | 34,439     | 100
    Shropshire    | 2025 | 2025-11-26 | 717    | 60,153     | 119
    Leicester     | 2025 | 2025-11-26 | x      | 80,000     | x
    West Midlands | 2025 | 2025-11-26 | 11,560 | 1,351,245  | 86
    England       | 2024 | 2025-11-26 | 83,530 | 12,050,700 | 69
    England       | 2025 | 2025-11-26 | 81,770 | 12,183,016 | 67
""") + editions("2025 | 2025-05-01 | Herefordshire | Shropshire, Leicester, Rutland")
RATE, COUNT = "children_looked_after_rate", "children_looked_after"


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(WORLD)


def _titles(table: Table) -> list[str]:
    return [column.title for column in table.columns]


def test_a_trend_has_a_row_per_period_newest_first_with_what_it_is_beside(ask: Ask) -> None:
    table = tables.trend(ask.trend(RATE, "Herefordshire"))
    assert _titles(table) == [
        "31 March", "Herefordshire", "n of N", "Median of neighbours", "Neighbours with a figure", "West Midlands", "England",
    ]  # fmt: skip
    assert table.rows[0] == ("2025", "99.9", "344 of 34,439", "119.2", "1 of 3", "85.6", "67.1")
    assert table.caption == "Children looked after, rate per 10,000: Herefordshire"


def test_a_suppressed_figure_is_a_mark_without_counts_and_the_key_explains_it(ask: Ask) -> None:
    table = tables.trend(ask.trend(RATE, "Herefordshire"))
    assert table.rows[1] == ("2024", "[c]", "", "none", "0 of 3", "", "69.3")
    assert table.key == "[c] too few children to show."


def test_beside_the_region_or_england_the_neighbours_have_no_column(ask: Ask) -> None:
    table = tables.trend(ask.trend(RATE, "Herefordshire", Choice(kind=Kind.ENGLAND)))
    assert _titles(table) == ["31 March", "Herefordshire", "n of N", "West Midlands", "England"]


def test_a_plain_count_stands_alone_because_councils_differ_in_size(ask: Ask) -> None:
    result = ask.trend(COUNT, "Herefordshire")
    assert _titles(tables.trend(result)) == ["31 March", "Herefordshire"]
    assert tables.trend(result).rows == (("2025", "344"), ("2024", "[c]"))


def test_counts_of_the_neighbours_are_listed_with_the_caution_that_they_are_not_to_be_compared(ask: Ask) -> None:
    table = tables.trend_of_neighbours(ask.trend(COUNT, "Herefordshire"))
    assert table is not None and table.rows[0] == ("Shropshire", "[not held]", "717")
    assert table.caption.endswith("each statistical neighbour, nearest first (not compared: councils differ in size)")


def test_the_list_of_each_neighbour_has_the_years_in_which_the_authority_has_none(opened: Opened) -> None:
    lines = "Kent | 2025 | 2025-11-26 | 344 | 34,439 | 100\nRutland | 2024 | 2025-11-26 | 40 | 8,000 | 50"
    ask = opened(rates(lines) + editions("2025 | 2025-05-01 | Kent | Rutland"))
    table = tables.trend_of_neighbours(ask.trend(RATE, "Kent"))
    assert table is not None and _titles(table) == ["Neighbour", "2024", "2025"]
    assert table.rows == (("Rutland", "50.0", "[not held]"),)


def test_without_neighbours_there_is_no_list_of_them(ask: Ask) -> None:
    assert tables.trend_of_neighbours(ask.trend(RATE, "Leicester")) is None


def test_each_neighbour_has_a_row_and_a_period_that_no_release_covers_says_so(ask: Ask) -> None:
    table = tables.trend_of_neighbours(ask.trend(RATE, "Herefordshire"))
    assert table is not None
    assert _titles(table) == ["Neighbour", "2024", "2025"]
    assert table.rows == (
        ("Shropshire", "[not held]", "119.2"),
        ("Leicester", "[not held]", "[x]"),
        ("Rutland", "[not held]", "[not held]"),
    )
    assert table.key == "[x] not available; [not held] no release that old is held."


def test_neighbours_are_listed_nearest_first_with_their_closeness_and_status(ask: Ask) -> None:
    table = tables.neighbours(ask.neighbours(RATE, "Herefordshire"))
    assert _titles(table) == ["Council", "Closeness", "Figure", "n of N", "Status"]
    assert table.rows == (
        ("Herefordshire", "this council", "99.9", "344 of 34,439", "published"),
        ("Shropshire", "Very close", "119.2", "717 of 60,153", "published"),
        ("Leicester", "Very close", "[x]", "", "not available"),
        ("Rutland", "Very close", "[not held]", "", "no release that old is held"),
    )


def test_the_neighbours_as_one_figure_say_how_many_of_how_many_had_one(ask: Ask) -> None:
    table = tables.summaries(ask.neighbours(RATE, "Herefordshire"))
    assert table is not None
    assert table.rows == (
        ("Median of the neighbours", "119.2", "1 of 3"),
        ("Mean of the neighbours", "119.2", "1 of 3"),
        ("Pooled figure of the neighbours", "119.2", "1 of 3"),
        ("West Midlands", "85.6", "11,560 of 1,351,245"),
        ("England", "67.1", "81,770 of 12,183,016"),
    )
    assert tables.summaries(ask.neighbours(COUNT, "Herefordshire")) is None


def test_where_every_council_has_a_figure_no_column_repeats_that_it_is_published(opened: Opened) -> None:
    lines = "Kent | 2025 | 2025-11-26 | 344 | 34,439 | 100\nRutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"
    ask = opened(rates(lines) + editions("2025 | 2025-05-01 | Kent | Rutland"))
    assert _titles(tables.neighbours(ask.neighbours(RATE, "Kent"))) == ["Council", "Closeness", "Figure", "n of N"]


def test_an_authority_without_a_list_of_neighbours_is_compared_with_region_and_england_only(ask: Ask) -> None:
    table = tables.summaries(ask.neighbours(RATE, "Shropshire"))
    assert table is not None
    assert [row[0] for row in table.rows] == ["West Midlands", "England"]


def test_the_number_that_a_mean_rests_on_is_not_called_n_of_n(bundled: Ask) -> None:
    table = tables.trend(bundled.trend("sdq_average_score", "Herefordshire"))
    assert _titles(table)[:3] == ["Year to 31 March", "Herefordshire", "n"]
