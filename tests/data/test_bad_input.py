"""Bad input through the command line: one sentence that names file, row or column, what was expected and what to do; a
non-zero exit; no traceback; the store as it was, byte for byte; and no cell of a row but the one that is wrong."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from data.take import ACCEPT
from tests.data.drawn import NEIGHBOURS, NEW, RATE, Rows, csv_text, neighbours_csv, published_rows, table_csv, write_release
from tests.data.running import Ran, data, refused, tree

FILE = f"cla-2025/{RATE}"
GOOD = table_csv(NEW)
AGAIN = "Download the file again from its publisher."
SHIFTED = "Check that the columns have not been shifted or swapped."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"
HTML = '<!DOCTYPE html>\n<html lang="en"><body>Sign in, please</body></html>\n'


def faults(ran: Ran) -> list[str]:
    """The sentences that stopped publishing, without the one that says how they may be accepted."""
    head, _, found = ran.err.partition("stop publishing; nothing was stored.\n")
    assert found, head
    return [line.strip() for line in found.splitlines() if line != ACCEPT]


def zipped() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


def put(column: str, cell: str) -> str:
    """The good file with another cell in the row of Herefordshire, 2025: row 9."""
    some = published_rows(NEW)
    some[7][column] = cell
    return csv_text(some)


def changed(change: Callable[[Rows], Rows]) -> str:
    return csv_text(change(published_rows(NEW)))


BAD: dict[str, tuple[str | bytes, str]] = {
    "an empty file": (b"", f"{FILE}: the file is empty. {AGAIN}"),
    "a picture": (PNG, f"{FILE}, line 1: this is not UTF-8 text. Save or download the file as CSV in UTF-8."),
    "a workbook": (
        zipped(),
        f"{FILE}: this is a packed file (a workbook or archive), not CSV. Save or download it as CSV.",
    ),
    "UTF-16": (GOOD.encode("utf-16"), f"{FILE}: this is UTF-16 text. Save it as CSV in UTF-8."),
    "a web page": (HTML, f"{FILE}: this is a web page, not CSV. Download the table itself, not the page that leads to it."),
    "a header alone": (GOOD.splitlines()[0] + "\n", f"{FILE}: there is no row under the header. {AGAIN}"),
    "a missing column": (
        changed(lambda some: [{k: v for k, v in row.items() if k != "children_count"} for row in some]),
        f'{FILE}, row 1: there is no column "children_count" or "number" for our "children_count". Check that this is the '
        "whole file as published; if its publisher renamed the column, add that name to the source's TOML.",
    ),
    "an unknown symbol": (
        put("children_count", "q"),
        f'{FILE}, row 9, column children_count: the figure is "q". Use a plain number or one of c, k, low, x, z, u.',
    ),
    "a blank cell": (
        put("children_count", ""),
        f'{FILE}, row 9, column children_count: the figure is "". A blank cell does not say why the figure is missing. '
        "Use a plain number or one of c, k, low, x, z, u.",
    ),
    "a thousands separator": (
        put("population_estimate", "20,000"),
        f'{FILE}, row 9, column population_estimate: the figure is "20,000". Thousands separators are not allowed. '
        "Use a plain number or one of c, k, low, x, z, u.",
    ),
    "a negative count": (
        put("children_count", "-3"),
        f'{FILE}, row 9, column children_count: the count is "-3"; people are counted in whole numbers from 0. {SHIFTED}',
    ),
    "a duplicate key": (
        changed(lambda some: [*some, some[7]]),
        f"{FILE}, row 12: the same area, period and labels as in row 9; expected one row for each. "
        "Download the file again; if it is so there too, ask its publisher which row counts.",
    ),
    "an unknown area": (
        put("new_la_code", "E06000099"),
        f'{FILE}, row 9, column new_la_code: the area code "E06000099" is not known. '
        "The authority number beside it belongs to E06000019. "
        "Two columns may be shifted: download the file again. A new authority goes into data/reference/areas.csv with its dates.",
    ),
    "an unknown label": (
        put("population_type", "Children looked after at 31st March each year"),
        f'{FILE}, row 9, column population_type: the label "Children looked after at 31st March each year" is not described. '
        'The nearest known label is "Children looked after at 31 March each year". '
        "Add it, or its spelling, to cla_number_and_rate.toml under dimensions.population.",
    ),
    "a file cut off in the middle of a row": (
        GOOD[: GOOD.rindex(",Worcestershire")],
        f"{FILE}, row 11: the file ends in the middle of a row (no line end), so it was cut off. {AGAIN}",
    ),
    "a file cut off inside its last number": (
        GOOD[:-2],
        f"{FILE}, row 11: the file ends in the middle of a row (no line end), so it was cut off. {AGAIN}",
    ),
    "a file cut off inside quotation marks": (
        GOOD[: GOOD.rindex(", County of")],
        f"{FILE}, line 9: this is not CSV (unexpected end of data). {AGAIN}",
    ),
    "a file cut off between rows": (
        "".join(GOOD.splitlines(keepends=True)[:-1]),
        f"{FILE}: period 2025: no row for 1 area (E10000034). The file is cut off or rows were removed; download it again.",
    ),
    "a row cut off with its line end": (
        GOOD[: GOOD.rindex(",149")] + "\n",
        f"{FILE}, row 11: 12 columns where the header has 14: the file is cut off or shifted there. {AGAIN}",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_the_store_is_untouched(tmp_path: Path, old_store: Path, what: str) -> None:
    content, sentence = BAD[what]
    folder = write_release(tmp_path / "in", "cla-2025", {RATE: content}, "2025-11-26")
    assert faults(refused(old_store, folder)) == [sentence]
    checked = data("check", folder)
    assert checked.code == 3 and "1 of 1 findings would stop publishing." in checked.err


def test_a_percentage_of_140_is_refused(tmp_path: Path, old_store: Path) -> None:
    file = "la_care_leavers_accommodation_suitability.csv"
    text = table_csv(
        """
        year | area    | age      | breakdown | number | percentage
        2025 | England | 17 to 18 | suitable  |     90 | 140
        """
    )
    folder = write_release(tmp_path / "in", "cla-2025", {file: text}, "2025-11-26")
    assert faults(refused(old_store, folder)) == [
        f"cla-2025/{file}, row 2, column percentage: the percentage is 140; expected 0 to 100. {SHIFTED}"
    ]


def test_a_list_of_neighbours_cut_off_between_rows_is_refused(tmp_path: Path, old_store: Path) -> None:
    text = "".join(neighbours_csv().splitlines(keepends=True)[:-1])
    folder = write_release(tmp_path / "in", "sn", {NEIGHBOURS: text}, "2025-05-01")
    assert faults(refused(old_store, folder)) == [
        f"sn/{NEIGHBOURS}, row 2: neighbour E06000051 has no row of its own, so rows are missing. {AGAIN}"
    ]


def test_one_bad_file_keeps_the_good_ones_beside_it_out_too_and_all_faults_are_said_at_once(
    tmp_path: Path, old_store: Path
) -> None:
    root = tmp_path / "in"
    write_release(root, "cla-2025", {RATE: GOOD}, "2025-11-26")
    write_release(root, "cla-2023", {RATE: b""}, "2023-11-16")
    write_release(root, "cla-2026", {RATE: PNG}, "2026-11-16")
    assert [sentence.split(":")[0] for sentence in faults(refused(old_store, root))] == [
        f"cla-2023/{RATE}",
        f"cla-2026/{RATE}, line 1",
    ]


def test_files_of_one_name_in_several_releases_are_told_apart(tmp_path: Path, old_store: Path) -> None:
    root = tmp_path / "in"
    write_release(root, "cla-2025", {RATE: GOOD}, "2025-11-26")
    write_release(root, "cla-2026", {RATE: put("children_count", "q")}, "2026-11-26")
    assert faults(refused(old_store, root))[0].startswith(f"cla-2026/{RATE}, row 9, column children_count")


def test_the_same_holds_in_a_process_of_its_own(tmp_path: Path, old_store: Path) -> None:
    folder = write_release(tmp_path / "in", "cla-2025", {RATE: put("children_count", "q")}, "2025-11-26")
    before = tree(old_store)
    ran = subprocess.run(
        [sys.executable, "-m", "data", "publish", folder, "--store", old_store], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "Traceback" not in ran.stderr
    assert ran.stderr.splitlines()[-1].strip() == BAD["an unknown symbol"][1]
    assert tree(old_store) == before
