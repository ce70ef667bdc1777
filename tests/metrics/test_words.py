"""What is said of a drawn world, word for word."""

from dataclasses import replace
from decimal import Decimal

import pytest

from data.status import Status
from metrics import words
from metrics.ask import Ask
from metrics.figures import half_up, n_of_n, number, reason, shown, with_unit
from metrics.known_on import known_on
from metrics.results import Benchmark, Choice, How, Kind
from tests.metrics.conftest import Opened
from tests.metrics.worlds import editions, entries, figures, rates

COUNT, RATE, STABLE, SCORE, POSTS = (
    "children_looked_after", "children_looked_after_rate", "same_placement_2_years", "sdq_average_score", "social_worker_vacancy",
)  # fmt: skip
SAID = entries(COUNT, RATE, STABLE, SCORE, POSTS, "reviews_on_time", "took_part_in_review")
FIGURES = """
    Herefordshire | 2023 | 2025-11-26 | 1,413 | 34,000    | 416
    Herefordshire | 2024 | 2025-11-26 | 387   | 34,000    | 114
    Herefordshire | 2025 | 2025-11-26 | 344   | 34,000    | 101
    Shropshire    | 2025 | 2025-11-26 | 688   | 68,000    | 101
    Somerset      | 2024 | 2025-11-26 | 500   | 100,000   | 50
    Somerset      | 2025 | 2025-11-26 | 600   | 100,000   | 60
    Dorset        | 2025 | 2025-11-26 | c     | 20,000    | c
    Rutland       | 2024 | 2025-11-26 | 40    | 8,000     | 50
    Rutland       | 2025 | 2025-11-26 | c     | 8,000     | c
    Reading       | 2025 | 2025-11-26 | 90    | 9,000     | 100
    Poole         | 2018 | 2025-11-26 | 90    | 9,000     | 100
    England       | 2025 | 2025-11-26 | 84,000 | 12,000,000 | 70
"""
LISTS = """
    2025 | 2025-05-01 | Herefordshire | Somerset, Shropshire, Dorset
    2025 | 2025-05-01 | Rutland | Somerset, Reading
    2025 | 2025-05-01 | Poole | Reading, Rutland
    2025 | 2025-05-01 | Shropshire | Herefordshire
"""
STAYED = """
    area          | period | released   | numerator | denominator | published
    Herefordshire | 2024   | 2025-11-26 | 98        | 143         | 69
    Herefordshire | 2025   | 2025-11-26 | 110       | 167         | 66
    Somerset      | 2025   | 2025-11-26 | 50        | 100         | 50
    Shropshire    | 2025   | 2025-11-26 | 80        | 100         | 80
"""

SCORES = """
    area          | period | released   | value | denominator
    Herefordshire | 2024   | 2025-11-26 | 13.9  | 90
    Herefordshire | 2025   | 2025-11-26 | 14.3  | 90
    Shropshire    | 2025   | 2025-11-26 | 15.0  | 100
"""
FILLED = """
    area          | period | released   | numerator | denominator 2 | published
    Herefordshire | 2025   | 2026-02-26 | 10.5      | 31.5          | 25.0
"""


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    world = rates(FIGURES) + figures(SAID[STABLE], STAYED) + figures(SAID[SCORE], SCORES) + figures(SAID[POSTS], FILLED)
    return opened_once(world + editions(LISTS), SAID)


@pytest.mark.parametrize(
    ("indicator", "area", "finding"),
    [
        (COUNT, "Herefordshire", "344 children were looked after on 31 March 2025, 43 fewer than a year before."),
        (
            RATE, "Herefordshire",
            "344 children were looked after on 31 March 2025, 101.2 per 10,000 children, 43 fewer than a year before: "
            "a higher rate than in 1 of 2 similar councils with a figure.",
        ),
        (
            STABLE, "Herefordshire",
            "110 of 167 children under 16 in care for two and a half years or more (66%) had lived in the same placement for two "
            "years or more on 31 March 2025, down from 69% (98 of 143) a year before: a higher share than in 1 of 2 similar "
            "councils with a figure.",
        ),
        (
            SCORE, "Herefordshire",
            "The average score for feelings and behaviour (SDQ) was 14.3 in the year to 31 March 2025, "
            "up from 13.9 a year before: a lower figure than in the one similar council with a figure.",
        ),
        (POSTS, "Herefordshire", "25.0% of social worker posts were vacant on 30 September 2025."),
        (
            RATE, "Rutland",
            "Rutland has no figure for children looked after, rate per 10,000 on 31 March 2025: too few children to show.",
        ),
        (
            RATE, "Somerset",
            "600 children were looked after on 31 March 2025, 60.0 per 10,000 children, 100 more than a year before.",
        ),
        (
            RATE, "Cumbria",
            "No release known on that day has figures for Cumbria on this: children looked after, rate per 10,000.",
        ),
    ],
)  # fmt: skip
def test_the_finding_of_a_trend_is_one_sentence(ask: Ask, indicator: str, area: str, finding: str) -> None:
    assert words.trend_finding(ask.trend(indicator, area)) == finding


