"""The instrument itself: what is drawn is what is published, and a drawn table that differs is told apart."""

import pytest

from metrics.ask import Ask
from tests.metrics.conftest import Opened
from tests.metrics.drawing import drawn, expect
from tests.metrics.worlds import editions, rates


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    world = rates("""
        Leicester     | 2025 | 2025-11-26 | 500 | 80,000 | 63
        Herefordshire | 2025 | 2025-11-26 | c   | 34,434 | c
    """)
    return opened_once(world + editions("2025 | 2025-05-01 | Herefordshire | Leicester, Shropshire"))


def test_what_is_drawn_is_what_is_published(ask: Ask) -> None:
    expect(
        ask.facts(indicators=["children_looked_after_rate"]),
        """
        area          | period | numerator | denominator | value | published_value | status     | published_on
        Leicester     | 2025   | 500       | 80,000      | 62.5  | 63              | published  | 2025-11-26
        Herefordshire | 2025   |           | 34434       |       |                 | suppressed | 2025-11-26
        """,
    )
    assert ask.editions == {"2025": ask.manifest.source_files[0].published_on.replace(month=5, day=1)}
    assert ask.snapshot.damage() == []


@pytest.mark.parametrize(
    "mistaken",
    [
        "area | value\n Leicester | 62.6",
        "area | value\n Leicester | ",
        "area | value\n Herefordshire | 62.5",
        "area | value\n Leicester | 62.5\n Leicester | 62.5",
        "area | value",
    ],
)
def test_a_table_that_differs_is_told_apart(ask: Ask, mistaken: str) -> None:
    facts = ask.facts(indicators=["children_looked_after_rate"], areas=["E06000016"])
    expect(facts, "area | value\n Leicester | 62.5")
    with pytest.raises(AssertionError, match="but expected"):
        expect(facts, mistaken)


def test_a_drawn_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="shorter"):
        drawn("area | value\n Leicester")
