"""What may be compared: the three printed cases are blocked with a reason, and series are cut at breaks and gaps."""

from dataclasses import fields, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.comparability import Basis, last_run, segments, why_not

RATE = Basis(
    indicator="children_looked_after_rate",
    definition="children on 31 March per 10,000, populations as revised after the census of 2021",
    cohort="all children looked after",
    period_kind="31 March",
    geography="E06000019",
    rounding="not rounded",
)


def test_a_figure_may_be_compared_with_another_of_its_kind() -> None:
    assert why_not(RATE, replace(RATE)) == ()


def test_absence_of_2019_and_2021_is_blocked_with_no_2020_in_between_and_other_rules_since() -> None:
    assert segments([2019, 2021], breaks=[2021]) == [(2019,), (2021,)]
    assert segments([2019, 2021], breaks=[]) == [(2019,), (2021,)]
    assert segments([2019, 2020, 2021], breaks=[2021]) == [(2019, 2020), (2021,)]
    before = replace(RATE, indicator="absence", definition="rules of attendance before the pandemic", period_kind="academic year")
    after = replace(before, definition="rules of attendance with codes for coronavirus")
    assert why_not(before, after) == (
        "they are not defined the same way: rules of attendance before the pandemic and rules of attendance with codes for "
        "coronavirus",
    )


def test_the_rate_of_2019_as_published_and_as_now_is_blocked() -> None:
    published = replace(RATE, definition="children on 31 March per 10,000, populations of before the census", rounding="to 1")
    assert [reason.split(":")[0] for reason in why_not(published, RATE)] == [
        "they are not defined the same way",
        "they are not rounded the same way",
    ]


def test_dorset_before_and_after_2019_is_blocked() -> None:
    dorset = replace(RATE, geography="838")
    assert why_not(replace(dorset, geography="835"), dorset) == ("the area's boundaries are not the same: 835 and 838",)


@pytest.mark.parametrize("field", [field.name for field in fields(Basis)])
def test_every_part_of_the_basis_blocks_by_itself(field: str) -> None:
    (reason,) = why_not(RATE, replace(RATE, **{field: "something else"}))
    assert reason.endswith(f": {getattr(RATE, field)} and something else")


@given(st.sets(st.sampled_from([field.name for field in fields(Basis)])))
def test_there_is_one_reason_for_each_part_that_differs_either_way_round(names: set[str]) -> None:
    other = replace(RATE, **{name: "something else" for name in names})
    assert len(why_not(RATE, other)) == len(why_not(other, RATE)) == len(names)


def test_a_break_begins_a_new_run_with_its_year() -> None:
    assert segments([2018, 2019, 2020, 2021, 2022], [2020, 2022]) == [(2018, 2019), (2020, 2021), (2022,)]


def test_a_break_before_the_first_year_or_in_a_missing_one_changes_nothing() -> None:
    assert segments([2019, 2020, 2022], [2019, 2021]) == [(2019, 2020), (2022,)]


def test_the_last_run_is_what_a_trend_may_use() -> None:
    assert last_run([2025, 2021, 2022, 2023, 2024], [2022]) == (2022, 2023, 2024, 2025)
    assert last_run([], [2022]) == ()


years = st.lists(st.integers(2000, 2030))


@given(years, years)
def test_runs_partition_the_years_in_order(drawn: list[int], breaks: list[int]) -> None:
    runs = segments(drawn, breaks)
    assert [year for run in runs for year in run] == sorted(set(drawn))
    assert all(runs)


@given(years, years)
def test_no_run_has_a_gap_or_a_break_in_it_and_none_could_be_longer(drawn: list[int], breaks: list[int]) -> None:
    runs = segments(drawn, breaks)
    assert all(b == a + 1 and b not in breaks for run in runs for a, b in pairwise(run))
    assert all(later[0] > earlier[-1] + 1 or later[0] in breaks for earlier, later in pairwise(runs))
    assert last_run(drawn, breaks) == (runs[-1] if runs else ())
