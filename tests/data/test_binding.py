"""Binding by name: both generations of headers, and what is said of a column that is missing, new or taken."""

from datetime import date
from pathlib import Path

import pytest

from data.areas import load
from data.binding import bind
from data.describe import sources
from data.errors import BadInput
from data.observe import observe
from data.reading import read_table
from tests.data.drawn import NEW, OLD, Rows, bound, bound_rows, expect, observations, published_rows, release, table_csv

STARTED_OLD = """
year | area    | cla_group | characteristic                          | number | percentage
2025 | England | Gender    | Total children                          |    300 | 100
2025 | England | Gender    | Male                                    |    180 | 60
"""

STARTED_NEW = """
year | area    | characteristic | breakdown | children_count | children_percent
2025 | England | Sex            | Total     |            300 | 100
2025 | England | Sex            | Male      |            180 | 60
"""


def renamed(some: Rows, old: str, new: str) -> Rows:
    return [{new if name == old else name: cell for name, cell in row.items()} for row in some]


def without(some: Rows, column: str) -> Rows:
    return [{name: cell for name, cell in row.items() if name != column} for row in some]


@pytest.mark.parametrize("text", [STARTED_OLD, STARTED_NEW], ids=["cla_group and characteristic", "characteristic and breakdown"])
def test_both_generations_of_headers_bind_to_the_same_words(text: str) -> None:
    expect(
        observations(text, "cla_started"),
        """
        area    | period | breakdown   | measure          | value | status
        England | 2025   | Sex & Total | children_count   | 300   | published
        England | 2025   | Sex & Male  | children_count   | 180   | published
        England | 2025   | Sex & Total | children_percent | 100   | published
        England | 2025   | Sex & Male  | children_percent | 60    | published
        """,
    )


def test_renamed_columns_and_labels_of_an_older_release_lead_to_the_same_observations() -> None:
    old, new = (bound(text) for text in (OLD, NEW))
    assert (old.column_names["children_count"], new.column_names["children_count"]) == ("number", "children_count")
    assert set(old.breakdowns) == set(new.breakdowns) == {"on 31 March"}


def test_the_order_of_columns_means_nothing() -> None:
    turned = [dict(reversed(row.items())) for row in published_rows(NEW)]
    assert observe(bound_rows(turned), load()).equals(observations(NEW))


def test_a_file_with_a_byte_order_mark_binds(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table_csv(NEW), encoding="utf-8-sig")
    assert bind(read_table(path, "a.csv"), sources()["cla_number_and_rate"], release()).rows == 10


def test_a_joint_return_becomes_an_observation_of_each_authority_that_says_with_whom() -> None:
    some = published_rows(
        """
        year | area                                      | inpost_fte
        2020 | Kingston upon Thames+Richmond upon Thames | 150.5
        """
    )
    others = {m.name: "z" for m in sources()["workforce"].measures if m.name != "inpost_fte"}
    table = observe(bound_rows([row | others for row in some], "workforce"), load())
    expect(
        table.slice(0, 2),
        """
        area                 | period | breakdown | measure    | value | status    | joint_with
        Kingston upon Thames | 2020   | Total     | inpost_fte | 150.5 | published | E09000027
        Richmond upon Thames | 2020   | Total     | inpost_fte | 150.5 | published | E09000021
        """,
    )
    assert table.num_rows == 2 * 22


def test_a_return_of_one_authority_is_joint_with_nobody() -> None:
    assert set(observations(NEW)["joint_with"].to_pylist()) == {""}


def test_every_observation_says_its_source_its_release_and_its_day() -> None:
    row = observations(NEW).slice(0, 1).to_pylist()[0]
    assert (row["source"], row["release"], row["published_on"]) == (
        "cla_number_and_rate",
        "Children looked after in England including adoptions, 2025",
        date(2025, 11, 26),
    )


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("time_period", 'drawn.csv, row 1: there is no column "time_period". '),
        ("new_la_code", 'drawn.csv, row 1: there is no column "new_la_code". Did you mean "old_la_code"? '),
        ("children_count", 'drawn.csv, row 1: there is no column "children_count" or "number" for our "children_count". '),
        (
            "population_type",
            'drawn.csv, row 1: there is no column "population_type" or "population_count" for our "population". ',
        ),
        ("population_estimate", 'drawn.csv, row 1: there is no column "population_estimate". '),
    ],
)
def test_a_missing_column_is_named_with_every_spelling_that_would_do(column: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        bound_rows(without(published_rows(NEW), column))
    assert str(caught.value).startswith(said)
    assert str(caught.value).endswith("if its publisher renamed the column, add that name to the source's TOML.")


def test_one_column_is_never_read_as_two_dimensions() -> None:
    some = renamed(without(published_rows(STARTED_NEW), "breakdown"), "children_count", "number")
    with pytest.raises(BadInput, match='there is no column "breakdown" or "characteristic" for our "label"'):
        bound_rows(some, "cla_started")


def test_a_column_that_nobody_described_is_named_with_the_nearest_one() -> None:
    some = [row | {"rate_per_1000": "7"} for row in published_rows(NEW)]
    with pytest.raises(BadInput) as caught:
        bound_rows(some)
    assert str(caught.value) == (
        'drawn.csv, row 1: column "rate_per_1000" is not described in cla_number_and_rate.toml. Did you mean "rate_per_10000"? '
        "Describe it there, or check that this is the right file."
    )


def test_a_finding_says_where_in_the_words_of_the_file() -> None:
    assert bound(OLD).where(3, "children_count") == "drawn.csv, row 5, column number"
