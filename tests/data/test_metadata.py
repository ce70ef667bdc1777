"""A .meta.csv beside a published file: what it says must be what the file holds, and it must keep to the standard."""

from pathlib import Path

import pytest

from data.areas import load
from data.findings import Outcome
from data.gather import gather
from data.intake import take_in
from tests.data.drawn import NEW, RATE, incoming, table_csv, write_release
from tests.data.printed import printed

HEADER = "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column"
LINES = (
    "population_type,Filter,Population,,,,,",
    "population_estimate,Indicator,Children in the area,,,0,,",
    "children_count,Indicator,Number,,,0,,",
    "rate_per_10000,Indicator,Rate per 10000,,,0,,",
)


def said(tmp_path: Path, *lines: str, header: str = HEADER) -> list[str]:
    (tmp_path / RATE).write_text(table_csv(NEW))
    (tmp_path / RATE.replace(".csv", ".meta.csv")).write_text("\n".join((header, *lines)) + "\n")
    found = take_in(incoming(tmp_path / RATE), load()).findings
    assert all(f.check == "metadata" and f.outcome is Outcome.FAIL and f.help for f in found)
    return [f.message for f in found]


def test_a_description_that_agrees_is_silent(tmp_path: Path) -> None:
    assert said(tmp_path, *LINES) == []


@pytest.mark.parametrize(
    ("number", "line", "message"),
    [
        (0, "population_type,Indicator,Population,,,,,", '"population_type" is called Indicator; in the data it is a filter.'),
        (2, "children_count,Filter,Number,,,,,", '"children_count" is called Filter; in the data it is an indicator.'),
        (2, "children_count,Mean,Number,,,0,,", 'the col_type of "children_count" is "Mean"; expected Filter or Indicator.'),
        (2, "children_count,Indicator,,,,0,,", '"children_count" has no label.'),
        (2, "children_count,Indicator,Number,,children,0,,", 'the unit "children" of "children_count" is none of the standard.'),
        (2, "children_count,Indicator,Number,,,two,,", '"two" decimal places of "children_count" is no whole number.'),
        (0, "population_type,Filter,Who,,,1,,", 'the filter "population_type" has a unit or decimal places; only indicators do.'),
        (0, "population_type,Filter,Who,Counts,,,,",
         'the filter "population_type" has an indicator_grouping; only indicators do.'),
        (2, "children_count,Indicator,Number,,,0,Pick,",
         'the indicator "children_count" has a filter_hint or a filter_grouping_column; only filters do.'),
        (0, "population_type,Filter,Who,,,,,phase",
         'the data have no column "phase", by which "population_type" is said to be grouped.'),
        (2, "children_count,Indicator,Population,,,0,,", 'several columns have the label "Population".'),
    ],
)  # fmt: skip
def test_a_description_that_breaks_the_standard_fails(tmp_path: Path, number: int, line: str, message: str) -> None:
    assert said(tmp_path, *LINES[:number], line, *LINES[number + 1 :]) == [message]


def test_a_column_that_groups_the_labels_of_a_filter_is_described_by_that_filter(tmp_path: Path) -> None:
    source, raw = "cla_placement_stability", printed("cla_placement_stability")
    (tmp_path / "table.csv").write_text(raw)
    lines = [
        "placement_stability,Filter,Breakdown,,,,,cla_group",
        "children_count,Indicator,Number,,,0,,",
        "children_percent,Indicator,Percentage,,%,0,,",
    ]
    (tmp_path / "table.meta.csv").write_text("\n".join((HEADER, *lines)) + "\n")
    assert take_in(incoming(tmp_path / "table.csv", source), load()).findings == ()


def test_a_column_that_only_one_of_the_two_has_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, *LINES[:3]) == ['the column "rate_per_10000" of the data is not described.']
    assert said(tmp_path, *LINES, "cost,Indicator,Cost,,£,0,,") == ['the data have no column "cost".']


def test_a_standard_column_is_not_described(tmp_path: Path) -> None:
    assert said(tmp_path, *LINES, "time_period,Filter,Year,,,,,") == ['"time_period" is a standard column and is not described.']


def test_more_decimals_than_said_fail(tmp_path: Path) -> None:
    rate = NEW.replace("| 106", "| 105.5")
    (tmp_path / RATE).write_text(table_csv(rate))
    (tmp_path / RATE.replace(".csv", ".meta.csv")).write_text("\n".join((HEADER, *LINES)) + "\n")
    messages = [f.message for f in take_in(incoming(tmp_path / RATE), load()).findings if f.check == "metadata"]
    assert messages == ['"rate_per_10000" is said to have 0 decimal places; the data have 1.']


def test_a_missing_column_of_the_description_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, "children_count,Indicator", header="col_name,col_type")[0].startswith('there is no column "label".')


def test_a_description_is_not_taken_for_a_table(tmp_path: Path) -> None:
    lines = "\n".join((HEADER, *LINES)) + "\n"
    folder = write_release(tmp_path, "cla-2025", {RATE: table_csv(NEW), RATE.replace(".csv", ".meta.csv"): lines}, "2025-11-26")
    gathered = gather([folder])
    assert [i.path.name for i in gathered.incoming] == [RATE] and gathered.left_out == ()