def test_neighbours_with_the_same_figure_are_neither_higher_nor_lower(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Herefordshire")
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == (
        "higher than 1 of 2 neighbours, the same as 1 (2 of 3 had a figure); median 80.6"
    )
    shropshire = ask.neighbours(RATE, "Shropshire")
    assert "the same" in words.against_benchmark(shropshire.indicator, shropshire.own, shropshire.benchmark)
    assert "higher" not in words.neighbours_finding(shropshire)


def test_without_neighbours_the_finding_compares_with_nobody_and_the_row_says_why(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Somerset")
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == "no statistical neighbours to compare with"
    assert words.neighbours_sentence(result) == "There are no statistical neighbours to compare with."


def test_neighbours_without_one_figure_are_not_compared_with(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Poole")
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == (
        "cannot compare: 0 of 2 neighbours had a figure"
    )
    assert words.neighbours_sentence(result) == "None of the 2 statistical neighbours has a figure in 2018."


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("Three or more placements in the year", "year to 31 March", "Three or more placements in the year to 31 March 2025"),
        ("Teeth checked by a dentist", "year to 31 March", "Teeth checked by a dentist in the year to 31 March 2025"),
        ("Children missing on 31 March", "31 March", "Children missing on 31 March 2025"),
    ],
)
def test_a_title_that_says_its_period_does_not_say_it_twice(ask: Ask, title: str, kind: str, said: str) -> None:
    fact = replace(ask.neighbours(STABLE, "Herefordshire").own, period_kind=kind)
    assert words.dated(title, fact) == said


def test_one_neighbour_with_the_same_figure_is_one_and_not_all(ask: Ask) -> None:
    own = ask.neighbours(RATE, "Herefordshire")
    alone = Benchmark(Kind.NEIGHBOURS, How.MEDIAN, "2025", "2025", own.own.value, Status.PUBLISHED, n=1, of=10, same=1)
    assert words.against_benchmark(own.indicator, own.own, alone) == (
        "the same as the one neighbour with a figure (1 of 10 had a figure); median 101.2"
    )


def test_a_figure_that_ends_where_it_began_did_not_go_from_there_to_there(ask: Ask) -> None:
    assert "the figure for Somerset began and ended at" not in words.trend_sentence(ask.trend(RATE, "Somerset"))
    level = replace(ask.trend(RATE, "Somerset"), benchmark=())
    facts = tuple(replace(f, value=50.0) for f in level.own.facts)
    said = words.trend_sentence(replace(level, own=replace(level.own, facts=facts)))
    assert said == "From 2024 to 2025 the figure for Somerset began and ended at 50.0."


def test_scores_cannot_be_pooled_and_the_row_says_so(ask: Ask) -> None:
    result = ask.neighbours(SCORE, "Herefordshire", Choice(how=How.POOLED))
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == (
        "cannot compare: scores have no counts to pool"
    )


def test_a_figure_that_is_hidden_is_compared_with_nobody(ask: Ask) -> None:
    result = ask.neighbours(RATE, "Rutland")
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == "cannot compare: too few children to show"


def test_plain_counts_are_not_compared(ask: Ask) -> None:
    result = ask.neighbours(COUNT, "Herefordshire")
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == words.COUNTS
    assert words.neighbours_finding(result) == (
        "344 children were looked after on 31 March 2025. Councils differ in size, so counts are not compared."
    )


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.ENGLAND, "higher than England (70.0)"), (Kind.REGION, "cannot compare: no figure for the region")]
)
def test_a_region_and_england_are_named(ask: Ask, kind: Kind, said: str) -> None:
    result = ask.neighbours(RATE, "Herefordshire", Choice(kind=kind))
    assert words.against_benchmark(result.indicator, result.own, result.benchmark) == said


def test_the_neighbours_sentence_gives_range_ways_n_of_n_and_england(ask: Ask) -> None:
    assert words.neighbours_sentence(ask.neighbours(RATE, "Herefordshire")) == (
        "The neighbours lie between 60.0 (Somerset) and 101.2 (Shropshire): median 80.6, mean 80.6, pooled 76.7. "
        "2 of 3 had a figure (2025 edition). England: 70.0."
    )


