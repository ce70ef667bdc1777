"""Tables with ways of their own: durations, several kinds of figures in one column, England alone, remarks, two vocabularies."""

import pytest

from data import checks
from data.areas import load
from data.errors import BadInput
from data.findings import Outcome
from data.observe import observe
from data.remarks import remarks
from tests.data.drawn import Rows, bound, bound_rows, expect, observations, published_rows

ADOPTION = """
year | area    | cla_group                            | stage_of_adoption_process | age_start_poc | number
2025 | England | Age on starting final period of care | {time}                    | Aged 1        | 01:03
2025 | England | Age on starting final period of care | {time}                    | Total         | k
2025 | England | Age on starting final period of care | {count}                   | Total         | 1660
""".format(
    time="1. Average time between entry into care and decision that child should be placed for adoption",
    count="Children adopted who were placed for adoption within 12 months of the LA decision to place the child for adoption",
)

MISSING = """
year | area          | CLA_group                                                                   | number
2024 | Herefordshire | Children looked after during the year                                       | 480
2024 | Herefordshire | Children who had a missing incident during the year                         | 60
2024 | Herefordshire | Number of missing incidents during the year                                 | 300
2024 | Herefordshire | Average number of missing incidents per looked after child who went missing | 5.5
2024 | Herefordshire | Percentage of children who had a missing incident during the year           | 13
2024 | Herefordshire | Children missing at 31 March                                                | c
"""

NET_GAIN = """
year | area          | characteristic                                                                     | number
2024 | Herefordshire | 1. Children who are the responsibility of other LAs placed within this LA boundary | 100
2024 | Herefordshire | 2. Children who are the responsibility of this LA placed outside the LA boundary   | 140
2024 | Herefordshire | Net gain of children by responsible LA                                             | -40
"""

MOVES_2022 = """
year | area    | cla_group       | move_measure   | school_stability           | number | percentage
2022 | England | CLA on 31 March | Mid-year moves | Total children             |   5000 | 100
2022 | England | CLA on 31 March | Mid-year moves | At least one mid-year move |    400 | 8
"""

MOVES_2024 = MOVES_2022.replace("At least one mid-year move", "With one or more mid-year moves during the year")

PLACEMENTS = """
year | area    | {names}
2024 | England | {reason} | Carer requests placement ends due to child{s} behaviour | 300 | 30
2024 | England | {reason} | Total placements changing                               | 1000 | 100
"""
REASON = "Reason for placement change during the year"
OLD_PLACEMENTS = PLACEMENTS.format(names="cla_group | characteristic | number | percentage", reason=REASON, s="s")
NEW_PLACEMENTS = PLACEMENTS.format(names="characteristic | breakdown | children_count | children_percent", reason=REASON, s="'s")


def england_alone(text: str) -> Rows:
    """The rows of a table for England: its publisher leaves the columns of regions and authorities out."""
    kept = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")
    return [{k: v for k, v in row.items() if k in kept or k not in _places()} for row in published_rows(text)]


def _places() -> tuple[str, ...]:
    return ("region_code", "region_name", "old_la_code", "la_name", "new_la_code")


def test_durations_become_months_and_the_count_beside_them_stays_a_count() -> None:
    expect(
        observe(bound_rows(england_alone(ADOPTION), "cla_adoption_times"), load()),
        """
        area    | breakdown                                      | measure        | value | status
        England | entry into care to decision & 1                | average_months | 15    | published
        England | entry into care to decision & Total            | average_months |       | rounds_to_zero
        England | placed within 12 months of the decision & Total | children_count | 1660  | published
        """,
    )


@pytest.mark.parametrize("cell", ["01:12", "1:03", "15", "01:03:00", "", "-1:03"])
def test_a_cell_that_should_be_a_duration_and_is_none_is_named(cell: str) -> None:
    with pytest.raises(BadInput) as caught:
        bound_rows(england_alone(ADOPTION.replace("01:03", cell or " ")), "cla_adoption_times")
    assert str(caught.value).startswith(f'drawn.csv, row 2, column number: "{cell}" is no duration. Expected years and months')


def test_a_table_for_england_alone_needs_no_columns_of_regions_and_authorities() -> None:
    with pytest.raises(BadInput, match='there is no column "region_code"'):
        bound_rows(england_alone(MISSING.replace("Herefordshire", "England")), "cla_missing")


