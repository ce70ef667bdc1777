"""The page of all authorities: its finding, its two charts, its table, and the pickers that live in the link."""

import re

import pytest

from tests.pages.visiting import Visit

PAGE, MOVES, NUMBER, SDQ = "6_All_authorities", "three_or_more_placements", "children_looked_after", "sdq_average_score"
HEREFORDSHIRE, KENT, CUMBRIA, SOUTH_EAST, WEST_MIDLANDS = "E06000019", "E10000016", "E10000006", "E12000008", "E12000005"


def names(visit: Visit) -> list[str]:
    """The first column of the last table: every council."""
    return re.findall(r'<th role="rowheader" scope="row">([^<]+)<?', visit.html.split("<table")[-1])


def charts(visit: Visit) -> list[str]:
    """The text alternatives of the charts."""
    return [e.proto.alt for e in visit.app.get("plotly_chart")]


def test_the_heading_says_the_figure_and_its_quarter_and_never_a_bare_rank() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    assert visit.heading == (
        "344 children were looked after on 31 March 2025, 99.9 per 10,000 children: in the highest quarter of 151 councils."
    )
    assert "23rd highest of these 151 councils. By chance it could be anywhere from" in visit.words


def test_the_heading_of_the_list_says_what_the_verdicts_come_to_or_how_many_have_a_figure() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES)
    assert "Every council beside England: 8 better, 132 similar and 10 worse; for 3 it cannot be told." in visit.words
    assert "Every council: 151 of 153 have a figure." in Visit().open(PAGE, indicator=NUMBER).words


def test_the_neighbours_among_the_dots_are_named_in_the_order_of_the_dots() -> None:
    words = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES).words
    (told,) = re.findall(r"Its neighbours, from left to right: (.*?)\.", words)
    figures = [int(figure) for figure in re.findall(r"(\d+)%", told)]
    assert len(figures) == 10 and figures == sorted(figures) and "Shropshire 6%" in told
    assert "Its neighbours" not in Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=NUMBER).words


def test_the_view_is_cited_as_that_of_every_council() -> None:
    words = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES).words
    cited = "Three or more placements in the year, in the year to 31 March 2025: every council in England, as known"
    assert f"Cite as: {cited}" in words


def test_how_the_limits_of_the_funnel_are_worked_out_is_told() -> None:
    words = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES).words
    assert "so the solid lines add how much councils usually differ: a standard deviation of" in words


def test_every_council_is_listed_by_name_with_its_counts() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES)
    listed = names(visit)
    assert len(listed) == 153 and listed == sorted(listed, key=str.casefold)
    assert "35 of 344" in visit.words and "150 of 153 councils have a figure" in visit.words


def test_a_share_has_a_funnel_with_both_kinds_of_limits_said() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=MOVES)
    assert len(charts(visit)) == 2
    assert "42 do (dotted lines), because councils differ by more than chance" in visit.words
    assert "18 lie outside, 8 below and 10 above" in visit.words


def test_a_rate_has_no_funnel_and_says_why() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    assert len(charts(visit)) == 1
    assert "limits of chance would leave out 119 of 151 councils" in visit.words


def test_an_average_has_no_funnel_and_says_why() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=SDQ)
    assert len(charts(visit)) == 1
    assert "how far chance could move these figures is not published" in visit.words


def test_plain_counts_are_listed_and_not_compared() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=NUMBER)
    assert charts(visit) == []
    assert visit.heading.endswith("Councils differ in size, so counts are not compared.")
    assert "Beside England" not in visit.html


def test_a_region_narrows_the_page_and_stays_in_the_link() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE).pick("Show", WEST_MIDLANDS)
    assert visit.link["region"] == WEST_MIDLANDS
    assert visit.heading.endswith("in the highest quarter of 14 councils in the West Midlands.")
    assert len(names(visit)) == 14
    assert visit.turn_to("1_Trends").link["region"] == WEST_MIDLANDS


def test_a_group_of_one_s_own_is_marked_and_stays_in_the_link() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    visit.app.multiselect[0].set_value([KENT]).run()
    assert visit.link["group"] == KENT
    assert "your choice" in visit.words
    assert Visit().open(PAGE, **visit.link).html == visit.html


def test_a_council_outside_the_region_is_shown_and_not_counted() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, region=SOUTH_EAST)
    assert "Herefordshire is not in this region: shown, but not counted here." in visit.words
    assert "19 of 19 councils in the South East have a figure" in visit.words


def test_a_period_of_the_link_is_shown_and_one_that_is_not_held_is_said() -> None:
    assert "on 31 March 2023" in Visit().open(PAGE, period="2023").heading
    visit = Visit().open(PAGE, period="1999")
    assert '"1999" is not a period held' in visit.words and "on 31 March 2025" in visit.heading


def test_an_authority_that_was_dissolved_stands_among_those_of_its_day() -> None:
    visit = Visit().open(PAGE, authority=CUMBRIA)
    assert "on 31 March 2023" in visit.heading
    assert "Cumbria" in names(visit) and "Cumberland" not in names(visit)


def test_a_period_in_which_the_authority_did_not_exist_shows_the_others() -> None:
    visit = Visit().open(PAGE, authority=CUMBRIA, period="2025")
    assert not visit.app.exception
    assert (
        visit.heading
        == "Children looked after, rate per 10,000, on 31 March 2025: half of 151 councils lie between 53.3 and 89.8."
    )
    assert "Cumbria did not exist as a council at the end of the period shown" in visit.words


@pytest.mark.parametrize("known_on", ["now", "first", "2024-12-31"])
def test_every_vintage_opens(known_on: str) -> None:
    visit = Visit().open(PAGE, indicator=MOVES, known_on=known_on)
    assert not visit.app.exception and "councils have a figure" in visit.words
