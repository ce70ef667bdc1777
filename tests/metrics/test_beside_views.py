"""What the pages over the years and of the neighbours add: direction, councils of one's own choice, intervals, both editions."""

import csv
import io

import pytest

from metrics import editions, neighbour_tables, trend_tables
from metrics.ask import Ask
from metrics.chosen import chosen, in_period
from metrics.direction import direction, of_neighbours
from metrics.judged import Level, Movement
from metrics.known_on import NOW, known_on
from metrics.results import Choice
from metrics.spans import by_area, intervals
from metrics.wording import closeness
from metrics.wording import years as said
from tests.metrics.wording.test_shipped import faults

RATE, COUNT, SUITABLE = "children_looked_after_rate", "children_looked_after", "suitable_accommodation_19_to_21"
HEREFORDSHIRE, LEICESTER, KENT = "E06000019", "E06000016", "E10000016"


def test_five_years_are_tested_whatever_years_are_shown(bundled: Ask) -> None:
    whole = direction(bundled, bundled.trend(RATE, HEREFORDSHIRE))
    cut = direction(bundled, bundled.trend(RATE, HEREFORDSHIRE, Choice(first_year=2024, last_year=2025)))
    assert whole.verdict.trend is cut.verdict.trend is Movement.NO_CLEAR_CHANGE
    assert cut.verdict.level is Level.CANNOT_TELL  # it is set beside nothing


def test_the_directions_of_the_neighbours_are_counted(bundled: Ask) -> None:
    trend = bundled.trend(RATE, HEREFORDSHIRE)
    counted = of_neighbours(trend)
    assert sum(counted.values()) == 10 and counted[Movement.TOO_FEW_YEARS] == 1  # Westmorland and Furness
    assert said.neighbours_finding(trend, counted).endswith("and for 1 it cannot be told.")


@pytest.mark.parametrize("area", [HEREFORDSHIRE, "E09000001", "E10000006", "E06000064", "E06000053"])
@pytest.mark.parametrize("indicator", [RATE, COUNT, SUITABLE])
def test_what_is_said_of_the_years_can_be_read_aloud(bundled: Ask, area: str, indicator: str) -> None:
    trend = bundled.trend(indicator, area)
    texts = [said.finding(trend, direction(bundled, trend)), said.neighbours_finding(trend, of_neighbours(trend))]
    assert [faults(text) for text in (*texts, said.neighbours_sentence(trend))] == [[], [], []]


def test_councils_of_ones_own_choice_keep_their_order_and_one_without_figures_stays(bundled: Ask) -> None:
    found = chosen(bundled, bundled.catalogue[RATE], "Total", [KENT, "E06000028", HEREFORDSHIRE], Choice())
    assert [line.area.code for line in found] == [KENT, "E06000028", HEREFORDSHIRE]
    like = found[0].facts[-1]
    assert [fact.area_code for _, fact in in_period(found, like)] == [KENT, "E06000028", HEREFORDSHIRE]
    assert chosen(bundled, bundled.catalogue[RATE], "Total", [], Choice()) == ()


def test_an_interval_holds_its_figure_and_hidden_figures_and_counts_have_none(bundled: Ask) -> None:
    trend = bundled.trend(SUITABLE, LEICESTER)
    held = intervals(trend.indicator, trend.own.facts)
    assert held and all(one.lower <= one.value <= one.upper for one in held.values())
    hidden = bundled.trend(RATE, "E09000001")
    assert set(intervals(hidden.indicator, hidden.own.facts)) == {f.year for f in hidden.own.facts if f.value is not None}
    counts = bundled.trend(COUNT, LEICESTER)
    assert intervals(counts.indicator, counts.own.facts) == {}


def test_the_downloads_hold_the_intervals_and_the_chosen_councils(bundled: Ask) -> None:
    entry = bundled.catalogue[SUITABLE]
    group = chosen(bundled, entry, "Total", [KENT], Choice())
    trend = list(csv.DictReader(io.StringIO(trend_tables.download(bundled.trend(SUITABLE, LEICESTER), group, bundled.manifest))))
    newest = [line for line in trend if line["role"] == "own"][-1]
    assert (newest["numerator"], newest["denominator"]) == ("229", "238")
    assert 92.9 < float(newest["interval_lower"]) < 93.1 and 97.9 < float(newest["interval_upper"]) < 98.1  # Wilson, by hand
    assert {line["area_name"] for line in trend if line["role"] == "chosen"} == {"Kent"}
    result = bundled.neighbours(SUITABLE, LEICESTER)
    beside = in_period(group, result.own)
    spans = by_area(entry, [result.own, *(n.fact for n in result.neighbours), *(f for _, f in beside)])
    lines = list(csv.DictReader(io.StringIO(neighbour_tables.download(result, beside, spans, bundled.manifest))))
    assert {line["area_name"] for line in lines if line["role"] == "chosen"} == {"Kent"}
    assert all(line["interval_lower"] for line in lines if line["role"] in ("own", "neighbour", "chosen"))


def test_both_editions_stand_side_by_side(bundled: Ask) -> None:
    found = editions.editions(bundled, bundled.areas[HEREFORDSHIRE], NOW)
    assert found.names == ("2025", "2021")
    assert {name: sum(name in one.places for one in found.listed) for name in found.names} == {"2025": 10, "2021": 10}
    table = editions.table(found)
    assert table and table.rows[0] == ("Westmorland and Furness", "1, very close", "not listed")
    assert any("dissolved on 31 March 2023" in row[0] for row in table.rows)
    assert editions.sentence(found).startswith(f"{len(found.in_all)} of 10 neighbours are in both editions (2025 and 2021)")


def test_an_edition_that_was_not_out_is_not_shown(bundled: Ask) -> None:
    found = editions.editions(bundled, bundled.areas[HEREFORDSHIRE], known_on("2024-12-31"))
    assert found.names == ("2021",) and editions.sentence(found) == ""


def test_an_area_without_a_list_has_no_editions(bundled: Ask) -> None:
    found = editions.editions(bundled, bundled.areas["E92000001"], NOW)
    assert (found.names, editions.table(found)) == ((), None)


def test_leicester_is_warned_of_four_neighbours_that_are_not_close(bundled: Ask) -> None:
    said_ = closeness.warning(bundled.neighbours(RATE, LEICESTER))
    assert said_.startswith("4 of the 10 neighbours are not close to Leicester: Ealing, Hounslow, Birmingham and Blackburn")
    assert closeness.warning(bundled.neighbours(RATE, HEREFORDSHIRE)) == ""
