"""The practical margin and the false alarms to be expected."""

import pytest

from metrics.methods.intervals import wilson
from metrics.methods.practical import false_alarms, margin


def test_a_percentage_has_to_differ_by_more_than_two_points() -> None:
    assert margin(90, is_percentage=True) == margin(3, is_percentage=True) == 2


def test_anything_else_has_to_differ_by_more_than_a_twentieth_of_the_benchmark() -> None:
    assert margin(67, is_percentage=False) == pytest.approx(3.35)
    assert margin(-40, is_percentage=False) == pytest.approx(2)


def test_34_of_41_is_below_90_per_cent_by_more_than_the_margin_and_still_similar_by_chance() -> None:
    found, benchmark, target = wilson(34, 41), 0.90, 0.95
    assert [round(100 * v, 1) for v in (found.value, found.lower, found.upper)] == [82.9, 68.7, 91.5]
    assert 100 * (benchmark - found.value) > margin(100 * benchmark, is_percentage=True)
    assert found.contains(benchmark)
    assert found.value < target


def test_of_62_indicators_about_three_stand_out_by_chance_alone() -> None:
    assert round(false_alarms(62), 1) == 3.1
    assert round(false_alarms(62, level=0.002), 2) == 0.12
    assert false_alarms(0) == 0


@pytest.mark.parametrize(("m", "level"), [(-1, 0.05), (62, 1.5), (62, -0.1)])
def test_a_level_beyond_all_or_nothing_has_no_false_alarms(m: int, level: float) -> None:
    with pytest.raises(ValueError, match="have no expected false alarms"):
        false_alarms(m, level)
