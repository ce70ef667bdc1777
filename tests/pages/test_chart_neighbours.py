"""The neighbours' chart: one row an area, highest on top; a missing figure is a mark and never a dot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.results import Choice, Kind
from pages.charts import rules
from pages.charts.lettering import width
from pages.charts.look import BENCHMARK, ENGLAND, LIGHT, OWN, PHONE
from pages.charts.neighbours import figure
from pages.charts.rules import OFF, RIGHT, Rule
from tests.pages.drawings import Figure, drawn_values, plain, texts, trace, words
from tests.pages.results_drawn import indicator, neighbours

TABLE = "role | area | 2025\n"
WHOLE = """
    role      | area          | 2025
    own       | Herefordshire | 99.9
    neighbour | Somerset      | 55.2
    neighbour | Shropshire    | 119.2
    neighbour | Suffolk       | 60.2
    region    | West Midlands | 85.6
    england   | England       | 67.1
"""
MISSING = """
    role      | area       | 2025
    own       | Testshire  | c
    neighbour | Nearshire  | 55
    neighbour | Farshire   | x
    neighbour | Upshire    | 80
    england   | England    | 67.1
"""


def _names(drawn: Figure) -> list[str]:
    """The names of the rows, from the top down."""
    in_rows = [a for a in drawn["layout"]["annotations"] if a["yref"] == "y" and a["xanchor"] == "left"]
    at_the_edge = [a for a in in_rows if a.get("xshift", 0) < 0]
    return [plain(a["text"]) for a in sorted(at_the_edge, key=lambda a: a["y"])]


def test_rows_run_from_the_highest_figure_to_the_lowest() -> None:
    assert _names(figure(neighbours(WHOLE))) == ["Shropshire", "Herefordshire", "Suffolk", "Somerset"]


def test_dots_lie_at_their_figures_in_the_rows_of_their_names() -> None:
    drawn = figure(neighbours(WHOLE))
    assert trace(drawn, "neighbour")["x"] == [119.2, 60.2, 55.2]
    assert trace(drawn, "own")["x"] == [99.9]
    for name, value in (("Shropshire", 119.2), ("Suffolk", 60.2), ("Somerset", 55.2)):
        at = trace(drawn, "neighbour")["x"].index(value)
        assert trace(drawn, "neighbour")["y"][at] == words(drawn, name)["y"]


def test_the_own_dot_is_larger_in_its_own_colour_and_on_top() -> None:
    own, other = (trace(figure(neighbours(WHOLE)), name)["marker"] for name in ("own", "neighbour"))
    assert own["color"] == LIGHT.line[OWN] != other["color"]
    assert own["size"] > other["size"]
    assert figure(neighbours(WHOLE))["data"][-1]["name"] == "own"


def test_every_row_has_its_figure_beside_its_name() -> None:
    drawn = figure(neighbours(WHOLE))
    rows = [a for a in drawn["layout"]["annotations"] if a["yref"] == "y"]
    beside = {a["y"]: plain(a["text"]) for a in rows if a["xanchor"] == "right"}
    assert beside[words(drawn, "Herefordshire")["y"]] == "99.9"
    assert words(drawn, "Herefordshire")["font"]["weight"] > words(drawn, "Suffolk")["font"]["weight"]


def test_a_suppressed_figure_is_a_mark_with_its_reason_and_no_dot() -> None:
    drawn = figure(neighbours(MISSING))
    assert sorted(drawn_values(drawn, "x")) == [55, 80]
    assert _names(drawn) == ["Upshire", "Nearshire", "Farshire", "Testshire"]
    row = [plain(a["text"]) for a in drawn["layout"]["annotations"] if a["y"] == words(drawn, "Testshire")["y"]]
    assert row == ["Testshire", "[c]", "too few children to show"]


def test_equal_figures_are_rows_of_their_own_in_order_of_name() -> None:
    drawn = figure(neighbours(TABLE + "own | Bshire | 50\nneighbour | Cshire | 50\nneighbour | Ashire | 50"))
    assert _names(drawn) == ["Ashire", "Bshire", "Cshire"]
    assert len({*trace(drawn, "neighbour")["y"], *trace(drawn, "own")["y"]}) == 3
    low, high = drawn["layout"]["xaxis"]["range"]
    assert low < 50 < high


def test_benchmark_and_england_are_rules_at_their_values() -> None:
    drawn = figure(neighbours(WHOLE, benchmark="62.6"))
    upright = [s for s in drawn["layout"]["shapes"] if s["xref"] == "x"]
    assert [(s["x0"], s["x1"], s["line"]["dash"]) for s in upright] == [(62.6, 62.6, "solid"), (67.1, 67.1, "dash")]
    assert words(drawn, "Neighbours’ median 62.6")["x"] == 62.6
    assert words(drawn, "England 67.1")["x"] == 67.1


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [(Kind.REGION, "85.6", ["West Midlands 85.6", "England 67.1"]), (Kind.ENGLAND, "67.1", ["England 67.1"])],
)
def test_another_benchmark_is_named_and_england_is_ruled_once(kind: Kind, value: str, expected: list[str]) -> None:
    drawn = figure(neighbours(WHOLE, choice=Choice(kind=kind), benchmark=value))
    assert sorted(text for text in texts(drawn) if text.startswith(("England", "West"))) == sorted(expected)
    assert len([s for s in drawn["layout"]["shapes"] if s["xref"] == "x"]) == len(expected)


def test_plain_counts_have_no_rules_and_say_why() -> None:
    drawn = figure(neighbours(WHOLE, indicator("children", 0, "count"), benchmark="62.6"))
    assert [s for s in drawn["layout"]["shapes"] if s["xref"] == "x"] == []
    assert "Not compared: councils differ in size" in texts(drawn)[0]
    assert max(drawn["layout"]["xaxis"]["range"]) < 200


def test_rules_stop_above_the_rows_that_have_no_figure() -> None:
    (rule,) = [s for s in figure(neighbours(MISSING))["layout"]["shapes"] if s["xref"] == "x"]
    assert rule["y0"] == pytest.approx(0.5)
    (whole, _) = [s for s in figure(neighbours(WHOLE, benchmark="62.6"))["layout"]["shapes"] if s["xref"] == "x"]
    assert whole["y0"] == 0


def test_the_words_over_the_chart_say_unit_period_n_of_n_and_edition() -> None:
    head = texts(figure(neighbours(MISSING)))[0]
    assert head == "Per 10,000 children, on 31 March 2025 2 of 3 neighbours had a figure (2025 edition)"


def test_without_neighbours_the_authority_stands_beside_england() -> None:
    drawn = figure(neighbours(TABLE + "own | Cumbria | 81.7\nengland | England | 70.4"))
    assert _names(drawn) == ["Cumbria"]
    assert "No statistical neighbours to compare with" in texts(drawn)[0]
    assert "England 70.4" in texts(drawn)


def test_when_every_figure_is_missing_there_are_marks_and_no_dots() -> None:
    drawn = figure(neighbours(TABLE + "own | Testshire | c\nneighbour | Nearshire | c\nneighbour | Farshire | z"))
    assert drawn_values(drawn, "x") == []
    assert [text for text in texts(drawn) if text in ("[c]", "[z]")] == ["[z]", "[c]", "[c]"]
    assert drawn["layout"]["shapes"] == []


def test_a_chart_grows_with_its_rows_and_with_names_on_two_lines() -> None:
    own = TABLE + "own | Testshire | 5\n"
    short = figure(neighbours(own + "neighbour | Nearshire | 6"))["layout"]["height"]
    longer = figure(neighbours(own + "neighbour | Nearshire | 6\nneighbour | Farshire | 7"))["layout"]["height"]
    broken = figure(neighbours(own + "neighbour | Bournemouth, Christchurch and Poole | 6"))["layout"]["height"]
    assert short < longer and short < broken


def test_the_pointer_shows_closeness_and_place() -> None:
    said = plain(trace(figure(neighbours(WHOLE)), "neighbour")["text"][0])
    assert said.startswith("Shropshire On 31 March 2025 119.2 per 10,000 children")
    assert "Very close: neighbour 2 of 3, nearest first" in said


PLACE = st.floats(0, 1)
LONG = ["Neighbours’ median 62.6", "Yorkshire and The Humber 99.9", "England 5%"]


@given(PLACE, PLACE, st.sampled_from(LONG), st.integers(0, 60))
def test_names_of_rules_stay_on_a_telephone_and_cross_no_higher_rule(one: float, two: float, name: str, more: int) -> None:
    upright = [Rule(BENCHMARK, one, name), Rule(ENGLAND, two, "England 67.1")]
    left, right = rules.least(upright) + more, 10
    wide = PHONE - left - right
    placed = rules.place(upright, (0, 1), wide, left, right)
    assert sorted(p.level for p in placed) == [1, 2]
    for each in placed:
        at, long = each.rule.value * wide, width(each.rule.text)
        start = at + OFF if each.side == RIGHT else at - OFF - long
        assert -left <= start and start + long <= wide + right
        higher = [p.rule.value * wide for p in placed if p.level > each.level]
        assert not any(start < other < start + long for other in higher)
