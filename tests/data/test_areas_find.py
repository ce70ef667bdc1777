"""The words by which people look for an area, and what they are told when the words do not settle it."""

from datetime import date

import pytest

from data.areas import Areas, load
from data.errors import UserError


@pytest.fixture(scope="module")
def areas() -> Areas:
    return load()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("884", "Herefordshire"), ("801", "Bristol"), ("810", "Kingston upon Hull"), ("840", "County Durham"),
        ("839", "Bournemouth, Christchurch and Poole"), ("201", "City of London"), ("342", "St. Helens"),
    ],
)  # fmt: skip
def test_a_short_name_is_what_people_say(areas: Areas, name: str, said: str) -> None:
    assert areas.find(name).short_name == said


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Herefordshire", "884"), ("herefordshire, county of", "884"), ("County of Herefordshire", "884"),
        ("E06000019", "884"), ("e06000019", "884"), (" 884 ", "884"),
        ("Bristol", "801"), ("City of Bristol", "801"), ("BRISTOL CITY OF", "801"),
        ("Durham", "840"), ("County Durham", "840"), ("Hull", "810"), ("Kingston Upon Hull, City of", "810"),
        ("St Helens", "342"), ("st. helens", "342"), ("Saint Helens", "342"),
        ("Hammersmith & Fulham", "205"), ("Bournemouth, Christchurch & Poole", "839"), ("BCP", "839"),
        ("Stoke on Trent", "861"), ("Southend", "882"), ("Telford", "894"), ("City of York", "816"),
        ("City of London", "201"), ("London", ""), ("Yorkshire & the Humber", ""), ("England", ""),
        ("Bournemouth", "837"), ("Northamptonshire", "928"), ("E10000027", "933"), ("E08000039", "373"),
    ],
)  # fmt: skip
def test_an_area_is_found_by_the_words_people_use(areas: Areas, words: str, number: str) -> None:
    found = areas.find(words)
    assert found.la_number == number
    assert found.level == ("Local authority" if number else "National" if words == "England" else "Regional")


def test_london_is_the_region_and_not_the_city(areas: Areas) -> None:
    assert (areas.find("London").code, areas.find("City of London").code) == ("E12000007", "E09000001")


def test_of_two_authorities_with_one_name_the_one_in_force_wins(areas: Areas) -> None:
    assert areas.find("Dorset").la_number == "838"
    assert areas.find("Dorset", on=date(2019, 3, 31)).la_number == "835"
    assert areas.find("835").la_number == "835"


def test_words_that_could_mean_several_areas_name_them(areas: Areas) -> None:
    with pytest.raises(UserError, match=r'"Kingston" could mean Kingston upon Hull .*, Kingston upon Thames'):
        areas.find("Kingston")
    with pytest.raises(UserError, match=r"North East .* and \d+ more"):
        areas.find("north")


def test_a_misspelled_name_is_answered_with_the_nearest(areas: Areas) -> None:
    with pytest.raises(UserError, match=r'"Herefordshre".*nearest: Herefordshire, .*LA number such as 884'):
        areas.find("Herefordshre")
    with pytest.raises(UserError, match=r"nearest: London"):
        areas.find("Londn")


@pytest.mark.parametrize("words", ["", "  ", "999", "E06999999", "Zzyzx", "E09000021 / E09000027"])
def test_words_that_mean_nothing_are_an_error_and_not_a_guess(areas: Areas, words: str) -> None:
    with pytest.raises(UserError, match="No area is called"):
        areas.find(words)
