"""The shipped catalogue's breaks, norms, gaps and references: which series may be compared, and with what."""

import pytest

from data.describe import sources
from metrics.catalogue import Indicator, catalogue

ENTRIES = catalogue()
SCHOOL_YEAR = "academic year"
# Counted every January, also in the years in which schools were closed to most pupils.
UNBROKEN = {"education_health_and_care_plan", "sen_support"}
SCHOOL = [e for e in ENTRIES.measured if e.slice().period_kind == SCHOOL_YEAR and e.id not in UNBROKEN]
GRADES = [e for e in SCHOOL if e.id.startswith(("attainment_8", "english_and_maths"))]
ABSENCE = [e for e in SCHOOL if "absence" in e.id]


def ids(entry: Indicator) -> str:
    """The name of a case."""
    return entry.id


def years(entry: Indicator, breakdown: str = "Total") -> list[int]:
    """The years in which a breakdown's series breaks."""
    return [b.year for b in entry.breaks_of(breakdown)]


@pytest.mark.parametrize("entry", SCHOOL, ids=ids)
def test_no_school_series_runs_through_2020_and_2021(entry: Indicator) -> None:
    assert 2022 in years(entry)


@pytest.mark.parametrize("entry", GRADES, ids=ids)
def test_grades_given_by_teachers_are_comparable_on_neither_side(entry: Indicator) -> None:
    assert {2020, 2022} <= set(years(entry))


@pytest.mark.parametrize("entry", ABSENCE, ids=ids)
def test_absence_breaks_where_a_year_is_missing_and_where_covid_begins_to_count(entry: Indicator) -> None:
    assert years(entry) == [2021, 2022]


def test_supported_accommodation_breaks_between_march_2023_and_march_2024_and_foster_care_does_not() -> None:
    setting = ENTRIES["placement_setting"]
    moved = [b for b in setting.breakdowns if years(setting, b) == [2024]]
    assert moved == ["Independent and semi-independent living arrangements/supported accommodation", "Other placements"]
    assert years(setting, "Foster placements") == []
    assert years(ENTRIES["supported_accommodation"]) == [2024]


@pytest.mark.parametrize("age", ["17_to_18", "19_to_21"])
def test_training_or_employment_breaks_after_2021_and_the_total_at_work_or_learning_does_not(age: str) -> None:
    activity = ENTRIES[f"care_leavers_activity_{age}"]
    assert years(activity, "In training or employment (excl. apprenticeship)") == [2022]
    assert years(activity, "Higher education i.e. studies beyond A level") == []
    assert years(ENTRIES[f"care_leavers_eet_{age}"]) == []


def test_a_first_year_is_a_break_of_its_own_year() -> None:
    assert years(ENTRIES["three_or_more_social_workers"]) == [2024]
    assert years(ENTRIES["care_leavers_supported_22_to_25"]) == [2023]


@pytest.mark.parametrize("entry", [e for e in ENTRIES.values() if e.breaks], ids=ids)
def test_a_break_gives_its_reason_in_sentences_and_falls_in_one_year_once(entry: Indicator) -> None:
    for one in entry.breaks:
        assert one.reason.endswith(".") and one.reason[0].isupper()
    for breakdown in entry.breakdowns:
        assert len(years(entry, breakdown)) == len(set(years(entry, breakdown)))


@pytest.mark.parametrize("entry", [e for e in ENTRIES.values() if e.target], ids=ids)
def test_a_norm_is_none_or_all_on_the_better_side_and_says_where_it_comes_from(entry: Indicator) -> None:
    assert entry.target is not None
    assert entry.target.value == {"higher": 100, "lower": 0}[entry.better]
    assert entry.target.why.endswith(".")


def test_the_duties_to_keep_in_touch_and_to_house_the_newest_care_leavers_have_their_norm() -> None:
    norms = {e.id: e.target.value for e in ENTRIES.measured if e.target}
    assert norms["care_leavers_not_in_touch_19_to_21"] == 0
    assert norms["care_leavers_in_touch_17_to_18"] == norms["suitable_accommodation_17_to_18"] == 100


@pytest.mark.parametrize("entry", [e for e in ENTRIES.values() if e.gaps], ids=ids)
def test_a_gap_is_to_the_same_measure_of_another_group(entry: Indicator) -> None:
    for gap in entry.gaps:
        other = ENTRIES[gap.indicator]
        assert other.reference
        same = ("principle", "code", "better", "unit", "decimals", "margin")
        assert [getattr(other, key) for key in same] == [getattr(entry, key) for key in same]
        assert other.title.startswith(entry.title) and other.title.endswith(gap.to)
        assert other.slice().period_kind == entry.slice().period_kind


@pytest.mark.parametrize("entry", [e for e in ENTRIES.values() if e.gaps], ids=ids)
def test_both_sides_of_a_gap_break_in_the_years_that_both_hold(entry: Indicator) -> None:
    first = min(years(entry))
    for gap in entry.gaps:
        assert [y for y in years(ENTRIES[gap.indicator]) if y >= first] == years(entry)


def test_every_reference_stands_beside_some_measure_and_is_no_row_of_a_scorecard() -> None:
    named = {gap.indicator for e in ENTRIES.values() for gap in e.gaps}
    assert {e.id for e in ENTRIES.references} == named
    rows = {e.id for principle in ("context", *"1234567") for e in ENTRIES.of(principle)}
    assert rows.isdisjoint(named) and rows | named == set(ENTRIES)


def test_a_scorecard_knows_all_four_states() -> None:
    assert any(e.measured for e in ENTRIES.values())
    assert any(e.local for e in ENTRIES.values())
    assert {e.id for e in ENTRIES.values() if e.elsewhere} == {
        "care_leavers_owed_homelessness_duty", "days_to_adoptive_family",
    }  # fmt: skip


@pytest.mark.parametrize("entry", [e for e in ENTRIES.measured if e.interval != "none"], ids=ids)
def test_chance_is_reckoned_on_people_or_posts_and_never_on_half_days(entry: Indicator) -> None:
    for one in entry.slices:
        for part in (one.numerator, one.denominator):
            assert part is not None
            kinds = {sources()[part.source].measure(measure).kind for _, measure in part.terms}
            assert kinds <= {"count", "fte"}
            assert not any("sess" in measure for _, measure in part.terms)
