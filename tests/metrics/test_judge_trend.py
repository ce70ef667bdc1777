"""The recent trend of a figure: five years on one geography, without a break or a gap, and worded by the direction."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from metrics.ask import Ask
from metrics.catalogue import Break, Catalogue
from metrics.judged import Movement, Verdict, Why
from tests.metrics.conftest import Opened
from tests.metrics.peers import line, over_years
from tests.metrics.worlds import World, entries, rates

STABLE, RATE, KS2, ABSENCE, GCSE = (
    "same_placement_2_years", "children_looked_after_rate", "key_stage_2_expected", "persistent_absence",
    "english_and_maths_grade_4",
)  # fmt: skip
CARD = entries(STABLE, RATE, KS2, ABSENCE, GCSE)
ENTRY = CARD[STABLE]
RISE = ("40 of 600", "52 of 612", "66 of 596", "80 of 605", "98 of 595")
LEANING = ("52 of 600", "58 of 612", "61 of 596", "70 of 605", "78 of 595")
ONE_JUMP = ("100 of 600", "100 of 600", "100 of 600", "100 of 600", "200 of 600")
STORIES: dict[str, tuple[str, ...]] = {
    "Kent": RISE,
    "Devon": RISE[::-1],
    "Leeds": LEANING,
    "Bury": ONE_JUMP,
    "Bolton": RISE[1:],
    "Wigan": (*RISE[:2], "c", *RISE[3:]),
    "Salford": (*RISE[:4], "c"),
    "Dudley": (*RISE[:2], "5 of 19", *RISE[3:]),
    "Walsall": ("0 of 50",) * 5,
    "Sutton": ("50 of 50",) * 5,
}


def stories(years: dict[str, tuple[str, ...]] = STORIES) -> World:
    """Each area's figures up to 2025."""
    return sum((over_years(ENTRY, area, told, 2026 - len(told)) for area, told in years.items()), World())


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(stories(), CARD)


def verdict(ask: Ask, area: str, indicator: str = STABLE) -> Verdict:
    """The verdict on the latest figure of an authority."""
    return line(ask, indicator, area).verdict


def trend(ask: Ask, area: str, indicator: str = STABLE) -> tuple[Movement, Why | None]:
    """Where the last five years point, and why that cannot be told."""
    found = verdict(ask, area, indicator)
    return found.trend, found.trend_why


def test_five_years_that_rise_or_fall_beyond_chance_are_rising_and_falling(ask: Ask) -> None:
    rising = verdict(ask, "Kent")
    assert (rising.trend, rising.trend_from) == (Movement.RISING, 2021)
    assert rising.recent and round(rising.recent.chi2, 2) == 35.77
    assert trend(ask, "Devon") == (Movement.FALLING, None)


def test_a_lean_that_is_not_certain_at_998_is_no_clear_change(ask: Ask) -> None:
    leaning = verdict(ask, "Leeds")
    assert (leaning.trend, leaning.trend_why) == (Movement.NO_CLEAR_CHANGE, None)
    assert leaning.recent and round(leaning.recent.chi2, 3) == 7.616 and leaning.recent.leaning


def test_a_change_that_hangs_on_one_year_is_no_clear_change(ask: Ask) -> None:
    jump = verdict(ask, "Bury")
    assert jump.recent and jump.recent.significant and not jump.recent.keeps_sign
    assert (jump.trend, jump.worsening) == (Movement.NO_CLEAR_CHANGE, None)


@pytest.mark.parametrize(
    ("better", "worsening"), [("higher", [False, True]), ("lower", [True, False]), ("neither", [None, None])]
)
def test_worsening_goes_by_the_direction(opened: Opened, better: str, worsening: list[bool | None]) -> None:
    ask = opened(stories(), Catalogue([replace(ENTRY, better=better)]))
    assert [verdict(ask, area).worsening for area in ("Kent", "Devon")] == worsening
    assert [verdict(ask, area).trend for area in ("Kent", "Devon")] == [Movement.RISING, Movement.FALLING]


def test_four_years_are_too_few(ask: Ask) -> None:
    assert trend(ask, "Bolton") == (Movement.TOO_FEW_YEARS, Why.NO_FIGURE)
    assert verdict(ask, "Bolton").recent is None


