"""Facts made of several figures: sums, joint returns, means, and denominators that another table publishes."""

from pathlib import Path

import pytest

from metrics.catalogue import catalogue
from metrics.known_on import FIRST, known_on
from tests.metrics.conftest import Opened
from tests.metrics.drawing import expect
from tests.metrics.worlds import OF_POPULATION, World, entries, figures, observed, own_entry

SUMMED, MEAN, POSTS = (catalogue()[id_] for id_ in ("left_care_returned_home", "sdq_average_score", "social_worker_vacancy"))


@pytest.mark.parametrize(
    ("planned", "unplanned", "total", "value", "status"),
    [
        ("30", "20", "200", "25", "published"),
        ("c", "20", "200", "", "suppressed"),
        ("30", "c", "200", "", "suppressed"),
        ("z", "c", "200", "", "suppressed"),
        ("x", "z", "200", "", "not_available"),
        ("30", "", "200", "", "not_available"),
        ("c", "", "200", "", "suppressed"),
        ("z", "", "200", "", "not_available"),
        ("30", "20", "c", "", "suppressed"),
    ],
)
def test_a_sum_of_labels_is_unknown_if_any_part_of_it_is(
    opened: Opened, planned: str, unplanned: str, total: str, value: str, status: str
) -> None:
    drawn = f"""
        area    | period | released   | numerator 1 | numerator 2 | denominator
        Rutland | 2025   | 2025-11-26 | {planned}   | {unplanned} | {total}
    """
    expect(opened(figures(SUMMED, drawn), entries(SUMMED.id)).facts(), f"value | status\n {value} | {status}")


def test_a_sum_shows_no_part_of_itself(opened: Opened) -> None:
    drawn = """
        area    | period | released   | numerator 1 | numerator 2 | denominator
        Rutland | 2025   | 2025-11-26 | 30          | c           | 200
    """
    expect(opened(figures(SUMMED, drawn), entries(SUMMED.id)).facts(), "numerator | denominator | value\n | 200 | ")


def test_vacancies_are_a_share_of_vacancies_and_posts_together(opened: Opened) -> None:
    drawn = """
        area    | period | released   | numerator | denominator 2 | published
        Rutland | 2025   | 2026-02-26 | 10.5      | 31.5          | 25.0
        Reading | 2025   | 2026-02-26 | 10.5      | u             | 25.0
    """
    expect(
        opened(figures(POSTS, drawn), entries(POSTS.id)).facts(),
        """
        area    | numerator | denominator | value | status
        Rutland | 10.5      | 42.0        | 25.0  | published
        Reading | 10.5      |             |       | low_reliability
        """,
    )


def test_a_joint_return_stands_for_both_authorities_and_says_so(opened: Opened) -> None:
    drawn = """
        area                                        | period | released   | numerator | denominator 2 | published
        Kingston upon Thames + Richmond upon Thames | 2025   | 2026-02-26 | 10.0      | 30.0          | 25.0
        Merton                                      | 2025   | 2026-02-26 | 5.0       | 20.0          | 20.0
    """
    ask = opened(figures(POSTS, drawn), entries(POSTS.id))
    expect(
        ask.facts(),
        """
        area                 | numerator | value
        Kingston upon Thames | 10        | 25
        Merton               | 5         | 20
        Richmond upon Thames | 10        | 25
        """,
    )
    kingston, merton = (ask.trend(POSTS.id, name) for name in ("Kingston upon Thames", "Merton"))
    assert [f.joint_with for f in kingston.own.facts] == ["E09000027"]
    assert [f.joint_with for f in merton.own.facts] == [""]
    assert any("together with Richmond upon Thames" in note for note in kingston.notes)
    assert not any("together" in note for note in merton.notes)


