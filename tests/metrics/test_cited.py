"""The source line: publisher, release, day and licence of every release that is shown, each once."""

import pytest

from metrics import cited
from metrics.ask import Ask
from metrics.results import Choice, Kind
from tests.metrics.conftest import Opened
from tests.metrics.worlds import rates

RATE = "children_looked_after_rate"


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(
        rates("""
            Herefordshire | 2024 | 2024-11-14 | 387 | 34,260
            Herefordshire | 2025 | 2025-11-26 | 344 | 34,439
        """)
    )


def test_a_source_line_names_publisher_release_day_and_licence(bundled: Ask) -> None:
    result = bundled.trend("children_looked_after", "Herefordshire", Choice(kind=Kind.ENGLAND))
    assert cited.trend(result, bundled.manifest).startswith(
        "Source: Department for Education, Children looked after in England including adoptions, 2025, "
        "published 26 November 2025. Open Government Licence v3.0."
    )


def test_a_trend_over_several_releases_says_that_earlier_years_come_from_earlier_ones(ask: Ask) -> None:
    line = cited.trend(ask.trend(RATE, "Herefordshire"), ask.manifest)
    assert line == (
        "Source: A publisher, Figures drawn for a test, 2025-11-26, published 26 November 2025. "
        f"Open Government Licence v3.0. {cited.EARLIER}"
    )
    first_only = ask.trend(RATE, "Herefordshire", Choice(last_year=2024))
    assert cited.EARLIER not in cited.trend(first_only, ask.manifest)


def test_the_list_of_neighbours_is_cited_only_where_figures_are_set_beside_them(bundled: Ask) -> None:
    def cites_neighbours(indicator: str, choice: Choice) -> bool:
        result = bundled.neighbours(indicator, "Herefordshire", choice)
        return "Statistical neighbours (May 2025)" in cited.neighbours(result, bundled.manifest)

    assert cites_neighbours(RATE, Choice())
    assert not cites_neighbours(RATE, Choice(kind=Kind.ENGLAND))
    assert not cites_neighbours("children_looked_after", Choice())


def test_a_day_that_is_not_certain_is_said_so(bundled: Ask) -> None:
    line = cited.trend(bundled.trend("social_worker_vacancy", "Herefordshire"), bundled.manifest)
    assert "published about February 2026" in line


def test_a_scorecard_cites_each_release_once(bundled: Ask) -> None:
    line = cited.scorecard(bundled.scorecard("6", "Herefordshire"), bundled.manifest)
    assert line.count("Children looked after in England including adoptions, 2025") == 1
    assert "Children's social work workforce" in line


def test_nothing_shown_cites_nothing(ask: Ask) -> None:
    assert cited.trend(ask.trend(RATE, "Cumbria"), ask.manifest) == ""
