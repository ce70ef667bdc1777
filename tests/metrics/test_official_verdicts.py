"""The full published files: verdicts on every authority, and the changes and comparisons that are known by hand."""

from collections.abc import Mapping

import pytest

from data.areas import Areas
from metrics.ask import Ask
from metrics.change import explain
from metrics.figures import half_up
from metrics.fresh import months_before
from metrics.judge import YEARS
from metrics.judged import Level, Why
from metrics.known_on import NOW, known_on
from metrics.results import Choice, Fact, How, Kind, ScoreRow, Way
from metrics.ring import CLOSE, ring
from metrics.robust import robust
from metrics.rows import ends_on
from tests.metrics.peers import five_years
from tests.metrics.worlds import code
from tests.official import official

OFFICIAL = official()
RATE, MOVES, VACANCY = "children_looked_after_rate", "three_or_more_placements", "social_worker_vacancy"
DORSET_NOW, DORSET_BEFORE = "E06000059", "E10000009"
LEAST = 20
Everyone = Mapping[str, tuple[ScoreRow, ...]]


@pytest.fixture(scope="module")
def everyone(full: Ask) -> Everyone:
    """Every indicator of every authority."""
    return full.everyone()


def rows_of(everyone: Everyone) -> list[ScoreRow]:
    """All rows of all authorities."""
    return [row for rows in everyone.values() for row in rows]


@pytest.mark.parametrize(
    ("area", "figures"),
    [
        ("Herefordshire", (387, 68, 111, 344, 0)),
        ("England", (83_530, 32_270, 34_450, 81_770, 420)),
        ("Dorset", (447, 138, 149, 437, 1)),
        ("Dudley", (573, 173, 173, 575, 2)),
    ],
)
def test_the_change_from_2024_to_2025_closes(full: Ask, area: str, figures: tuple[int, ...]) -> None:
    found = explain(full, area, first="2024", last="2025")
    assert found.flow and tuple(vars(found.flow).values()) == figures


@pytest.mark.parametrize(("area", "alone", "rest"), [("Herefordshire", (38, 13), -18), ("England", (7_440, 6_540), -860)])
def test_unaccompanied_children_come_first(full: Ask, area: str, alone: tuple[int, int], rest: int) -> None:
    found = explain(full, area, first="2024", last="2025")
    assert found.unaccompanied_facts and tuple(f.value for f in found.unaccompanied_facts) == alone
    assert found.unaccompanied and found.unaccompanied.rest == rest


def test_every_change_of_every_authority_closes_over_all_its_years(full: Ask) -> None:
    closed = 0
    for area in (a for a in full.areas if a.la_number and a.valid_to is None and a.short_name != "Isles of Scilly"):
        periods = explain(full, area.code).periods
        found = explain(full, area.code, first=periods[0])
        known = [y.flow for y in found.years if y.flow]
        if found.flow and len(known) == len(found.years):
            closed += 1
            assert found.flow.residual == sum(flow.residual for flow in known), area.name
            assert abs(found.flow.residual) <= 0.1 * (found.flow.started + found.flow.ceased), area.name
    assert closed > 140


def test_leicester_lies_above_its_2025_neighbours_and_below_those_of_2021(full: Ask) -> None:
    found = robust(full, RATE, "Leicester", period="2025")
    medians = [y for y in found.yardsticks if (y.benchmark.kind, y.benchmark.how) == (Kind.NEIGHBOURS, How.MEDIAN)]
    shown = {y.benchmark.edition: (str(half_up(y.benchmark.value or 0, 1)), y.way) for y in medians}
    assert shown == {"2025": ("52.8", Way.HIGHER), "2021": ("76.9", Way.LOWER)}
    pooled = [y.benchmark.value or 0 for y in found.yardsticks if y.benchmark.how is How.POOLED]
    assert [str(half_up(value, 2)) for value in pooled] == ["67.52", "70.16"]
    assert (found.of, len(found.yardsticks)) == (8, 8)
    before = robust(full, RATE, "Leicester", Choice(known_on=known_on("2025-04-30")))
    assert {y.benchmark.edition for y in before.yardsticks} == {"2021", ""}


def test_england_has_no_yardstick(full: Ask) -> None:
    assert robust(full, RATE, "England").of == 0


@pytest.mark.parametrize(
    ("indicator", "phi", "outside"),
    [
        (MOVES, "2.3", 28),
        ("suitable_accommodation_19_to_21", "3.8", 40),
        ("care_leavers_eet_19_to_21", "3.7", 41),
        ("placed_over_20_miles_outside_area", "12.3", 66),
    ],
)
def test_authorities_differ_more_than_chance_makes_them(full: Ask, indicator: str, phi: str, outside: int) -> None:
    key = (indicator, full.catalogue[indicator].breakdowns[0], 2025)
    found = full.spreads([key], NOW)[key]
    assert found and (str(half_up(found.phi, 1)), half_up(found.outside * 100, 0)) == (phi, outside)


def test_joint_returns_of_the_workforce_count_once_in_its_spread(full: Ask) -> None:
    facts = [f for f in full.facts(indicators=[VACANCY]) if f["period"] == "2025" and f["la_number"] and f["value"] is not None]
    found = full.spreads([(VACANCY, "Total", 2025)], NOW)[VACANCY, "Total", 2025]
    assert found and found.n == len(facts) - 2  # Kingston with Richmond, North with West Northamptonshire


