"""The page over the years: its views, further indicators, councils of one's own choice, intervals, marks and the zero axis."""

import json

import pytest

from tests.pages.visiting import Visit

PAGE = "1_Trends"
HEREFORDSHIRE, KENT, LEICESTER, CUMBRIA, CITY = "E06000019", "E10000016", "E06000016", "E10000006", "E09000001"
SUITABLE = "suitable_accommodation_19_to_21"


def charts(visit: Visit) -> list[dict]:
    """The figures drawn, in the order of the page."""
    return [json.loads(element.proto.spec) for element in visit.app.get("plotly_chart")]


def test_the_finding_ends_with_where_five_years_point_and_the_test_is_named() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    assert visit.heading.endswith("similar councils. No clear change over the last five years.")
    assert "chi-squared test for trend" in visit.words and "fewer than 1 of 500 series" in visit.words


def test_a_new_council_is_told_why_there_is_no_direction() -> None:
    heading = Visit().open(PAGE, authority="E06000064").heading
    assert heading.endswith("Too few years to say where it points: the council has not had these boundaries for five years.")


@pytest.mark.parametrize(
    ("view", "heading", "about"),
    [
        ("indexed", "about 25% of the change went with England's", "our figure would have been 97.1"),
        ("neighbours", "over five years: of the 10 neighbours of Herefordshire", "on one scale, with Herefordshire behind"),
        ("ahead", "8 times out of 10", "This is no forecast of need."),
    ],
)
def test_each_view_has_its_own_finding_chart_table_and_link(view: str, heading: str, about: str) -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, view=view)
    assert not visit.app.exception
    assert heading in visit.heading and about in visit.words
    assert len(charts(visit)) == 1 and "<caption>" in visit.html
    assert visit.link["view"] == view
    assert Visit().open(PAGE, **visit.link).html == visit.html


def test_a_view_is_picked_from_a_list_and_kept_for_another_authority() -> None:
    visit = Visit().open(PAGE).pick("Look at", "indexed").pick("Authority", KENT)
    assert visit.link["view"] == "indexed" and visit.heading.startswith("Kent, children looked after, rate per 10,000")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"view": "ahead", "indicator": SUITABLE}, "Only the number of children looked after and its rate"),
        ({"view": "neighbours", "indicator": "children_looked_after"}, "choose a rate"),
        ({"view": "neighbours", "compare": "england"}, "no statistical neighbours to show one by one"),
        ({"view": "neighbours", "authority": CUMBRIA}, "no statistical neighbours to show one by one"),
    ],
)
def test_a_view_that_cannot_be_shown_says_why_and_shows_the_years(words: dict[str, str], said: str) -> None:
    visit = Visit().open(PAGE, **words)
    assert not visit.app.exception
    assert said in visit.words and "Here the years are shown." in visit.words


def test_the_small_line_over_the_finding_of_a_dissolved_council_says_its_own_last_date() -> None:
    assert "Cumbria · on 31 March 2023 · as known now" in Visit().open(PAGE, authority=CUMBRIA).words


def test_a_group_without_a_figure_is_named_in_quotes_before_the_reason() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="placement_setting", breakdown="Other placements")
    start = 'Herefordshire has no figure for where children live, "Other placements", on 31 March 2025: too few children to show.'
    assert visit.heading.startswith(start)


def test_a_count_has_the_list_of_each_neighbour_too_with_its_caution() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="children_looked_after")
    assert "The same for each neighbour" in [fold.label for fold in visit.app.expander]
    assert "each statistical neighbour, nearest first (not compared: councils differ in size)" in visit.words


def test_the_small_charts_are_said_to_span_the_years_that_any_of_them_has() -> None:
    visit = Visit().open(PAGE, authority="E06000064", view="neighbours")
    years = [axis["ticktext"][0] for name, axis in charts(visit)[0]["layout"].items() if name == "xaxis"]
    assert f"nearest first, from {years[0]} to 2025." in visit.words and years[0] < "2023"
    assert f">{years[0]}</th>" in visit.html


