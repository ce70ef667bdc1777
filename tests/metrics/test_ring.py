"""Who to ring: close neighbours that are clearly better and improving, with the inspection known by the day."""

from dataclasses import replace
from datetime import date

import pytest

from data.errors import BadInput
from metrics.ask import Ask
from metrics.catalogue import Catalogue
from metrics.entry import Break
from metrics.known_on import known_on
from metrics.results import Choice
from metrics.ring import Candidate, Inspection, Ring, ring
from tests.metrics.conftest import Opened
from tests.metrics.peers import over_years, shares
from tests.metrics.worlds import World, editions, entries, inspected

STABLE, MOVES, LEGAL, SUSPENDED = "same_placement_2_years", "three_or_more_placements", "legal_status", "suspension"
CARD = entries(STABLE, MOVES, LEGAL, SUSPENDED)
ENTRY = CARD[STABLE]
RISE = ("120 of 300", "140 of 300", "165 of 300", "190 of 300", "215 of 300")
NAMES = (
    "Kent (Extremely close), Devon (Very close), Leeds (Close), Wigan (Close), Bolton (Close), "
    "Bury (Somewhat close), Salford (Not close)"
)
STORIES = {
    "Rutland": ("150 of 300",) * 5,
    "Kent": RISE,  # better and improving
    "Devon": ("215 of 300",) * 5,  # better, and has been for long
    "Leeds": RISE[::-1],  # worse, and falling
    "Wigan": ("100 of 300", "115 of 300", "130 of 300", "145 of 300", "165 of 300"),  # improving, not clearly better
    "Bolton": (*RISE[:4], "c"),
    "Bury": RISE,
    "Salford": RISE,
}
INSPECTIONS = """
    list       | published_on | area  | inspected_on | reported_on | overall     | children_in_care               | care_leavers
    latest     | 2024-07-10   | Kent  | 2021-05-10   | 2021-07-01  | Good        | Requires improvement to be good |
    latest     | 2025-07-10   | Kent  | 2025-01-13   | 2025-03-03  | Outstanding | Outstanding                    | Good
    since 2018 | 2025-07-10   | Kent  | 2018-03-01   | 2018-05-01  | Inadequate  | Inadequate                     |
    latest     | 2025-07-10   | Leeds | 2022-02-28   | 2022-04-20  | Good        | Good                           |
"""


def world(stories: dict[str, tuple[str, ...]] = STORIES) -> World:
    """An authority among seven neighbours of every closeness."""
    figures = (over_years(ENTRY, area, told) for area, told in stories.items())
    return sum(figures, editions(f"2025 | 2025-05-01 | Rutland | {NAMES}"))


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(world() + inspected(INSPECTIONS), CARD)


@pytest.fixture(scope="module")
def found(ask: Ask) -> Ring:
    return ring(ask, STABLE, "Rutland")


def named(candidates: tuple[Candidate, ...]) -> list[str]:
    """The names of some candidates."""
    return [c.area.short_name for c in candidates]


def one(found: Ring, name: str) -> Candidate:
    """A candidate by name."""
    return next(c for c in found.candidates if c.area.short_name == name)


def test_only_close_neighbours_are_looked_at_nearest_first(found: Ring) -> None:
    assert named(found.candidates) == ["Kent", "Devon", "Leeds", "Wigan", "Bolton"]
    assert [c.closeness for c in found.candidates] == ["Extremely close", "Very close", "Close", "Close", "Close"]


def test_those_to_ring_are_clearly_better_and_improving(found: Ring) -> None:
    assert named(found.to_ring) == ["Kent"]
    assert named(found.better) == ["Devon"]


def test_a_difference_is_neighbour_minus_authority_with_newcombe_s_interval(opened: Opened) -> None:
    """34 of 41 and 28 of 44 differ by 19.29 points [0.33, 36.36]: clear, on the good side, and beyond the margin."""
    two = shares(ENTRY, {"Kent": "34 of 41", "Rutland": "28 of 44"}) + editions("2025 | 2025-05-01 | Rutland | Kent")
    kent = one(ring(opened(two, CARD), STABLE, "Rutland"), "Kent")
    assert kent.difference
    assert [round(v, 2) for v in vars(kent.difference).values()] == [19.29, 0.33, 36.36]
    assert (kent.better, kent.improving) == (True, False)


def test_improving_takes_a_clear_trend_to_the_good_side(found: Ring) -> None:
    assert {c.area.short_name: (c.better, c.improving) for c in found.candidates} == {
        "Kent": (True, True),
        "Devon": (True, False),
        "Leeds": (False, False),
        "Wigan": (False, True),
        "Bolton": (False, False),
    }
    wigan = one(found, "Wigan").difference
    assert wigan and wigan.contains(0.0)


def test_where_lower_is_better_the_other_side_is_the_good_one(opened: Opened) -> None:
    stories = (over_years(CARD[MOVES], area, told) for area, told in STORIES.items())
    ask = opened(sum(stories, editions(f"2025 | 2025-05-01 | Rutland | {NAMES}")), CARD)
    assert named(ring(ask, MOVES, "Rutland").to_ring) == ["Leeds"]