def test_all_at_once_gives_every_authority_what_it_gets_alone(full: Ask, everyone: Everyone) -> None:
    assert len(everyone) == 153
    for area, rows in everyone.items():
        assert rows == five_years(full.everything(area).rows), full.areas[area].name


def test_nothing_is_judged_on_fewer_than_twenty_children(everyone: Everyone) -> None:
    told, moving = 0, 0
    for row in rows_of(everyone):
        if row.verdict.level is not Level.CANNOT_TELL:
            told += 1
            assert row.latest and base(row, row.latest) >= LEAST, row
        if row.verdict.recent:
            moving += 1
            last = row.history[-YEARS:]
            assert min(base(row, fact) for fact in last) >= LEAST, row
            assert [fact.year for fact in last] == list(range(last[-1].year - YEARS + 1, last[-1].year + 1))
    assert told > 5_000 and moving > 5_000


@pytest.mark.parametrize("area", ["Isles of Scilly", "City of London"])
def test_the_smallest_authorities_are_not_called_better_or_worse_of_a_handful(full: Ask, everyone: Everyone, area: str) -> None:
    for row in everyone[code(area)]:
        if row.latest and row.latest.value is not None and base(row, row.latest) < LEAST:
            assert (row.verdict.level, row.verdict.recent) == (Level.CANNOT_TELL, None), row.indicator.id
    assert [row for row in everyone[code("Isles of Scilly")] if row.verdict.judged] == []
    assert full.everyone(areas=[area])[code(area)] == everyone[code(area)]


def base(row: ScoreRow, fact: Fact) -> float:
    """The children that a figure rests on: those counted for a rate, those asked about for a share."""
    return (fact.numerator if row.indicator.interval == "rate" else fact.denominator) or 0


def test_no_trend_runs_across_a_break(everyone: Everyone) -> None:
    """Least of all through the school years that end in 2020 and 2021."""
    for row in rows_of(everyone):
        first = row.verdict.trend_from
        if first:
            assert [b.year for b in row.indicator.breaks_of(row.breakdown) if first < b.year < first + YEARS] == [], row
    for indicator in ("key_stage_2_expected", "persistent_absence", "english_and_maths_grade_4", "severe_absence"):
        whys = [row.verdict.trend_why for row in rows_of(everyone) if row.indicator.id == indicator]
        assert Why.BREAK in whys
        assert [row for row in rows_of(everyone) if row.indicator.id == indicator and row.verdict.recent] == []


def test_every_trend_lies_within_the_life_of_its_authority(full: Ask, everyone: Everyone) -> None:
    for area, rows in everyone.items():
        for row in rows:
            if row.verdict.trend_from:
                assert all(Areas.in_force(full.areas[area], ends_on(fact)) for fact in row.history[-YEARS:]), row
    told = [row.verdict.trend_why for row in everyone[code("Cumberland")]]
    assert told.count(Why.BOUNDARIES) > 20


def test_dorset_of_today_is_never_set_beside_dorset_until_2019(full: Ask, everyone: Everyone) -> None:
    own = full.trend(RATE, "Dorset").own.facts
    assert {f.area_code for f in own} == {DORSET_NOW}
    assert min(f.year for f in own if f.value is not None) == 2020
    before = [fact for row in full.everyone(areas=[DORSET_BEFORE])[DORSET_BEFORE] for fact in row.history]
    assert {f.area_code for f in before} == {DORSET_BEFORE}
    assert max(f.year for f in before if f.value is not None) == 2019
    for row in everyone[DORSET_NOW]:
        assert {fact.area_code for fact in row.history} <= {DORSET_NOW}
    for edition in full.editions:
        assert DORSET_BEFORE not in full.closeness(full.areas[DORSET_NOW], edition)


def test_only_figures_of_the_newest_release_and_of_18_months_are_judged(full: Ask, everyone: Everyone) -> None:
    newest: dict[str, str] = {}
    for file in sorted(full.manifest.source_files, key=lambda f: f.published_on):
        newest[file.title] = file.release
    for row in rows_of(everyone):
        if row.verdict.level is not Level.CANNOT_TELL:
            fact = row.latest
            assert fact and fact.published_on and fact.release in newest.values(), row
            assert ends_on(fact) >= months_before(fact.published_on, 18), row


def test_who_to_ring_is_a_close_neighbour_with_its_latest_inspection(full: Ask) -> None:
    found = ring(full, MOVES, "Herefordshire")
    assert found.candidates and all(c.closeness in CLOSE for c in found.candidates)
    shropshire = next(c for c in found.candidates if c.area.short_name == "Shropshire")
    assert (shropshire.better, shropshire.improving) == (True, False)
    assert shropshire.inspection and str(shropshire.inspection.inspected_on) == "2022-02-07"
    assert shropshire.inspection.overall == "Good"
    before = ring(full, MOVES, "Herefordshire", Choice(known_on=known_on("2025-07-09")))
    assert [c.inspection for c in before.candidates] == [None] * len(before.candidates)