def test_why_there_is_no_second_view_ahead_stands_with_the_method() -> None:
    visit = Visit().open(PAGE, authority=KENT, indicator="children_looked_after", view="ahead")
    assert visit.heading.startswith("Kent: if it moves as other councils did before, children looked after would lie between 1,")
    assert "children in 2028" not in visit.heading
    assert visit.words.index("Fewer than eight years in a row") > visit.words.index("The fan starts at the newest figure")


def test_further_indicators_stand_under_the_first_each_with_its_own_finding() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicators=f"children_started,{SUITABLE}")
    assert len(charts(visit)) == 3
    assert visit.html.count("<h2>") >= 2 and "care leavers aged 19 to 21 (90%) were in suitable accommodation" in visit.words
    assert visit.link["indicators"] == f"children_started,{SUITABLE}"


def test_further_indicators_that_cannot_be_shown_are_left_out_with_a_sentence() -> None:
    words = Visit().open(indicators="children_started,nonsense,reviews_on_time,dental_check,convicted").words
    assert 'further indicator "nonsense", which has no figures here' in words
    assert 'further indicator "reviews_on_time", which has no figures here' in words
    assert "names 3 further indicators. The first 2 are shown" in words


def test_councils_of_ones_own_choice_have_a_line_and_a_row() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, group=f"{KENT},{LEICESTER}")
    names = [trace["name"] for trace in charts(visit)[0]["data"]]
    assert {"Kent", "Leicester"} <= set(names)
    assert "councils of your own choice" in visit.words
    new = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator=SUITABLE, group="E06000064")
    assert "[z] not applicable; [not held] no release that old is held." in new.words


def test_intervals_are_hairlines_and_a_table() -> None:
    plain, shown = (Visit().open(PAGE, authority=HEREFORDSHIRE, **words) for words in ({}, {"intervals": "on"}))
    assert "error_y" not in charts(plain)[0]["data"][-1] and "95% interval, from" not in plain.words
    own = charts(shown)[0]["data"][-1]
    assert own["error_y"]["symmetric"] is False and min(own["error_y"]["array"]) > 0
    assert "95% interval, from" in shown.words


def test_the_scale_begins_at_zero_on_request() -> None:
    def foot(**words: str) -> float:
        return charts(Visit().open(PAGE, authority=HEREFORDSHIRE, **words))[0]["layout"]["yaxis"]["range"][0]

    assert foot() > 20 and foot(zero="on") == 0


def test_switches_and_years_are_changed_on_the_page_and_kept_in_the_link() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    next(toggle for toggle in visit.app.toggle if toggle.label == "Start the scale at zero").set_value(True).run()
    assert visit.link["zero"] == "on"
    next(button for button in visit.app.button if button.label == "Only the last 5 years").click().run()
    assert visit.link["years"] == "2021-2025" and visit.link["zero"] == "on"
    assert "No clear change over the last five years." in visit.heading


def test_events_and_breaks_are_listed_under_the_chart_with_their_numbers() -> None:
    words = {"indicator": "placement_setting", "breakdown": "Other placements"}
    said = " ".join(Visit().open(PAGE, authority=HEREFORDSHIRE, **words).words.split())
    assert "1 The coronavirus pandemic, April 2020 to March 2022." in said
    assert "A Not to be compared across the start of the period that ends in 2024: supported accommodation had to be" in said


@pytest.mark.parametrize("view", ["", "indexed", "neighbours", "ahead"])
@pytest.mark.parametrize("authority", [CUMBRIA, CITY, "E06000053", "E06000064", "E06000017"])
def test_every_view_opens_for_authorities_of_every_kind(view: str, authority: str) -> None:
    visit = Visit().open(PAGE, authority=authority, view=view)
    assert not visit.app.exception and "cannot be shown just now" not in visit.words
    assert visit.heading.endswith(".")
