"""A spark line: all published years in a picture the height of text, gaps as gaps, the newest figure marked."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from pages.charts.spark import DOT, EDGE, data_uri, svg
from tests.pages.results_drawn import history

SVG = "{http://www.w3.org/2000/svg}"


def _lines(picture: str) -> list[list[tuple[float, float]]]:
    found = ElementTree.fromstring(picture).iter(f"{SVG}polyline")
    return [[(float(x), float(y)) for x, y in (spot.split(",") for spot in line.attrib["points"].split())] for line in found]


def _dots(picture: str) -> list[tuple[float, float, float]]:
    found = ElementTree.fromstring(picture).iter(f"{SVG}circle")
    return [(float(dot.attrib["cx"]), float(dot.attrib["cy"]), float(dot.attrib["r"])) for dot in found]


def _title(picture: str) -> str | None:
    return ElementTree.fromstring(picture).findtext(f"{SVG}title")


def test_a_line_runs_through_all_years_from_edge_to_edge_with_its_end_marked() -> None:
    picture = svg(history("10", "30", "20"), width=96, height=24)
    assert _lines(picture) == [[(EDGE, 24 - EDGE), (48, EDGE), (96 - EDGE, 12)]]
    assert _dots(picture) == [(96 - EDGE, 12, DOT)]


def test_a_suppressed_year_breaks_the_line_and_does_not_touch_its_scale() -> None:
    broken = _lines(svg(history("10", "30", "c", "20", "10")))
    whole = _lines(svg(history("10", "30", "25", "20", "10")))
    assert [len(line) for line in broken] == [2, 2]
    assert broken[0] + broken[1] == whole[0][:2] + whole[0][3:]


def test_a_year_that_was_left_out_breaks_the_line_too() -> None:
    assert [len(line) for line in _lines(svg(history("10", "30", "", "20", "10")))] == [2, 2]


def test_a_year_between_two_gaps_is_a_point() -> None:
    *small, last = _dots(svg(history("c", "10", "z", "20")))
    assert small[0][:2] == (EDGE + 88 / 3 // 0.1 / 10, 24 - EDGE)
    assert small[0][2] < last[2] == DOT


def test_the_mark_stands_at_the_newest_figure_and_not_at_the_newest_year() -> None:
    ((x, _, _),) = _dots(svg(history("10", "20", "c")))
    assert x == 48


def test_equal_years_lie_in_the_middle() -> None:
    assert {y for _, y in _lines(svg(history("0", "0", "0")))[0]} == {12}


def test_one_year_is_one_point_in_the_middle() -> None:
    picture = svg(history("10"))
    assert _lines(picture) == []
    assert {(x, y) for x, y, _ in _dots(picture)} == {(48, 12)}


@pytest.mark.parametrize("cells", [(), ("c", "c")])
def test_without_a_figure_nothing_is_drawn_and_the_title_says_so(cells: tuple[str, ...]) -> None:
    picture = svg(history(*cells))
    assert (_lines(picture), _dots(picture), _title(picture)) == ([], [], "No published figures")


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        (("10", "20", "30"), "Published figures, 2019 to 2021"),
        (("10",), "Published figures, 2019"),
        (("c", "20", "c", "30"), "Published figures, 2020 to 2022, 2 of 4 periods without a figure"),
    ],
)
def test_the_title_says_which_years_and_how_many_are_missing(cells: tuple[str, ...], title: str) -> None:
    assert _title(svg(history(*cells))) == title


def test_the_picture_has_the_size_asked_for() -> None:
    root = ElementTree.fromstring(svg(history("1", "2"), width=120, height=30))
    assert (root.attrib["width"], root.attrib["height"], root.attrib["viewBox"]) == ("120", "30", "0 0 120 30")


def test_the_address_of_a_picture_holds_the_picture() -> None:
    picture = svg(history("10", "30"))
    head, _, body = data_uri(picture).partition(",")
    assert head == "data:image/svg+xml"
    assert unquote(body) == picture
    assert '"' not in body and "#" not in body and "<" not in body
