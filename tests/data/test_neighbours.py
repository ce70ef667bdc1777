"""Reading the editions of the statistical neighbours: repeated headers, dividers, closeness words, and cut-off files."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from data.areas import load
from data.describe import sources
from data.errors import BadInput
from data.neighbours import read_neighbours
from tests.data.drawn import NEARBY, expect, neighbours_csv, release

# The edition of 2021 calls the closeness of each neighbour SNP, ends each row with a comma and has a second block.
HEAD_2021 = "LA num,LA Name,LA number,GOInd,GOReg," + "".join(f"SN{n},SNP," for n in range(1, 11))
NOBODY = "-,," * 8
EDITION_2021 = f"""{HEAD_2021}
884,Herefordshire,884,5,West Midlands,893,Very Close,885,Not Close,{NOBODY}
885,Worcestershire,885,5,West Midlands,884,Close,893,Close,{NOBODY}
893,Shropshire,893,5,West Midlands,884,Extremely Close,885,Somewhat close,{NOBODY}
{"," * 25}
,Old SNs:{"," * 24}
,,,{"," * 22}
909,Cumbria,909,1,North West,893,Close,-,,{NOBODY}
"""


def read(folder: Path, text: str, edition: str = "2025") -> tuple[pa.Table, int, int]:
    path = folder / "sn.csv"
    path.write_text(text, encoding="utf-8-sig")
    source = f"neighbours_{edition}"
    return read_neighbours(path, sources()[source], release(source, "sn.csv", date(int(edition), 5, 1)), load())


def refusal(folder: Path, text: str, edition: str = "2025") -> str:
    with pytest.raises(BadInput) as caught:
        read(folder, text, edition)
    return str(caught.value)


def test_neighbours_come_in_order_with_their_closeness_in_one_spelling(tmp_path: Path) -> None:
    table, rows, left_out = read(tmp_path, neighbours_csv(NEARBY.replace("| Close", "| Close ")))
    assert (rows, left_out) == (3, 0)
    expect(
        table,
        """
        edition | published_on | area           | position | neighbour_code | closeness
        2025    | 2025-05-01   | Herefordshire  | 1        | E06000051      | Very close
        2025    | 2025-05-01   | Herefordshire  | 2        | E10000034      | Close
        2025    | 2025-05-01   | Worcestershire | 1        | E06000019      | Close
        2025    | 2025-05-01   | Worcestershire | 2        | E06000051      | Somewhat close
        2025    | 2025-05-01   | Shropshire     | 1        | E06000019      | Very close
        2025    | 2025-05-01   | Shropshire     | 2        | E10000034      | Not close
        """,
    )


def test_a_header_that_repeats_snp_gives_each_neighbour_the_closeness_beside_it(tmp_path: Path) -> None:
    table, _, _ = read(tmp_path, EDITION_2021, "2021")
    expect(
        table.slice(0, 6),
        """
        edition | area           | position | neighbour_code | closeness
        2021    | Herefordshire  | 1        | E06000051      | Very close
        2021    | Herefordshire  | 2        | E10000034      | Not close
        2021    | Worcestershire | 1        | E06000019      | Close
        2021    | Worcestershire | 2        | E06000051      | Close
        2021    | Shropshire     | 1        | E06000019      | Extremely close
        2021    | Shropshire     | 2        | E10000034      | Somewhat close
        """,
    )


def test_blank_rows_and_dividers_are_left_out_and_counted_and_the_second_block_is_read(tmp_path: Path) -> None:
    table, rows, left_out = read(tmp_path, EDITION_2021, "2021")
    assert (rows, left_out) == (7, 3)
    expect(
        table.slice(6),
        """
        area    | position | neighbour_code | closeness
        Cumbria | 1        | E06000051      | Close
        """,
    )


def test_a_divider_in_the_column_of_numbers_is_no_authority(tmp_path: Path) -> None:
    assert refusal(tmp_path, EDITION_2021.replace(",Old SNs:", "Old SNs:,"), "2021").startswith(
        'sn.csv, row 6, column LA num: authority number "Old SNs:" is not known.'
    )


def test_an_authority_like_no_other_has_no_neighbours(tmp_path: Path) -> None:
    text = neighbours_csv("la | SN_1 | SN_1P\n884 | 885 | Close\n885 | 884 | Close\n420 | - | -")
    table, rows, left_out = read(tmp_path, text)
    assert (rows, left_out, table.num_rows) == (3, 0, 2)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("SN_7,", "SN-7,", 'sn.csv, row 1: there is no column "SN_7". '),
        ("884,...", "999,...", 'sn.csv, row 2, column old_la_code: authority number "999" is not known. '),
        ("885,Close", "000,Close", 'sn.csv, row 2, column SN_2: authority number "000" is not known. '),
        ("Very close", "Near", 'sn.csv, row 2, column after SN_1: closeness "Near" is none of Extremely close, Very close, '),
        ("893,...", "884,...", "sn.csv, row 4: the same authority as in row 2; expected one row for each. "),
        (",-,\n885", "\n885", "sn.csv, row 2: the row is cut off before column SN_10. "),
    ],
)
def test_a_fault_is_named_with_its_row_and_column(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = neighbours_csv()
    assert old in text
    assert refusal(tmp_path, text.replace(old, new, 1)).startswith(said)


def test_a_file_cut_off_between_rows_names_neighbours_that_have_no_row(tmp_path: Path) -> None:
    text = "".join(neighbours_csv().splitlines(keepends=True)[:-1])
    assert refusal(tmp_path, text) == (
        "sn.csv, row 2: neighbour E06000051 has no row of its own, so rows are missing. "
        "Download the file again from its publisher."
    )
