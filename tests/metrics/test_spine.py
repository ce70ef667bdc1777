"""Measures of different units on one scale: the benchmark at 0, the farthest figure of a row at 1 or -1, better above 0."""

from dataclasses import replace

import pytest

from metrics.ask import Ask
from metrics.catalogue import Catalogue
from metrics.catalogue import catalogue as shipped
from metrics.spine import Vertebra, sides, spine
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, shares
from tests.metrics.worlds import World

CARD = shipped()
GOOD, BAD, NEUTRAL = "dental_check", "substance_misuse", "substance_misuse_help"
SPREAD = dict(zip(TEN, (f"{n} of 100" for n in (60, 62, 64, 66, 68, 72, 74, 76, 78, 80)), strict=True))  # their median is 70


def world(own: str = "90 of 100") -> World:
    """Rutland beside ten neighbours, with the same shares on three measures of health."""
    drawn = beside("Rutland")
    for id_ in (GOOD, BAD, NEUTRAL):
        drawn += shares(CARD[id_], SPREAD | {"Rutland": own})
    return drawn


def on_spine(ask: Ask) -> dict[str, Vertebra]:
    """The spine of the first principle, by indicator."""
    return {one.row.indicator.id: one for one in spine(ask.scorecard("1", "Rutland"))}


@pytest.fixture(scope="module")
def found(opened_once: Opened) -> dict[str, Vertebra]:
    return on_spine(opened_once(world(), CARD))


def test_the_same_figure_stands_right_where_more_is_better_and_left_where_less_is(found: dict[str, Vertebra]) -> None:
    # Wilson's interval of 90 of 100 is 82.6 to 94.5; its far end, 24.5 points from 70, is the farthest figure of the row.
    assert found[GOOD].place == pytest.approx(20 / 24.48, abs=0.001)
    assert found[BAD].place == -found[GOOD].place


def test_the_farthest_figure_of_a_row_stands_at_its_end(found: dict[str, Vertebra]) -> None:
    assert found[GOOD].interval == pytest.approx((12.56 / 24.48, 1), abs=0.001)
    assert found[BAD].interval == pytest.approx((-1, -12.56 / 24.48), abs=0.001)


def test_the_neighbours_reach_from_the_worst_to_the_best_in_their_own_figures(found: dict[str, Vertebra]) -> None:
    for one in found.values():
        assert (one.lowest, one.highest) == (60, 80)
        assert one.neighbours == pytest.approx((-10 / 24.48, 10 / 24.48), abs=0.001)


def test_only_what_could_be_judged_has_a_place(found: dict[str, Vertebra]) -> None:
    assert set(found) == {GOOD, BAD}


def test_each_side_is_counted_by_its_verdict_and_not_by_its_place(opened: Opened, found: dict[str, Vertebra]) -> None:
    assert sides(list(found.values())) == (1, 1)
    near = on_spine(opened(world("71 of 100"), CARD))
    assert near[GOOD].place > 0 and sides(list(near.values())) == (0, 0)


def test_a_hidden_figure_has_no_place(opened: Opened) -> None:
    assert on_spine(opened(world("c"), CARD)) == {}


def test_mirrored_directions_mirror_every_place(opened: Opened, found: dict[str, Vertebra]) -> None:
    other = {"higher": "lower", "lower": "higher", "neither": "neither"}
    mirrored = on_spine(opened(world(), Catalogue(replace(e, better=other[e.better]) for e in CARD.values())))
    for id_, one in found.items():
        assert mirrored[id_].place == -one.place
        assert mirrored[id_].interval == pytest.approx((-one.interval[1], -one.interval[0]))
