"""Who came into care and who left: every year as published, steps that close to the published number, nothing worked out from a
gap."""

import csv
import io
from dataclasses import replace

import pytest

from data.errors import BadInput
from metrics import change_cited, change_downloads, change_tables, waterfall
from metrics.ask import Ask
from metrics.change import explain
from metrics.change_years import nearest
from metrics.methods.decomposition import Decomposition
from metrics.movements import movements
from metrics.waterfall import Block, Step
from metrics.wording import base_year
from metrics.wording import movements as said
from tests.metrics.conftest import Opened
from tests.metrics.test_change import CARD, HEREFORDSHIRE, children

HIDDEN = """
    year | number | people | came | left | alone
    2022 | 100    | 10,000 | 25   | 15   | 10
    2023 | 110    | 10,000 | 30   | c    | 10
    2024 | 120    | 10,000 | 30   | 20   | c
    2025 | c      | 10,000 | c    | c    | c
"""


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(children("Herefordshire", HEREFORDSHIRE) + children("Rutland", HIDDEN), CARD)


def test_every_year_stands_as_published_with_what_is_left_over(ask: Ask) -> None:
    found = movements(ask, "Herefordshire")
    assert [year.period for year in found.years] == ["2021", "2022", "2023", "2024", "2025"]
    flows = [year.flow for year in found.years]
    assert flows[0] is None, "nobody knows the number before the first year"
    assert [(f.start, f.started, f.ceased, f.residual, f.end) for f in flows if f] == [
        (312, 150, 84, 1, 379), (379, 121, 90, 3, 413), (413, 79, 105, 0, 387), (387, 68, 111, 0, 344),
    ]  # fmt: skip
    assert found.periods == found.bases == ("2021", "2022", "2023", "2024", "2025")


def test_a_hidden_flow_or_number_is_a_gap_not_zero(ask: Ask) -> None:
    found = movements(ask, "Rutland")
    assert found.periods == ("2022", "2023", "2024") and found.bases == ("2022", "2024")
    assert [year.flow is None for year in found.years] == [True, True, False, True]
    table = change_tables.years(found)
    assert table.rows[0] == ("2025", "120", "[c]", "[c]", "", "[c]", "")
    assert table.rows[2] == ("2023", "100", "30", "[c]", "", "110", "+10")
    assert table.key == "[c] too few children to show."


def test_years_after_an_authority_was_dissolved_are_not_shown(opened: Opened) -> None:
    text = "year | number | people | came | left\n 2023 | 740 | 90,000 | 275 | 268\n 2024 | z | z | z | z"
    found = movements(opened(children("Cumbria", text), CARD), "Cumbria")
    assert [year.period for year in found.years] == ["2023"]
    assert found.notes[0].startswith("Cumbria was dissolved on 31 March 2023")


def test_the_heading_of_the_flows_names_the_most_and_the_fewest_of_all_years(ask: Ask) -> None:
    finding = (
        "In the year to 31 March 2025, 68 children came into care, the fewest of 5 years, and 111 left, the most of 5 years."
    )
    assert said.finding(movements(ask, "Herefordshire")) == finding


def test_a_hidden_flow_is_said_in_the_heading_with_its_reason(ask: Ask) -> None:
    found = movements(ask, "Rutland")
    assert said.finding(found) == "Both flows are not published for the year to 31 March 2025: too few children to show."
    assert said.sentence(found) == (
        "More came than left in all of 2 years: 2022 and 2024. For 2 of 4 years one of the two is not published."
    )


def test_the_sentence_counts_the_years_in_which_more_left_than_came(ask: Ask) -> None:
    assert said.sentence(movements(ask, "Herefordshire")) == (
        "More left than came in 2 of 5 years: 2024 and 2025. More came than left in 3 of 5 years: 2021, 2022 and 2023."
    )


def test_without_any_year_the_heading_says_that_nothing_is_held(ask: Ask) -> None:
    found = movements(ask, "Kent")
    assert found.years == () and change_cited.movements(found, ask.manifest) == ""
    assert said.finding(found) == "No release known on that day has flows for Kent."