@pytest.mark.parametrize(
    ("score", "people", "value", "status"),
    [
        ("14.3", "120", "14.3", "published"),
        ("0", "0", "", "not_applicable"),
        ("c", "c", "", "suppressed"),
        ("14.3", "x", "14.3", "published"),
    ],
)
def test_a_mean_is_as_published_but_a_mean_of_nobody_is_not_applicable(
    opened: Opened, score: str, people: str, value: str, status: str
) -> None:
    drawn = f"""
        area    | period | released   | value   | denominator
        Rutland | 2025   | 2025-11-26 | {score} | {people}
    """
    expect(
        opened(figures(MEAN, drawn), entries(MEAN.id)).facts(), f"numerator | value | status\n | {value} | {status}"
    )


def started(text: str) -> World:
    """Children who started to be looked after: area | period | released | children_count."""
    return observed("cla_number_and_rate", f"area | period | released | children_count\n{text}", "starting in the year")


def population(text: str) -> World:
    """Mid-year estimates: area | period | released | population_estimate."""
    return observed("population", f"area | period | released | population_estimate\n{text}", "0 to 17")


def test_a_denominator_of_another_table_is_taken_from_the_year_before(opened: Opened, tmp_path: Path) -> None:
    world = started("Rutland | 2025 | 2025-11-26 | 20")
    others = "Rutland | 2023 | 2025-07-30 | 1,000\n Rutland | 2024 | 2025-07-30 | 8,000\n Rutland | 2025 | 2025-07-30 | 9,000"
    ask = opened(world + population(others), own_entry(tmp_path, OF_POPULATION))
    expect(ask.facts(), "period | numerator | denominator | value | published_value\n 2025 | 20 | 8000 | 25 | ")


def test_a_denominator_that_is_revised_makes_a_new_vintage(opened: Opened, tmp_path: Path) -> None:
    revised = population("Rutland | 2024 | 2025-07-30 | 8,000\n Rutland | 2024 | 2026-07-30 | 10,000")
    ask = opened(started("Rutland | 2025 | 2025-11-26 | 20") + revised, own_entry(tmp_path, OF_POPULATION))
    for day, value in (("2025-11-26", 25), ("2026-07-29", 25), ("2026-07-30", 20), ("now", 20), ("first", 25)):
        expect(ask.facts(known_on=known_on(day)), f"numerator | value | published_on\n 20 | {value} | 2025-11-26")
    assert ask.facts(known_on=known_on("2025-11-25")) == []


def test_both_parts_revised_in_turn_make_one_vintage_each(opened: Opened, tmp_path: Path) -> None:
    count = started("Rutland | 2025 | 2025-11-26 | 20\n Rutland | 2025 | 2026-11-26 | 30")
    people = population("Rutland | 2024 | 2025-07-30 | 8,000\n Rutland | 2024 | 2026-07-30 | 10,000")
    ask = opened(count + people, own_entry(tmp_path, OF_POPULATION))
    for day, counted, value in (("2026-01-01", 20, 25), ("2026-08-01", 20, 20), ("2026-12-01", 30, 30)):
        expect(ask.facts(known_on=known_on(day)), f"numerator | value\n {counted} | {value}")


def test_a_figure_of_two_tables_is_not_held_before_both_are(opened: Opened, tmp_path: Path) -> None:
    count = started("Rutland | 2025 | 2025-11-26 | 20\n Rutland | 2025 | 2026-11-26 | 30")
    ask = opened(count + population("Rutland | 2024 | 2027-07-30 | 10,000"), own_entry(tmp_path, OF_POPULATION))
    for day in ("2025-12-01", "2026-12-01", "2027-07-29"):
        assert ask.facts(known_on=known_on(day)) == []
    expect(ask.facts(), "numerator | value\n 30 | 30")
    expect(ask.facts(known_on=FIRST), "numerator | value\n 30 | 30")


def test_a_denominator_that_no_release_of_the_other_table_has_is_not_available(opened: Opened, tmp_path: Path) -> None:
    world = started("Rutland | 2025 | 2025-11-26 | 20") + population("Reading | 2024 | 2025-07-30 | 8,000")
    expect(opened(world, own_entry(tmp_path, OF_POPULATION)).facts(), "numerator | value | status\n 20 | | not_available")
