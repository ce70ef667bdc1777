"""What is timed against pandas alone gives the same answers."""

from collections.abc import Iterator
from math import isclose

import pytest

from data.store import BUNDLED, Store
from metrics.ask import ENGLAND, Ask
from tests.benchmarks.alone import Alone

RATE, HEREFORDSHIRE = "children_looked_after_rate", "E06000019"


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    ask = Ask(Store(BUNDLED).open())
    yield ask
    ask.close()


@pytest.fixture(scope="module")
def alone(ask: Ask) -> Alone:
    return Alone(ask.snapshot.folder)


def test_the_trend_that_is_timed_is_the_same(ask: Ask, alone: Alone) -> None:
    trend = ask.trend(RATE, HEREFORDSHIRE)
    assert trend.region
    rates = alone.trend(HEREFORDSHIRE, trend.region.area.code, ENGLAND).set_index(["area_code", "period"])["rate"].dropna()
    lines = [trend.own, *trend.neighbours]  # figures of regions and England are the published ones where rounding demands it
    ours = {(f.area_code, f.period): f.value for line in lines for f in line.facts if f.value is not None}
    theirs = {key: rate for key, rate in rates.items() if key[0] in {code for code, _ in ours}}
    assert ours.keys() == theirs.keys()
    assert all(isclose(ours[key], theirs[key]) for key in ours)


def test_the_summary_of_the_neighbours_that_is_timed_is_the_same(ask: Ask, alone: Alone) -> None:
    ours = ask.neighbours(RATE, HEREFORDSHIRE, period="2025")
    mean, median, pooled, n = alone.summed_up(HEREFORDSHIRE, "2025")
    assert n == ours.n
    assert all(isclose(a or 0, b) for a, b in ((ours.mean, mean), (ours.median, median), (ours.pooled, pooled)))


def test_the_figures_of_an_authority_that_are_timed_hold_those_of_the_facts(ask: Ask, alone: Alone) -> None:
    held = alone.all_of(HEREFORDSHIRE)
    numbers = held[(held["source"] == "cla_number_and_rate") & (held["breakdown"] == "on 31 March")]
    theirs = dict(numbers[numbers["measure"] == "children_count"][["period", "value"]].itertuples(index=False))
    ours = {f["period"]: f["value"] for f in ask.facts(indicators=["children_looked_after"], areas=[HEREFORDSHIRE])}
    assert ours == theirs