def test_the_trend_sentence_gives_first_last_peak_gaps_and_benchmark(ask: Ask) -> None:
    assert words.trend_sentence(ask.trend(RATE, "Herefordshire")) == (
        "From 2023 to 2025 the figure for Herefordshire went from 415.6 to 101.2. The median of its statistical neighbours "
        "(2025 edition) went from 50.0 to 80.6 (2 of 3 had a figure in 2025)."
    )
    assert words.trend_sentence(ask.trend(COUNT, "Rutland")) == (
        "Rutland has one figure to draw: 40 on 31 March 2024. No figure for 2025 (too few children to show). "
        "Counts are not compared: councils differ in size."
    )


@pytest.mark.parametrize(
    ("latest", "before", "change"),
    [
        ("344", "387", "43 fewer than a year before"),
        ("387", "344", "43 more than a year before"),
        ("2,344", "1,100", "1,244 more than a year before"),
        ("344", "344", "the same number as a year before"),
        ("344", "c", "the year before: too few children to show"),
        ("344", "", "no figure for the year before"),
        ("c", "344", ""),
    ],
)
def test_a_change_is_said_in_children_fewer_or_more(opened: Opened, latest: str, before: str, change: str) -> None:
    drawn = f"Rutland | 2024 | 2025-11-26 | {before} | 8,000\n Rutland | 2025 | 2025-11-26 | {latest} | 8,000"
    card = opened(rates(drawn)).scorecard("context", "Rutland")
    assert [words.change(row) for row in card.rows] == [change, change]


def test_a_share_that_is_shown_the_same_is_about_the_same(opened: Opened) -> None:
    drawn = STAYED.replace("110       | 167         | 66", "115       | 167         | 69")
    row = opened(figures(SAID[STABLE], drawn), SAID).scorecard("6", "Herefordshire").rows[0]
    assert words.change(row) == "about the same as a year before, 69% (98 of 143)"


def test_the_scorecard_s_finding_counts_what_is_known_and_never_adds_up_a_score(ask: Ask) -> None:
    assert words.scorecard_finding(ask.scorecard("context", "Herefordshire")) == (
        "None of the 2 measures for Herefordshire can be told."
    )
    assert words.scorecard_finding(ask.scorecard("2", "Rutland")) == (
        "None of these 2 measures is published for every council, so only Rutland itself can tell."
    )


def test_the_vintage_and_the_benchmark_are_named(ask: Ask) -> None:
    area = ask.areas.find("Herefordshire")
    assert [words.vintage(Choice(known_on=known_on(text))) for text in ("now", "first", "2024-12-31")] == [
        "as known now", "as first published", "as known on 31 December 2024",
    ]  # fmt: skip
    named = [words.benchmark_name(Choice(how=how), "2025", area) for how in How]
    assert named == [f"the {how} of its statistical neighbours (2025 edition)" for how in ("median", "mean", "pooled figure")]
    assert words.benchmark_name(Choice(kind=Kind.REGION), "", area, "West Midlands") == "West Midlands"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (66.45, 1, "66.5"), (0.25, 1, "0.3"), (1.005, 2, "1.01"), (2.4999, 0, "2"),
     (81_770.0, 0, "81,770"), (1_234_567.25, 1, "1,234,567.3"), (0.0, 0, "0"), (-0.5, 0, "-1"), (100.0, 1, "100.0")],
)  # fmt: skip
def test_figures_are_rounded_half_up_with_thousands(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text
    assert half_up(value, decimals) == Decimal(text.replace(",", ""))


@pytest.mark.parametrize("value", [-0.0, -0.4, 0.0, 0.4])
def test_what_rounds_to_nothing_has_no_sign_whatever_was_said_before_it(value: float) -> None:
    assert (number(value), number(value / 10, 1)) == ("0", "0.0")


def test_a_figure_in_a_table_has_its_unit_or_the_mark_of_what_is_missing(ask: Ask) -> None:
    stable, rutland = ask.trend(STABLE, "Herefordshire"), ask.trend(RATE, "Rutland")
    assert [shown(f, stable.indicator) for f in stable.own.facts] == ["69%", "66%"]
    assert [shown(f, rutland.indicator) for f in rutland.own.facts] == ["50.0", "[c]"]
    assert [n_of_n(f) for f in stable.own.facts] == ["98 of 143", "110 of 167"]
    assert n_of_n(replace(stable.own.facts[0], numerator=765, denominator=56.4)) == "765 for 56.4"
    assert (shown(None, stable.indicator), with_unit(None, stable.indicator), n_of_n(None)) == ("[not held]", "", "")
    assert reason(rutland.own.facts[1].status) == "too few children to show"
