"""The extract of the Local Authority Interactive Tool: its years, its numbers and names of areas, its one sign for missing."""

from pathlib import Path

import pyarrow as pa
import pytest

from data.areas import load
from data.binding import bind
from data.describe import sources
from data.errors import BadInput
from data.lait import read_lait
from data.observe import observe
from tests.data.drawn import csv_text, expect, release, rows

TITLES = {
    "AVG_Attain8_Score": "Average Attainment 8 score per pupil",
    "LACFinance": "Looked after children - S251/Outturn weekly unit costs (approximate)",
    "Total_ Pup_FixedEx": "Total school pupils with one or more suspensions (%)",
    "Number_Foster_Places(New)": "Approved foster places (excluding family and friends fostering) (num)",
}

DRAWN = """
measure                   | year         | la_number | area                     | region        | value
AVG_Attain8_Score         | 2025         | 970       | England                  | NA            | 46
AVG_Attain8_Score         | 2025         | 987       | London (Inner)           | NA            | 49.299999999999997
AVG_Attain8_Score         | 2025         | 884       | Herefordshire            | West Midlands | -
LACFinance                | 2016-17 (OT) | 884       | Herefordshire            | West Midlands | 1215
Total_ Pup_FixedEx        | 2015/16      | 822       | Bedford Borough          | East of England | 3.0169000000000001
Number_Foster_Places(New) | 2025         | 982       | Yorkshire and the Humber | NA            | 4010
"""


def read(folder: Path, text: str = DRAWN) -> pa.Table:
    path = folder / "lait_extract_2026-04-08.csv"
    path.write_text(csv_text([{"title": TITLES.get(row["measure"], "?")} | row for row in rows(text)]), encoding="utf-8")
    source = sources()["lait_extract"]
    return observe(bind(read_lait(path, source, "lait.csv", load()), source, release("lait_extract", "lait.csv")), load())


def refusal(folder: Path, old: str, new: str) -> str:
    assert old in DRAWN
    with pytest.raises(BadInput) as caught:
        read(folder, DRAWN.replace(old, new, 1))
    return str(caught.value)


def test_years_areas_and_missing_values_are_written_as_in_every_other_table(tmp_path: Path) -> None:
    expect(
        read(tmp_path),
        """
        area                     | period  | breakdown                            | measure       | value  | status
        England                  | 2024/25 | Attainment 8, all pupils             | average_score | 46     | published
        Inner London             | 2024/25 | Attainment 8, all pupils             | average_score | 49.3   | published
        Herefordshire            | 2024/25 | Attainment 8, all pupils             | average_score |        | not_available
        Herefordshire            | 2016/17 | weekly cost of a child looked after  | pounds_a_week | 1215   | published
        Bedford                  | 2015/16 | suspension, all pupils               | percent       | 3.0169 | published
        Yorkshire and The Humber | 2025    | foster places approved               | places        | 4010   | published
        """,
    )


def test_what_a_program_made_of_a_decimal_number_is_mended_exactly(tmp_path: Path) -> None:
    assert read(tmp_path)["value"].to_pylist()[1] == 49.3


def test_each_kind_of_measure_has_its_own_kind_of_period() -> None:
    kind = sources()["lait_extract"].period_kind
    assert kind({"series": "Attainment 8, all pupils"}) == "academic year"
    assert kind({"series": "weekly cost of fostering"}) == "financial year"
    assert kind({"series": "foster places filled"}) == "31 March"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2015/16", "0      ", 'lait.csv, row 6, column year: "0" is no year. Expected for example 2025, 2015/16'),
        ("2015/16", "2015/6 ", 'lait.csv, row 6, column year: "2015/6" is no year.'),
        ("970 ", "971 ", 'lait.csv, row 2: authority number "971" is not known.'),
        ("970 ", "980 ", 'lait.csv, row 2: number 980 is North East; the row says "England". The columns may be shifted.'),
        ("Bedford Borough", "Bedfort Borough", 'lait.csv, row 6: No area is called "Bedfort Borough".'),
        ("East of England", "East Midlands", 'lait.csv, row 6: the region of Bedford is "East Midlands"; expected "East of'),
        ("region  ", "regions ", 'lait.csv, row 1: there is no column "region".'),
    ],
)
def test_a_fault_is_named_with_its_row(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert refusal(tmp_path, old, new).startswith(said)
