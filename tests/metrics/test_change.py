"""Why the number of children changed: it closes to the published figure, whatever is missing is said, and nothing is spliced."""

import pytest

from data.errors import BadInput
from metrics.ask import Ask
from metrics.change import CEASED, ENTRIES, RATE, STARTED, UNACCOMPANIED, explain
from metrics.known_on import known_on
from metrics.results import Choice
from metrics.wording import explained
from tests.metrics.conftest import Opened
from tests.metrics.drawing import drawn
from tests.metrics.worlds import World, entries, figures

CARD = entries(*ENTRIES)
RELEASED, HEADER = "2025-11-26", "area | period | released | numerator"
# Children looked after on 31 March, children who live here, those who came and left in the year, and those alone among them.
HEREFORDSHIRE = """
    year | number | people | came | left | alone
    2021 | 312    | 33,913 | 90   | 80   | 12
    2022 | 379    | 34,000 | 150  | 84   | c
    2023 | 413    | 34,100 | 121  | 90   | 40
    2024 | 387    | 34,234 | 79   | 105  | 38
    2025 | 344    | 34,434 | 68   | 111  | 13
"""


def children(area: str, text: str, released: str = RELEASED) -> World:
    """An area's tables drawn as one; an empty cell is a figure that is not published."""
    found = World()
    for row in drawn(text):
        key = f"{area} | {row['year']} | {released}"
        found += figures(CARD[RATE], f"{HEADER} | denominator\n {key} | {row['number']} | {row['people']}")
        for id_, column in ((STARTED, "came"), (CEASED, "left"), (UNACCOMPANIED, "alone")):
            found += figures(CARD[id_], f"{HEADER}\n {key} | {row.get(column, '')}")
    return found


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(children("Herefordshire", HEREFORDSHIRE), CARD)


def test_one_year_closes_to_the_published_number(ask: Ask) -> None:
    """387 + 68 - 111 = 344; 25 of the 43 fewer were unaccompanied."""
    found = explain(ask, "Herefordshire")
    assert (found.first.period, found.last.period) == ("2024", "2025")
    assert found.flow and vars(found.flow) == {"start": 387, "started": 68, "ceased": 111, "end": 344, "residual": 0}
    assert found.unaccompanied and vars(found.unaccompanied) == {"part": -25, "rest": -18, "total": -43}
    assert found.unaccompanied_facts and [f.value for f in found.unaccompanied_facts] == [38, 13]
    assert found.decomposition is None and len(found.years) == 1
    assert [round(stay or 0, 1) for stay in (found.stay_by_exits, found.stay_by_entries)] == [3.3, 5.4]
    assert found.notes == ()


def test_a_stay_of_months_is_said_as_nobody_says_six_tenths_of_a_year(opened: Opened) -> None:
    """Many came and left within the year: about 55 children at a time, more than 100 a year."""
    flows = "year | number | people | came | left | alone\n 2024 | 50 | 9,000 | 100 | 100 | 5\n 2025 | 60 | 9,000 | 120 | 110 | 6"
    found = explain(opened(children("Herefordshire", flows), CARD), "Herefordshire")
    assert found.stay_by_exits == 0.5
    assert explained.stay(found) == "As a rough guide, children stay less than a year."


def test_rate_and_population_add_up_to_the_change(ask: Ask) -> None:
    found = explain(ask, "Herefordshire", first="2021", last="2025").population
    assert found and found.rate + found.population == pytest.approx(32) and found.total == 32
    assert found.population == pytest.approx((312 / 33_913 + 344 / 34_434) / 2 * (34_434 - 33_913))


