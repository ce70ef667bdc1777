"""If nothing changes: a fan of past changes, worked out by hand, and the cases in which there is none."""

from math import isclose

import pytest

from metrics import outlook as module
from metrics import outlook_tables
from metrics.ask import Ask
from metrics.methods.damped_trend import damped_view
from metrics.outlook import outlook
from metrics.wording import outlook as said
from tests.metrics.conftest import Opened
from tests.metrics.wording.test_shipped import faults
from tests.metrics.worlds import rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    """Kent grows by a tenth every year for nine years; Rutland is small, Cumbria is gone, Reading hides its newest figure."""
    grown = [f"Kent | {2017 + i} | 2025-11-26 | {1000 * 1.1**i:.0f} | 300,000 |" for i in range(9)]
    other = ["Rutland | 2025 | 2025-11-26 | 12 | 8,000 |", "Reading | 2025 | 2025-11-26 | c | 36,000 |"]
    other += ["Reading | 2024 | 2025-11-26 | 300 | 36,000 |", "Cumbria | 2023 | 2025-11-26 | 740 | 90,000 |"]
    return opened_once(rates("\n".join([*grown, *other])))


def test_the_fan_is_the_newest_figure_moved_by_past_changes(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAST_CHANGES", 5)
    found = outlook(ask, ask.trend(COUNT, "Kent"))
    last = found.last.value if found.last else 0
    assert [step.horizon for step in found.steps] == [1, 2, 3] and [step.n for step in found.steps] == [8, 7, 6]
    for step in found.steps:  # every past change is the same, so that all limits meet
        assert all(isclose(value, (last or 0) * 1.1**step.horizon, rel_tol=0.002) for value in step.values)


def test_a_trend_that_fades_needs_eight_years_in_a_row(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LEAST_CHANGES", 1)
    trend = ask.trend(COUNT, "Kent")
    found = outlook(ask, trend)
    assert found.damped == damped_view([f.value or 0 for f in trend.own.facts])
    assert said.no_second_view(found) == ""


@pytest.mark.parametrize(
    ("area", "why"),
    [
        ("Rutland", "so few children are counted that the changes of other councils say nothing"),
        ("Reading", "the newest figure is not published"),
        ("Cumbria", "the council was dissolved"),
        ("Kent", "too few past changes of other councils are held"),
    ],
)
def test_where_there_is_no_fan_it_says_why(ask: Ask, area: str, why: str) -> None:
    found = outlook(ask, ask.trend(COUNT, area))
    assert (found.steps, found.why) == ((), why)
    assert said.finding(found) == f"Where it may go cannot be told for {area}: {why}."
    assert outlook_tables.outlook(found) is None


def test_of_shipped_figures_the_fan_holds_the_newest_figure_and_grows_with_the_years(bundled: Ask) -> None:
    found = outlook(bundled, bundled.trend(COUNT, "E06000019"))
    assert found.last and found.last.value == 344
    widths = []
    for step in found.steps:
        low, inner_low, inner_high, high = step.values
        assert low < inner_low < 344 < inner_high < high and step.n > 500
        widths.append(inner_high - inner_low)
    assert widths == sorted(widths)


@pytest.mark.parametrize("area", ["E06000019", "E09000001", "E10000006", "E06000064"])
@pytest.mark.parametrize("indicator", [COUNT, RATE])
def test_it_never_calls_itself_a_forecast_of_need_and_can_be_read_aloud(bundled: Ask, area: str, indicator: str) -> None:
    found = outlook(bundled, bundled.trend(indicator, area))
    assert [faults(text) for text in (said.finding(found), said.sentence(found))] == [[], []]
    assert "This is no forecast of need." in said.sentence(found)


def test_the_download_holds_every_limit_in_full(bundled: Ask) -> None:
    found = outlook(bundled, bundled.trend(COUNT, "E06000019"))
    lines = outlook_tables.download(found, bundled.manifest).splitlines()
    assert len(lines) == 1 + len(found.steps)
    assert repr(found.steps[0].values[0]) in lines[1]
