"""Events and breaks: what is marked on which line, and where."""

from pathlib import Path

import pytest

from data.errors import BadInput
from metrics.catalogue import catalogue
from metrics.events import events, marked

RATE, SETTING, GRADES = (catalogue()[id_] for id_ in ("children_looked_after_rate", "placement_setting", "attainment_8"))
SUPPORTED = "Independent and semi-independent living arrangements/supported accommodation"


def test_every_event_names_indicators_that_exist_and_says_when_and_what() -> None:
    for event in events():
        assert set(event.indicators) <= set(catalogue()), event.title
        assert event.note.endswith(".") and (event.last is None or event.last > event.first)


def test_the_pandemic_is_a_band_that_ends_on_31_march_2022() -> None:
    first = marked(RATE, "Total", range(2018, 2026))[0]
    assert first.number == "1" and first.title.startswith("The coronavirus pandemic")
    assert first.end == 2022 and 2020 < first.start < 2020.01


def test_the_same_day_lies_elsewhere_in_a_school_year() -> None:
    by_school_year = marked(GRADES, GRADES.breakdowns[0], range(2018, 2026))[0]
    assert 2019.5 < by_school_year.start < 2019.7  # five months before the school year 2019/20 ends


def test_what_lies_outside_the_years_shown_is_not_marked_and_a_band_is_cut() -> None:
    assert [one.number for one in marked(RATE, "Total", range(2024, 2026))] == []
    assert marked(RATE, "Total", range(2021, 2023))[0].start == 2021
    assert marked(RATE, "Total", [2025]) == ()


def test_a_break_stands_between_two_years_with_its_reason_and_a_letter() -> None:
    (broken,) = [one for one in marked(SETTING, SUPPORTED, range(2019, 2026)) if one.is_break]
    assert (broken.number, broken.start) == ("A", 2023.5)
    assert "registered from 28 October 2023" in broken.note


def test_a_break_of_other_breakdowns_is_not_marked() -> None:
    assert not [one for one in marked(SETTING, "Foster placements", range(2019, 2026)) if one.is_break]


def test_an_event_bears_only_on_its_indicators() -> None:
    titles = [one.title for one in marked(RATE, "Total", range(2018, 2026))]
    assert not [title for title in titles if "Supported accommodation" in title]


def test_a_broken_file_says_what_it_needs(tmp_path: Path) -> None:
    bad = tmp_path / "events.toml"
    bad.write_text("[[event]]\ntitle = 'No day'\n", encoding="utf-8")
    with pytest.raises(BadInput, match="It needs .*event.* tables with title, first and note"):
        events(bad)
