"""Templates one by one: singular and plural, both directions, nothing, ties, and what is not to be told."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from data.areas import load as load_areas
from metrics import words
from metrics.ask import Ask
from metrics.catalogue import catalogue
from metrics.judged import Level, Tally
from metrics.phrases import fact_phrase
from metrics.results import Choice, Kind
from metrics.robust import Robust, robust
from metrics.verdict_changes import VerdictChange
from metrics.wording import compared, explained, people
from metrics.wording.naming import lower, several
from metrics.wording.tallies import false_alarms, tally
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN, beside, line, shares
from tests.metrics.worlds import entries, figures

STABLE, LEAVERS, PLACEMENTS, POSTS = (
    "same_placement_2_years", "suitable_accommodation_17_to_18", "placement_change_reason", "social_worker_turnover",
)  # fmt: skip
ENTRY = catalogue()[STABLE]
CARD = entries(STABLE, LEAVERS)


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    told = dict.fromkeys(TEN, "90 of 100") | {"Rutland": "1 of 40", "Barnet": "36 of 40", "Bexley": "5 of 19", "Bromley": "c"}
    homes = shares(CARD[LEAVERS], dict.fromkeys(TEN, "76 of 80") | {"Rutland": "39 of 40", "Barnet": "38 of 40"})
    areas = ("Rutland", "Barnet", "Bexley", "Bromley")
    return opened_once(sum((beside(area) for area in areas), shares(ENTRY, told) + homes), CARD)


@pytest.mark.parametrize(
    ("indicator", "one", "twelve"),
    [
        (STABLE, "1 child", "12 children"),
        (LEAVERS, "1 young person", "12 young people"),
        (PLACEMENTS, "1 placement", "12 placements"),
        (POSTS, "1 social worker", "12 social workers"),
        ("special_guardian_carer", "1 order", "12 orders"),
        ("social_worker_vacancy", "1 post", "12 posts"),
        ("staying_put_18", "1 young person", "12 young people"),
    ],
)
def test_who_is_counted_is_named_as_one_and_as_many(indicator: str, one: str, twelve: str) -> None:
    entry = catalogue()[indicator]
    assert [people.counted(n, entry) for n in (1, 12)] == [one, twelve]


def test_one_child_was_and_more_were(opened: Opened) -> None:
    count = catalogue()["children_looked_after"]
    drawn = "area | period | released | numerator\n Rutland | 2024 | 2025-11-26 | 2\n Rutland | 2025 | 2025-11-26 | 1"
    two, one = opened(figures(count, drawn), entries(count.id)).trend(count.id, "Rutland").own.facts
    assert fact_phrase(count, "Total", two) == "2 children were looked after on 31 March 2024"
    assert fact_phrase(count, "Total", one) == "1 child was looked after on 31 March 2025"


def test_a_verdict_says_what_how_many_beside_whom_how_sure_and_what_one_child_is_worth(ask: Ask) -> None:
    assert words.verdicts.verdict(line(ask, STABLE, "Rutland")) == (
        "1 of 40 children under 16 in care for two and a half years or more (3%) had lived in the same placement for two years "
        "or more on 31 March 2025. Worse than its neighbours, where the median is 90% (10 of 10 had a figure): chance would "
        "rarely make a difference like this. Too few years to say where it points: it takes five. One child is worth 2.5 "
        "points here."
    )
    assert (
        "Similar to its neighbours, where the median is 90% (10 of 10 had a figure): a difference this small could be chance."
        in (words.verdicts.verdict(line(ask, STABLE, "Barnet")))
    )


def test_a_target_that_is_missed_says_by_how_many_young_people(ask: Ask) -> None:
    assert words.verdicts.target(line(ask, LEAVERS, "Rutland")).endswith(": 1 young person short of it.")
    assert words.verdicts.target(line(ask, LEAVERS, "Barnet")).endswith(": 2 young people short of it.")


def test_what_cannot_be_told_says_why_first(ask: Ask) -> None:
    few, hidden = line(ask, STABLE, "Bexley"), line(ask, STABLE, "Bromley")
    assert words.verdicts.level(few) == "Cannot tell: it rests on 19 children, and it takes 20."
    assert words.verdicts.verdict(hidden) == "Settled in one home for two years. Too few children to show."
    assert words.verdicts.level_words(hidden) == "cannot tell"


def test_a_scorecard_names_the_others_once_and_leaves_the_rest_apart(ask: Ask) -> None:
    assert words.scorecard_finding(ask.everything("Rutland")) == (
        "Of 2 measures for Rutland, 1 is similar to its neighbours and 1 is worse."
    )
    assert words.scorecard_finding(ask.everything("Bromley")) == "None of the 2 measures for Bromley can be told."
    assert words.scorecard_finding(ask.scorecard("6", "Bromley")) == "The one measure for Bromley cannot be told."


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Tally(1, 2, 3, 4, 5), "1 better, 2 similar, 3 worse and 4 cannot be told; 5 more are neither good nor bad."),
        (Tally(0, 0, 0, 0, 1), "1 is neither good nor bad."),
        (Tally(0, 0, 0, 2, 0), "2 cannot be told."),
        (Tally(0, 0, 0, 0, 0), ""),
    ],
)
def test_a_tally_is_counts_with_the_unknown_visible(counts: Tally, said: str) -> None:
    assert tally(counts) == said


@pytest.mark.parametrize(
    ("checks", "expected", "said"),
    [
        (62, 3.1, "Of 62 checks, about 3 would stand out by chance alone."),
        (24, 1.2, "Of 24 checks, about 1 would stand out by chance alone."),
        (1, 0.05, "Of 1 check, fewer than 1 would stand out by chance alone."),
        (0, 0.0, "Nothing could be put to the test."),
    ],
)
def test_false_alarms_stand_beside_what_is_ranked(checks: int, expected: float, said: str) -> None:
    assert false_alarms(checks, expected) == said


@pytest.mark.parametrize(
    ("ends", "said"),
    [((-14, -33), "14 to 33 fewer"), ((0, -3), "none to 3 fewer"), ((2, -5), "2 more to 5 fewer"), ((1, 7), "1 to 7 more")],
)
def test_a_range_of_gaps_names_its_direction_once_where_it_has_one(ends: tuple[int, int], said: str) -> None:
    assert compared._other(*ends) == said


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (113, "113th"), (121, "121st")]
)
def test_places_are_said_as_people_say_them(n: int, said: str) -> None:
    assert compared.ordinal(n) == said


def test_a_figure_that_lies_on_every_yardstick_is_the_same_as_all(ask: Ask) -> None:
    found = robust(ask, STABLE, "Barnet")
    assert words.robustness.line(found).startswith("The same as all 3 yardsticks. Put to the test, it is similar to 3 of them.")
    assert words.robustness.lines(found)[0] == (
        "The same as the median of its statistical neighbours (2025 edition): 90%, 10 of 10 had a figure."
    )
    below: Robust = robust(ask, STABLE, "Rutland")
    assert words.robustness.line(below).startswith("Lower than 3 of 3 yardsticks. Put to the test, it is worse than 3 of them.")
    assert words.robustness.line(robust(ask, STABLE, "Bromley")) == "There is no figure to compare: too few children to show."


def test_a_benchmark_of_the_region_or_england_is_named(ask: Ask) -> None:
    assert "nothing to compare with" in words.verdicts.level(line(ask, STABLE, "Rutland", Choice(kind=Kind.ENGLAND)))


def test_names_keep_their_capital_inside_a_sentence_and_lists_with_commas_use_semicolons() -> None:
    assert [lower(t) for t in ("English and maths", "SDQ returned", "Teeth checked")] == [
        "English and maths",
        "SDQ returned",
        "teeth checked",
    ]
    assert several(["a", "b"]) == "a and b"
    assert several(["a", "b, under-fives", "c"]) == "a; b, under-fives; and c"


def test_a_change_of_one_child_is_one_child() -> None:
    assert [explained._about(n) for n in (1.0, -2.4, 0.4, -0.5)] == [
        "about 1 more",
        "about 2 fewer",
        "no change",
        "about 1 fewer",
    ]


def changes(levels: Sequence[tuple[Level, Level]]) -> list[VerdictChange]:
    """One change for each pair of levels, in the order of the areas."""
    areas = [area for area in load_areas() if area.la_number and area.valid_to is None]
    return [VerdictChange(area, ENTRY, before, after, None, None) for area, (before, after) in zip(areas, levels, strict=False)]


def test_the_changes_of_a_snapshot_are_one_line_with_the_largest_first() -> None:
    assert words.verdict_changes.summary([]) == "No headline verdict changes."
    pairs = [(Level.CANNOT_TELL, Level.SIMILAR)] * 4 + [(Level.SIMILAR, Level.BETTER), (Level.BETTER, Level.WORSE)]
    found = changes(pairs)
    said = words.verdict_changes.summary(found)
    assert said.startswith("6 headline verdicts change (6 in settled in one home for two years). The largest: ")
    first = f"{found[5].area.short_name}, settled in one home for two years: worse, was better"
    assert said.split("The largest: ")[1].startswith(first) and said.count(", was ") == 5
    assert replace(found[0], after=Level.BETTER).same_period is False
