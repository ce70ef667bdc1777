"""Every check on incoming files: that it speaks where it must, says where and what to do, and is silent on a good file."""

from collections.abc import Callable
from pathlib import Path

import pytest

import data.checks
from data.areas import load
from data.checks import LAST_STAGE, MOST, accepted, can_be_accepted, run
from data.findings import Finding, Outcome
from tests.data.drawn import NEW, OLD, Rows, bound, bound_rows, published_rows
from tests.data.planted import FAULTS

HEALTH = """
year | area    | cla_group                         | characteristic           | number | percentage
2025 | England | Ages 5 to 16 years with SDQ score | SDQ score was received   |      c | 75
2025 | England | Ages 5 to 16 years with SDQ score | SDQ average score        |   14.3 | z
2025 | England | Ages 5 to 16 years with SDQ score | Total ages 5 to 16 years |   1200 | 100
"""

FIGURES = ("population_estimate", "children_count", "rate_per_10000")
HEREFORDSHIRE = 7  # the index of its row of 2025 in NEW; row 9 of the file
Change = Callable[[Rows], Rows]


def findings(change: Change = lambda some: some, text: str = NEW) -> list[Finding]:
    return run(bound_rows(change(published_rows(text))), load())


def put(column: str, cell: str, index: int = HEREFORDSHIRE) -> Change:
    return lambda some: [row | {column: cell} if i == index else row for i, row in enumerate(some)]


def everywhere(column: str, cell: str) -> Change:
    return lambda some: [row | {column: cell} for row in some]


def sentence(change: Change, text: str = NEW) -> str:
    found = findings(change, text)
    assert [f.outcome for f in found] == [Outcome.FAIL]
    assert found[0].help.endswith(".")
    return f"{found[0].check}: {found[0].where}: {found[0].message}"


@pytest.mark.parametrize("text", [OLD, NEW], ids=["old headers", "new headers"])
def test_a_good_file_passes_every_check_without_a_word(text: str) -> None:
    assert findings(text=text) == []


def test_every_check_in_the_folder_is_run_and_is_under_test() -> None:
    names = {path.stem for path in Path(data.checks.__file__).parent.glob("*.py") if not path.stem.startswith("_")}
    assert {name for _, name, _ in data.checks.checks()} == names
    planted = {fault.check for fault in FAULTS} - {"reading"}
    assert names == planted


def test_an_unknown_area_is_named_with_the_code_that_its_number_belongs_to() -> None:
    assert sentence(put("new_la_code", "E06000919")) == (
        'areas: drawn.csv, row 9, column new_la_code: the area code "E06000919" is not known. '
        "The authority number beside it belongs to E06000019."
    )


def test_an_unknown_region_is_named() -> None:
    assert sentence(put("region_code", "E12000099", index=6)) == (
        'areas: drawn.csv, row 8, column region_code: the area code "E12000099" is not known.'
    )


def test_a_row_without_an_area_is_not_passed_over() -> None:
    assert sentence(put("new_la_code", "")).startswith('areas: drawn.csv, row 9, column new_la_code: the area code "" is not')
    assert sentence(put("region_code", "", index=6)) == (
        'areas: drawn.csv, row 8, column region_code: the area code "" is not known.'
    )


def test_a_code_beside_another_authoritys_number_fails() -> None:
    assert sentence(put("old_la_code", "885")) == (
        'areas: drawn.csv, row 9, column old_la_code: the authority number is "885"; the code in this row belongs to 884.'
    )


def test_both_authorities_of_a_joint_return_are_looked_at() -> None:
    said = sentence(lambda some: put("new_la_code", "E06000019 / E0600005")(put("old_la_code", "884 / 893")(some)))
    assert said.startswith('areas: drawn.csv, row 9, column new_la_code: the area code "E0600005" is not known.')


def test_a_region_in_the_place_of_an_authority_fails() -> None:
    assert sentence(put("new_la_code", "E12000005")) == (
        'areas: drawn.csv, row 9, column new_la_code: the area code "E12000005" is of the level Regional; '
        "the row says Local authority."
    )


def test_a_period_that_lacks_an_area_which_then_existed_was_cut_off() -> None:
    assert sentence(lambda some: some[:-2]) == "complete: drawn.csv: period 2025: no row for 2 areas (E06000051, E10000034)."


def test_an_area_need_not_be_there_before_its_first_day_or_after_its_last() -> None:
    text = """
    year | area       | population_type | population_estimate | children_count | rate_per_10000
    2022 | England    | on 31 March     | 120000              | 840            | 70
    2022 | Cumbria    | on 31 March     | 20000               | 140            | 70
    2023 | England    | on 31 March     | 120000              | 840            | 70
    2024 | England    | on 31 March     | 120000              | 840            | 70
    2024 | Cumberland | on 31 March     | 20000               | 140            | 70
    """
    assert findings(text=text) == []
    assert findings(text=text.replace("Cumberland", "Shropshire"))[0].message == "period 2022: no row for 1 area (E06000051)."


