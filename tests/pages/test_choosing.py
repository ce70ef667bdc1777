"""What was chosen is held for the visit and written into the address, and a link opens the same view."""

import pytest

from tests.pages.visiting import OPENING, PAGES, Visit

WHY = "4_Why_did_it_change"


def test_authority_known_on_and_snapshot_are_in_the_address_even_when_nothing_was_chosen() -> None:
    link = Visit().open().link
    assert link["authority"] == "E06000019" and link["known_on"] == "now" and link["snapshot"]
    assert set(link) == {"authority", "known_on", "snapshot"}


@pytest.mark.parametrize("page", PAGES)
def test_a_link_opens_the_same_view_in_another_session(page: str) -> None:
    words = {"authority": "E06000017", "known_on": "2025-01-31", "indicator": "dental_check", "principle": "6"}
    words |= {"years": "2021-2023", "compare": "england", "how": "mean", "edition": "2021"}
    first = Visit().open(page, **words)
    assert {name: first.link[name] for name in words} == words
    second = Visit().open(page, **first.link)
    assert second.html == first.html
    assert second.link == first.link


def test_an_authority_may_be_named_by_its_number_or_its_name() -> None:
    assert Visit().open(authority="857").link["authority"] == "E06000017"
    assert Visit().open(authority="Rutland").link["authority"] == "E06000017"


def test_picking_an_authority_changes_the_page_and_the_address_together() -> None:
    visit = Visit().open("1_Trends").pick("Authority", "E06000017")
    assert visit.link["authority"] == "E06000017"
    assert visit.heading.startswith("32 children were looked after on 31 March 2025")


def test_the_choice_survives_a_change_of_page_although_the_address_is_bare() -> None:
    visit = Visit().open("1_Trends").pick("Authority", "E06000017").pick("As known", "first")
    for page in PAGES:
        if PAGES[page]:
            visit.turn_to(page)
            assert (visit.link["authority"], visit.link["known_on"]) == ("E06000017", "first"), page
            assert "Rutland" in visit.words


def test_an_address_that_was_not_written_here_wins_over_what_was_held() -> None:
    visit = Visit().open("1_Trends").pick("Authority", "E06000017")
    visit.app.query_params["authority"] = "E06000019"  # as the Back button does
    visit.app.run()
    assert visit.heading.startswith("344 children")
    assert [w.value for w in visit.app.selectbox if w.label == "Authority"] == ["E06000019"]


def test_another_indicator_forgets_a_breakdown_of_the_one_before_that_it_has_not() -> None:
    words = {"indicator": "placement_setting", "breakdown": "Residential schools", "period": "2023"}
    visit = Visit().open("2_Statistical_neighbours", **words)
    assert visit.link["breakdown"] == "Residential schools"
    visit.pick("Indicator", "children_looked_after_rate")
    assert "breakdown" not in visit.link and visit.link["period"] == "2023"
    assert not visit.app.exception


def test_another_indicator_keeps_the_breakdown_and_the_period_that_it_has_too() -> None:
    words = {"indicator": "sex", "breakdown": "Female", "period": "2023", "group": "E10000016", "compare": "england"}
    visit = Visit().open("2_Statistical_neighbours", **words).pick("Indicator", "started_sex")
    assert words.items() - {("indicator", "sex")} <= visit.link.items()
    assert visit.link["indicator"] == "started_sex" and not visit.app.exception
    assert "in the year to 31 March 2023" in visit.heading
    visit.pick("Indicator", "attainment_8")
    assert "period" not in visit.link and "is not a period held" not in visit.words


def test_the_day_is_picked_and_said_in_the_same_words() -> None:
    visit = Visit().open("1_Trends", known_on="2024-12-09")
    (picker,) = [box for box in visit.app.radio if box.label == "As known"]
    assert picker.options == ["Now", "As first published", "On a day, such as that of a meeting"]
    assert "as known on 9 December 2024" in visit.words


def test_the_years_and_the_benchmark_are_filters_on_every_page() -> None:
    for page in PAGES:
        visit = Visit().open(page)
        if page == WHY:  # which runs from one 31 March to another
            assert {"From 31 March", "To 31 March"} <= {s.label for s in visit.app.selectbox}
        else:
            assert [s.label for s in visit.app.slider] == ["Years"], page
        assert "Compare with" in [r.label for r in visit.app.radio]
        assert "Edition of the neighbours" in [s.label for s in visit.app.selectbox]
        if page not in (OPENING, WHY):  # the one shows all principles at once, the other children looked after only
            assert {"Indicator", "Principle", "What to look at"} & {s.label for s in visit.app.selectbox}, page