def test_the_steps_close_to_the_published_number(ask: Ask) -> None:
    """387 + 68 - 111 = 344, of whom 38 and 13 were unaccompanied."""
    steps = waterfall.of_flows(explain(ask, "Herefordshire"))
    assert [(s.name, s.text) for s in steps] == [
        ("In care on 31 March 2024", "387"), ("Came into care", "+68"), ("Left care", "−111"), ("Left over", "0"),
        ("In care on 31 March 2025", "344"),
    ]  # fmt: skip
    assert [s.step for s in steps] == [Step.COUNTED, Step.MORE, Step.FEWER, Step.NONE, Step.COUNTED]
    assert [(s.low, s.high) for s in steps] == [(0, 387), (387, 455), (344, 455), (344, 344), (0, 344)]
    assert [s.part for s in steps] == [38, None, None, None, 13]


@pytest.mark.parametrize("base", ["", "2022", "2025"])
def test_steps_hang_together_whatever_the_base_year(ask: Ask, base: str) -> None:
    result = explain(ask, "Herefordshire", first="2021", base=base)
    for steps in (waterfall.of_flows(result), waterfall.of_decomposition(result)):
        assert _joined(steps)
        assert steps[-2].runs_to == pytest.approx(steps[-1].high) == 344


def _joined(steps: tuple[Block, ...]) -> bool:
    """Each block begins where the one before it ended."""
    moved = zip(steps, steps[1:-1], strict=False)
    return len(steps) > 2 and all(
        b.runs_to == a.runs_to + b.amount and {b.low, b.high} == {a.runs_to, b.runs_to} for a, b in moved
    )


def test_parts_beside_a_base_year_are_named_by_their_direction(ask: Ask) -> None:
    result = explain(ask, "Herefordshire", first="2021", base="2022")
    table = change_tables.parts(result)
    assert table and [row[0] for row in table.rows][1:4] == [
        "Had both stayed as in 2022",
        "Fewer came than then",
        "More left than then",
    ]
    assert [row[1] for row in table.rows] == ["312", "+264", "−182", "−54", "+4", "344"]
    assert base_year.finding(result) == (
        "Had each year been like the year to 31 March 2022, the number of children in care would have risen by 264, "
        "not by 32: fewer came in and more left."
    )


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((10, 5, 5), "have risen by 10, not by 20: more came in and fewer left."),
        ((-10, 40, -10), "have fallen by 10, not risen by 20: more left, but the rise in those who came in was larger."),
        ((30, 10, -20), "have risen by 30, not by 20: more came in, but the rise in those who left was larger."),
        ((50, -40, 10), "have risen by 50, not by 20: fewer left, but the fall in those who came in was larger."),
        ((5, -10, 25), "have risen by 5, not by 20: fewer came in, but the fall in those who left was larger."),
        ((0, 20, 0.2), "have stayed the same, not risen by 20: more came in."),
        ((20, 0, 0), "have risen by 20, as it did."),
        ((20, -7, 7), "have risen by 20, as it did: fewer came in and fewer left."),
    ],
)
def test_what_would_have_been_what_was_and_why_is_one_heading(ask: Ask, parts: tuple[float, ...], told: str) -> None:
    drift, entries, exits = parts
    result = explain(ask, "Rutland", first="2022", last="2024")
    told_of = replace(result, base="2022", decomposition=Decomposition(20, drift, entries, exits, 20 - sum(parts), 2))
    assert base_year.finding(told_of) == (
        f"Had each year been like the year to 31 March 2022, the number of children in care would {told}"
    )


def test_a_part_of_nobody_is_named_as_many_as_then(ask: Ask) -> None:
    result = explain(ask, "Rutland", first="2022", last="2024")
    steps = waterfall.of_decomposition(replace(result, base="2022", decomposition=Decomposition(20, 20, 0.4, -0.4, 0, 2)))
    assert [step.name for step in steps][2:4] == ["As many came as then", "As many left as then"]


