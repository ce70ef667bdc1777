"""Why did it change: the sum closes on the page, its years live in the link, and what is missing is said."""

import pytest

from tests.pages.visiting import Visit

PAGE = "4_Why_did_it_change"
HEREFORDSHIRE, CITY, SCILLY, CUMBRIA, WESTMORLAND = "E06000019", "E09000001", "E06000053", "E10000006", "E06000064"


def _words(visit: Visit) -> str:
    assert not visit.app.exception
    return " ".join(visit.words.split())


def test_the_sum_closes_to_the_published_number() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31"))
    assert "387 + 68 − 111 = 344, nothing left over." in words
    assert "Came into care +68" in words and "Left care −111" in words and "Left over 0" in words


def test_the_years_are_pickers_and_words_of_the_link() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE).pick("From 31 March", "2021").pick("Set against the year", "2022")
    assert (visit.link["from"], visit.link["base"]) == ("2021", "2022")
    assert "than on 31 March 2021" in visit.heading
    assert "Had each year been like the year to 31 March 2022" in visit.words
    again = Visit().open(PAGE, **visit.link)
    assert again.html == visit.html and again.link == visit.link


def test_the_parts_beside_a_base_year_are_a_heading_that_can_be_read_alone() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31", **{"from": "2021"}))
    would = "Had each year been like the year to 31 March 2021, the number of children in care would have fallen by 160"
    assert f"{would}, not risen by 32: more came in and fewer left." in words


def test_every_view_is_cited_by_what_it_shows_and_not_by_how_many_indicators_it_rests_on() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE, known_on="2025-12-31", **{"from": "2021"}))
    lead = "Cite as: Why the number of children in care changed, 31 March 2021 to 31 March 2025"
    assert f"{lead}: Herefordshire, County of, as known" in words
    assert f"{lead}, set against the year to 31 March 2021: Herefordshire, County of" in words
    assert "Cite as: Children who came into care and who left, 2019 to 2025: Herefordshire, County of" in words


def test_a_group_chosen_on_another_page_is_said_to_have_no_say_here_and_stays_in_the_link() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, indicator="sex", breakdown="Female")
    assert "You chose “Female” of" in visit.words and "Show “Female” on Trends" in visit.words
    assert visit.link["breakdown"] == "Female"
    assert visit.heading == Visit().open(PAGE, authority=HEREFORDSHIRE).heading


def test_the_boundaries_of_a_new_or_a_dissolved_authority_are_told_once() -> None:
    assert "only years on its own boundaries are compared" not in Visit().open(PAGE, authority=CUMBRIA).words
    words = Visit().open(PAGE, authority=WESTMORLAND).words
    assert "Earlier years belong to Cumbria and are not joined on" in words
    assert "only years on its own boundaries are compared" not in words


def test_another_authority_keeps_the_years() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE).pick("From 31 March", "2021").pick("Authority", "E06000016")
    assert visit.link["from"] == "2021" and "than on 31 March 2021" in visit.heading
    visit.turn_to("1_Trends").turn_to(PAGE)
    assert visit.link["from"] == "2021"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"from": "1999"}, 'From: 31 March "1999" is not published for Herefordshire'),
        ({"from": "2025", "to": "2021"}, 'From: 31 March "2025" leaves no year to compare'),
        ({"to": "soon"}, 'To: 31 March "soon" is not published for Herefordshire'),
        ({"base": "1999"}, "it cannot be the base year"),
    ],
)
def test_years_that_cannot_be_compared_say_why_and_the_nearest_are_shown(words: dict[str, str], said: str) -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE, **words)
    assert said in _words(visit)
    assert visit.heading.startswith("Herefordshire had")


def test_one_year_has_no_parts_and_several_have() -> None:
    assert "Had each year been like the year to" not in Visit().open(PAGE, authority=HEREFORDSHIRE).words
    assert "Had both stayed as in 2021" in Visit().open(PAGE, authority=HEREFORDSHIRE, **{"from": "2021"}).words


def test_a_dissolved_authority_is_explained_to_its_last_year_and_its_successor_from_its_first() -> None:
    assert "on 31 March 2023 than on 31 March 2022" in Visit().open(PAGE, authority=CUMBRIA).heading
    visit = Visit().open(PAGE, authority=WESTMORLAND, **{"from": "2021"})
    assert "on 31 March 2025 than on 31 March 2024" in visit.heading
    assert 'From: 31 March "2021" is not published for Westmorland and Furness' in visit.words


def test_a_hidden_number_is_named_and_the_newest_published_years_are_explained() -> None:
    words = _words(Visit().open(PAGE, authority=CITY))
    assert "The number on 31 March 2025 is not published: too few children to show." in words
    assert "on 31 March 2024 than on 31 March 2023" in words


def test_where_there_is_no_change_to_explain_the_years_are_shown_all_the_same() -> None:
    visit = Visit().open(PAGE, authority=SCILLY)
    assert "a change needs two" in visit.heading
    assert "Children who came into care and who left: Isles of Scilly" in visit.words


def test_what_yearly_figures_and_a_sum_cannot_tell_is_said() -> None:
    words = _words(Visit().open(PAGE, authority=HEREFORDSHIRE))
    assert "cannot be told from them: a council's own monthly counts would tell" in words
    assert "It cannot tell what any child needed" in words
    assert "should" not in words


def test_the_gap_and_its_worth_are_worked_out_when_they_are_asked_for() -> None:
    visit = Visit().open(PAGE, authority=HEREFORDSHIRE)
    assert "If our rate equalled that of the neighbours" not in visit.words
    visit.app.session_state["fold-gap-and-cost"] = True
    visit.app.run()
    words = _words(visit)
    assert words.count("If our rate equalled that of the neighbours, about 128 fewer children") == 1
    assert "In money, about 128 fewer children would be about £3.2 million to £12.9 million a year less." in words
    assert "The gap is not a target." in words and "cannot tell what any child needs" in words