def test_several_years_are_the_sum_of_each_and_close(ask: Ask) -> None:
    found = explain(ask, "Herefordshire", first="2021")
    assert [y.period for y in found.years] == ["2022", "2023", "2024", "2025"]
    assert found.flow and (found.flow.start, found.flow.end) == (312, 344)
    each = [y.flow for y in found.years if y.flow]
    assert len(each) == 4
    for name in ("started", "ceased", "residual"):
        assert getattr(found.flow, name) == sum(getattr(flow, name) for flow in each)
    assert (found.flow.start + found.flow.started - found.flow.ceased + found.flow.residual) == found.flow.end


def test_the_base_year_changes_the_parts_and_never_the_sum(ask: Ask) -> None:
    parts = [explain(ask, "Herefordshire", first="2021", base=base).decomposition for base in ("2021", "2022", "2025")]
    known = [p for p in parts if p]
    assert [p.drift for p in known] == [4 * (90 - 80), 4 * (150 - 84), 4 * (68 - 111)]
    assert len({(p.entries, p.exits) for p in known}) == 3
    assert {(p.change, p.residual) for p in known} == {(32, 4)}
    assert {p.drift + p.entries + p.exits + p.residual for p in known} == {32}
    assert explain(ask, "Herefordshire", first="2021").decomposition == known[0]


def test_a_base_year_splits_one_year_too(ask: Ask) -> None:
    found = explain(ask, "Herefordshire", base="2021")
    assert found.base == "2021"
    assert found.decomposition and vars(found.decomposition) == {
        "change": -43, "drift": 10, "entries": -22, "exits": -31, "residual": 0, "k": 1,
    }  # fmt: skip


def test_a_hidden_group_is_not_told_and_the_note_says_so(ask: Ask) -> None:
    found = explain(ask, "Herefordshire", first="2022", last="2023")
    assert (found.unaccompanied, found.unaccompanied_facts) == (None, None)
    assert any(
        note.startswith("Unaccompanied asylum-seeking children are not published for 2022, 2023 or both") for note in found.notes
    )
    assert explain(ask, "Herefordshire", first="2021", last="2023").unaccompanied is not None


GAPS = """
    year | number | people | came | left | alone
    2022 | 100    | 10,000 |      |      | 10
    2023 | 110    | 10,000 | 30   | c    | 10
    2024 | 120    |        | 30   | 20   | 10
    2025 | 130    | 10,000 | 30   | 20   | 10
"""


def test_a_year_without_flows_leaves_the_sum_out_and_says_so(opened: Opened) -> None:
    ask = opened(children("Rutland", GAPS), CARD)
    found = explain(ask, "Rutland", first="2022")
    assert (found.flow, found.decomposition, found.years[0].flow) == (None, None, None)
    assert found.years[1].flow and found.years[1].flow.residual == 0
    assert found.notes == (
        "Children who came into care or who left are not published for every year in between, so the sum cannot be made.",
    )
    assert found.unaccompanied and found.unaccompanied.total == 30


def test_a_first_year_without_flows_is_no_base_year_and_says_so(opened: Opened) -> None:
    ask = opened(children("Rutland", GAPS), CARD)
    found = explain(ask, "Rutland", first="2023")
    assert found.flow and found.flow.residual == 0
    assert found.decomposition is None
    assert found.notes == ("Both flows are not published for the year to 31 March 2023: choose another base year.",)
    chosen = explain(ask, "Rutland", first="2023", base="2025")
    assert chosen.decomposition and chosen.decomposition.drift == 20
    assert chosen.notes == ()


