"""What is downloaded: full precision, a status for every figure, source and vintage on every row."""

import csv
import io
from datetime import date

import pytest

from metrics import downloads
from metrics.ask import Ask
from metrics.known_on import KnownOn
from metrics.results import Choice
from tests.metrics.conftest import Opened
from tests.metrics.worlds import TITLE, editions, rates

RATE, COUNT = "children_looked_after_rate", "children_looked_after"
WORLD = rates("""
    Herefordshire | 2024 | 2024-11-14 | c      | 34,260     | c
    Herefordshire | 2025 | 2025-11-26 | 344    | 34,439     | 100
    Shropshire    | 2025 | 2025-11-26 | 717    | 60,153     | 119
    West Midlands | 2025 | 2025-11-26 | 11,560 | 1,351,245  | 86
    England       | 2025 | 2025-11-26 | 81,770 | 12,183,016 | 67
""") + editions("2025 | 2025-05-01 | Herefordshire | Shropshire, Leicester")


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(WORLD)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_downloaded_figure_has_every_digit_its_counts_its_source_and_its_vintage(ask: Ask) -> None:
    rows = _rows(downloads.trend(ask.trend(RATE, "Herefordshire"), ask.manifest))
    (own,) = [row for row in rows if row["role"] == "own" and row["period"] == "2025"]
    assert float(own["value"]) == 344 * 10_000 / 34_439
    assert (own["numerator"], own["denominator"], own["status"]) == ("344", "34439", "published")
    assert (own["publisher"], own["source"]) == ("A publisher", "Children looked after: number and rate per 10,000 children")
    assert (own["release"], own["published_on"]) == (f"{TITLE}, 2025-11-26", "2025-11-26")
    assert (own["known_on"], own["edition"], own["snapshot"]) == ("now", "2025", ask.manifest.id)
    assert own["licence"] == "Open Government Licence v3.0"
    assert (own["area_code"], own["la_number"], own["area_name"]) == ("E06000019", "884", "Herefordshire, County of")


def test_a_suppressed_figure_is_empty_with_its_status_never_zero(ask: Ask) -> None:
    rows = _rows(downloads.trend(ask.trend(RATE, "Herefordshire"), ask.manifest))
    (hidden,) = [row for row in rows if row["role"] == "own" and row["period"] == "2024"]
    assert (hidden["value"], hidden["numerator"], hidden["status"]) == ("", "", "suppressed")


def test_a_trend_holds_every_line_of_the_chart_and_the_benchmark_with_n_of_n(ask: Ask) -> None:
    rows = _rows(downloads.trend(ask.trend(RATE, "Herefordshire"), ask.manifest))
    assert {row["role"] for row in rows} == {"own", "neighbour", "region", "england", "median"}
    (median,) = [row for row in rows if row["role"] == "median" and row["period"] == "2025"]
    assert (median["n"], median["of"], float(median["value"])) == ("1", "2", 717 * 10_000 / 60_153)
    assert median["area_name"] == "median of the neighbours of Herefordshire"


def test_counts_are_not_given_a_benchmark(ask: Ask) -> None:
    rows = _rows(downloads.trend(ask.trend(COUNT, "Herefordshire"), ask.manifest))
    assert "median" not in {row["role"] for row in rows}


def test_a_comparison_holds_each_neighbour_with_its_closeness_and_the_three_ways_to_sum_them_up(ask: Ask) -> None:
    rows = _rows(downloads.neighbours(ask.neighbours(RATE, "Herefordshire"), ask.manifest))
    assert [row["role"] for row in rows] == ["own", "neighbour", "neighbour", "region", "england", "median", "mean", "pooled"]
    assert [row["closeness"] for row in rows if row["role"] == "neighbour"] == ["Very close", "Very close"]
    assert [row["status"] for row in rows if row["role"] == "neighbour"] == ["published", "not_held"]


def test_a_scorecard_holds_the_whole_history_of_each_measure(ask: Ask) -> None:
    rows = _rows(downloads.scorecard(ask.scorecard("context", "Herefordshire"), ask.manifest))
    assert [(row["indicator"], row["role"], row["period"]) for row in rows] == [
        (COUNT, "own", "2024"), (COUNT, "own", "2025"), (RATE, "own", "2024"), (RATE, "own", "2025"), (RATE, "median", "2025"),
    ]  # fmt: skip


def test_the_vintage_asked_for_stands_on_every_row(ask: Ask) -> None:
    choice = Choice(known_on=KnownOn(date(2024, 12, 31)))
    rows = _rows(downloads.trend(ask.trend(RATE, "Herefordshire", choice), ask.manifest))
    assert {(row["known_on"], row["period"]) for row in rows} == {("2024-12-31", "2024")}


def test_the_catalogue_is_downloaded_whole(bundled: Ask) -> None:
    rows = _rows(downloads.catalogue(bundled.catalogue.values()))
    assert [row["id"] for row in rows] == list(bundled.catalogue)
    assert rows[0]["plain"] == next(iter(bundled.catalogue.values())).plain
