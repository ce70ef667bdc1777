"""A cell that a spreadsheet would work out is made harmless; a number is left alone."""

import csv
import io

import pytest

from metrics.neutral import as_number, cell, csv_text


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-cmd|'/c calc'!A1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(1)", "-", "--1"])
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "344", "-3.5", "1e-07", "-1.5e-12", "Herefordshire", "[c]", "2024/25", "a=b"])
def test_a_number_and_an_ordinary_text_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [("344", 344.0), ("-3.5", -3.5), ("1e-07", 1e-07), ("0", 0.0), ("0.5", 0.5), ("007", None), ("nan", None), ("inf", None),
     ("1_000", None), ("2024/25", None), ("", None), ("-", None), ("+5", None), ("٣", None)],
)  # fmt: skip
def test_only_a_plain_number_is_a_number(text: str, number: float | None) -> None:
    assert as_number(text) == number


def test_every_cell_of_a_csv_is_made_harmless_and_its_shape_is_kept() -> None:
    text = 'name,value\n"=1,2",-3\n"two\nlines",@x\n'
    assert list(csv.reader(io.StringIO(csv_text(text)))) == [["name", "value"], ["'=1,2", "-3"], ["two\nlines", "'@x"]]
