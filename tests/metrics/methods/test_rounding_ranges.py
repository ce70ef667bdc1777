"""What rounded figures can have been: worked numbers, and that the truth always lies within."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.rounding_ranges import (
    Range,
    cannot_tell,
    count_range,
    difference_range,
    percentage_change_range,
    rounded_count,
    share_range,
    slack,
)

proportions = st.integers(1, 3_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
counts = st.integers(0, 100_000)
bases = st.sampled_from([1, 3, 5, 10, 100])


def printed(x: int, n: int, decimals: int) -> float:
    """A percentage as a publisher prints it, halves up."""
    return float((Decimal(100 * x) / Decimal(n)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def to_base(count: int, base: int) -> int:
    """A count as a publisher rounds it, halves up."""
    return int((Decimal(count) / base).quantize(Decimal(1), ROUND_HALF_UP)) * base


def points(found: Range) -> tuple[float, float]:
    """A range of shares in points at one digit."""
    return round(100 * found.lower, 1), round(100 * found.upper, 1)


def test_8_per_cent_of_600_are_45_to_50_children() -> None:
    assert count_range(8, 600) == Range(45, 50)


def test_80_of_600_both_rounded_to_ten_is_12_4_to_14_1_per_cent() -> None:
    assert (rounded_count(80, 10), rounded_count(600, 10)) == (Range(75, 84), Range(595, 604))
    assert points(share_range(80, 600, 10)) == (12.4, 14.1)


def test_15_of_40_both_rounded_to_five_is_31_0_to_44_7_per_cent() -> None:
    assert (rounded_count(15, 5), rounded_count(40, 5)) == (Range(13, 17), Range(38, 42))
    assert points(share_range(15, 40, 5)) == (31.0, 44.7)


def test_from_8_to_9_per_cent_is_a_move_of_almost_nothing_or_almost_two_points() -> None:
    assert percentage_change_range(9, 8) == Range(0, 2)
    assert cannot_tell(percentage_change_range(9, 8))
    assert not cannot_tell(percentage_change_range(10, 8))


def test_one_rounded_count_is_out_by_five_a_difference_by_ten_and_a_sum_by_five_a_term() -> None:
    assert (slack(10), slack(5), slack(10, 2), slack(10, 7)) == (5, 2, 10, 35)


def test_rounded_figures_cannot_tell_a_fall_of_ten_but_one_of_twenty() -> None:
    assert difference_range(340, 350, 10) == Range(-20, 0)
    assert cannot_tell(difference_range(340, 350, 10))
    assert not cannot_tell(difference_range(330, 350, 10))


def test_a_count_that_rounds_to_nothing_may_be_a_few_and_never_below_nobody() -> None:
    assert rounded_count(0, 10) == Range(0, 4)


def test_a_percentage_with_a_decimal_is_read_as_printed() -> None:
    # 8.1 in binary is a hair less than eighty-one tenths.
    assert percentage_change_range(8.2, 8.1, decimals=1) == Range(0, 0.2)
    assert count_range(8.1, 1_000, decimals=1) == Range(81, 81)


@given(proportions, st.integers(0, 2))
def test_the_true_count_lies_within_what_its_percentage_can_have_been(counted: tuple[int, int], decimals: int) -> None:
    x, n = counted
    found = count_range(printed(x, n, decimals), n, decimals)
    assert 0 <= found.lower <= x <= found.upper <= n


@given(proportions, st.integers(0, 1))
def test_every_count_in_the_range_is_printed_so_and_none_beside_it(counted: tuple[int, int], decimals: int) -> None:
    percent, n = printed(*counted, decimals), counted[1]
    found = count_range(percent, n, decimals)
    lower, upper = int(found.lower), int(found.upper)
    assert {printed(x, n, decimals) for x in (lower, upper)} == {percent}
    assert lower == 0 or printed(lower - 1, n, decimals) != percent
    assert upper == n or printed(upper + 1, n, decimals) != percent


@given(counts, bases)
def test_a_rounded_count_can_have_been_the_true_one(count: int, base: int) -> None:
    found = rounded_count(to_base(count, base), base)
    assert found.contains(count)
    assert {to_base(int(end), base) for end in (found.lower, found.upper)} == {to_base(count, base)}


@given(proportions, st.sampled_from([5, 10]))
def test_the_true_share_lies_within_what_rounded_counts_can_have_been(counted: tuple[int, int], base: int) -> None:
    x, n = counted
    whole = to_base(n, base)
    if rounded_count(whole, base).lower == 0:
        return
    found = share_range(to_base(x, base), whole, base)
    assert 0 <= found.lower <= x / n <= found.upper <= 1


@given(counts, counts, bases)
def test_the_true_difference_lies_within_that_of_the_rounded_counts(later: int, earlier: int, base: int) -> None:
    assert difference_range(to_base(later, base), to_base(earlier, base), base).contains(later - earlier)


@given(proportions, proportions, st.integers(0, 1))
def test_the_true_change_lies_within_that_of_the_printed_percentages(
    later: tuple[int, int], earlier: tuple[int, int], decimals: int
) -> None:
    found = percentage_change_range(printed(*later, decimals), printed(*earlier, decimals), decimals)
    true = 100 * later[0] / later[1] - 100 * earlier[0] / earlier[1]
    assert found.lower - 1e-9 <= true <= found.upper + 1e-9


@given(counts, bases)
def test_equal_rounded_figures_can_never_tell(count: int, base: int) -> None:
    assert cannot_tell(difference_range(to_base(count, base), to_base(count, base), base))


def test_a_percentage_that_no_count_has_is_refused() -> None:
    with pytest.raises(ValueError, match="No count of 10 is printed as 1%"):
        count_range(1, 10)
    with pytest.raises(ValueError, match="the whole lies above 0"):
        count_range(8, 0)


@pytest.mark.parametrize(("count", "base"), [(83, 10), (-10, 10), (5, 0)])
def test_a_count_that_is_not_rounded_so_is_refused(count: int, base: int) -> None:
    with pytest.raises(ValueError, match=f"{count} is no count rounded to {base}"):
        rounded_count(count, base)


@pytest.mark.parametrize(("x", "n"), [(0, 0), (30, 10)])
def test_a_whole_that_may_be_nobody_or_less_than_its_part_is_refused(x: int, n: int) -> None:
    with pytest.raises(ValueError, match="the whole must be above 0 and hold the part"):
        share_range(x, n, 10)


def test_no_terms_have_no_slack() -> None:
    with pytest.raises(ValueError, match="both are 1 or more"):
        slack(10, 0)
