"""The words of a link that narrow or mark authorities: read, written, and said so where they cannot be followed."""

from collections.abc import Iterator

import pytest

from data.store import BUNDLED, Store
from metrics.ask import Ask
from pages.parts.grouped import MOST, as_word, group, region, regions
from pages.parts.link import read

KENT, HEREFORDSHIRE, SOUTH_EAST = "E10000016", "E06000019", "E12000008"


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    ask = Ask(Store(BUNDLED).open())
    yield ask
    ask.close()


def test_a_group_is_read_by_code_name_or_number_each_once_in_its_order(ask: Ask) -> None:
    said: list[str] = []
    assert group("Kent, E06000019,884,kent", ask, said) == (KENT, HEREFORDSHIRE)
    assert said == []


def test_a_name_that_is_no_authority_is_left_out_and_said(ask: Ask) -> None:
    said: list[str] = []
    assert group("Kent,Atlantis,England", ask, said) == (KENT,)
    assert [sentence.split('"')[1] for sentence in said] == ["Atlantis", "England"]


def test_a_group_takes_twenty_at_most(ask: Ask) -> None:
    said: list[str] = []
    many = [a.code for a in ask.areas if a.la_number and a.valid_to is None][: MOST + 5]
    assert group(as_word(many), ask, said) == tuple(many[:MOST])
    assert "names 25 authorities" in said[0]


def test_a_region_is_read_by_code_or_name_and_nothing_else_is_one(ask: Ask) -> None:
    said: list[str] = []
    assert [region(word, ask, said) for word in ("", SOUTH_EAST, "South East")] == ["", SOUTH_EAST, SOUTH_EAST]
    assert said == []
    assert [region(word, ask, said) for word in ("Kent", "Atlantis")] == ["", ""]
    assert len(said) == 2 and "the whole of England is shown" in said[0]


def test_the_picker_offers_all_of_england_first_and_every_region(ask: Ask) -> None:
    offered = regions(ask)
    assert list(offered.items())[0] == ("", "All of England")
    assert len(offered) == 1 + 11 and offered[SOUTH_EAST] == "South East"


def test_the_link_keeps_group_and_region_and_leaves_them_out_where_nothing_was_chosen(ask: Ask) -> None:
    words = {"group": f"{KENT},{HEREFORDSHIRE}", "region": SOUTH_EAST}
    link = read(words, ask).link
    assert {name: link[name] for name in words} == words
    assert not {"group", "region"} & set(read({}, ask).link)
