"""A trend: gaps stay gaps and say why, every line is named at its end, and the scale fits what is shown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.results import Choice, How, Kind
from pages.charts import gaps, lines
from pages.charts.look import LIGHT, LINE, NEIGHBOUR
from pages.charts.trend import PLOT, figure
from tests.pages.drawings import Figure, drawn_values, plain, texts, trace, words
from tests.pages.results_drawn import fact, history, indicator, trend

WHOLE = """
    role      | area          | 2022  | 2023  | 2024  | 2025
    own       | Herefordshire | 112.2 | 121.6 | 113.0 | 99.9
    neighbour | Shropshire    | 90    | 95    | 119   | 119.2
    neighbour | Somerset      | 50    | 51    | c     | 55.2
    region    | West Midlands | 85    | 86    | 86    | 85.6
    england   | England       | 69    | 70    | 69    | 67.1
    benchmark |               | 60    | 61    | 62    | 62.6
"""
GAPS = """
    role    | area      | 2021 | 2022 | 2023 | 2024 | 2025
    own     | Testshire | 55   | c    | 60   | z    | low
    england | England   | 66   | 67   | 68   | 69   | 70
"""


def test_a_suppressed_figure_is_a_gap_not_zero() -> None:
    own = trace(figure(trend(GAPS)), "Testshire")
    assert own["x"] == [2021, 2022, 2023, 2024, 2025]
    assert own["y"] == [55, None, 60, None, None]
    assert own["connectgaps"] is False


@pytest.mark.parametrize(
    ("year", "mark", "why"),
    [(2022, "[c]", "too few"), (2024, "[z]", "not applicable"), (2025, "[low]", "too low")],
)
def test_a_gap_has_its_mark_at_its_period_by_the_axis(year: int, mark: str, why: str) -> None:
    drawn = figure(trend(GAPS))
    (found,) = [a for a in drawn["layout"]["annotations"] if a["text"] == mark]
    assert (found["x"], found["yref"], found["y"], found["yanchor"]) == (year, "paper", 0, "bottom")
    assert found["hovertext"].startswith(f"Testshire, {year}: {why}")


def test_the_marks_are_explained_under_the_chart() -> None:
    assert "[c] too few children to show; [low] too low to show; [z] not applicable." in texts(figure(trend(GAPS)))
    assert not any(text.startswith("[") for text in texts(figure(trend(WHOLE))))


@pytest.mark.parametrize("zero", [False, True])
def test_no_line_runs_through_the_marks(zero: bool) -> None:
    drawn = figure(trend(GAPS), zero=zero)
    low, high = drawn["layout"]["yaxis"]["range"]
    lowest = min(drawn_values(drawn)) if not zero else 0
    assert (lowest - low) / (high - low) * PLOT >= LINE + 4
    assert min(drawn["layout"]["yaxis"]["tickvals"]) >= lowest


def test_periods_before_the_first_fact_and_after_the_last_have_no_mark() -> None:
    drawn = figure(
        trend("""
            role    | area       | 2021 | 2022 | 2023 | 2024 | 2025
            own     | Cumberland |      | z    | 90   | 92   |
            england | England    | 66   | 67   | 68   | 69   | 70
        """)
    )
    marked = [a["x"] for a in drawn["layout"]["annotations"] if a["text"].startswith("[") and a["xref"] == "x"]
    assert marked == [2022]
    assert trace(drawn, "Cumberland")["y"] == [None, None, 90, 92, None]


def test_a_period_that_no_release_held_covers_is_marked_between_others() -> None:
    result = trend("""
        role    | area      | 2023 | 2024 | 2025
        own     | Testshire | 50   |      | 60
        england | England   | 66   | 67   | 68
    """)
    (mark,) = gaps.marks(result.own, lines.periods(result), LIGHT)
    assert (mark["x"], plain(mark["text"])) == (2024, "[not held]")


def test_the_authority_is_drawn_last_strongest_and_with_its_points() -> None:
    drawn = figure(trend(WHOLE))
    own = drawn["data"][-1]
    assert (own["name"], own["line"]["color"], own["line"]["width"]) == ("Herefordshire", "#12436D", 3)
    assert all(t["line"]["width"] < 3 for t in drawn["data"][:-1])
    assert min(own["marker"]["size"]) > 6


def test_neighbours_come_first_thin_and_grey_and_are_named_on_hover_only() -> None:
    drawn = figure(trend(WHOLE))
    first, second = drawn["data"][:2]
    assert [first["name"], second["name"]] == ["Shropshire", "Somerset"]
    assert {t["line"]["color"] for t in (first, second)} == {LIGHT.line[NEIGHBOUR]}
    assert first["text"][-1].startswith("<b>Shropshire</b>")
    assert not any("Shropshire" in text for text in texts(drawn))


def test_england_is_dashed_and_nothing_else_is() -> None:
    drawn = figure(trend(WHOLE))
    assert [t["name"] for t in drawn["data"] if t["line"]["dash"] == "dash"] == ["England"]


def test_lines_are_named_at_their_ends_with_the_newest_figure() -> None:
    drawn = figure(trend(WHOLE))
    for text in ("Herefordshire 99.9", "West Midlands 85.6", "England 67.1", "Neighbours’ median 62.6"):
        label = words(drawn, text)
        assert (label["xref"], label["x"], label["xanchor"]) == ("x", 2025, "left")


def test_a_line_that_ends_early_says_when() -> None:
    assert "Testshire 60.0 in 2023" in texts(figure(trend(GAPS)))


def test_an_authority_without_any_figure_is_still_named() -> None:
    drawn = figure(
        trend("""
            role    | area            | 2024 | 2025
            own     | Isles of Scilly | c    | z
            england | England         | 66   | 67
        """)
    )
    assert "Isles of Scilly: no figure" in texts(drawn)
    assert trace(drawn, "Isles of Scilly")["y"] == [None, None]


@pytest.mark.parametrize(
    ("how", "name"),
    [(How.MEDIAN, "Neighbours’ median"), (How.MEAN, "Neighbours’ mean"), (How.POOLED, "Neighbours pooled")],
)
def test_the_benchmark_has_a_point_a_period_and_says_how_it_is_made(how: How, name: str) -> None:
    drawn = figure(trend(WHOLE, choice=Choice(how=how)))
    assert trace(drawn, name)["y"] == [60, 61, 62, 62.6]
    assert trace(drawn, name)["line"]["color"] == "#F46A25"
    assert "1 of 2 had a figure" in trace(drawn, name)["text"][2]


def test_a_benchmark_without_a_value_is_a_gap() -> None:
    drawn = figure(trend(WHOLE.replace("| 61    | 62    | 62.6", "|       | 62    | 62.6")))
    assert trace(drawn, "Neighbours’ median")["y"] == [60, None, 62, 62.6]


@pytest.mark.parametrize(("kind", "name"), [(Kind.REGION, "West Midlands"), (Kind.ENGLAND, "England")])
def test_a_region_or_england_that_is_the_benchmark_is_drawn_once_and_the_neighbours_are_not(kind: Kind, name: str) -> None:
    drawn = figure(trend(WHOLE, choice=Choice(kind=kind)))
    assert sorted(t["name"] for t in drawn["data"]) == ["England", "Herefordshire", "West Midlands"]
    assert trace(drawn, name)["line"]["color"] == "#F46A25"
    assert not any("neighbours" in text.lower() for text in texts(drawn))


def test_plain_counts_show_the_authority_alone_and_say_why() -> None:
    drawn = figure(trend(WHOLE, indicator("children", 0, "count")))
    assert [t["name"] for t in drawn["data"]] == ["Herefordshire"]
    assert texts(drawn)[0] == "Children Not compared: councils differ in size"


def test_an_authority_without_neighbours_says_so() -> None:
    assert "No statistical neighbours to compare with" in texts(figure(trend(GAPS)))[0]


def test_the_grey_lines_say_how_many_of_how_many_and_the_edition() -> None:
    assert "Grey lines: 2 statistical neighbours (2025 edition)" in texts(figure(trend(WHOLE)))[0]
    one_empty = WHOLE.replace("50    | 51    | c     | 55.2", "c     | c     | c     | c   ")
    assert "Grey lines: 1 of 2 statistical neighbours" in texts(figure(trend(one_empty)))[0]


def test_the_unit_is_said_once() -> None:
    drawn = figure(trend(WHOLE.replace("112.2", "12.2"), indicator("%", 0)))
    assert texts(drawn)[0].startswith("Per cent")
    assert not any("%" in label for label in drawn["layout"]["yaxis"]["ticktext"])
    assert "title" not in drawn["layout"]["yaxis"]


def test_the_scale_fits_what_is_shown() -> None:
    drawn = figure(trend(WHOLE))
    low, high = drawn["layout"]["yaxis"]["range"]
    assert 40 < low < 50 and 121.6 < high < 130
    assert drawn["layout"]["yaxis"]["tickvals"] == [60, 80, 100, 120]


def test_the_scale_can_start_at_zero() -> None:
    drawn = figure(trend(WHOLE), zero=True)
    assert drawn["layout"]["yaxis"]["range"][0] == 0
    assert drawn["layout"]["yaxis"]["ticktext"][0] == "0"


@pytest.mark.parametrize("zero", [False, True])
@pytest.mark.parametrize("cells", ["0 | 0", "100 | 100", "99 | 100", "0 | 3", "0 | 100"])
def test_a_percentage_is_never_ruled_below_zero_or_above_a_hundred(cells: str, zero: bool) -> None:
    drawn = figure(trend(f"role | area | 2024 | 2025\nown | Testshire | {cells}", indicator("%", 0)), zero=zero)
    ruled = drawn["layout"]["yaxis"]["tickvals"]
    assert ruled and min(ruled) >= 0 and max(ruled) <= 100


def test_periods_are_named_as_published() -> None:
    drawn = figure(
        trend("""
            role | area      | 2022/23 | 2023/24 | 2024/25
            own  | Testshire | 5       | 6       | 7
        """)
    )
    assert drawn["layout"]["xaxis"]["tickvals"] == [2023, 2024, 2025]
    assert drawn["layout"]["xaxis"]["ticktext"] == ["2022<br>/23", "2023<br>/24", "2024<br>/25"]


def test_of_many_periods_every_second_is_named_and_the_last_always() -> None:
    years = [str(year) for year in range(2012, 2026)]
    drawn = figure(trend(f"role | area | {' | '.join(years)}\nown | Testshire | {' | '.join('5' * 14)}"))
    assert drawn["layout"]["xaxis"]["tickvals"] == list(range(2012, 2026))
    assert drawn["layout"]["xaxis"]["ticktext"][-3:] == ["2023", "", "2025"]


def test_a_single_period_is_drawn_as_points() -> None:
    drawn = figure(trend("role | area | 2025\nown | Testshire | 50\nneighbour | Nearshire | 40\nengland | England | 60"))
    assert all(t["marker"]["size"][0] > 0 for t in drawn["data"])
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < 2025 < high


def test_a_figure_between_two_gaps_is_seen_in_every_role() -> None:
    drawn = figure(trend(WHOLE.replace("50    | 51    | c     | 55.2", "50    | c     | 51    | c   ")))
    somerset = trace(drawn, "Somerset")
    assert somerset["y"] == [50, None, 51, None]
    assert (somerset["marker"]["size"][0] > 0, somerset["marker"]["size"][2] > 0) == (True, True)
    assert [size > 0 for size in trace(drawn, "Shropshire")["marker"]["size"]] == [False] * 4


def test_without_any_figure_it_says_so_and_rules_nothing() -> None:
    drawn = figure(trend("role | area | 2024 | 2025\nown | Testshire | c | c"))
    assert "No figure to draw" in texts(drawn)
    assert drawn["layout"]["yaxis"]["tickvals"] == []
    assert texts(drawn).count("[c]") == 2


def test_the_pointer_shows_figure_counts_and_vintage() -> None:
    said = plain(trace(figure(trend(WHOLE)), "Herefordshire")["text"][-1])
    assert said == (
        "Herefordshire On 31 March 2025 99.9 per 10,000 children 999 of 1,000 "
        "Published 26 November 2025: Children looked after in England, 2025"
    )


def test_names_are_words_and_never_markup() -> None:
    drawn = figure(trend("role | area | 2024 | 2025\nown | Tyne & <b>Wear</b> | 5 | 6"))
    assert any("Tyne &amp;" in a["text"] and "<b>Wear" not in a["text"] for a in drawn["layout"]["annotations"])
    assert "<b>Wear" not in drawn["data"][0]["text"][0]


VALUE = st.floats(0, 500).map(lambda value: round(value, 1))


@given(VALUE, VALUE, VALUE, VALUE, st.booleans())
def test_names_at_line_ends_never_overlap_and_stay_beside_the_plot(
    own: float, region: float, england: float, median: float, zero: bool
) -> None:
    drawn = figure(
        trend(f"""
            role      | area                                | 2024 | 2025
            own       | Bournemouth, Christchurch and Poole | 80   | {own}
            neighbour | Nearshire                           | 20   | 21
            region    | Yorkshire and The Humber            | 50   | {region}
            england   | England                             | 60   | {england}
            benchmark |                                     | 55   | {median}
        """),
        zero=zero,
    )
    boxes = sorted(_box(drawn, name) for name in ("Bournemouth", "Yorkshire", "England", "Neighbours’"))
    assert boxes[0][0] >= -1e-6 and boxes[-1][1] <= PLOT + 1e-6
    assert all(upper[0] >= lower[1] - 1e-6 for lower, upper in pairwise(boxes))


def _box(drawn: Figure, name: str) -> tuple[float, float]:
    """Foot and top of a name at a line's end, in pixels above the foot of the plot."""
    label = words(drawn, name)
    low, high = drawn["layout"]["yaxis"]["range"]
    middle = PLOT * (label["y"] - low) / (high - low) + (-label["ay"] if label["showarrow"] else label["yshift"])
    half = LINE * len(label["text"].split("<br>")) / 2
    return middle - half, middle + half


def test_history_helpers_leave_out_the_years_without_a_cell() -> None:
    assert [(f.year, f.value) for f in history("5", "", "c")] == [(2019, 5), (2021, None)]
    assert fact(indicator(), "Testshire", "2024/25", "7").year == 2025
