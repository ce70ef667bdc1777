"""The spread among authorities: from thirty returns or none, each return once, and kept once it is worked out."""

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.ask import Ask
from metrics.known_on import NOW, known_on
from metrics.spreads import Counted, spread_of
from tests.metrics.conftest import Opened
from tests.metrics.peers import others, over_years, shares
from tests.metrics.worlds import World, entries

STABLE, SDQ = "same_placement_2_years", "sdq_returned"
CARD = entries(STABLE, SDQ)
FORTY = {name: f"{30 + n} of {80 + n}" for n, name in enumerate(others(40, ()))}
KEY = (STABLE, "Total", 2025)


def counted(n: int, joint: str = "") -> list[Counted]:
    """`n` authorities whose shares run from 20% upwards in steps of a point."""
    return [(f"A{number}", joint, 20.0 + number, 100.0) for number in range(n)]


def test_two_authorities_that_make_one_return_count_once() -> None:
    alone = [*counted(40), ("B1", "", 90.0, 400.0)]
    together = [*counted(40), ("B1", "B2", 90.0, 400.0), ("B2", "B1", 90.0, 400.0)]
    twice = [*counted(40), ("B1", "", 90.0, 400.0), ("B2", "", 90.0, 400.0)]
    assert spread_of(together) == spread_of(alone) != spread_of(twice)


def test_fewer_than_thirty_returns_have_no_spread() -> None:
    assert spread_of(counted(29)) is None
    found = spread_of(counted(30))
    assert found is not None and found.n == 30
    pair = [("B1", "B2", 5.0, 10.0), ("B2", "B1", 5.0, 10.0)]
    assert spread_of([*counted(28), *pair]) is None
    assert spread_of([*counted(29), *pair]) is not None


@pytest.mark.parametrize("x", [0.0, 50.0])
def test_nobody_or_everybody_everywhere_has_no_spread(x: float) -> None:
    assert spread_of([(f"A{n}", "", x, 50.0) for n in range(40)]) is None
    assert spread_of([]) is None


def test_counts_that_are_no_share_are_left_out() -> None:
    odd = [("B1", "", 5.0, 0.0), ("B2", "", 7.0, 5.0), ("B3", "", -1.0, 5.0)]
    assert spread_of([*counted(40), *odd]) == spread_of(counted(40))


def test_the_spread_of_authorities_that_are_all_alike_is_nothing() -> None:
    found = spread_of([(f"A{n}", "", 30.0, 100.0) for n in range(40)])
    assert found is not None and (found.phi, found.tau2, found.outside) == (0, 0, 0)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 99), st.integers(100, 900)), min_size=30, max_size=60))
def test_the_spread_never_says_more_than_the_shares_differ(pairs: list[tuple[int, int]]) -> None:
    found = spread_of([(f"A{n}", "", float(x), float(of)) for n, (x, of) in enumerate(pairs)])
    assert found is not None
    shares_ = [x / of for x, of in pairs]
    assert 0 <= sqrt(found.tau2) <= 1.5 * (max(shares_) - min(shares_)) and 0 <= found.outside <= 1


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(WORLD, CARD)


HIDDEN = {"England": "3,000 of 9,000", "Rutland": "c"}
OTHERS = {name: cell for name, cell in FORTY.items() if name != "E06000017"}
WORLD = (
    shares(CARD[STABLE], OTHERS | HIDDEN)
    + shares(CARD[STABLE], dict.fromkeys(OTHERS, "30 of 90"), "2024")
    + shares(CARD[SDQ], dict.fromkeys(list(OTHERS)[:12], "30 of 90"))
)


def test_england_and_hidden_figures_are_no_part_of_the_spread(ask: Ask) -> None:
    expected = spread_of([(name, "", *map(float, cell.split(" of "))) for name, cell in OTHERS.items()])  # type: ignore[misc]
    found = ask.spreads([KEY], NOW)[KEY]
    assert found == expected and found is not None and found.n == len(OTHERS)


def test_what_was_worked_out_before_is_what_would_be_found_anew(opened: Opened) -> None:
    keys = [KEY, (STABLE, "Total", 2024), (SDQ, "Total", 2025), (SDQ, "Total", 2024)]
    one = opened(WORLD, CARD)
    step_by_step = [one.spreads([key], NOW)[key] for key in keys]
    again, fresh = one.spreads(keys, NOW), opened(WORLD, CARD).spreads(keys, NOW)
    assert [again[key] for key in keys] == step_by_step == [fresh[key] for key in keys]
    assert [found is None for found in step_by_step] == [False, False, True, True]


def test_each_known_on_day_has_a_spread_of_its_own(opened: Opened) -> None:
    later = World(tuple(o | {"value": 45.0} if o["value"] == 30.0 else o for o in WORLD.observations))
    moved = {"published_on": known_on("2026-11-25").day, "release": "Figures drawn for a test, 2026-11-25"}
    revised = replace(later, observations=tuple(o | moved for o in later.observations))
    ask = opened(WORLD + revised, CARD)
    then, now = (ask.spreads([KEY], day)[KEY] for day in (known_on("2025-12-31"), NOW))
    assert then and now and then != now
    assert ask.spreads([KEY], known_on("2025-12-31"))[KEY] == then
    assert ask.spreads([KEY], known_on("2024-01-01"))[KEY] is None


def test_no_key_asks_nothing(ask: Ask) -> None:
    assert ask.spreads([], NOW) == {}


def test_a_year_alone_is_not_another_year(opened: Opened) -> None:
    world = sum((over_years(CARD[STABLE], name, ("20 of 90", cell)) for name, cell in OTHERS.items()), World())
    ask = opened(world, CARD)
    keys = [(STABLE, "Total", 2021), (STABLE, "Total", 2022)]
    found = ask.spreads(keys, NOW)
    assert found[keys[0]] != found[keys[1]]
