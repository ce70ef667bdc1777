"""Two authorities that make one return: shown for both, counted once."""

import pytest

from metrics.ask import Ask
from metrics.results import Neighbours
from tests.metrics.conftest import Opened
from tests.metrics.worlds import editions, entries, observed

VACANCY = observed(
    "workforce",
    """
    area                                        | period | released   | vacancy_fte | inpost_fte
    Kingston upon Thames + Richmond upon Thames | 2025   | 2026-02-26 | 30          | 70
    Merton                                      | 2025   | 2026-02-26 | 10          | 90
    Sutton                                      | 2025   | 2026-02-26 | 20          | 80
    Bromley                                     | 2025   | 2026-02-26 | 5           | 95
    """,
)
NEARBY = editions(
    """
    2025 | 2025-05-01 | Sutton               | Kingston upon Thames, Merton, Richmond upon Thames, Bromley
    2025 | 2025-05-01 | Kingston upon Thames | Sutton, Richmond upon Thames, Merton
    2025 | 2025-05-01 | Bromley              | Sutton, Merton, Kingston upon Thames
    """
)


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(VACANCY + NEARBY, entries("social_worker_vacancy"))


def beside(ask: Ask, area: str) -> Neighbours:
    return ask.neighbours("social_worker_vacancy", area, period="2025")


def test_two_neighbours_with_one_return_count_once_in_n_and_in_every_average(ask: Ask) -> None:
    found = beside(ask, "Sutton")
    assert (found.n, found.of) == (3, 4)
    assert found.mean == pytest.approx((30 + 10 + 5) / 3)
    assert found.median == pytest.approx(10)
    assert found.pooled == pytest.approx((30 + 10 + 5) / 300 * 100)
    assert (found.benchmark.lower, found.benchmark.same, found.benchmark.higher) == (2, 0, 1)


def test_the_joint_figure_is_still_shown_for_both_and_said_to_be_one(ask: Ask) -> None:
    found = beside(ask, "Sutton")
    assert {n.area.short_name: n.fact.value for n in found.neighbours if n.fact.joint_with} == {
        "Kingston upon Thames": pytest.approx(30),
        "Richmond upon Thames": pytest.approx(30),
    }
    assert "Kingston upon Thames and Richmond upon Thames make one joint return, which is counted once." in found.notes


def test_an_authority_is_not_compared_with_its_own_joint_return(ask: Ask) -> None:
    found = beside(ask, "Kingston upon Thames")
    assert (found.n, found.of) == (2, 3)
    assert found.mean == pytest.approx(15)
    assert (found.benchmark.lower, found.benchmark.same, found.benchmark.higher) == (2, 0, 0)
    assert "Richmond upon Thames has the same joint return, so its figure is not compared with." in found.notes


def test_one_half_of_a_joint_return_among_the_neighbours_counts_as_usual(ask: Ask) -> None:
    found = beside(ask, "Bromley")
    assert (found.n, found.of) == (3, 3)
    assert found.mean == pytest.approx(20)
    assert not any("joint return" in note for note in found.notes)


def test_the_benchmark_of_a_trend_counts_a_joint_return_once_too(ask: Ask) -> None:
    [point] = ask.trend("social_worker_vacancy", "Sutton").benchmark
    assert (point.n, point.of, point.value) == (3, 4, pytest.approx(10))
