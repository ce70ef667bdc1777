"""Observations: what a published cell means, and that nothing is interpreted away."""

import pytest

from data.areas import load
from data.observe import observe
from data.status import SYMBOLS, Status
from tests.data.drawn import bound_rows, expect, observations, published_rows

HEALTH = """
year | area          | cla_group                         | characteristic           | number | percentage
2025 | England       | Ages 5 to 16 years with SDQ score | SDQ score was received   |    900 | 75
2025 | England       | Ages 5 to 16 years with SDQ score | SDQ average score        |   14.3 | z
2025 | Herefordshire | Ages 5 to 16 years with SDQ score | SDQ score was received   |      c | c
2025 | Herefordshire | Ages 5 to 16 years with SDQ score | SDQ average score        |      c | z
"""


def one(count: str) -> str:
    return f"""
    year | area          | population_type | population_estimate | children_count | rate_per_10000
    2025 | Herefordshire | on 31 March     | 20000               | {count}        | 95
    """


def test_a_suppressed_figure_is_a_gap_not_zero() -> None:
    expect(
        observations(one("c")),
        """
        area          | period | breakdown   | measure             | value | status
        Herefordshire | 2025   | on 31 March | children_count      |       | suppressed
        Herefordshire | 2025   | on 31 March | population_estimate | 20000 | published
        Herefordshire | 2025   | on 31 March | rate_per_10000      | 95    | published
        """,
    )
    count = observations(one("c"))["value"][0]
    assert not count.is_valid


def test_a_published_zero_is_zero() -> None:
    row = observations(one("0")).to_pylist()[0]
    assert (row["value"], row["status"]) == (0.0, "published")


@pytest.mark.parametrize(
    ("symbol", "status"),
    [
        ("c", "suppressed"),
        ("k", "rounds_to_zero"),
        ("low", "low"),
        ("x", "not_available"),
        ("z", "not_applicable"),
        ("u", "low_reliability"),
    ],
)
def test_every_symbol_keeps_its_own_meaning(symbol: str, status: str) -> None:
    row = observations(one(symbol)).to_pylist()[0]
    assert (row["value"], row["status"]) == (None, status)


def test_every_symbol_is_under_test_and_no_symbol_means_published_or_not_held() -> None:
    assert set(SYMBOLS) == {"c", "k", "low", "x", "z", "u"}
    assert set(Status) - set(SYMBOLS.values()) == {Status.PUBLISHED, Status.NOT_HELD}


def test_a_mean_printed_in_the_column_of_counts_is_no_count() -> None:
    table = observations(HEALTH, "cla_conviction_health")
    expect(
        table.slice(0, 4),
        """
        area          | measure        | value | status
        England       | children_count | 900   | published
        England       | average_score  | 14.3  | published
        Herefordshire | children_count |       | suppressed
        Herefordshire | average_score  |       | suppressed
        """,
    )
    assert set(table.slice(4)["measure"].to_pylist()) == {"children_percent"}


def test_an_academic_year_is_written_with_a_stroke() -> None:
    text = one("7").replace("2025 |", "202425 |")
    assert set(observations(text, identifier="Academic year")["period"].to_pylist()) == {"2024/25"}


def test_figures_under_an_old_code_are_filed_under_the_code_of_today() -> None:
    recoded = next(area for area in load() if area.other_codes)
    text = one("7").replace("Herefordshire", recoded.short_name)
    some = [row | {"new_la_code": recoded.other_codes[0]} for row in published_rows(text)]
    assert set(observe(bound_rows(some), load())["area_code"].to_pylist()) == {recoded.code}


def test_a_figure_keeps_its_decimals_and_its_sign() -> None:
    assert [row["value"] for row in observations(one("-1870.25")).to_pylist()][0] == -1870.25