def test_a_label_that_one_area_lacks_was_cut_off() -> None:
    both = lambda some: [row | {"population_type": p} for row in some for p in ("on 31 March", "starting in the year")]  # noqa: E731
    assert findings(both) == []
    assert sentence(lambda some: both(some)[:-1]) == (
        'complete: drawn.csv: period 2025, "starting in the year": no row for 1 area (E10000034).'
    )


def test_a_label_without_the_total_that_it_is_a_part_of_is_named() -> None:
    without = "".join(line for line in HEALTH.splitlines(keepends=True) if "Total ages" not in line)
    found = run(bound(without, "cla_conviction_health"), load())
    assert [f.sentence().split(" Rows")[0] for f in found] == [
        'drawn.csv, row 3: period 2025: "Ages 5 to 16 years with SDQ score | SDQ average score" is there without its total, '
        '"Ages 5 to 16 years with SDQ score | Total ages 5 to 16 years" (E92000001).'
    ]


def test_an_authority_has_no_figures_before_its_first_day_and_after_its_last_but_symbols() -> None:
    text = NEW.replace("Herefordshire ", "Cumberland    ").replace("2024 ", "2021 ")
    found = [f for f in findings(text=text) if f.check == "in_force"]
    assert [f.sentence() for f in found] == [
        "drawn.csv, row 4, column children_count: E06000063 has figures for 2021, and did not exist then. The area code or "
        "the period is wrong; if the publisher made earlier figures for a new authority, ask how."
    ]
    rows = [r | dict.fromkeys(FIGURES, "z") if r["la_name"] == "Cumberland" and r["time_period"] == "2021" else r
            for r in published_rows(text)]  # fmt: skip
    assert "in_force" not in {f.check for f in run(bound_rows(rows), load())}


def test_only_what_the_last_stage_stops_can_be_accepted() -> None:
    by_stage = {stage: {n for s, n, _ in data.checks.checks() if s == stage} for stage in range(1, LAST_STAGE + 1)}
    assert all(by_stage.values()) and {s for s, _, _ in data.checks.checks()} == set(by_stage)
    for stage, names in by_stage.items():
        for name in names:
            taken = accepted(Finding(name, Outcome.FAIL, "", ""))
            assert (taken.outcome is Outcome.ACCEPTED) == (stage == LAST_STAGE), name
    assert not can_be_accepted(Finding("reading", Outcome.FAIL, "", ""))
    assert not can_be_accepted(Finding("metadata", Outcome.FAIL, "", ""))
    assert accepted(Finding("complete", Outcome.WARNING, "", "")).outcome is Outcome.WARNING


def test_a_file_without_england_is_taken_with_a_warning() -> None:
    found = findings(lambda some: [row for row in some if row["geographic_level"] != "National"])
    assert [(f.outcome, f.message) for f in found] == [(Outcome.WARNING, "there is no row for England.")]


@pytest.mark.parametrize("count", ["-3", "12.5", "-0"])
def test_people_are_counted_in_whole_numbers_from_0(count: str) -> None:
    assert sentence(put("children_count", count)) == (
        f'counts: drawn.csv, row 9, column children_count: the count is "{count}"; people are counted in whole numbers from 0.'
    )


def test_a_mean_in_the_column_of_counts_may_have_decimals() -> None:
    assert run(bound(HEALTH, "cla_conviction_health"), load()) == []
    wrong = HEALTH.replace("1200", "9.5")
    assert [f.check for f in run(bound(wrong, "cla_conviction_health"), load())] == ["counts"]


def test_a_second_row_for_one_area_period_and_label_fails_whatever_its_figures() -> None:
    again = lambda some: [*some, some[HEREFORDSHIRE] | {"children_count": "1"}]  # noqa: E731
    assert sentence(again) == (
        "duplicates: drawn.csv, row 12: the same area, period and labels as in row 9; expected one row for each."
    )


def test_one_area_under_its_old_and_its_new_code_is_a_duplicate() -> None:
    area = next(area for area in load() if area.other_codes)
    text = NEW.replace("Herefordshire ", f"{area.short_name} ")
    again = lambda some: [*some, some[HEREFORDSHIRE] | {"new_la_code": area.other_codes[0]}]  # noqa: E731
    assert sentence(again, text).startswith("duplicates: drawn.csv, row 12: the same area, period and labels as in row 9")


def test_an_unknown_label_is_named_with_the_nearest_one() -> None:
    assert sentence(put("population_type", "Children looked after on 31st March each year")) == (
        'labels: drawn.csv, row 9, column population_type: the label "Children looked after on 31st March each year" is not '
        'described. The nearest known label is "Children looked after on 31 March each year".'
    )


