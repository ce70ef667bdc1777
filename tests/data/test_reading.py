"""Reading a file strictly: what is a table, and what is said of a file that is none."""

from pathlib import Path

import pytest

from data.errors import BadInput
from data.reading import read_rows, read_table

NAME = "cla-2025/a.csv"


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "a.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(folder: Path, content: str | bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_table(written(folder, content), NAME)
    return str(caught.value)


def test_a_table_is_read_by_columns_and_as_text(tmp_path: Path) -> None:
    raw = read_table(written(tmp_path, "year,number\n2025,007\n2024,c\n"), NAME)
    assert (raw.name, raw.header, raw.columns, raw.rows) == (NAME, ("year", "number"), (("2025", "2024"), ("007", "c")), 2)


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    assert read_table(written(tmp_path, b"\xef\xbb\xbfyear,number\n2025,7\n"), NAME).header == ("year", "number")


@pytest.mark.parametrize("text", ["year,number\n2025,7\n", "year,number\r\n2025,7\r\n", "year,number\n2025,7\n\n\n"])
def test_any_line_end_and_blank_rows_at_the_end_are_fine(tmp_path: Path, text: str) -> None:
    assert read_table(written(tmp_path, text), NAME).columns == (("2025",), ("7",))


def test_a_comma_or_a_line_end_between_quotes_belongs_to_the_cell(tmp_path: Path) -> None:
    raw = read_table(written(tmp_path, 'year,name\n2025,"Bristol, City of"\n2024,"two\nlines"\n'), NAME)
    assert raw.columns[1] == ("Bristol, City of", "two\nlines")


def test_a_name_may_repeat_only_where_columns_are_not_bound_by_name(tmp_path: Path) -> None:
    path = written(tmp_path, "SN1,SNP,SN2,SNP\n1,Close,2,Close\n")
    assert read_rows(path, NAME)[0] == ["SN1", "SNP", "SN2", "SNP"]
    with pytest.raises(BadInput, match=r'^cla-2025/a.csv, row 1: two columns are called "SNP"\.'):
        read_table(path, NAME)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "cla-2025/a.csv: the file is empty."),
        (" \r\n\n", "cla-2025/a.csv: the file is empty."),
        ("year,number\n", "cla-2025/a.csv: there is no row under the header."),
        ("year,number\n\n\n", "cla-2025/a.csv: there is no row under the header."),
        ("year,nu", "cla-2025/a.csv: there is no row under the header."),
        ("year\n2025\n", "cla-2025/a.csv: this is not a comma-separated table: its first row has one column only."),
        ("year;number\n2025;7\n", "cla-2025/a.csv: this is not a comma-separated table: its first row has one column only."),
        ("year, ,number\n2025,1,7\n", "cla-2025/a.csv, row 1: column 2 has no name."),
        ("year,year\n2025,7\n", 'cla-2025/a.csv, row 1: two columns are called "year".'),
        ("year,number\n2025,7\n2024\n", "cla-2025/a.csv, row 3: 1 columns where the header has 2"),
        ("year,number\n2025,7,8\n", "cla-2025/a.csv, row 2: 3 columns where the header has 2"),
        ("year,number\n\n2025,7\n", "cla-2025/a.csv, row 2: 0 columns where the header has 2"),
        ("year,number\n2025,7\n2024,1", "cla-2025/a.csv, row 3: the file ends in the middle of a row"),
        ('year,number\n2025,"7\n', "cla-2025/a.csv, line 2: this is not CSV"),
        ('year,number\n2025,"7"8\n', "cla-2025/a.csv, line 2: this is not CSV"),
        (b"PK\x03\x04rest", "cla-2025/a.csv: this is a packed file (a workbook or archive), not CSV."),
        (b"\x1f\x8b\x08rest", "cla-2025/a.csv: this is a packed file (a workbook or archive), not CSV."),
        ("year,number\n2025,7\n".encode("utf-16"), "cla-2025/a.csv: this is UTF-16 text."),
        ("year,number\n2025,7\n".encode("utf-16-le"), "cla-2025/a.csv, line 1: this is binary content, not CSV."),
        ("year,name\n2025,Rhône\n".encode("latin-1"), "cla-2025/a.csv, line 2: this is not UTF-8 text."),
        ("<!DOCTYPE html>\n<html>\n", "cla-2025/a.csv: this is a web page, not CSV."),
    ],
)
def test_what_is_no_table_is_refused_with_file_row_and_what_to_do(tmp_path: Path, content: str | bytes, said: str) -> None:
    whole = refusal(tmp_path, content)
    assert whole.startswith(said)
    assert whole.split(". ")[-1].startswith(("Download ", "Save ", "Columns are bound by name. Download "))


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"^cla-2025/a.csv: the file cannot be read \(No such file or directory\)\. Check"):
        read_table(tmp_path / "a.csv", NAME)
