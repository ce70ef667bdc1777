"""Done in time, of those whose time has passed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.methods.maturity import MatureShare, is_provisional, mature_share


def test_six_of_eight_were_on_time_and_not_six_of_twelve() -> None:
    assert mature_share(entered=12, too_recent=4, on_time=6) == MatureShare(on_time=6, mature=8, share=0.75, too_recent=4)
    assert 6 / 12 == 0.5  # what leaving nobody out would have said


def test_where_nobody_s_time_has_passed_there_is_no_share() -> None:
    assert mature_share(12, 12, 0) is None
    assert mature_share(0, 0, 0) is None


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200))
def test_those_who_came_too_recently_change_nothing(mature: int, too_recent: int, late: int) -> None:
    on_time = max(0, mature - late)
    found, without = mature_share(mature + too_recent, too_recent, on_time), mature_share(mature, 0, on_time)
    assert (found is None) == (without is None) == (mature == 0)
    assert found is None or without is None or (found.share == without.share and 0 <= found.share <= 1)


def test_a_month_is_provisional_itself_and_for_two_months_more() -> None:
    march = date(2026, 3, 31)
    days = (date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 1))
    assert [is_provisional(march, day) for day in days] == [True, True, True, False]


def test_december_is_provisional_until_the_end_of_february() -> None:
    assert is_provisional(date(2025, 12, 1), date(2026, 2, 28))
    assert not is_provisional(date(2025, 12, 1), date(2026, 3, 1))


def test_a_month_to_come_cannot_be_known() -> None:
    with pytest.raises(ValueError, match="A figure of July 2026 cannot be known in June 2026: expected a month that has begun."):
        is_provisional(date(2026, 7, 1), date(2026, 6, 30))


def test_more_on_time_than_had_their_time_is_refused() -> None:
    with pytest.raises(ValueError, match="9 children were on time of 8 whose time has passed: count those only."):
        mature_share(12, 4, 9)


def test_more_too_recent_than_came_in_is_refused() -> None:
    with pytest.raises(ValueError, match="13 children are too recent of 12 who came in"):
        mature_share(12, 13, 0)