def test_an_unknown_geographic_level_is_named_with_the_nearest_one() -> None:
    found = findings(put("geographic_level", "Local Authority"))
    assert [f.check for f in found] == ["levels"]
    assert (
        found[0]
        .sentence()
        .startswith(
            'drawn.csv, row 9, column geographic_level: geographic level "Local Authority" is none of National, Regional, '
            'Local authority. Did you mean "Local authority"?'
        )
    )


@pytest.mark.parametrize("percentage", ["140", "100.1", "-1"])
def test_a_percentage_of_people_lies_between_0_and_100(percentage: str) -> None:
    found = run(bound(HEALTH.replace("75", percentage), "cla_conviction_health"), load())
    assert [f.sentence().split(" Check")[0] for f in found] == [
        f"drawn.csv, row 2, column percentage: the percentage is {percentage}; expected 0 to 100."
    ]


@pytest.mark.parametrize("percentage", ["0", "100", "99.9", "c"])
def test_the_ends_of_the_range_and_symbols_are_percentages(percentage: str) -> None:
    assert run(bound(HEALTH.replace("75", percentage), "cla_conviction_health"), load()) == []


@pytest.mark.parametrize("period", ["25", "20255", "1925", "9999", "2O25", "٢٠٢٥", ""])
def test_a_period_that_cannot_be_is_named(period: str) -> None:
    assert sentence(put("time_period", period)).startswith(
        f'periods: drawn.csv, row 9, column time_period: "{period}" is not a period of the kind Reporting year.'
    )


def test_the_two_years_of_an_academic_year_follow_each_other() -> None:
    academic = everywhere("time_identifier", "Academic year")
    right = lambda some: [row | {"time_period": {"2024": "202324", "2025": "202425"}[row["time_period"]]} for row in some]  # noqa: E731
    assert findings(lambda some: academic(right(some))) == []
    assert sentence(lambda some: put("time_period", "202426")(academic(right(some)))).startswith(
        'periods: drawn.csv, row 9, column time_period: "202426" is not a period of the kind Academic year.'
    )


def test_a_period_after_the_day_of_publication_is_a_wrong_date() -> None:
    assert sentence(everywhere("time_period", "2026")) == (
        'periods: drawn.csv, row 2, column time_period: the period "2026" lies after the day of publication, 2025-11-26.'
    )


def test_an_unknown_time_identifier_is_named() -> None:
    assert sentence(everywhere("time_identifier", "Week")) == (
        'periods: drawn.csv, row 2, column time_identifier: time identifier "Week" is none of '
        "Reporting year, Calendar year, Academic year, Financial year."
    )


def test_one_file_has_one_kind_of_period() -> None:
    said = [f.message for f in findings(put("time_identifier", "Calendar year"))]
    assert said == ["one file holds Calendar year and Reporting year; expected one kind of period."]


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("q", ""),
        ("C", ""),
        ("n/a", ""),
        ("1e3", ""),
        ("nan", ""),
        ("+5", ""),
        (" 5", ""),
        ("5\n", ""),
        ("٥", ""),
        ("9" * 13, ""),
        ("", " A blank cell does not say why the figure is missing."),
        ("  ", " A blank cell does not say why the figure is missing."),
        ("1,234", " Thousands separators are not allowed."),
        ("12%", " The unit is in the column's name, not in the cell."),
        ("~", " (~ was retired)"),
        (":", " (: was retired)"),
    ],
)
def test_what_is_neither_a_number_nor_a_symbol_is_named_with_the_reason(cell: str, why: str) -> None:
    assert sentence(put("children_count", cell)) == (
        f'symbols: drawn.csv, row 9, column children_count: the figure is "{cell}".{why}'
    )


def test_a_long_cell_is_cut_so_that_no_whole_row_is_printed() -> None:
    swallowed = "344," * 200
    for column in ("children_count", "population_type", "geographic_level", "time_period", "new_la_code"):
        for found in findings(put(column, swallowed)):
            assert len(found.sentence()) < 500, column


def test_the_same_fault_in_thousands_of_rows_is_said_a_few_times_and_counted() -> None:
    found = [f for f in findings(lambda some: everywhere("children_count", "-1")(some * 700)) if f.check == "counts"]
    assert len(found) == MOST + 1
    assert (found[-1].outcome, found[-1].message) == (Outcome.FAIL, "6,995 more of the same kind.")


def test_a_later_stage_does_not_repeat_the_faults_of_an_earlier_one_in_other_words() -> None:
    shifted = lambda some: put("population_type", "nonsense")(put("new_la_code", "nowhere")(some))  # noqa: E731
    assert {f.check for f in findings(shifted)} == {"labels"}
