"""The full published files: by the definitions of the two official tools, we say what they say.

The Local Authority Interactive Tool takes the plain mean of the neighbours' published (rounded) figures, ranks with ties at the
best place, and cuts at type 7 quartiles; the Outcomes and Enablers dashboard takes the median. Here both are worked out with
pandas straight from the CSV files, and held against our methods on the same figures and against what we show, which rests on
unrounded ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd
import pytest

from metrics.ask import Ask
from metrics.asking import ENGLAND
from metrics.everywhere import everywhere
from metrics.figures import half_up
from metrics.methods.benchmarks import Counted, summarise
from metrics.methods.ranks import Better, band, quartiles, ranks
from metrics.results import Choice
from tests.official import official

OFFICIAL = official()
PERIOD = "2025"
HALF = 0.5 + 1e-9  # of the last digit that is published: how far a rounded figure may lie from its own


@dataclass(frozen=True)
class Table:
    """One indicator in the published files: the file, its labels, the label of the whole, and the columns of figures."""

    file: str
    labels: Mapping[str, str]
    whole: Mapping[str, str]
    count: str
    share: str
    better: Better


STABILITY = "cla-2025/la_cla_placement_stability.csv"
ACTIVITY = "cla-2025/la_care_leavers_activity.csv"
HOMES = "cla-2025/la_care_leavers_accommodation_suitability.csv"
HEALTH = "cla-2025/la_conviction_health_outcome_cla.csv"
ON_31_MARCH, AGED = {"cla_group": "CLA on 31 March"}, {"care_leaver_age": "19 to 21 years"}
ASSESSED = {"characteristic": "Health assessments: Children looked after all ages"}
CHILDREN, LEAVERS = ("children_count", "children_percent"), ("care_leaver_count", "care_leaver_percent")
TABLES = {
    "three_or_more_placements": Table(
        STABILITY, ON_31_MARCH | {"placement_stability": "With 3 or more placements during the year"},
        {"placement_stability": "Total children"}, *CHILDREN, "lower",
    ),
    "care_leavers_eet_19_to_21": Table(
        ACTIVITY, AGED | {"breakdown": "Total in education, employment or training"}, {"breakdown": "Total"}, *LEAVERS, "higher",
    ),
    "suitable_accommodation_19_to_21": Table(
        HOMES, AGED | {"breakdown": "Accommodation considered suitable"}, {"breakdown": "Suitability total"}, *LEAVERS, "higher",
    ),
    "dental_check": Table(
        HEALTH, ASSESSED | {"breakdown": "Had their teeth checked by a dentist"}, {"breakdown": "Total all ages"}, *CHILDREN,
        "higher",
    ),
}  # fmt: skip
EVERY = pytest.mark.parametrize("indicator", TABLES)


@cache
def file(name: str) -> pd.DataFrame:
    """The authorities' rows of a published file for the period."""
    table = pd.read_csv(OFFICIAL / name, dtype=str, encoding="utf-8-sig")
    return table[(table["geographic_level"] == "Local authority") & (table["time_period"] == PERIOD)]


def column(name: str, labels: Mapping[str, str], of: str) -> pd.Series:
    """One column of figures by the authority's code; a symbol is no figure."""
    rows = file(name)
    for label, text in labels.items():
        rows = rows[rows[label] == text]
    return pd.to_numeric(rows.set_index("new_la_code")[of], errors="coerce")


def published(indicator: str) -> pd.Series:
    """The rounded figures as the publisher prints them."""
    table = TABLES[indicator]
    return column(table.file, table.labels, table.share)


def worked_out(indicator: str) -> pd.Series:
    """The figures from their counts."""
    table = TABLES[indicator]
    whole = column(table.file, {**table.labels, **table.whole}, table.count)
    return column(table.file, table.labels, table.count) / whole * 100


@cache
def neighbours() -> Mapping[str, list[str]]:
    """The codes of the ten neighbours of each authority, from the list as it was published."""
    codes = file(STABILITY).drop_duplicates("old_la_code").set_index("old_la_code")["new_la_code"]
    listed = pd.read_csv(OFFICIAL / "neighbours/sn_model_2025_wide.csv", dtype=str, encoding="utf-8-sig").set_index("old_la_code")
    columns = [f"SN_{n}" for n in range(1, 11)]
    return {codes[la]: [codes[n] for n in row] for la, row in listed[columns].iterrows() if la in codes.index}


def bands(values: pd.Series, better: str) -> dict[str, str]:
    """The official tool's bands: A the best; a figure on an edge falls to the quarter below it."""
    q1, q2, q3 = values.quantile([0.25, 0.5, 0.75])
    letters = "ABCD" if better == "lower" else "DCBA"
    known = values.dropna()
    return {code: letters[0 if v <= q1 else 1 if v <= q2 else 2 if v <= q3 else 3] for code, v in known.items()}


