"""The commands behind the page on data and methods, and the years that every question can be asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.errors import BadInput
from data.store import BUNDLED
from metrics.__main__ import app
from tests.data.drawn import write_two_releases
from tests.data.running import published

RATE = ("--indicator", "children_looked_after_rate", "--area", "Herefordshire")


def printed(*words: str, store: Path = BUNDLED) -> dict[str, object]:
    """The JSON that a command prints on a store; it must succeed."""
    result = CliRunner().invoke(app, [*words, "--store", str(store), "--json"])
    assert result.exit_code == 0, (result.output, result.exception)
    return json.loads(result.stdout)


def test_revisions_prints_every_vintage_and_what_each_changed() -> None:
    own, region, england = printed("revisions", *RATE, "--period", "2023")["histories"]
    counts = [(one["fact"]["numerator"], one["fact"]["denominator"]) for one in own["history"]["revisions"]]
    assert counts[0] == (412, 34031) and counts[-1] == (413, 33977)
    first = own["moves"][0]
    assert (first["people"], first["out_of_before"], first["out_of"]) == (counts[1][0] - 412, 34031, counts[1][1])
    assert (region["area_code"], england["area_code"]) == ("E12000005", "E92000001")


def test_every_year_of_a_figure_says_how_many_more_there_are_now() -> None:
    by_period = {one["period"]: one for one in printed("revisions", *RATE)["every_year"]}
    assert (by_period["2023"]["people"], by_period["2025"]["people"]) == (1, 0)


def test_held_prints_the_files_and_with_an_area_the_single_figures_that_were_revised(tmp_path: Path) -> None:
    for release in write_two_releases(tmp_path / "files"):
        published(tmp_path / "store", release)
    found = printed("held", store=tmp_path / "store")
    assert [one["source"] for one in found["files"]].count("cla_number_and_rate") == 2 and "largest" not in found
    asked = printed("held", "--area", "Rutland", store=tmp_path / "store")
    assert asked["revised"] == sum(table["revised"] for table in asked["changes"]) > 0
    assert all(one["area_code"] == "E06000017" for one in asked["largest_of_area"])


def test_a_question_is_asked_of_some_years_only() -> None:
    facts = printed("trend", *RATE, "--years", "2021-2023")["own"]["facts"]
    assert [fact["period"] for fact in facts] == ["2021", "2022", "2023"]


@pytest.mark.parametrize("word", ["2023", "2023-2021", "soon-2023"])
def test_years_that_are_no_span_are_told_how_to_be_written(word: str) -> None:
    result = CliRunner().invoke(app, ["trend", *RATE, "--store", str(BUNDLED), "--years", word])
    assert isinstance(result.exception, BadInput) and "such as 2021-2025" in str(result.exception)


def test_councils_of_ones_own_choice_stand_beside_a_trend_and_in_a_period() -> None:
    (kent,) = printed("trend", *RATE, "--with", "Kent")["chosen"]
    beside = printed("neighbours", *RATE, "--with", "Kent")["chosen"]
    assert kent["area"]["code"] == beside[0]["area_code"] == "E10000016"
    assert kent["facts"][-1]["value"] == beside[0]["value"]


def test_sentences_that_only_the_page_says_are_in_the_json_alone() -> None:
    found = printed("explain", "--area", "Herefordshire")
    assert any("387 + 68 − 111 = 344" in line for line in found["page"])
    plain = CliRunner().invoke(app, ["explain", "--area", "Herefordshire", "--store", str(BUNDLED)])
    assert found["words"] == plain.stdout.splitlines()


def test_the_move_of_a_row_and_how_many_are_short_of_its_target_are_in_the_scorecard() -> None:
    found = printed("scorecard", "--area", "Herefordshire", "--principle", "1")
    moved = {one["indicator"]["id"]: one for one in found["moves"]}
    rows = {one["indicator"]["id"]: one for one in found["rows"]}
    returned = rows["sdq_returned"]
    assert moved["sdq_returned"]["people"] == returned["latest"]["numerator"] - returned["before"]["numerator"]
    aimed = {one["indicator"]["id"]: one for one in found["targets"]}
    short = aimed["sdq_returned"]
    assert (short["target"], short["people"]) == (100, returned["latest"]["denominator"] - returned["latest"]["numerator"])
    assert aimed["initial_health_assessment_on_time"]["people"] is None