def test_each_kind_of_figure_in_one_column_gets_its_own_measure() -> None:
    expect(
        observations(MISSING, "cla_missing"),
        """
        breakdown                                            | measure           | value | status
        looked after during the year                         | children_count    | 480   | published
        missing during the year                              | children_count    | 60    | published
        missing incidents                                    | incident_count    | 300   | published
        average missing incidents per child who went missing | average_incidents | 5.5   | published
        percentage missing during the year                   | children_percent  | 13    | published
        missing on 31 March                                  | children_count    |       | suppressed
        """,
    )
    source = bound(MISSING, "cla_missing").source
    assert source.period_kind({"group": "missing on 31 March"}) == "31 March"
    assert source.period_kind({"group": "missing during the year"}) == "year to 31 March"


def faults(text: str, source: str) -> list[str]:
    """What the checks would stop a drawn table for, but for the areas that it lacks."""
    found = checks.run(bound(text, source), load())
    return [f.message for f in found if f.outcome is Outcome.FAIL and f.check not in ("complete", "coverage")]


def test_a_count_above_a_hundred_is_no_wrong_percentage_where_both_stand_in_one_column() -> None:
    assert faults(MISSING, "cla_missing") == []
    assert faults(MISSING.replace("| 13", "| 130"), "cla_missing")[0] == "the percentage is 130; expected 0 to 100."


def test_a_net_gain_may_be_negative_and_a_count_of_children_may_not() -> None:
    assert observations(NET_GAIN, "cla_net_gain").to_pylist()[-1]["value"] == -40
    assert faults(NET_GAIN, "cla_net_gain") == []
    assert faults(NET_GAIN.replace("100", "-100"), "cla_net_gain")[0].startswith('the count is "-100"')


def test_two_vocabularies_of_school_moves_lead_to_the_same_observations() -> None:
    assert observations(MOVES_2022, "cla_school_moves").equals(observations(MOVES_2024, "cla_school_moves"))


def test_a_missing_apostrophe_and_older_headers_lead_to_the_same_observations() -> None:
    old, new = (observations(text, "cla_new_placements") for text in (OLD_PLACEMENTS, NEW_PLACEMENTS))
    assert old.equals(new)
    assert set(old["measure"].to_pylist()) == {"placement_count", "placement_percent"}


@pytest.mark.parametrize(
    ("source", "text", "known", "unknown", "nearest"),
    [
        ("cla_missing", MISSING, "Number of missing incidents during the year", "Count of missing incidents during the year",
         "Number of missing incidents during the year"),
        ("cla_school_moves", MOVES_2024, "With one or more mid-year moves during the year", "With one or more mid-year moves",
         "With one or more mid-year moves during the year"),
        ("cla_new_placements", NEW_PLACEMENTS, "Total placements changing", "All placements changing",
         "Total placements changing"),
        ("cla_net_gain", NET_GAIN, "Net gain of children by responsible LA", "Net gain of children by responsible authority",
         "Net gain of children by responsible LA"),
    ],
)  # fmt: skip
def test_an_unknown_label_of_a_future_release_fails_with_the_nearest_known_one(
    source: str, text: str, known: str, unknown: str, nearest: str
) -> None:
    assert known in text
    assert faults(text.replace(known, unknown), source) == [
        f'the label "{unknown}" is not described. The nearest known label is "{nearest}".'
    ]


def test_an_unknown_remark_fails_too() -> None:
    rows = key_stage_4("Revised", "Finale")
    assert [f.message for f in checks.run(bound_rows(rows, "key_stage_4"), load())][:1] == [
        'the label "Finale" is not described. The nearest known label is "Final".'
    ]


def test_a_remark_is_said_in_a_note_and_is_no_part_of_the_breakdown() -> None:
    table = bound_rows(key_stage_4("Revised", "Final"), "key_stage_4")
    assert set(table.breakdowns) == {"looked after 12 months on 31 March"}
    assert [n.message for n in remarks(table)] == ['version: "Revised" in 2024/25; "Final" in 2023/24.']


def key_stage_4(newest: str, before: str) -> Rows:
    """Two rows of key stage 4, one a year, the version of each as given and a sum of scores with many decimals."""
    text = f"""
    year   | area    | social_care_group         | version
    202425 | England | CLA 12 months at 31 March | {newest}
    202324 | England | CLA 12 months at 31 March | {before}
    """
    from data.describe import sources

    figures = {m.name: "-1.25" if m.kind in ("mean", "sum") else "50" for m in sources()["key_stage_4"].measures}
    return [row | figures for row in published_rows(text, "Academic year")]
