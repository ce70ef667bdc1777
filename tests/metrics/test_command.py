"""`python -m metrics`: stdout is data and nothing else, whatever is asked."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from data.command import as_command
from data.status import Status
from data.store import BUNDLED, VARIABLE
from metrics.__main__ import app
from metrics.catalogue import catalogue
from tests.metrics.worlds import TITLE, editions, entries, figures, publish, rates

RATE = "children_looked_after_rate"
FACTS = (
    "indicator,breakdown,area_code,la_number,area_name,area_level,period,period_kind,numerator,denominator,value,status,"
    "published_value,release,published_on"
)
PERIOD_KINDS = {"31 March", "year to 31 March", "academic year", "financial year", "30 September"}
DRAWN = """
    Herefordshire | 2023 | 2023-11-16 | 412 | 33,987 | 121
    Herefordshire | 2023 | 2024-11-14 | 413 | 33,968 | 122
    Herefordshire | 2025 | 2025-11-26 | 344 | 34,439 | 100
    Leicester     | 2025 | 2025-11-26 | 600 | 90,000 | 67
    Rutland       | 2025 | 2025-11-26 | c   | 8,000  | c
"""
LISTS = """
    2021 | 2021-04-01 | Herefordshire | Leicester
    2025 | 2025-05-01 | Herefordshire | Rutland, Leicester
"""


class Answer(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        """stdout as CSV; it must be nothing but that."""
        read = csv.DictReader(io.StringIO(self.out), strict=True)
        found = list(read)
        assert all(None not in row and None not in row.values() for row in found)
        return found

    @property
    def json(self) -> Any:
        """stdout as JSON; it must be nothing but that."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one small snapshot."""
    folder = tmp_path_factory.mktemp("store")
    parts = "area | period | released | numerator | denominator\n Rutland | 2025 | 2025-11-26 | {} | 40"
    orders = entries("legal_status")["legal_status"]
    whole = figures(orders, parts.format(20), "Full care order")
    interim = figures(orders, parts.format(5).replace(" | denominator", "").replace(" | 40", ""), "Interim care order")
    publish(rates(DRAWN) + editions(LISTS) + whole + interim, folder)
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], store: Path) -> Run:
    """`run("facts", "--csv")` on the small snapshot, whatever this computer's own store holds."""
    monkeypatch.setenv(VARIABLE, str(store))

    def command(*words: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["metrics", *words])
        try:
            as_command(app)
        except SystemExit as left:
            said = capsys.readouterr()
            return Answer(int(left.code or 0), said.out, said.err)
        raise AssertionError("a command line that did not leave")

    return command


def test_list_prints_every_indicator_in_order(run: Run) -> None:
    answer = run("list")
    assert answer.out.splitlines()[0] == "indicator,principle,code,title,better,unit,source"
    assert [row["indicator"] for row in answer.rows] == list(catalogue())
    assert run("list", "--json").json == answer.rows
    assert (answer.code, answer.err) == (0, "")


def test_show_says_what_an_indicator_is(run: Run) -> None:
    answer = run("show", RATE)
    assert answer.out.startswith("Children looked after, rate per 10,000 (children_looked_after_rate, C2)\n")
    assert "divided by" in answer.out and "Questions to ask:" in answer.out
    assert (answer.code, answer.err) == (0, "")


def test_facts_are_printed_in_the_columns_that_were_promised(run: Run) -> None:
    answer = run("facts", "--csv", "--store", str(BUNDLED))
    assert answer.out.splitlines()[0] == FACTS
    assert (answer.code, answer.err) == (0, "")
    rows = answer.rows
    assert {row["indicator"] for row in rows} == {entry.id for entry in catalogue().measured}
    assert {row["period_kind"] for row in rows} <= PERIOD_KINDS
    assert [row["period"] for row in rows if not re.fullmatch(r"20\d\d(/\d\d)?", row["period"])] == []
    assert {row["status"] for row in rows} <= {status.value for status in Status}
    assert [row for row in rows if (row["status"] == "published") != bool(row["value"])] == []
    assert len({(r["indicator"], r["breakdown"], r["area_code"], r["period"]) for r in rows}) == len(rows)


def test_facts_without_an_option_are_csv(run: Run) -> None:
    asked = ("facts", "--indicator", RATE, "--area", "Rutland")
    assert run(*asked).out == run(*asked, "--csv").out


def test_facts_keep_every_decimal_and_count_people_in_whole_numbers(run: Run) -> None:
    row = run("facts", "--indicator", RATE, "--area", "884").rows[-1]
    assert row == {
        "indicator": RATE, "breakdown": "Total", "area_code": "E06000019", "la_number": "884",
        "area_name": "Herefordshire, County of", "area_level": "Local authority", "period": "2025", "period_kind": "31 March",
        "numerator": "344", "denominator": "34439", "value": str(344 * 10_000 / 34_439), "status": "published",
        "published_value": "100", "release": f"{TITLE}, 2025-11-26",
        "published_on": "2025-11-26",
    }  # fmt: skip


