"""A scorecard's strips: each row on its own scale, and words where there is nothing to draw."""

import pytest

from metrics.results import Choice, Kind
from pages.charts.scorecard import figure
from pages.charts.strips import of
from tests.pages.drawings import Figure, drawn_values, plain, texts, trace
from tests.pages.results_drawn import indicator, scorecard

HEAD = "title | own | neighbours | benchmark\n"


def _at(drawn: Figure, role: str) -> list[float]:
    return trace(drawn, role)["x"]


def test_each_strip_reaches_from_its_lowest_figure_to_its_highest() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | 60 100 | 70\nTwo | 2 | 1 3 5 | 2.5"))
    assert drawn is not None
    assert _at(drawn, "own") == pytest.approx([0.5, 0.25])
    assert _at(drawn, "neighbour") == pytest.approx([0, 1, 0, 0.5, 1])
    assert _at(drawn, "benchmark") == pytest.approx([0.25, 0.375])
    ends = {(a["x"], a["text"]) for a in drawn["layout"]["annotations"] if a["xref"] == "x"}
    assert ends == {(0, "60%"), (1, "100%"), (0, "1%"), (1, "5%")}


def test_a_suppressed_neighbour_is_not_drawn_as_zero_and_is_counted_as_missing() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | 60 c 100 | 70"))
    assert drawn is not None
    assert _at(drawn, "neighbour") == [0, 1]
    assert any(text.endswith("2 of 3 neighbours had a figure") for text in texts(drawn))
    assert "0%" not in texts(drawn)


def test_a_suppressed_own_figure_is_words_in_place_of_dots() -> None:
    drawn = figure(scorecard(HEAD + "One | c | 60 100 | 70"))
    assert drawn is not None
    assert drawn_values(drawn) == []
    assert "[c] too few children to show, on 31 March 2025" in texts(drawn)
    assert drawn["layout"]["shapes"] == []


def test_a_row_without_neighbours_says_so() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | |"))
    assert drawn is not None
    assert drawn_values(drawn) == []
    assert "80% (800 of 1,000) on 31 March 2025; no statistical neighbours to compare with" in texts(drawn)


def test_a_row_whose_neighbours_are_all_hidden_says_so() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | c c |"))
    assert drawn is not None
    assert drawn_values(drawn) == []
    assert any(text.endswith("cannot compare: 0 of 2 neighbours had a figure") for text in texts(drawn))


def test_an_authority_that_no_release_covers_is_told_so() -> None:
    assert "No figure for this authority in the years and vintage chosen" in texts(figure(scorecard(HEAD + "One | | |")) or {})


def test_plain_counts_are_not_compared() -> None:
    card = scorecard(HEAD + "Children | 344 | 200 900 | 550", {"Children": indicator("children", 0, "count", "Children")})
    drawn = figure(card)
    assert drawn is not None
    assert drawn_values(drawn) == []
    assert "344 on 31 March 2025; not compared: councils differ in size" in texts(drawn)


def test_indicators_that_are_not_measured_nationally_have_no_row() -> None:
    card = scorecard(HEAD + "One | 80 | 60 100 | 70\nLocal | | |", {"Local": indicator("%", 0, "local", "Local")})
    drawn = figure(card)
    assert drawn is not None
    assert "One" in texts(drawn) and "Local" not in texts(drawn)


def test_a_card_without_a_measured_row_has_no_figure() -> None:
    assert figure(scorecard(HEAD + "Local | | |", {"Local": indicator("%", 0, "local", "Local")})) is None
    assert figure(scorecard(HEAD)) is None


def test_when_all_figures_are_equal_the_dots_stand_in_the_middle() -> None:
    drawn = figure(scorecard(HEAD + "One | 100 | 100 100 | 100"))
    assert drawn is not None
    assert drawn_values(drawn, "x") == [0.5] * 4


def test_a_region_beyond_the_neighbours_stretches_the_strip() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | 60 90 | 100", choice=Choice(kind=Kind.REGION)))
    assert drawn is not None
    assert _at(drawn, "benchmark") == [1]
    assert _at(drawn, "neighbour") == pytest.approx([0, 0.75])


def test_the_key_names_the_signs_that_are_drawn_and_no_others() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | 60 c | 60"))
    assert drawn is not None
    assert texts(drawn)[0] == "● Testshire   ┃ Neighbours’ median ● Statistical neighbours (2025 edition)"
    alone = figure(scorecard(HEAD + "One | 80 | | 60", choice=Choice(kind=Kind.ENGLAND)))
    assert alone is not None
    assert texts(alone)[0] == "● Testshire   ┃ England"


def test_rows_follow_one_another_without_overlap_in_the_cards_order() -> None:
    long = "A title that is so long that it will have to stand on two lines | 80 | 60 | 60\n"
    card = scorecard(HEAD + long + "Two | c | 60 | 60\nThree | 1 | 2 | 2")
    first, second, third = of(card)
    assert [len(strip.title) for strip in (first, second, third)] == [2, 1, 1]
    assert 0 == first.top < first.middle < first.foot == second.top
    assert second.top < second.foot == third.top < third.middle < third.foot
    drawn = figure(card)
    assert drawn is not None
    assert trace(drawn, "own")["y"] == [first.middle, third.middle]
    assert drawn["layout"]["yaxis"]["range"] == [third.foot, 0]


def test_the_pointer_tells_neighbours_apart_by_nearness() -> None:
    drawn = figure(scorecard(HEAD + "One | 80 | 60 c 100 | 70"))
    assert drawn is not None
    assert [plain(text) for text in trace(drawn, "neighbour")["text"]] == [
        "Neighbour 1 of 3, nearest first 60%",
        "Neighbour 3 of 3, nearest first 100%",
    ]
