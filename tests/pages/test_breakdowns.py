"""The choice of a group: every indicator that has groups offers them, and picking one takes nothing else out of the link."""

import pytest

from metrics.catalogue import catalogue
from tests.pages.visiting import Visit

KENT, LEICESTER = "E10000016", "E06000016"
REST = {"group": LEICESTER, "compare": "england", "zero": "on", "known_on": "2026-06-30", "indicators": "children_ceased"}
GROUPED = [entry for entry in catalogue().measured if len(entry.breakdowns) > 1]


@pytest.mark.parametrize("page", ["1_Trends", "2_Statistical_neighbours"])
def test_every_indicator_with_groups_offers_them_and_the_rest_of_the_link_stays(page: str) -> None:
    visit = Visit().open(page, authority=KENT, **REST)
    for entry in GROUPED:
        visit.pick("Indicator", entry.id)
        assert visit.options("Which group") == list(entry.breakdowns)
        visit.pick("Which group", entry.breakdowns[-1])
        assert not visit.app.exception
        assert visit.link.items() >= {**REST, "indicator": entry.id, "breakdown": entry.breakdowns[-1]}.items()


def test_an_indicator_without_groups_offers_none() -> None:
    visit = Visit().open("1_Trends", indicator="dental_check")
    assert "Which group" not in [box.label for box in visit.app.selectbox]


def test_a_group_that_the_indicator_has_not_becomes_the_nearest_that_it_has() -> None:
    visit = Visit().open("1_Trends", indicator="sex", breakdown="Femal", zero="on")
    assert visit.link["breakdown"] == "Female" and visit.link["zero"] == "on"