@EVERY
def test_the_mean_and_the_median_of_the_neighbours_are_those_of_the_official_tools(full: Ask, indicator: str) -> None:
    theirs, today = published(indicator), [a.code for a in full.areas if a.la_number and a.valid_to is None]
    held = {f["area_code"]: f["published_value"] for f in full.facts(indicators=[indicator]) if f["period"] == PERIOD}
    checked = 0
    for code in today:
        among = theirs.reindex(neighbours()[code]).dropna()
        ours = summarise(None, [Counted(held.get(n)) for n in neighbours()[code]], of=10, per=100)
        assert ours.n == len(among)
        if len(among):
            assert (ours.mean, ours.median) == pytest.approx((among.mean(), among.median()))
            checked += 1
    assert checked == len(today) == 153


@EVERY
def test_what_we_show_of_the_neighbours_differs_from_theirs_by_their_rounding_only(full: Ask, indicator: str) -> None:
    theirs, exact = published(indicator), worked_out(indicator)
    for code in [a.code for a in full.areas if a.la_number and a.valid_to is None]:
        found = full.neighbours(indicator, code, Choice(edition="2025"), PERIOD)
        rounded, unrounded = (values.reindex(neighbours()[code]).dropna() for values in (theirs, exact))
        assert [n.area.code for n in found.neighbours] == neighbours()[code]
        assert found.n == len(rounded)
        if found.n:
            assert (found.mean, found.median) == pytest.approx((unrounded.mean(), unrounded.median()))
            assert abs((found.mean or 0) - rounded.mean()) <= HALF and abs((found.median or 0) - rounded.median()) <= HALF


@EVERY
def test_ranks_and_bands_of_published_figures_are_those_of_the_official_tool(full: Ask, indicator: str) -> None:
    better, theirs = TABLES[indicator].better, published(indicator).dropna()
    held = {f["area_code"]: f["published_value"] for f in full.facts(indicators=[indicator]) if f["period"] == PERIOD}
    ours = dict(zip(theirs.index, ranks([held[code] for code in theirs.index], better), strict=True))
    assert ours == theirs.rank(method="min", ascending=better == "lower").astype(int).to_dict()
    edges = quartiles([held[code] for code in theirs.index])
    assert (edges.q1, edges.q2, edges.q3) == pytest.approx(tuple(theirs.quantile([0.25, 0.5, 0.75])))
    assert {code: band(held[code], edges, better) for code in theirs.index} == bands(theirs, better)
    assert full.catalogue[indicator].better == better


@EVERY
def test_the_quartiles_and_bands_of_all_authorities_are_theirs_on_unrounded_figures(full: Ask, indicator: str) -> None:
    exact, found = worked_out(indicator).dropna(), everywhere(full, indicator, ENGLAND, period=PERIOD)
    assert found.quartiles and found.n == len(exact)
    assert tuple(vars(found.quartiles).values()) == pytest.approx(tuple(exact.quantile([0.25, 0.5, 0.75])))
    edges = exact.quantile([0.25, 0.5, 0.75])
    told = {a.area.code: a.band for a in found.authorities if a.band}
    # A figure that is itself an edge may fall to either side by its last binary digit.
    clear = [code for code, value in exact.items() if min(abs(edges - value)) > 1e-9]
    expected = bands(exact, TABLES[indicator].better)
    assert {code: told[code] for code in clear} == {code: expected[code] for code in clear}
    assert len(told) == len(exact) and len(clear) >= len(exact) - 6


def test_an_indicator_without_a_direction_has_no_rank_and_no_band(full: Ask) -> None:
    found = everywhere(full, "children_looked_after_rate", ENGLAND, period=PERIOD)
    assert {a.band for a in found.authorities} == {None}
    assert ranks([1.0, 2.0], "neither") == [None, None]


def test_warwickshire_s_neighbours_come_to_the_dashboard_s_60_by_its_method_and_to_52_pooled(full: Ask) -> None:
    found = full.neighbours("care_leavers_eet_19_to_21", "Warwickshire", Choice(edition="2025"), PERIOD)
    by_their_method = summarise(None, [Counted(n.fact.published_value) for n in found.neighbours], of=10, per=100).median
    said = [str(half_up(value or 0, 0)) for value in (by_their_method, found.median, found.pooled)]
    assert said == ["60", "59", "52"]  # the middle two are rounded up by their publisher: unrounded, they lie at 59


@pytest.mark.parametrize(
    ("indicator", "outside"),
    [("three_or_more_placements", 28), ("suitable_accommodation_19_to_21", 40), ("care_leavers_eet_19_to_21", 42)],
)
def test_limits_of_chance_leave_out_far_more_authorities_than_the_wide_ones(full: Ask, indicator: str, outside: int) -> None:
    found = everywhere(full, indicator, ENGLAND, period=PERIOD).funnel
    assert found
    assert len(found.chance) / found.checked * 100 == pytest.approx(outside, abs=2.5)
    assert 8 <= found.beyond / found.checked * 100 <= 14


def test_limits_of_chance_would_leave_out_most_rates_of_children_looked_after(full: Ask) -> None:
    found = everywhere(full, "children_looked_after_rate", ENGLAND, period=PERIOD)
    assert found.funnel is None and found.crowd
    assert (round(found.crowd.phi), round(found.crowd.outside * 100)) == (47, 79)