def test_years_are_cut_to_those_chosen() -> None:
    visit = Visit().open("1_Trends").pick("Years", (2022, 2024))
    assert visit.link["years"] == "2022-2024"
    assert visit.heading.startswith("387 children were looked after on 31 March 2024")
    assert ">2021</th>" not in visit.html


def test_as_known_on_a_day_shows_the_figures_of_that_day() -> None:
    visit = Visit().open("1_Trends", known_on="2024-12-31")
    assert "113.6" in visit.heading
    assert "as known on 31 December 2024" in visit.words
    assert "(2021 edition)" in visit.words


def test_two_areas_named_dorset_can_be_told_apart() -> None:
    offered = [option for option in Visit().open().options("Authority") if option.startswith("Dorset")]
    assert offered == ["Dorset", "Dorset (until 31 March 2019)"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"authority": "Herefordshir"}, 'authority "Herefordshir", which is not known. Here Herefordshire is shown'),
        ({"authority": "E92000001"}, "England is not a local authority. Here Herefordshire is shown"),
        ({"indicator": "dental_chek"}, 'Here "Teeth checked by a dentist" is shown'),
        ({"indicator": "promises_kept"}, "is not measured nationally"),
        ({"indicator": "days_to_adoptive_family"}, "is published elsewhere, not in this snapshot: Adoption and Special Guardian"),
        ({"indicator": "placement_setting", "breakdown": "Foster"}, 'asks for breakdown "Foster"'),
        ({"principle": "8"}, 'asks for principle "8"'),
        ({"years": "lately"}, "They are written like"),
        ({"years": "1950-1960"}, "asks for 1950 to 1960; figures are held for"),
        ({"compare": "wales"}, 'asks for compare "wales"'),
        ({"how": "medien"}, 'Here "median" is shown'),
        ({"edition": "2030"}, 'asks for edition "2030"'),
        ({"known_on": "yesterday"}, "Write now, first or a date such as 2024-12-31"),
        ({"known_on": "1999-01-01"}, "The oldest release held came out on"),
        ({"snapshot": "2020-01-01_aaaaaaaaaaaa"}, "which is not held here. The current one"),
        ({"authority": "E99"}, 'authority "E99", which is not known. Here Herefordshire is shown'),
        ({"indicator": "nonsense"}, 'indicator "nonsense", which is not known. Here "Children looked after, rate per'),
        ({"authority": "<script>alert(1)</script>"}, "which is not known. Here Herefordshire is shown"),
    ],
)
@pytest.mark.parametrize("page", [OPENING, "3_Principles"])
def test_a_word_of_a_link_that_cannot_be_followed_is_a_sentence_and_the_nearest_is_shown(
    page: str, words: dict[str, str], said: str
) -> None:
    visit = Visit().open()
    visit.app.query_params.clear()
    for name, word in words.items():
        visit.app.query_params[name] = word
    if PAGES[page]:
        visit.app.switch_page(PAGES[page])
    visit.app.run()
    assert not visit.app.exception
    assert said in visit.words
    assert "<script>" not in visit.html
    assert visit.heading.endswith(".")


def test_a_period_that_is_not_held_is_a_sentence_and_the_latest_is_shown() -> None:
    visit = Visit().open("2_Statistical_neighbours", period="1999")
    assert '"1999" is not a period held for Herefordshire' in visit.words
    assert "on 31 March 2025" in visit.heading


def test_an_indicator_of_which_nothing_is_held_for_an_authority_is_a_sentence() -> None:
    visit = Visit().open("2_Statistical_neighbours", authority="E10000006", indicator="foster_care", known_on="2022-12-31")
    assert not visit.app.exception
    assert "foster" in visit.heading.lower() and visit.heading.endswith(".")


def test_years_in_which_an_indicator_has_no_figure_show_all_of_its_years() -> None:
    visit = Visit().open("1_Trends", indicator="children_looked_after_rate", years="2017-2018")
    assert visit.heading.startswith("344 children were looked after on 31 March 2025")