def test_a_hidden_year_is_a_gap(ask: Ask) -> None:
    assert trend(ask, "Wigan") == (Movement.TOO_FEW_YEARS, Why.GAP)


def test_a_hidden_latest_year_has_no_trend(ask: Ask) -> None:
    assert trend(ask, "Salford") == (Movement.CANNOT_TELL, Why.NO_FIGURE)


def test_a_year_of_fewer_than_twenty_children_has_no_trend(ask: Ask) -> None:
    assert trend(ask, "Dudley") == (Movement.CANNOT_TELL, Why.FEW_CHILDREN)


def test_nobody_or_everybody_in_all_five_years_is_no_change(ask: Ask) -> None:
    assert trend(ask, "Walsall") == trend(ask, "Sutton") == (Movement.NO_CLEAR_CHANGE, None)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2021, (Movement.RISING, None)),  # the break lies before the first of the five
        (2022, (Movement.TOO_FEW_YEARS, Why.BREAK)),
        (2025, (Movement.TOO_FEW_YEARS, Why.BREAK)),
    ],
)
def test_no_trend_runs_across_a_break(opened: Opened, year: int, expected: tuple[Movement, Why | None]) -> None:
    ask = opened(stories(), Catalogue([replace(ENTRY, breaks=(Break(year, "Counted otherwise."),))]))
    assert trend(ask, "Kent") == expected


@pytest.mark.parametrize("indicator", [KS2, ABSENCE, GCSE])
def test_no_trend_runs_through_the_school_years_of_2020_and_2021(opened: Opened, indicator: str) -> None:
    entry = CARD[indicator]
    areas = {"Kent": 2024, "Devon": 2025, "Leeds": 2026}
    world = sum((over_years(entry, area, RISE, last - 4) for area, last in areas.items()), World())
    ask = opened(world, CARD)
    found = {last: trend(ask, area, indicator) for area, last in areas.items()}
    assert found == {
        2024: (Movement.TOO_FEW_YEARS, Why.BREAK),
        2025: (Movement.TOO_FEW_YEARS, Why.BREAK),
        2026: (Movement.RISING, None),
    }


def drawn(area: str, first: int, numbers: Sequence[int]) -> World:
    """Rates of children looked after among 50,000, a year each."""
    return rates("\n".join(f"{area} | {year} | 2025-11-26 | {n} | 50,000 |" for year, n in enumerate(numbers, first)))


def test_a_rate_rises_by_its_own_test_and_has_no_good_side(opened: Opened) -> None:
    ask = opened(drawn("Kent", 2021, (300, 340, 380, 420, 460)) + drawn("Devon", 2021, (312, 379, 413, 387, 344)), CARD)
    assert trend(ask, "Kent", RATE) == (Movement.RISING, None)
    assert trend(ask, "Devon", RATE) == (Movement.NO_CLEAR_CHANGE, None)
    assert verdict(ask, "Kent", RATE).worsening is None


def test_cumbria_s_years_are_not_those_of_its_successors(opened: Opened) -> None:
    world = drawn("Cumbria", 2019, (700, 710, 720, 730, 740)) + drawn("Cumberland", 2024, (482, 458))
    ask = opened(world, CARD)
    assert trend(ask, "Cumberland", RATE) == (Movement.TOO_FEW_YEARS, Why.BOUNDARIES)
    assert [f.year for f in line(ask, RATE, "Cumberland").history] == [2024, 2025]
    cumbria = line(ask, RATE, "Cumbria")
    assert cumbria.latest and (cumbria.latest.year, cumbria.verdict.trend_from) == (2023, 2019)


def test_dorset_of_today_and_dorset_until_2019_are_two_authorities(opened: Opened) -> None:
    old, new = "E10000009", "E06000059"
    world = drawn(old, 2018, (450, 460)) + drawn(new, 2020, (470, 480, 490))
    ask = opened(world, CARD)
    assert trend(ask, new, RATE) == (Movement.TOO_FEW_YEARS, Why.BOUNDARIES)
    assert [f.area_code for f in line(ask, RATE, "Dorset").history] == [new] * 3
    assert [f.year for f in line(ask, RATE, old).history] == [2018, 2019]
    later = opened(world + drawn(new, 2023, (500, 510)), CARD)
    assert trend(later, new, RATE) == (Movement.NO_CLEAR_CHANGE, None)
