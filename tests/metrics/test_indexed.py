"""Us or everyone? Every index and every share of a change worked out by hand."""

from dataclasses import replace
from math import isclose

import pytest

from data.status import Status
from metrics import indexed_tables
from metrics.ask import Ask
from metrics.indexed import Indexed, indexed
from metrics.results import Choice, Kind
from metrics.wording import indexed as said
from tests.metrics.conftest import Opened
from tests.metrics.peers import TEN
from tests.metrics.wording.test_shipped import faults
from tests.metrics.worlds import editions, rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"
FIGURES = """
    Herefordshire | 2022 | 2025-11-26 | c      | 40,000     | c
    Herefordshire | 2023 | 2025-11-26 | 400    | 40,000     | 100
    Herefordshire | 2024 | 2025-11-26 | 420    | 40,000     | 105
    Herefordshire | 2025 | 2025-11-26 | 480    | 40,000     | 120
    Rutland       | 2023 | 2025-11-26 | 32     | 8,000      | 40
    Rutland       | 2025 | 2025-11-26 | 28     | 8,000      | 35
    Medway        | 2023 | 2025-11-26 | 400    | 40,000     | 100
    Medway        | 2024 | 2025-11-26 | 400    | 40,000     | 100
    Medway        | 2025 | 2025-11-26 | 380    | 40,000     | 95
    England       | 2022 | 2025-11-26 | 79,200 | 12,000,000 | 66
    England       | 2023 | 2025-11-26 | 72,000 | 12,000,000 | 60
    England       | 2024 | 2025-11-26 | 73,200 | 12,000,000 | 61
    England       | 2025 | 2025-11-26 | 75,600 | 12,000,000 | 63
"""


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    others = [
        f"{name} | {year} | 2025-11-26 | {n} | 10,000 |" for name in TEN for year, n in ((2023, 50), (2024, 55), (2025, 60))
    ]
    lists = f"2025 | 2025-05-01 | Herefordshire | {', '.join(TEN)}"
    return opened_once(rates(FIGURES + "\n".join(others)) + editions(lists))


def of(ask: Ask, area: str, indicator: str = RATE, choice: Choice | None = None) -> Indexed:
    return indexed(ask.trend(indicator, area, choice))


def test_each_line_is_100_in_the_first_year_that_we_and_england_have(ask: Ask) -> None:
    found = of(ask, "Herefordshire")
    assert [one.period for one in found.years] == ["2023", "2024", "2025"]  # 2022 is suppressed
    last = found.years[-1]
    assert isclose(last.own or 0, 120) and isclose(last.england or 0, 105) and isclose(last.benchmark or 0, 120)
    assert (last.n, last.of) == (10, 10)


def test_the_share_is_the_change_we_would_have_had_as_england_over_the_change_we_had(ask: Ask) -> None:
    found = of(ask, "Herefordshire").share
    assert found and isclose(found.change, 20) and isclose(found.expected, 5) and isclose(found.share or 0, 0.25)
    assert found.chance is False  # 480 against 400 of 40,000: the ratio is 1.2, from 1.05 to 1.37


def test_it_is_said_in_words_that_claim_no_cause(ask: Ask) -> None:
    found = of(ask, "Herefordshire")
    assert "2023 to 2025: about 25% of the change went with England's, the rest is our own." in said.finding(found)
    assert "Had we moved as England did, our figure would have been 105.0." in said.sentence(found)


def test_england_explains_nothing_of_a_change_the_other_way(ask: Ask) -> None:
    found = of(ask, "Medway")
    assert found.share and (found.share.share or 0) < 0 and found.share.chance is True
    assert said.finding(found).endswith(
        "the change could be chance; England moved the other way, so it explains none of the change."
    )


def test_of_a_change_that_could_be_chance_no_part_is_called_our_own(ask: Ask) -> None:
    found = of(ask, "Herefordshire")
    assert found.share
    words = said.finding(replace(found, share=replace(found.share, chance=True)))
    assert words.endswith("the change could be chance; about 25% of the change went with England's.")


def test_a_missing_year_ends_the_run_and_one_year_gives_no_index(ask: Ask) -> None:
    found = of(ask, "Rutland")  # 2023 and 2025, nothing for 2024
    assert found.years == () and found.share is None
    assert said.finding(found).startswith("Us or everyone cannot be told")
    assert indexed_tables.indexed(found) is None


def test_counts_are_set_beside_england_only(ask: Ask) -> None:
    found = of(ask, "Herefordshire", COUNT)
    assert not found.benchmark and {one.benchmark for one in found.years} == {None}
    assert isclose(found.years[-1].england or 0, 105)


def test_england_as_the_benchmark_is_drawn_once(ask: Ask) -> None:
    assert not of(ask, "Herefordshire", choice=Choice(kind=Kind.ENGLAND)).benchmark


def test_the_table_and_the_download_hold_figures_and_indices(ask: Ask) -> None:
    found = of(ask, "Herefordshire")
    table = indexed_tables.indexed(found)
    assert table and table.rows[0] == ("2025", "120.0", "120.0", "63.0", "105.0", "60.0", "120.0", "10 of 10")
    lines = indexed_tables.download(found, ask.manifest).splitlines()
    assert lines[0].endswith("index,index_england,index_benchmark")
    hidden = next(line for line in lines if ",own," in line and ",2022," in line)
    assert Status.SUPPRESSED.value in hidden and hidden.endswith(",,,")


@pytest.mark.parametrize("area", ["E06000019", "E09000001", "E10000006", "E06000064", "E06000053"])
@pytest.mark.parametrize("indicator", [RATE, COUNT, "suitable_accommodation_19_to_21", "sdq_average_score", "dental_check"])
def test_of_shipped_figures_it_can_be_read_aloud(bundled: Ask, area: str, indicator: str) -> None:
    found = indexed(bundled.trend(indicator, area))
    assert [faults(text) for text in (said.finding(found), said.sentence(found))] == [[], []]
