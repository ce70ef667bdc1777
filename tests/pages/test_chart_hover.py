"""Under the pointer: figure with unit, n of N, vintage, and why a figure is missing."""

from dataclasses import replace

from metrics.results import Benchmark, How, Kind
from pages.charts import hover
from pages.charts.lettering import width
from tests.pages.drawings import plain
from tests.pages.results_drawn import fact, indicator

VINTAGE = "Published 26 November 2025: Children looked after in England, 2025"
SHARE, COUNT, MEAN = indicator("%", 0), indicator("children", 0, "count"), indicator("points", 1, "mean")


def test_a_percentage_has_its_counts() -> None:
    said = plain(hover.of_fact("Testshire", fact(SHARE, "Testshire", "2025", "73"), SHARE))
    assert said == f"Testshire On 31 March 2025 73% 730 of 1,000 {VINTAGE}"


def test_a_count_is_said_once() -> None:
    said = plain(hover.of_fact("Testshire", fact(COUNT, "Testshire", "2025", "344"), COUNT))
    assert said == f"Testshire On 31 March 2025 344 children {VINTAGE}"


def test_a_mean_says_how_many_it_is_based_on() -> None:
    mean = replace(fact(MEAN, "Testshire", "2025", "14.3"), numerator=None, denominator=95.0)
    said = plain(hover.of_fact("Testshire", mean, MEAN))
    assert said == f"Testshire On 31 March 2025 14.3 points based on 95 {VINTAGE}"


def test_a_missing_figure_has_its_mark_and_its_reason_and_no_counts() -> None:
    hidden = replace(fact(SHARE, "Testshire", "2025", "c"), denominator=12.0)
    said = plain(hover.of_fact("Testshire", hidden, SHARE))
    assert said == f"Testshire On 31 March 2025 [c] too few children to show {VINTAGE}"


def test_a_joint_return_and_a_release_that_is_not_held_are_said() -> None:
    joint = replace(fact(SHARE, "Testshire", "2025", "73"), joint_with="E10000001")
    assert "One figure for a joint return with another authority." in plain(hover.of_fact("Testshire", joint, SHARE))
    unknown = replace(fact(SHARE, "Testshire", "2025", "z"), release="", published_on=None)
    assert plain(hover.of_fact("Testshire", unknown, SHARE)).endswith("No release of that day or before is held")


def test_a_benchmark_of_neighbours_says_how_many_had_a_figure_and_england_does_not() -> None:
    median = Benchmark(Kind.NEIGHBOURS, How.MEDIAN, "2025", "2025", 62.55, fact(SHARE, "x", "2025", "1").status, 9, 10)
    said = plain(hover.of_benchmark("the median", median, indicator()))
    assert said == "The median 2025 62.6 per 10,000 children 9 of 10 had a figure"
    england = plain(hover.of_benchmark("England", replace(median, kind=Kind.ENGLAND), indicator()))
    assert england == "England 2025 62.6 per 10,000 children"


def test_lines_are_short_enough_for_a_telephone() -> None:
    long = replace(fact(SHARE, "Testshire", "2025", "73"), release="A release with a title that goes on " * 5)
    said = hover.of_fact("Bournemouth, Christchurch and Poole", long, SHARE).split("<br>")
    assert max(width(plain(line)) for line in said) <= hover.ROOM