def test_facts_as_json_are_the_same_rows(run: Run) -> None:
    asked = ("facts", "--indicator", RATE, "--indicator", "legal_status", "--area", "Rutland", "--area", "Leicester")
    rows, objects = run(*asked).rows, run(*asked, "--json").json
    assert [list(o) for o in objects] == [FACTS.split(",")] * len(rows)
    assert {(r["indicator"], r["area_name"]) for r in rows} == {
        (RATE, "Rutland"), (RATE, "Leicester"), ("legal_status", "Rutland"),
    }  # fmt: skip
    for row, found in zip(rows, objects, strict=True):
        assert row == {name: "" if v is None else str(int(v) if isinstance(v, float) and v.is_integer() else v)
                       for name, v in found.items()}  # fmt: skip


def test_facts_of_one_breakdown(run: Run) -> None:
    rows = run("facts", "--indicator", "legal_status").rows
    assert [row["breakdown"] for row in rows] == ["Full care order", "Interim care order"]
    rows = run("facts", "--indicator", "legal_status", "--breakdown", "Interim care order").rows
    assert [(row["breakdown"], row["numerator"], row["value"]) for row in rows] == [("Interim care order", "5", "12.5")]


def test_facts_known_on_a_day_and_as_first_published(run: Run) -> None:
    asked = ("facts", "--indicator", "children_looked_after", "--area", "Herefordshire", "--known-on")
    for known, number in (("2023-12-31", "412"), ("first", "412"), ("now", "413")):
        assert {r["period"]: r["numerator"] for r in run(*asked, known).rows}["2023"] == number


def test_neighbours_as_json_have_the_shape_that_was_promised(run: Run) -> None:
    answer = run("neighbours", "--indicator", RATE, "--area", "Herefordshire", "--period", "2025", "--edition", "2025", "--json")
    found = answer.json
    assert (answer.code, answer.err) == (0, "")
    assert found.keys() >= {"area", "value", "status", "edition", "mean", "median", "pooled", "n", "of", "neighbours"}
    assert (found["area"], found["status"], found["edition"], found["n"], found["of"]) == ("E06000019", "published", "2025", 1, 2)
    assert found["value"] == 344 * 10_000 / 34_439
    assert [round(found[name], 1) for name in ("mean", "median", "pooled")] == [66.7] * 3
    rutland, leicester = found["neighbours"]
    assert rutland == {
        "area_code": "E06000017", "area_name": "Rutland", "closeness": "Very close", "value": None, "numerator": None,
        "denominator": 8_000, "status": "suppressed",
    }  # fmt: skip
    assert list(leicester) == list(rutland)


def test_neighbours_without_an_option_are_csv_nearest_first(run: Run) -> None:
    answer = run("neighbours", "--indicator", RATE, "--area", "884")
    assert answer.out.splitlines()[0] == "area_code,area_name,closeness,value,numerator,denominator,status"
    assert [row["area_name"] for row in answer.rows] == ["Rutland", "Leicester"]


def test_neighbours_known_before_may_2025_are_those_of_2021(run: Run) -> None:
    asked = ("neighbours", "--indicator", RATE, "--area", "884", "--period", "2023", "--json", "--known-on")
    before, now = run(*asked, "2025-04-30").json, run(*asked, "now").json
    assert (before["edition"], before["of"], before["neighbours"][0]["status"]) == ("2021", 1, "not_held")
    assert (now["edition"], now["of"], now["numerator"]) == ("2025", 2, 413)


def test_neighbours_of_an_authority_without_any_are_an_empty_list(run: Run) -> None:
    found = run("neighbours", "--indicator", RATE, "--area", "Rutland", "--json").json
    assert (found["neighbours"], found["n"], found["of"], found["mean"], found["pooled"]) == ([], 0, 0, None, None)


def test_check_prints_counts_and_says_the_summary_on_stderr(run: Run) -> None:
    answer = run("check", "--store", str(BUNDLED))
    assert answer.out.splitlines()[0] == "indicator,area_level,agree,within_rounding,differ,known_figure"
    assert {row["known_figure"] for row in answer.rows} == {"agrees"}
    assert sum(int(row["agree"]) for row in answer.rows) > 100_000
    assert "facts agree with the published figure" in answer.err
    assert answer.code == 0


def test_check_leaves_with_5_where_a_known_figure_is_not_given_back(run: Run) -> None:
    answer = run("check")
    assert "foster_care: no fact for E06000019 in 2025." in answer.err
    assert {row["known_figure"] for row in answer.rows if row["indicator"] == RATE} == {"agrees"}
    assert answer.code == 5


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("show", "foster_cares"), 3, 'Did you mean "foster_care"?'),
        (("facts", "--indicator", "foster_cares"), 3, 'Did you mean "foster_care"?'),
        (("facts", "--indicator", RATE, "--breakdown", "Girls"), 3, 'has no breakdown "Girls"'),
        (("facts", "--known-on", "yesterday"), 3, "Use now, first or a date such as 2024-12-31"),
        (("neighbours", "--indicator", RATE, "--area", "Rutland", "--edition", "2019"), 3, "Held: 2021, 2025"),
        (("neighbours", "--indicator", RATE, "--area", "Rutland", "--period", "1999"), 3, "is not held for Rutland in 1999"),
        (("facts", "--area", "Atlantis"), 1, 'No area is called "Atlantis"'),
        (("facts", "--snapshot", "2020-01-01_000000000000"), 4, "There is no snapshot"),
        (("facts", "--store", "/nowhere"), 4, "holds no snapshot"),
        (("neighbours", "--area", "Rutland"), 2, "--indicator"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence_on_stderr_and_an_exit_code(
    run: Run, words: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert "Traceback" not in answer.err
