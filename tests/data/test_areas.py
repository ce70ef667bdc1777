"""The table of areas that the repository carries, and the questions that are asked of it."""

from datetime import date, timedelta

import pytest

from data.areas import Area, Areas, load

RECODED = {"E10000023": "E06000065", "E10000027": "E06000066", "E10000002": "E06000060"}
REORGANISED = (date(2019, 4, 1), date(2020, 4, 1), date(2021, 4, 1), date(2023, 4, 1), date(2025, 4, 1))


@pytest.fixture(scope="module")
def areas() -> Areas:
    return load()


def authorities(areas: Areas, on: date) -> list[Area]:
    return [a for a in areas if a.level == "Local authority" and areas.in_force(a, on)]


def test_the_table_is_read_once() -> None:
    assert load() is load()


def test_england_comes_first_then_the_regions_then_the_authorities_by_name(areas: Areas) -> None:
    listed = list(areas)
    assert [a.name for a in listed[:2]] == ["England", "North East"]
    assert [a.level for a in listed[1:12]] == ["Regional"] * 11
    assert [a.name for a in listed[7:10]] == ["London", "Inner London", "Outer London"]
    names = [a.short_name for a in listed[12:]]
    assert names == sorted(names) and names[0] == "Barking and Dagenham" and len(names) == len(areas) - 12


@pytest.mark.parametrize(("day", "count"), [("2019-03-31", 152), ("2019-04-01", 151), ("2021-04-01", 152)])
def test_england_has_as_many_authorities_as_it_had_on_the_day(areas: Areas, day: str, count: int) -> None:
    assert len(authorities(areas, date.fromisoformat(day))) == count


def test_england_has_153_authorities_since_april_2023(areas: Areas) -> None:
    assert len(authorities(areas, date(2023, 3, 31))) == 152
    assert len(authorities(areas, date(2023, 4, 1))) == len(authorities(areas, date.max)) == 153


@pytest.mark.parametrize(("old", "new"), RECODED.items())
def test_a_recoded_authority_is_one_area_under_its_newest_code(areas: Areas, old: str, new: str) -> None:
    assert areas.identity(old) == areas.identity(new) == new
    assert old not in areas and areas[new].other_codes == (old,)
    assert areas[new].valid_from is areas[new].valid_to is None
    assert areas.find(old) == areas.find(new) == areas[new]


@pytest.mark.parametrize(("filed", "newer"), [("E08000016", "E08000038"), ("E08000019", "E08000039")])
def test_barnsley_and_sheffield_stay_under_the_code_of_the_children_looked_after_releases(
    areas: Areas, filed: str, newer: str
) -> None:
    assert areas.identity(newer) == filed
    assert areas[filed].other_codes == (newer,) and newer in areas[filed].note


def test_cumbria_ends_on_31_march_2023_and_two_authorities_follow(areas: Areas) -> None:
    cumbria = areas.find("Cumbria")
    assert (cumbria.code, cumbria.la_number, cumbria.valid_to) == ("E10000006", "909", date(2023, 3, 31))
    assert [areas[code].name for code in cumbria.successors] == ["Cumberland", "Westmorland and Furness"]
    assert areas.in_force(cumbria, date(2023, 3, 31)) and not areas.in_force(cumbria, date(2023, 4, 1))
    for code in cumbria.successors:
        assert areas[code].predecessors == ("E10000006",)
        assert not areas.in_force(areas[code], date(2023, 3, 31)) and areas.in_force(areas[code], date(2023, 4, 1))


def test_only_all_three_authorities_of_dorset_together_equal_the_two_that_followed(areas: Areas) -> None:
    old = {areas.by_number(number) for number in ("835", "836", "837")}
    new = {areas.by_number(number) for number in ("838", "839")}
    assert {code for area in old if area for code in area.successors} == {area.code for area in new if area}
    assert {code for area in new if area for code in area.predecessors} == {area.code for area in old if area}
    assert all(area and "Christchurch" in area.note for area in old | new)
    assert areas["E06000059"].predecessors == ("E10000009",)
    assert set(areas["E06000058"].predecessors) == {"E06000028", "E06000029", "E10000009"}


def test_every_predecessor_lists_its_successor_and_the_reverse(areas: Areas) -> None:
    forward = {(a.code, code) for a in areas for code in a.successors}
    backward = {(code, a.code) for a in areas for code in a.predecessors}
    assert forward == backward and len(forward) == 8


def test_a_predecessor_ends_the_day_before_its_successor_begins(areas: Areas) -> None:
    for after in areas:
        for before in (areas[code] for code in after.predecessors):
            assert before.valid_to and before.valid_to + timedelta(days=1) == after.valid_from


def test_an_authority_is_dissolved_if_and_only_if_others_follow_it(areas: Areas) -> None:
    assert {a.code for a in areas if a.valid_to} == {a.code for a in areas if a.successors}
    assert {a.code for a in areas if a.valid_from} == {a.code for a in areas if a.predecessors}


def test_no_la_number_means_two_areas_on_one_day(areas: Areas) -> None:
    days = [date.min, date.max, *REORGANISED, *(day - timedelta(days=1) for day in REORGANISED)]
    for day in days:
        numbers = [a.la_number for a in authorities(areas, day)]
        assert len(numbers) == len(set(numbers)) and "" not in numbers
        assert all(areas.by_number(a.la_number, day) == a for a in authorities(areas, day))


def test_an_la_number_means_nobody_on_a_day_when_its_authority_does_not_exist(areas: Areas) -> None:
    assert areas.by_number("909", date(2023, 4, 1)) is None
    assert areas.by_number("942", date(2023, 3, 31)) is None
    assert areas.by_number("001") is None and areas.by_number("") is None


def test_an_la_number_without_a_day_also_finds_the_dissolved(areas: Areas) -> None:
    found = [areas.by_number(number) for number in (835, 836, 837, 928, 909, " 884 ")]
    assert [a and a.name for a in found] == [
        "Dorset", "Poole", "Bournemouth", "Northamptonshire", "Cumbria", "Herefordshire, County of",
    ]  # fmt: skip


def test_a_london_boroughs_region_is_inner_or_outer_london_and_theirs_is_london(areas: Areas) -> None:
    boroughs = [a for a in areas if a.code.startswith("E09")]
    assert len(boroughs) == 33 and {a.region_code for a in boroughs} == {"E13000001", "E13000002"}
    assert areas["E13000001"].region_code == areas["E13000002"].region_code == "E12000007"
    assert areas.within("E12000007") == tuple(boroughs)
    assert areas["E09000007"] in areas.within("E13000001") and areas["E09000007"] not in areas.within("E13000002")


def test_the_nine_regions_hold_every_authority_once(areas: Areas) -> None:
    held = [a.code for region in areas if region.code.startswith("E12") for a in areas.within(region.code)]
    assert sorted(held) == sorted(a.code for a in areas.within("E92000001")) and len(held) == len(areas) - 12


def test_every_region_that_an_authority_names_is_a_region(areas: Areas) -> None:
    assert {areas[a.region_code].level for a in areas if a.region_code} == {"Regional"}


def test_an_unknown_code_has_no_identity(areas: Areas) -> None:
    assert areas.identity("E06999999") is None and areas.identity("E09000021 / E09000027") is None
    with pytest.raises(KeyError):
        areas["E10000023"]
