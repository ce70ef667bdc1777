"""The small parts: waits from headers, progress, reporting years, the shape of changes."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
import requests

from data.errors import BadInput
from data.fetch.answers import length, md5, retry_after, validator
from data.fetch.changes import read_changes
from data.fetch.errors import FetchError
from data.fetch.listing import add_release
from data.fetch.place import reporting_year
from data.fetch.progress import Progress
from data.fetch.shapes import Version
from data.fetch.unpack import check_rows, count_rows
from data.releases import Listed


def answer(**headers: str) -> requests.Response:
    made = requests.Response()
    made.headers.update({k.replace("_", "-"): v for k, v in headers.items()})
    return made


def test_a_wait_may_be_a_number_of_seconds_or_a_date() -> None:
    assert retry_after(answer(Retry_After="90")) == 90
    soon = retry_after(answer(Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)))
    assert soon is not None and 55 < soon <= 60
    assert retry_after(answer(Retry_After="Sun, 06 Nov 1994 08:49:37 GMT")) == 0
    assert retry_after(answer(Retry_After="soon")) is None
    assert retry_after(answer(Retry_After="-1")) is None
    assert retry_after(answer()) is None


def test_only_a_strong_etag_or_a_date_proves_that_bytes_belong_together() -> None:
    assert validator('"a"', "Sun, 06 Nov 1994 08:49:37 GMT") == '"a"'
    assert validator('W/"a"', "Sun, 06 Nov 1994 08:49:37 GMT") == "Sun, 06 Nov 1994 08:49:37 GMT"
    assert validator('W/"a"', "") == ""


def test_a_length_or_checksum_that_is_none_is_as_if_none_was_sent() -> None:
    assert (length(answer(Content_Length="12")), length(answer(Content_Length="many")), length(answer())) == (12, None, None)
    assert md5(answer(Content_MD5="1B2M2Y8AsgTpgAmY7PhCfg==")) == "d41d8cd98f00b204e9800998ecf8427e"
    assert (md5(answer(Content_MD5="!")), md5(answer(Content_MD5="YQ==")), md5(answer())) == ("", "", "")


def test_progress_is_said_every_two_seconds() -> None:
    now, said = [0.0], list[str]()
    progress = Progress(said.append, "a.csv", 1_000_000, 4_000_000, clock=lambda: now[0])
    for second in range(1, 8):
        now[0] = float(second)
        progress.add(500_000)
    assert said == ["  a.csv: 2.0 of 4.0 MB", "  a.csv: 3.0 of 4.0 MB", "  a.csv: 4.0 of 4.0 MB"]


def test_progress_without_a_length_says_how_much_has_come() -> None:
    now, said = [0.0], list[str]()
    progress = Progress(said.append, "a.csv", 0, -1, clock=lambda: now[0])
    now[0] = 2.0
    progress.add(1_500_000)
    assert said == ["  a.csv: 1.5 MB"]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Reporting year 2025", "2025"),
        ("Academic year 2024/25", "2024/25"),
        ("Spring term 2023/24", "Spring term 2023/24"),
        ("", "2024"),
    ],
)
def test_a_release_is_cited_by_its_year(title: str, year: str) -> None:
    assert reporting_year(Version("1.0", "Published", None, 1, title, "x", "2021", "2024")) == year


def test_rows_are_counted_as_a_csv_has_them_not_as_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('\ufeffa,b\r\n"two\nlines",2\r\n\r\n3,é\r\n'.encode())
    assert count_rows(path, "it") == 2
    path.write_bytes(b"")
    assert count_rows(path, "it") == 0
    check_rows(2, 2, "it")


def test_changes_of_another_shape_are_left_out_and_nothing_breaks() -> None:
    for strange in (None, [], 3, {"majorChanges": 3}, {"majorChanges": {"filters": "x", "indicators": [1, None]}, "notes": 4}):
        changes = read_changes(strange)
        assert (changes.major, changes.minor, changes.notes) == ((), (), "")
    assert read_changes({"minorChanges": {"filters": [{"currentState": {"id": "q"}}]}}).minor == ("filter added: q",)


def test_a_change_of_no_name_is_still_a_change() -> None:
    state = {"label": "Age"}
    changes = read_changes({"majorChanges": {"filters": [{"currentState": state, "previousState": state}]}})
    assert changes.major == ("filter changed: Age",)


def test_a_release_list_with_too_many_cells_is_not_rewritten(tmp_path: Path) -> None:
    text = "path,publisher,title,reporting_year,published_on,day_certain\na.csv,b,c,d,2024-01-01,yes,more\n"
    (tmp_path / "releases.csv").write_text(text)
    listed = Listed("b.csv", "b", "c", "d", datetime.now(UTC).date(), True)
    with pytest.raises((FetchError, BadInput)):
        add_release(tmp_path, listed)
    assert (tmp_path / "releases.csv").read_text() == text