def test_one_year_has_no_parts(ask: Ask) -> None:
    result = explain(ask, "Herefordshire")
    assert waterfall.of_decomposition(result) == () and change_tables.parts(result) is None and base_year.finding(result) == ""


def test_without_a_flow_there_are_no_steps_and_nothing_is_worked_out_from_the_rest(ask: Ask) -> None:
    result = explain(ask, "Rutland", first="2022", last="2023")
    assert waterfall.of_flows(result) == ()
    assert said.sum_sentence(result).startswith("100 children were in care on 31 March 2022 and 110 on 31 March 2023.")
    assert "no sum is drawn" in said.sum_sentence(result)
    assert change_tables.steps(result, ()).rows == (
        ("In care on 31 March 2022", "100", "10"),
        ("In care on 31 March 2023", "110", "10"),
    )


def test_a_31_march_without_a_number_is_said(ask: Ask) -> None:
    notes = said.notes(explain(ask, "Rutland"), movements(ask, "Rutland"))
    assert "The number on 31 March 2025 is not published: too few children to show." in notes


def test_what_yearly_figures_cannot_tell_is_said(ask: Ask) -> None:
    assert said.behind(explain(ask, "Herefordshire"))[-1].endswith("a council's own monthly counts would tell.")


PERIODS, BASES = ("2019", "2021", "2022", "2024"), ("2021", "2024")


@pytest.mark.parametrize(
    ("asked", "found", "told"),
    [
        (("", "", ""), ("2022", "2024", ""), ""),
        (("", "2022", ""), ("2021", "2022", ""), ""),
        (("2019", "", "2021"), ("2019", "2024", "2021"), ""),
        (("2020", "", ""), ("2019", "2024", ""), 'From: 31 March "2020" is not published for Herefordshire'),
        (("2024", "2021", ""), ("2019", "2021", ""), 'From: 31 March "2024" leaves no year to compare'),
        (("", "2019", ""), ("2019", "2021", ""), 'To: 31 March "2019" leaves no year to compare'),
        (("", "2030", ""), ("2022", "2024", ""), 'To: 31 March "2030" is not published'),
        (("lately", "", ""), ("2022", "2024", ""), 'From: 31 March "lately" is not published'),
        (("", "", "2022"), ("2022", "2024", ""), "Both flows are not published for the year to 31 March 2022"),
    ],
)
def test_years_that_cannot_be_compared_become_the_nearest_that_can(
    ask: Ask, asked: tuple[str, str, str], found: tuple[str, str, str], told: str
) -> None:
    years = nearest(ask.areas.find("Herefordshire"), PERIODS, BASES, *asked)
    assert (years.first, years.last, years.base) == found
    assert "".join(years.said).startswith(told) and bool(years.said) == bool(told)


@pytest.mark.parametrize(("periods", "said_"), [((), "for no year held here"), (("2025",), "for 31 March 2025 only")])
def test_fewer_than_two_published_years_are_no_change(ask: Ask, periods: tuple[str, ...], said_: str) -> None:
    with pytest.raises(BadInput, match=said_):
        nearest(ask.areas.find("Rutland"), periods, (), "", "", "")


def test_the_downloads_hold_every_published_figure_behind_the_views(ask: Ask) -> None:
    flows = movements(ask, "Rutland")
    lines = list(csv.DictReader(io.StringIO(change_downloads.movements(flows, ask.manifest))))
    hidden = [line for line in lines if line["period"] == "2023" and line["indicator"] == "children_ceased"]
    assert [(line["value"], line["status"]) for line in hidden] == [("", "suppressed")]
    steps = change_downloads.change(explain(ask, "Herefordshire"), movements(ask, "Herefordshire"), ask.manifest)
    assert [line["value"] for line in csv.DictReader(io.StringIO(steps))] == ["387", "68", "111", "344"]


def test_the_source_line_names_the_release_once(ask: Ask) -> None:
    line = change_cited.change(explain(ask, "Herefordshire"), ask.catalogue, ask.manifest)
    assert line.startswith("Source: A publisher, Figures drawn for a test") and line.count("2025-11-26") <= 1
