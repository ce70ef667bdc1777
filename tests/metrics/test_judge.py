"""The scorecard rule: better and worse take every condition at once, and what cannot be told says why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.areas import load as load_areas
from data.status import Status
from metrics.ask import Ask
from metrics.catalogue import Break, Catalogue, Indicator, Target
from metrics.figures import half_up
from metrics.judge import judge
from metrics.judged import Level, Meets, Verdict, Why
from metrics.results import Benchmark, Choice, Fact, How, Kind
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, line, others, shares
from tests.metrics.worlds import entries, figures, rates

STABLE, SDQ, COUNT, RATE = "same_placement_2_years", "sdq_average_score", "children_looked_after", "children_looked_after_rate"
LOCAL, ELSEWHERE, UNHELD = "reviews_on_time", "care_leavers_owed_homelessness_duty", "three_or_more_placements"
CARD = entries(STABLE, SDQ, COUNT, RATE, LOCAL, ELSEWHERE, UNHELD)
ENTRY = CARD[STABLE]  # a share of children, higher is better
SIX, THREE_MORE = TEN[:6], ("Poole", "Bournemouth", "Cumbria")  # dissolved: without a figure in 2025
FIGURES = {
    **dict.fromkeys(TEN, "90 of 100"),
    "Rutland": "34 of 41",
    "Herefordshire": "60 of 100",
    "Leicester": "99 of 100",
    "Dorset": "8,800 of 10,000",
    "Norfolk": "8,799 of 10,000",
    "Dudley": "5 of 19",
    "Walsall": "5 of 20",
    "Barnet": "60 of 100",
    "Bexley": "60 of 100",
    "Brent": "60 of 100",
    "Bromley": "c",
}  # fmt: skip
LISTS = {
    **dict.fromkeys((name for name in FIGURES if name not in TEN), TEN),
    "Barnet": (*SIX, "Bolton", *THREE_MORE),
    "Bexley": (*SIX, "Coventry", *THREE_MORE),
}
EARLIER = {**dict.fromkeys(TEN, "90 of 100"), "Camden": "60 of 100"}
WORLD = sum(
    (beside(area, names) for area, names in {**LISTS, "Camden": TEN}.items()),
    shares(ENTRY, FIGURES) + shares(ENTRY, EARLIER, "2024", "2024-11-14"),
)


def changed(**changes: object) -> Catalogue:
    """The catalogue of these tests with the share declared otherwise."""
    return Catalogue([replace(ENTRY, **changes) if e.id == STABLE else e for e in CARD.values()])  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    sdq = figures(CARD[SDQ], "area | period | released | value\n Rutland | 2025 | 2025-11-26 | 14.2")
    return opened_once(WORLD + sdq + rates("Rutland | 2025 | 2025-11-26 | 40 | 8,000 | 50"), CARD)


def level(ask: Ask, area: str, choice: Choice | None = None) -> tuple[Level, Why | None]:
    """What is said of the share of an authority, and why it cannot be told."""
    verdict = line(ask, STABLE, area, choice).verdict
    return verdict.level, verdict.level_why


def test_34_of_41_is_similar_to_90_per_cent_misses_a_target_of_95_and_is_not_worse(opened: Opened) -> None:
    found = line(opened(WORLD, changed(target=Target(95.0, "A norm."))), STABLE, "Rutland")
    assert found.benchmark and found.benchmark.value == 90
    assert found.verdict.interval
    assert [str(half_up(v, 1)) for v in vars(found.verdict.interval).values()] == ["82.9", "68.7", "91.5"]
    assert (found.verdict.level, found.verdict.level_why, found.verdict.target) == (Level.SIMILAR, None, Meets.DOES_NOT_MEET)


def test_a_target_is_met_at_its_very_value_and_not_told_of_fewer_than_ten(opened: Opened) -> None:
    small = shares(ENTRY, {"Kent": "19 of 20", "Devon": "9 of 9", "Leeds": "9 of 10", "Bury": "c"})
    ask = opened(small, changed(target=Target(95.0, "A norm.")))
    found = [line(ask, STABLE, name).verdict.target for name in ("Kent", "Devon", "Leeds", "Bury")]
    assert found == [Meets.MEETS, Meets.CANNOT_TELL, Meets.DOES_NOT_MEET, Meets.CANNOT_TELL]
    less = opened(small, changed(target=Target(90.0, "A norm."), better="lower"))
    assert [line(less, STABLE, name).verdict.target for name in ("Kent", "Leeds")] == [Meets.DOES_NOT_MEET, Meets.MEETS]
    assert line(opened(small, changed()), STABLE, "Kent").verdict.target is Meets.NO_TARGET


def test_worse_takes_all_conditions_and_better_takes_the_same(ask: Ask) -> None:
    assert level(ask, "Herefordshire") == (Level.WORSE, None)
    assert level(ask, "Leicester") == (Level.BETTER, None)


def test_within_the_practical_margin_it_is_similar_however_sure_the_difference(ask: Ask) -> None:
    verdict = line(ask, STABLE, "Dorset").verdict
    assert verdict.interval and not verdict.interval.contains(90.0)
    assert verdict.z is not None and verdict.z < -6
    assert verdict.level is Level.SIMILAR  # 88 to 90: at the margin of 2 points, not beyond it
    assert level(ask, "Norfolk") == (Level.WORSE, None)  # 87.99


def test_an_entry_s_own_margin_replaces_the_usual_one(opened: Opened) -> None:
    assert level(opened(WORLD, changed(margin=1.5)), "Dorset") == (Level.WORSE, None)
    assert level(opened(WORLD, changed(margin=30.0)), "Herefordshire") == (Level.SIMILAR, None)


def test_fewer_than_twenty_children_are_not_judged_and_twenty_are(ask: Ask) -> None:
    assert level(ask, "Dudley") == (Level.CANNOT_TELL, Why.FEW_CHILDREN)
    assert level(ask, "Walsall") == (Level.WORSE, None)


def test_a_figure_of_an_older_release_is_not_judged(ask: Ask) -> None:
    camden = line(ask, STABLE, "Camden")
    assert camden.latest and (camden.latest.period, camden.latest.value) == ("2024", 60)
    assert level(ask, "Camden") == (Level.CANNOT_TELL, Why.STALE)


def test_seven_of_ten_neighbours_make_a_verdict_and_six_do_not(ask: Ask) -> None:
    barnet, bexley = line(ask, STABLE, "Barnet").benchmark, line(ask, STABLE, "Bexley").benchmark
    assert barnet and bexley and (barnet.n, bexley.n) == (7, 6)
    assert level(ask, "Barnet") == (Level.WORSE, None)
    assert level(ask, "Bexley") == (Level.CANNOT_TELL, Why.FEW_NEIGHBOURS)


def test_an_authority_without_a_list_has_no_benchmark(ask: Ask) -> None:
    assert level(ask, "Reading") == (Level.CANNOT_TELL, Why.NO_BENCHMARK)
    assert level(ask, "Rutland", Choice(kind=Kind.REGION)) == (Level.CANNOT_TELL, Why.NO_BENCHMARK)


@pytest.mark.parametrize(("year", "expected"), [(2025, (Level.CANNOT_TELL, Why.BREAK)), (2024, (Level.WORSE, None))])
def test_the_year_of_a_break_is_not_judged_and_the_year_after_is(
    opened: Opened, year: int, expected: tuple[Level, Why | None]
) -> None:
    assert level(opened(WORLD, changed(breaks=(Break(year, "Counted otherwise."),))), "Herefordshire") == expected


def test_a_break_of_another_breakdown_does_not_count(opened: Opened) -> None:
    elsewhere = changed(breaks=(Break(2025, "Counted otherwise.", ("Other",)),))
    assert level(opened(WORLD, elsewhere), "Herefordshire") == (Level.WORSE, None)


def test_a_distance_that_is_usual_among_authorities_is_similar(opened: Opened) -> None:
    """Forty others from 40% to 98%: chance does not bring 90% down to 70%, but authorities differ as much as that."""
    few = {**dict.fromkeys(TEN, "90 of 100"), "Herefordshire": "70 of 100"}
    wide = {name: f"{40 + 3 * n // 2} of 100" for n, name in enumerate(others(40, few))}
    alone = line(opened(shares(ENTRY, few) + beside("Herefordshire"), CARD), STABLE, "Herefordshire").verdict
    among = line(opened(shares(ENTRY, few | wide) + beside("Herefordshire"), CARD), STABLE, "Herefordshire").verdict
    assert (alone.level, among.level, among.level_why) == (Level.WORSE, Level.SIMILAR, None)
    assert alone.interval == among.interval and among.interval and not among.interval.contains(90.0)
    assert alone.z and among.z and alone.z < -6 < -1.96 < among.z < -1


def test_a_mirrored_direction_mirrors_better_and_worse(opened: Opened) -> None:
    ask = opened(WORLD, changed(better="lower"))
    assert [level(ask, name)[0] for name in ("Herefordshire", "Leicester", "Rutland")] == [
        Level.BETTER, Level.WORSE, Level.SIMILAR,
    ]  # fmt: skip


def test_an_indicator_without_a_direction_is_higher_lower_or_similar(opened: Opened) -> None:
    ask = opened(WORLD, changed(better="neither"))
    assert [level(ask, name)[0] for name in ("Herefordshire", "Leicester", "Rutland")] == [
        Level.LOWER, Level.HIGHER, Level.SIMILAR,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "area", "why"),
    [
        (LOCAL, "Rutland", Why.LOCAL),
        (ELSEWHERE, "Rutland", Why.ELSEWHERE),
        (UNHELD, "Rutland", Why.NOT_IN_SNAPSHOT),
        (STABLE, "Bromley", Why.NO_FIGURE),
        (COUNT, "Rutland", Why.PLAIN_COUNT),
        (SDQ, "Rutland", Why.NO_SPREAD),
    ],
)
def test_what_cannot_be_told_says_why(ask: Ask, indicator: str, area: str, why: Why) -> None:
    verdict = line(ask, indicator, area).verdict
    assert (verdict.level, verdict.level_why, verdict.z) == (Level.CANNOT_TELL, why, None)
    assert verdict.interval is None
    assert not verdict.judged


def test_a_rate_rests_on_the_children_counted_not_on_all_who_live_there(opened: Opened) -> None:
    few = {**dict.fromkeys(TEN, "500 of 50,000"), "Rutland": "19 of 4,000", "Herefordshire": "20 of 4,000"}
    ask = opened(shares(CARD[RATE], few) + beside("Rutland") + beside("Herefordshire"), CARD)
    assert line(ask, RATE, "Rutland").verdict.level_why is Why.FEW_CHILDREN
    judged = line(ask, RATE, "Herefordshire").verdict
    assert (judged.level, judged.z) == (Level.LOWER, None)


def test_a_rate_whose_interval_holds_the_benchmark_is_similar(opened: Opened) -> None:
    """60 children are 75 per 10,000 [57.2, 96.5]: 5 above the benchmark, which is beyond the margin and within chance."""
    drawn = {**dict.fromkeys(TEN, "350 of 50,000"), "Rutland": "60 of 8,000", "Herefordshire": "6,000 of 800,000"}
    ask = opened(shares(CARD[RATE], drawn) + beside("Rutland") + beside("Herefordshire"), CARD)
    found = line(ask, RATE, "Rutland").verdict
    assert found.interval and [str(half_up(v, 1)) for v in vars(found.interval).values()] == ["75.0", "57.2", "96.5"]
    assert found.level is Level.SIMILAR
    assert line(ask, RATE, "Herefordshire").verdict.level is Level.HIGHER  # the same rate of a hundred times as many


PLACE = load_areas().find("Rutland")
Counts = tuple[int, int]
COUNTS = st.integers(20, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SHARES, DIRECTIONS = st.floats(0, 100, allow_nan=False), st.sampled_from(["higher", "lower", "neither"])
SPREADS = st.floats(0, 0.05)


def judged(entry: Indicator, counts: Counts, benchmark: float, tau2: float = 0.0) -> Verdict:
    """The verdict on a share of 2025 against a benchmark of ten neighbours."""
    x, n = counts
    fact = Fact(STABLE, "Total", PLACE.code, "2025", 2025, "31 March", x, n, x * 100 / n, Status.PUBLISHED)
    ten = Benchmark(Kind.NEIGHBOURS, How.MEDIAN, "2025", "2025", benchmark, Status.PUBLISHED, 10, 10)
    return judge(entry, "Total", PLACE, (fact,), fact, ten, tau2)


@given(COUNTS, DIRECTIONS, SPREADS)
def test_a_figure_is_similar_to_itself(counts: Counts, better: str, tau2: float) -> None:
    verdict = judged(replace(ENTRY, better=better, margin=0.0), counts, counts[0] * 100 / counts[1], tau2)
    assert verdict.level is Level.SIMILAR


@given(COUNTS, SHARES, SPREADS, st.integers(2, 50))
def test_the_same_share_of_more_children_is_never_turned_round(counts: Counts, benchmark: float, tau2: float, times: int) -> None:
    few = judged(ENTRY, counts, benchmark, tau2).level
    many = judged(ENTRY, (counts[0] * times, counts[1] * times), benchmark, tau2).level
    assert many is few or few is Level.SIMILAR


@given(COUNTS, SHARES, SPREADS)
def test_directions_differ_in_nothing_but_the_word(counts: Counts, benchmark: float, tau2: float) -> None:
    words = tuple(judged(replace(ENTRY, better=b), counts, benchmark, tau2).level for b in ("higher", "lower", "neither"))
    assert words in {
        (Level.BETTER, Level.WORSE, Level.HIGHER),
        (Level.WORSE, Level.BETTER, Level.LOWER),
        (Level.SIMILAR, Level.SIMILAR, Level.SIMILAR),
    }


@given(COUNTS, SHARES, st.floats(0, 0.02), st.floats(0, 0.02))
def test_more_difference_among_authorities_never_makes_a_verdict(
    counts: Counts, benchmark: float, tau2: float, more: float
) -> None:
    narrow, wide = judged(ENTRY, counts, benchmark, tau2).level, judged(ENTRY, counts, benchmark, tau2 + more).level
    assert wide is narrow or wide is Level.SIMILAR
