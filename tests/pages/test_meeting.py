"""Meeting mode is a word of the link: large, folded, with the way from page to page."""

import json
import re

import pytest

from tests.pages.visiting import OPENING, PAGES, Visit


def folds(visit: Visit) -> list[str]:
    return [fold.label for fold in visit.app.expander]


def height(visit: Visit) -> float:
    return json.loads(visit.app.get("plotly_chart")[0].proto.spec)["layout"]["height"]


def _switch(visit: Visit, on: bool) -> None:
    next(toggle for toggle in visit.app.toggle if toggle.label == "Meeting mode").set_value(on).run()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_a_meeting_and_names_itself_in_the_bar(page: str) -> None:
    visit = Visit().open(page, meeting="on", authority="E06000017")
    assert not visit.app.exception
    assert visit.link["meeting"] == "on"
    assert re.search(r'<nav class="cpd-meeting" aria-label="Meeting" data-cpd-page="[^"]+">', visit.html)


def test_the_switch_puts_the_meeting_into_the_link_and_takes_it_out() -> None:
    visit = Visit().open("1_Trends", indicator="dental_check")
    _switch(visit, True)
    assert visit.link["meeting"] == "on" and visit.link["indicator"] == "dental_check"
    _switch(visit, False)
    assert "meeting" not in visit.link and visit.link["indicator"] == "dental_check"


def test_the_button_of_the_bar_leaves_the_meeting() -> None:
    visit = Visit().open("1_Trends", meeting="on")
    next(b for b in visit.app.button if b.label == "Leave meeting mode").click().run()
    assert "meeting" not in visit.link and "cpd-meeting" not in visit.html


def test_in_a_meeting_the_chart_is_larger_and_all_else_is_folded_but_not_lost() -> None:
    usual, meeting = Visit().open("1_Trends"), Visit().open("1_Trends", meeting="on")
    assert height(meeting) == 1.5 * height(usual)
    assert "Notes for this view" in folds(meeting) and "Notes for this view" not in folds(usual)
    for said in ("<caption>", "cpd-source", "cpd-cite", "What it cannot tell"):
        assert meeting.html.count(said) == usual.html.count(said) > 0
    assert len(meeting.app.get("download_button")) == len(usual.app.get("download_button"))


def test_the_round_goes_through_the_pages_in_order_and_ends_before_the_data_page() -> None:
    first, trends = Visit().open(OPENING, meeting="on"), Visit().open("1_Trends", meeting="on")
    data = Visit().open(next(page for page in PAGES if page.endswith("Data_and_methods")), meeting="on")
    assert [len(visit.app.get("page_link")) - len(PAGES) for visit in (first, trends, data)] == [1, 2, 1]


def test_the_pickers_of_councils_are_folded_too_so_that_the_chart_is_seen_first() -> None:
    visit = Visit().open("6_All_authorities", meeting="on")
    assert "Choose which councils are shown" in folds(visit)
    assert "Choose which councils are shown" not in folds(Visit().open("6_All_authorities"))


def test_another_word_for_the_meeting_is_told() -> None:
    visit = Visit().open(OPENING, meeting="maybe")
    assert 'asks for meeting "maybe"' in visit.words and "meeting" not in visit.link
