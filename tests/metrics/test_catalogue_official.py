"""School, stability, money and poverty in the full published files: every authority's figure, read here with csv alone."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from metrics.ask import Ask
from metrics.figures import half_up
from tests.official import official

OFFICIAL = official()
OUTCOMES, LAIT, STABILITY = OFFICIAL / "outcomes", OFFICIAL / "lait-extract", OFFICIAL / "stability-2024"
CLA, NEED = "CLA 12 months at 31 March", "CINO at 31 March"
# Indicator, file, group of children, and the columns of who is counted and out of how many.
SHARES = [
    ("key_stage_2_expected", "ks2_la", CLA, "t_rwm_met_expected_standard", "t_rwm_eligible_pupils"),
    ("key_stage_2_expected_children_in_need", "ks2_la", NEED, "t_rwm_met_expected_standard", "t_rwm_eligible_pupils"),
    ("english_and_maths_grade_4", "ks4_la", CLA, "t_l2basics_94", "t_pupils"),
    ("english_and_maths_grade_5", "ks4_la", CLA, "t_l2basics_95", "t_pupils"),
    ("overall_absence", "absence_la", CLA, "t_sess_overall", "t_sess_possible"),
    ("persistent_absence", "absence_la", CLA, "t_pupils_pa_10_exact", "t_pupils"),
    ("severe_absence", "absence_la", CLA, "t_pupils_pa_50_exact", "t_pupils"),
    ("severe_absence_children_in_need", "absence_la", NEED, "t_pupils_pa_50_exact", "t_pupils"),
]
# Indicator, and the tool's name for the measure.
OF_THE_TOOL = [
    ("key_stage_2_expected_all_pupils", "KS2RWM_Expected_STD"),
    ("attainment_8_all_pupils", "AVG_Attain8_Score"),
    ("english_and_maths_grade_4_all_pupils", "EngMaths9-4"),
    ("overall_absence_all_pupils", "TotAbs"),
    ("suspension", "LAC_Fixed_ Ex"),
    ("suspension_all_pupils", "Total_ Pup_FixedEx"),
    ("education_health_and_care_plan", "LAC_SEN_Statement"),
    ("weekly_cost_of_care", "LACFinance"),
    ("children_in_low_income_families", "ChildPov"),
    ("foster_places", "Number_Foster_Places(New)"),
]


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a published file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def number(text: str) -> Fraction | None:
    """The figure of a cell, or None for a symbol."""
    return Fraction(text) if text.replace(".", "", 1).isdigit() else None


def published(file: str, group: str) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    """The rows of authorities for a group, over all kinds of school, by area and period."""
    for row in rows(OUTCOMES / f"{file}.csv"):
        whole = row.get("phase_type_grouping", "Total") == "Total"
        if row["geographic_level"] == "Local authority" and row["social_care_group"] == group and whole:
            yield (row["new_la_code"], f"{row['time_period'][:4]}/{row['time_period'][4:]}"), row


@pytest.mark.parametrize(("indicator", "file", "group", "counted", "out_of"), SHARES, ids=lambda case: str(case))
def test_a_school_measure_is_its_counts_divided_for_every_authority_and_year(
    full: Ask, indicator: str, file: str, group: str, counted: str, out_of: str
) -> None:
    shown = {(f["area_code"], f["period"]): f for f in full.facts(indicators=[indicator])}
    compared = 0
    for key, row in published(file, group):
        part, whole = number(row[counted]), number(row[out_of])
        if part is None or not whole:
            assert shown[key]["value"] is None
        else:
            compared += 1
            assert shown[key]["value"] == pytest.approx(float(100 * part / whole), abs=1e-9)
            assert (shown[key]["numerator"], shown[key]["denominator"]) == (part, whole)
    assert compared > 200


def test_the_average_gcse_score_rests_on_the_young_people_it_is_an_average_of(full: Ask) -> None:
    shown = {(f["area_code"], f["period"]): f for f in full.facts(indicators=["attainment_8"])}
    held = {key: row for key, row in published("ks4_la", CLA) if number(row["avg_att8"]) is not None}
    assert len(held) > 900
    for key, row in held.items():
        assert (shown[key]["value"], shown[key]["denominator"]) == (float(row["avg_att8"]), float(row["t_pupils"]))


@pytest.mark.parametrize(("indicator", "measure"), OF_THE_TOOL, ids=lambda case: str(case))
def test_a_measure_of_the_tool_is_given_back_for_every_authority_and_year(full: Ask, indicator: str, measure: str) -> None:
    shown = {(f["la_number"], f["period"]): f for f in full.facts(indicators=[indicator]) if f["la_number"]}
    compared = 0
    for row in rows(next(LAIT.glob("*.csv"))):
        found = shown.get((row["la_number"], period(row["year"], measure)))
        if row["measure"] == measure and found:
            figure = number(row["value"])
            compared += figure is not None
            assert found["value"] == (None if figure is None else pytest.approx(float(figure), abs=1e-9))
    assert compared > 500


def period(year: str, measure: str) -> str:
    """'2025' is the school or financial year 2024/25, but 31 March 2025 where places are counted."""
    if len(year) > 4:
        return f"{year[:4]}/{year[5:7]}"
    return year if measure.startswith("Number_") else f"{int(year) - 1}/{year[2:]}"


@pytest.mark.parametrize(
    ("indicator", "file", "column", "label"),
    [
        ("mid_year_school_move", "la_cla_school_moves", "move_measure", "Mid-year moves"),
        ("three_or_more_social_workers", "la_cla_swcount", "cla_group", "CLA on 31 March"),
    ],
)
def test_a_measure_of_stability_rounds_to_the_published_percentage(
    full: Ask, indicator: str, file: str, column: str, label: str
) -> None:
    shown = {(f["area_code"], f["period"]): f for f in full.facts(indicators=[indicator])}
    compared = 0
    for row in rows(STABILITY / f"{file}.csv"):
        local = row["geographic_level"] == "Local authority" and row["cla_group"] == "CLA on 31 March" and row[column] == label
        whole = "Total children" in row.values()
        found = shown.get((row["new_la_code"], row["time_period"]))
        if local and not whole and number(row["percentage"]) is not None and found and found["denominator"]:
            compared += 1
            assert half_up(found["value"], 0) == int(row["percentage"])
    assert compared > 140


def test_a_gap_can_be_read_between_children_looked_after_and_all_pupils(full: Ask) -> None:
    def england(indicator: str) -> float:
        return next(f["value"] for f in full.facts(indicators=[indicator], areas=["E92000001"]) if f["period"] == "2024/25")

    def gap(indicator: str) -> float:
        return england(indicator) - england(full.catalogue[indicator].gaps[0].indicator)

    assert gap("attainment_8") == pytest.approx(17.3 - 46.0)
    assert gap("overall_absence") == pytest.approx(100 * 1_073_450 / 11_923_200 - 6.78)
