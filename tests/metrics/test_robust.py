"""One figure against every yardstick: eight of them, fewer before the 2025 list was out, and none for England itself."""

import pytest

from data.errors import BadInput
from metrics.ask import Ask
from metrics.judged import Level, Why
from metrics.known_on import known_on
from metrics.results import Choice, How, Kind, Way
from metrics.robust import Robust, robust
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, line, shares
from tests.metrics.worlds import World, editions, entries, rates

RATE, COUNT, STABLE, LOCAL = "children_looked_after_rate", "children_looked_after", "same_placement_2_years", "reviews_on_time"
CARD = entries(RATE, COUNT, STABLE, LOCAL)
NEW = dict(zip(TEN, (58, 37, 39, 48, 92, 96, 33, 39, 79, 90), strict=True))  # per 10,000, as around Leicester in 2025
OLD = dict(zip(("Poole", "Barnet", "Bexley", "Brent", "Camden", "Croydon", "Ealing"), (70, 70, 80, 80, 90, 90, 90), strict=True))
PLACES = {**NEW, **OLD, "Leicester": 66, "East Midlands": 62, "England": 67}
BEFORE = "2024-11-14"


def lists(area: str) -> World:
    """Both editions for an authority; the older list has one that is gone."""
    old, new = ", ".join(OLD), ", ".join(TEN)
    return editions(f"2021 | 2021-04-01 | {area} | {old}\n 2025 | 2025-05-01 | {area} | {new}")


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    drawn = [
        f"{area} | {year} | {day} | {100 * rate if year == 2025 else 90 * rate} | 1,000,000 |"
        for area, rate in PLACES.items()
        for year, day in ((2024, BEFORE), (2025, "2025-11-26"))
        if area != "Poole"
    ]
    share = shares(CARD[STABLE], {"Leicester": "60 of 100", **dict.fromkeys(TEN, "80 of 100")})
    return opened_once(rates("\n".join(drawn)) + share + lists("Leicester"), CARD)


def ways(found: Robust) -> list[tuple[str, Way | None]]:
    """Each yardstick and which way the figure lies from it."""
    names = {Kind.REGION: "region", Kind.ENGLAND: "England"}
    benchmarks = [y.benchmark for y in found.yardsticks]
    named = [names.get(b.kind) or f"{b.edition} {b.how}" for b in benchmarks]
    return list(zip(named, (y.way for y in found.yardsticks), strict=True))


def test_there_are_eight_yardsticks_and_the_answer_turns_with_the_edition(ask: Ask) -> None:
    found = robust(ask, RATE, "Leicester")
    assert ways(found) == [
        ("2025 median", Way.HIGHER),  # 53
        ("2025 mean", Way.HIGHER),  # 61.1
        ("2025 pooled", Way.HIGHER),
        ("2021 median", Way.LOWER),  # 80
        ("2021 mean", Way.LOWER),
        ("2021 pooled", Way.LOWER),
        ("region", Way.HIGHER),
        ("England", Way.LOWER),
    ]
    assert (found.of, found.count(Way.HIGHER), found.count(Way.LOWER), found.count(Way.SAME)) == (8, 4, 4, 0)
    assert [y.area.short_name for y in found.yardsticks if y.area] == ["East Midlands", "England"]
    assert (found.yardsticks[0].benchmark.value, found.yardsticks[3].benchmark.value) == (53, 85)


def test_each_yardstick_has_a_verdict_by_the_rule_of_the_scorecard(ask: Ask) -> None:
    found = robust(ask, RATE, "Leicester")
    for yardstick in found.yardsticks:
        b = yardstick.benchmark
        chosen = Choice(b.kind, b.how if b.kind is Kind.NEIGHBOURS else How.MEDIAN, b.edition)
        row = line(ask, RATE, "Leicester", chosen)
        assert (row.verdict, row.benchmark) == (yardstick.verdict, b)
    levels = [y.verdict.level for y in found.yardsticks]
    assert levels[0] is Level.HIGHER
    assert found.yardsticks[3].verdict.level_why is Why.FEW_NEIGHBOURS  # six of the seven listed have a figure
    assert line(ask, STABLE, "Leicester").verdict == robust(ask, STABLE, "Leicester").yardsticks[0].verdict


def test_before_may_2025_only_the_older_list_was_out(ask: Ask) -> None:
    found = robust(ask, RATE, "Leicester", Choice(known_on=known_on("2025-04-30")))
    assert [name for name, _ in ways(found)] == ["2021 median", "2021 mean", "2021 pooled", "region", "England"]
    assert found.own.period == "2024"
    on_the_day = robust(ask, RATE, "Leicester", Choice(known_on=known_on("2025-05-01")))
    assert len(on_the_day.yardsticks) == 8


def test_an_earlier_period_is_set_beside_its_own_year(ask: Ask) -> None:
    found = robust(ask, RATE, "Leicester", period="2024")
    assert (found.own.value, found.yardsticks[0].benchmark.value) == (59.4, 47.7)
    assert found.yardsticks[0].benchmark.period == "2024"


def test_england_has_nothing_to_be_set_beside(ask: Ask) -> None:
    found = robust(ask, RATE, "England")
    assert found.own.value == 67
    assert (found.of, [y.way for y in found.yardsticks if y.way]) == (0, [])
    assert Kind.ENGLAND not in [y.benchmark.kind for y in found.yardsticks]


def test_a_list_without_the_authority_is_no_yardstick(ask: Ask) -> None:
    found = robust(ask, RATE, "Reading")
    assert [way for _, way in ways(found)] == [None] * 7 + [Way.LOWER]
    assert found.of == 1


def test_a_hidden_figure_lies_no_way_from_anything(opened: Opened) -> None:
    world = rates("Leicester | 2025 | 2025-11-26 | c | 50,000 | c\n England | 2025 | 2025-11-26 | 800 | 100,000 | 80")
    found = robust(opened(world + lists("Leicester")), RATE, "Leicester")
    assert found.of == 0
    assert {y.verdict.level_why for y in found.yardsticks} == {Why.NO_FIGURE}


def test_equal_to_a_yardstick_is_neither_higher_nor_lower(opened: Opened) -> None:
    world = rates("Leicester | 2025 | 2025-11-26 | 40 | 8,000 | 50\n England | 2025 | 2025-11-26 | 500 | 100,000 | 50")
    found = robust(opened(world), RATE, "Leicester")
    assert (found.count(Way.SAME), found.of) == (1, 1)


@pytest.mark.parametrize(
    ("indicator", "period", "said"),
    [
        (COUNT, "", "is a plain count.*choose its rate"),
        (LOCAL, "", "is not measured nationally, so no figures are held"),
        (RATE, "1999", "is not held for Leicester in 1999"),
    ],
)
def test_what_has_no_yardstick_is_answered_in_a_sentence(ask: Ask, indicator: str, period: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        robust(ask, indicator, "Leicester", period=period)