def test_a_sure_difference_within_the_margin_is_not_clearly_better(opened: Opened) -> None:
    """61.9% and 60.0% of a hundred thousand: sure, and of no weight; 62.1% is beyond the margin of 2 points."""
    stories = {"Rutland": "60,000 of 100,000", "Kent": "61,900 of 100,000", "Devon": "62,100 of 100,000"}
    ask = opened(shares(ENTRY, stories) + editions("2025 | 2025-05-01 | Rutland | Kent, Devon"), CARD)
    kent, devon = ring(ask, STABLE, "Rutland").candidates
    assert kent.difference and not kent.difference.contains(0.0)
    assert (kent.better, devon.better) == (False, True)


@pytest.mark.parametrize("cells", [("19 of 19", "28 of 44"), ("40 of 41", "5 of 19"), ("c", "28 of 44"), ("40 of 41", "c")])
def test_few_children_or_a_hidden_figure_on_either_side_make_no_difference(opened: Opened, cells: tuple[str, str]) -> None:
    two = shares(ENTRY, dict(zip(("Kent", "Rutland"), cells, strict=True))) + editions("2025 | 2025-05-01 | Rutland | Kent")
    kent = one(ring(opened(two, CARD), STABLE, "Rutland"), "Kent")
    assert (kent.difference, kent.better) == (None, False)


def test_a_neighbour_is_read_in_the_authority_s_own_year(opened: Opened) -> None:
    """Kent has a later figure than the authority, and Devon none for its year."""
    then = shares(ENTRY, {"Rutland": "28 of 44", "Kent": "34 of 41"}, "2024")
    now = shares(ENTRY, {"Kent": "10 of 41", "Devon": "40 of 41"}, "2025")
    lists = editions("2025 | 2025-05-01 | Rutland | Kent, Devon")
    kent, devon = ring(opened(then + now + lists, CARD), STABLE, "Rutland").candidates
    assert (kent.fact.period, kent.fact.numerator, kent.better) == ("2024", 34, True)
    assert (devon.fact.value, devon.difference, devon.better) == (None, None, False)


def test_the_latest_inspection_stands_beside_with_its_dates(found: Ring) -> None:
    kent = Inspection(date(2025, 1, 13), date(2025, 3, 3), "Outstanding", "Outstanding", "Good")
    assert (one(found, "Kent").inspection, one(found, "Devon").inspection) == (kent, None)
    leeds = one(found, "Leeds").inspection
    assert leeds and leeds.care_leavers == ""


def test_an_inspection_is_that_of_the_newest_list_known_by_the_day(opened: Opened) -> None:
    two = shares(ENTRY, {"Kent": "34 of 41", "Rutland": "28 of 44"}, "2023", "2023-11-16")
    ask = opened(two + editions("2021 | 2021-04-01 | Rutland | Kent") + inspected(INSPECTIONS), CARD)
    overall = {}
    for day in ("2024-07-09", "2024-07-10", "2025-07-09", "2025-07-10"):
        inspection = one(ring(ask, STABLE, "Rutland", Choice(known_on=known_on(day))), "Kent").inspection
        overall[day] = inspection and (inspection.overall, inspection.inspected_on.year if inspection.inspected_on else None)
    assert overall == {
        "2024-07-09": None,
        "2024-07-10": ("Good", 2021),
        "2025-07-09": ("Good", 2021),
        "2025-07-10": ("Outstanding", 2025),
    }


def test_a_snapshot_without_inspections_answers_all_the_same(opened: Opened) -> None:
    found = ring(opened(world(), CARD), STABLE, "Rutland")
    assert named(found.to_ring) == ["Kent"]
    assert [c.inspection for c in found.candidates] == [None] * 5


def test_an_authority_without_a_list_has_nobody_to_ring(ask: Ask) -> None:
    assert ring(ask, STABLE, "Kent").candidates == ()


@pytest.mark.parametrize(
    ("indicator", "area", "said"),
    [
        (LEGAL, "Rutland", "neither good nor bad in itself"),
        (SUSPENDED, "Rutland", "is not a share of people with published counts"),
        (STABLE, "Isles of Scilly", "is not held for Isles of Scilly"),
        ("same_placement", "Rutland", 'no indicator "same_placement"'),
    ],
)
def test_what_tells_nobody_apart_is_answered_in_a_sentence(ask: Ask, indicator: str, area: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        ring(ask, indicator, area)


def test_in_the_first_year_of_a_new_way_of_counting_nobody_is_better(opened: Opened) -> None:
    new = replace(ENTRY, breaks=(Break(2025, "First year collected; quality still improving."),))
    ask = opened(world(), Catalogue([new]))
    with pytest.raises(BadInput, match="cannot be told: first year collected; quality still improving[.]$"):
        ring(ask, STABLE, "Rutland")
    earlier = ring(ask, STABLE, "Rutland", Choice(last_year=2024))
    assert earlier.own.year == 2024 and earlier.candidates


def test_a_local_indicator_has_nobody_to_ring(opened: Opened) -> None:
    local = Catalogue([*CARD.values(), *entries("reviews_on_time").values()])
    with pytest.raises(BadInput, match="so who is clearly better cannot be told"):
        ring(opened(world(), local), "reviews_on_time", "Rutland")
