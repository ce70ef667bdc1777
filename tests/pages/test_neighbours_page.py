"""The page of the statistical neighbours: verdict, place, gap, yardsticks, both editions, who to ring, and its warnings."""

import json

from tests.pages.visiting import Visit

PAGE = "2_Statistical_neighbours"
HEREFORDSHIRE, KENT, LEICESTER, RUTLAND = "E06000019", "E10000016", "E06000016", "E06000017"
SUITABLE = "suitable_accommodation_19_to_21"


def said(visit: Visit) -> str:
    """What the page says, on one line."""
    return " ".join(visit.words.split())


def test_the_comparison_is_judged_in_words() -> None:
    words = said(Visit().open(PAGE, authority=HEREFORDSHIRE))
    assert "Higher than its neighbours, where the median is 62.6 (10 of 10 had a figure)" in words
    assert "2nd highest of these 11 councils." in words
    assert "If our rate equalled that of the neighbours, about 128 fewer children would be counted." in words
    assert "Higher than 8 of 8 yardsticks." in words


def test_the_list_of_yardsticks_and_of_both_editions_open_on_request() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    assert "Higher than England: 67.1." not in said(visit) and "2021 edition" not in said(visit)
    for name in ("fold-robust", "fold-editions"):
        visit.app.session_state[name] = True
    visit.app.run()
    assert "Higher than England: 67.1." in said(visit)
    assert "The neighbours of Herefordshire in each edition, nearest first" in said(visit)


def test_how_many_neighbours_are_in_both_editions_is_said() -> None:
    assert "of 10 neighbours are in both editions (2025 and 2021)" in said(Visit().open(PAGE, authority=LEICESTER))


def test_neighbours_that_are_not_close_are_a_warning() -> None:
    assert "4 of the 10 neighbours are not close to Leicester" in said(Visit().open(PAGE, authority=LEICESTER))
    assert "not close to" not in said(Visit().open(PAGE, authority=HEREFORDSHIRE))


def test_a_dissolved_neighbour_drops_out_and_nine_of_ten_are_left() -> None:
    words = said(Visit().open(PAGE, authority=HEREFORDSHIRE, edition="2021"))
    assert "was dissolved on 31 March 2023 and drops out" in words and "9 of 10 had a figure (2021 edition)" in words


def test_who_to_ring_is_named_or_why_nobody_can_be() -> None:
    assert "neither good nor bad in itself, so nobody does better on it" in said(Visit().open(PAGE, authority=HEREFORDSHIRE))
    words = said(Visit().open(PAGE, authority=LEICESTER, indicator=SUITABLE))
    assert "Who to ring? No close neighbour is both clearly better and improving" in words


def test_where_no_close_neighbour_could_be_compared_nobody_is_said_to_be_no_better() -> None:
    words = said(Visit().open(PAGE, authority=RUTLAND, indicator="convicted"))
    assert "Who to ring cannot be told: no close neighbour could be compared on convicted or cautioned" in words
    assert "Who to ring? Who" not in words and "both clearly better" not in words
    assert "It takes at least 20 children and a figure, here and there." in words


def test_a_council_without_close_neighbours_is_told_that_nobody_can_be_named() -> None:
    words = said(Visit().open(PAGE, authority="E09000001", indicator=SUITABLE))
    assert "Who to ring cannot be told: City of London has no close neighbours in this list." in words
    assert "both clearly better" not in words


def test_a_verdict_that_cannot_be_told_stands_behind_its_question() -> None:
    words = said(Visit().open(PAGE, authority=RUTLAND, indicator="convicted"))
    assert "Better or worse? Cannot tell: it rests on 15 children, and it takes 20." in words
    assert "Higher or lower? Cannot tell" in said(Visit().open(PAGE, authority="E10000006"))


def test_a_figure_that_is_hidden_is_said_once_without_yardsticks() -> None:
    visit = Visit().open(PAGE, authority="E09000001", indicator="sdq_average_score")
    words = said(visit)
    assert words.count("There is no figure to compare: too few children to show.") == 1
    assert "Too few children to show." not in words and "None of the 10 neighbours is close to City of London." in words
    assert not any("yardstick" in button.label for button in visit.app.button)


def test_counts_are_not_judged() -> None:
    words = said(Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="children_looked_after"))
    assert "yardstick" not in words and "Councils differ in size, so counts are not compared" in words


def test_councils_of_ones_own_choice_are_diamonds_with_a_table() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="dental_check", group=f"{KENT},{RUTLAND}")
    (figure,) = (json.loads(element.proto.spec) for element in visit.app.get("plotly_chart"))
    (diamonds,) = [trace for trace in figure["data"] if trace["name"] == "chosen"]
    assert diamonds["marker"]["symbol"] == "diamond" and len(diamonds["x"]) == 2
    assert "Teeth checked by a dentist: councils of your own choice" in said(visit)


def test_every_interval_drawn_stands_in_a_table_too() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=SUITABLE)
    (figure,) = (json.loads(element.proto.spec) for element in visit.app.get("plotly_chart"))
    hairlines = [shape for shape in figure["layout"]["shapes"] if shape.get("opacity") == 0.6]
    assert len(hairlines) == sum(len(trace["x"]) for trace in figure["data"])
    assert "what chance alone could make of each figure" in said(visit)