def test_a_missing_population_is_said_and_the_rest_stands(opened: Opened) -> None:
    found = explain(opened(children("Rutland", GAPS), CARD), "Rutland", first="2024")
    assert (found.population, found.rates) == (None, None)
    assert "The child population is not published for 2024, 2025 or both." in found.notes
    assert found.flow and found.flow.end == 130


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first": "2025", "last": "2021"}, "no published number for Herefordshire before 31 March 2021"),
        ({"first": "2024", "last": "2023"}, "from an earlier year to a later one, not from 2024 to 2023"),
        ({"first": "2019"}, "is not published for 2019. Published: 2021, 2022, 2023, 2024, 2025"),
        ({"last": "2026"}, "is not published for 2026"),
        ({"base": "2019"}, "not both published for the year to 31 March 2019. Choose another base year"),
        ({"base": "last year"}, 'not both published for "last year"'),
    ],
)
def test_years_that_cannot_be_compared_are_answered_with_those_held(ask: Ask, asked: dict[str, str], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        explain(ask, "Herefordshire", **asked)


def test_one_published_year_is_no_change(opened: Opened) -> None:
    ask = opened(children("Rutland", "year | number | people\n 2025 | 40 | 8,000\n 2024 | c | 8,000"), CARD)
    with pytest.raises(BadInput, match="published for fewer than two years"):
        explain(ask, "Rutland")


def test_a_hidden_number_is_skipped_not_taken_as_zero(opened: Opened) -> None:
    hidden = """
        year | number | people | came | left
        2023 | 40     | 8,000  | 9    | 9
        2024 | c      | 8,000  | 12   | 10
        2025 | 45     | 8,000  | 11   | 9
    """
    found = explain(opened(children("Rutland", hidden), CARD), "Rutland")
    assert (found.first.period, found.last.period, found.periods) == ("2023", "2025", ("2023", "2025"))
    assert found.flow and (found.flow.started, found.flow.ceased, found.flow.residual) == (23, 19, 1)
    assert [y.flow for y in found.years] == [None, None]


def test_a_dissolved_authority_and_its_successor_stand_on_their_own_years(opened: Opened) -> None:
    before = """
        year | number | people | came | left
        2022 | 734    | 90,000 | 270  | 250
        2023 | 740    | 90,000 | 275  | 268
        2024 | z      | z      | z    | z
    """
    after = """
        year | number | people | came | left
        2024 | 482    | 50,000 | 160  | 150
        2025 | 458    | 50,000 | 182  | 207
    """
    ask = opened(children("Cumbria", before) + children("Cumberland", after), CARD)
    cumbria, cumberland = explain(ask, "Cumbria"), explain(ask, "Cumberland")
    assert (cumbria.periods, cumberland.periods) == (("2022", "2023"), ("2024", "2025"))
    assert cumbria.flow and cumberland.flow and (cumbria.flow.residual, cumberland.flow.residual) == (-1, 1)
    for found in (cumbria, cumberland):
        said = f"The boundaries of {found.area.short_name} changed; only years on its own boundaries are compared."
        assert said in found.notes
    with pytest.raises(BadInput, match="is not published for 2023"):
        explain(ask, "Cumberland", first="2023")


def test_the_two_dorsets_are_never_compared(opened: Opened) -> None:
    old, new = (f"year | number | people\n {y} | 400 | 60,000\n {y + 1} | 410 | 60,000" for y in (2018, 2020))
    ask = opened(children("E10000009", old) + children("E06000059", new), CARD)
    assert explain(ask, "Dorset").periods == ("2020", "2021")
    assert explain(ask, "835").periods == ("2018", "2019")
    with pytest.raises(BadInput, match="is not published for 2019"):
        explain(ask, "838", first="2019")


def test_a_revised_number_is_explained_as_it_was_known(opened: Opened) -> None:
    first = "year | number | people | came | left\n 2023 | 400 | 30,000 | 90 | 80\n 2024 | 390 | 30,000 | 79 | 89"
    later = "year | number | people | came | left\n 2023 | 413 | 34,000 | 90 | 80\n 2024 | 387 | 34,000 | 79 | 105"
    ask = opened(children("Rutland", first, "2024-11-14") + children("Rutland", later), CARD)
    then = explain(ask, "Rutland", Choice(known_on=known_on("2025-01-01")))
    now = explain(ask, "Rutland")
    assert then.flow and now.flow
    assert [(f.start, f.end, f.residual) for f in (then.flow, now.flow)] == [(400, 390, 0), (413, 387, 0)]
