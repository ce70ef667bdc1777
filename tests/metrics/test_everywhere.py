"""One indicator over all authorities: who is listed, how they are spread, each beside England, and who is counted how often."""

import csv
import io

import pytest

from data.errors import BadInput
from data.status import Status
from metrics import everywhere_downloads, everywhere_tables
from metrics.ask import Ask
from metrics.asking import ENGLAND
from metrics.everywhere import Authority, Everywhere, everywhere
from metrics.judge import judge
from metrics.judged import Level
from metrics.results import Choice
from metrics.wording import everywhere as said
from metrics.wording import funnels
from tests.metrics.conftest import Opened
from tests.metrics.peers import beside, others, shares
from tests.metrics.worlds import code, entries

STABLE, TURNOVER, NUMBER = "same_placement_2_years", "social_worker_turnover", "children_looked_after"
CARD = entries(STABLE, TURNOVER, NUMBER)
HEREFORDSHIRE, WEST_MIDLANDS, LONDON = "E06000019", "E12000005", "E12000007"
MIDLANDS = {
    "Herefordshire": "20 of 100", "Shropshire": "30 of 100", "Dudley": "40 of 100", "Walsall": "50 of 100",
    "Solihull": "60 of 100", "Coventry": "c",
}  # fmt: skip
FAR = {"Bexley": "90 of 100", "Cumbria": "z", "England": "4,000 of 10,000"}
WORLD = (
    shares(CARD[STABLE], MIDLANDS | FAR)
    + shares(CARD[STABLE], {"Cumbria": "70 of 100", "Herefordshire": "25 of 100", "England": "4,000 of 10,000"}, "2022")
    + shares(
        CARD[TURNOVER], {"Kingston upon Thames + Richmond upon Thames": "10 of 100", "Bexley": "20 of 100", "Kent": "30 of 100"}
    )
    + beside("Herefordshire", ("Shropshire", "Bexley", "Kent"))
)


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    return opened_once(WORLD, CARD)


@pytest.fixture(scope="module")
def midlands(ask: Ask) -> Everywhere:
    return everywhere(ask, STABLE, "Herefordshire", within=WEST_MIDLANDS)


def one(result: Everywhere, name: str) -> Authority:
    """The authority of that name among those shown."""
    return next(a for a in result.authorities if a.area.code == code(name))


def test_every_authority_of_the_day_is_listed_by_name_and_only_those(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Herefordshire")
    names = [a.area.short_name for a in result.authorities]
    assert len(names) == result.of == 153 and names == sorted(names, key=str.casefold)
    assert "Cumbria" not in names and "Cumberland" in names


def test_an_earlier_period_lists_the_authorities_of_that_day(ask: Ask) -> None:
    names = [a.area.short_name for a in everywhere(ask, STABLE, "Herefordshire", period="2022").authorities]
    assert "Cumbria" in names and "Cumberland" not in names


def test_an_authority_that_ended_is_shown_in_its_own_last_period(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Cumbria")
    assert (result.period, result.periods) == ("2022", ("2022", "2025"))
    assert result.own and result.own.fact.value == 70


def test_an_authority_that_did_not_exist_yet_is_missing_and_the_reader_is_told(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Cumberland", period="2022")
    assert result.own is None and result.place is None
    assert result.notes[0].startswith("Cumberland did not exist as a council at the end of the period shown")
    assert said.finding(result).endswith(": 2 of 152 councils have a figure.")


def test_quartiles_and_median_are_of_those_with_a_figure(midlands: Everywhere) -> None:
    assert (midlands.n, midlands.of) == (5, 14)
    assert midlands.quartiles and vars(midlands.quartiles) == {"q1": 30, "q2": 40, "q3": 50}
    assert midlands.median == 40
    assert one(midlands, "Coventry").fact.status is Status.SUPPRESSED and one(midlands, "Coventry").fact.value is None


def test_the_place_is_among_those_shown_and_says_how_far_chance_could_move_it(opened: Opened) -> None:
    more = dict.fromkeys(("Telford and Wrekin", "Stoke-on-Trent", "Wolverhampton", "Sandwell", "Birmingham"), "50 of 100")
    result = everywhere(opened(shares(CARD[STABLE], MIDLANDS | FAR | more), CARD), STABLE, "Herefordshire", within=WEST_MIDLANDS)
    assert result.place and (result.place.place, result.place.of, result.place.tied) == (10, 10, 0)
    assert result.place.low is not None and result.place.low < 10
    assert said.sentence(result) == (
        "10 of 14 councils in the West Midlands have a figure. They lie between 20% (Herefordshire) and 60% (Solihull); half of "
        "them lie between 43% and 50%, and the median is 50%. England: 40%. Herefordshire: the lowest of these 10 councils. By "
        "chance it could be anywhere from 1st to 2nd lowest."
    )


def test_where_fewer_than_seven_in_ten_have_a_figure_nothing_is_said_of_the_middle_or_of_places(midlands: Everywhere) -> None:
    assert said.sentence(midlands) == (
        "5 of 14 councils in the West Midlands have a figure. They lie between 20% (Herefordshire) and 60% (Solihull). That is "
        "fewer than 7 in 10, so no median and no place is given. In 1 council too few children are counted to show. England: 40%."
    )
    assert said.finding(midlands).endswith("on 31 March 2025.") and everywhere_tables.summary(midlands) is None


def test_councils_with_one_figure_are_counted_and_not_named(opened: Opened) -> None:
    told = dict.fromkeys(others(130, ("Kent",)), "0 of 100") | {"Kent": "30 of 100", "England": "300 of 10,000"}
    result = everywhere(opened(shares(CARD[STABLE], told), CARD), STABLE, "Kent")
    middle = "They lie between 0% (130 councils) and 30% (Kent); at least half of them have 0%, and the median is 0%."
    assert middle in said.sentence(result)
    none = everywhere(opened(shares(CARD[STABLE], told), CARD), STABLE, next(iter(told)))
    assert "quarter" not in said.finding(none) and "middle half" not in said.finding(none)


def test_the_bands_of_the_official_tool_are_over_all_of_england(ask: Ask, midlands: Everywhere) -> None:
    whole = everywhere(ask, STABLE, "Herefordshire")
    names = ("Herefordshire", "Shropshire", "Dudley", "Solihull", "Coventry")
    assert [one(whole, name).band for name in names] == [one(midlands, name).band for name in names] == ["D", "D", "C", "A", None]


def test_each_is_judged_beside_england_by_the_one_rule(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Herefordshire")
    levels = {name: one(result, name).row.verdict.level for name in ("Herefordshire", "Dudley", "Bexley", "Coventry")}
    assert levels == {
        "Herefordshire": Level.WORSE, "Dudley": Level.SIMILAR, "Bexley": Level.BETTER, "Coventry": Level.CANNOT_TELL
    }  # fmt: skip
    row = one(result, "Bexley").row
    assert row.benchmark and row.benchmark.value == 40
    assert row.verdict == judge(CARD[STABLE], "Total", one(result, "Bexley").area, row.history, row.latest, row.benchmark)
    assert result.levels[Level.CANNOT_TELL] == 153 - 6
    assert said.every(result) == "Every council beside England: 3 better, 1 similar and 2 worse; for 147 it cannot be told."


def test_neighbours_and_the_reader_s_own_choice_are_marked(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Herefordshire", group=[code("Dudley")])
    assert {a.area.short_name: a.position for a in result.authorities if a.position} == {"Shropshire": 1, "Bexley": 2, "Kent": 3}
    assert [a.area.short_name for a in result.authorities if a.chosen] == ["Dudley"]


def test_those_who_ask_from_elsewhere_are_shown_and_counted_nowhere(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Herefordshire", within=LONDON, group=[code("Dudley"), code("Bexley")])
    assert [a.area.short_name for a in result.guests] == ["Dudley", "Herefordshire"]
    assert (result.n, result.of, result.place) == (1, 33, None)
    assert result.own and result.own.fact.value == 20
    assert result.notes == ("Dudley and Herefordshire are not in this region: shown, but not counted here.",)


def test_a_joint_return_is_one_figure(ask: Ask) -> None:
    result = everywhere(ask, TURNOVER, "Kingston upon Thames")
    assert (result.n, result.of, result.median) == (3, 153, one(result, "Bexley").fact.value)
    assert result.place and (result.place.place, result.place.of, result.place.tied) == (3, 3, 0)
    assert result.notes == ("Kingston upon Thames and Richmond upon Thames make one joint return, which is counted once.",)


def test_a_period_that_is_not_held_is_refused_with_those_that_are(ask: Ask) -> None:
    with pytest.raises(BadInput, match=r"is not held in 2019\. Held: 2022, 2025\."):
        everywhere(ask, STABLE, "Herefordshire", period="2019")
    with pytest.raises(BadInput, match="No release known on that day covers it"):
        everywhere(ask, NUMBER, "Herefordshire")


def test_the_years_chosen_bound_the_periods(ask: Ask) -> None:
    assert everywhere(ask, STABLE, "Herefordshire", Choice(first_year=2021, last_year=2023)).periods == ("2022",)


def test_too_few_authorities_with_counts_make_no_funnel_and_the_reason_is_said(ask: Ask) -> None:
    result = everywhere(ask, STABLE, "Herefordshire")
    assert result.funnel is None and funnels.finding(result) == ""
    assert funnels.none(result).startswith("No funnel is drawn: too few councils have counts")


def test_many_authorities_make_a_funnel_that_allows_for_how_they_differ(opened: Opened) -> None:
    far, near = others(120, ("Herefordshire",))[:60], others(120, ("Herefordshire",))[60:]
    told = dict.fromkeys(far, "300 of 1,000") | dict.fromkeys(near, "500 of 1,000")
    world = shares(CARD[STABLE], told | {"Herefordshire": "900 of 1,000", "England": "4,000 of 10,000"})
    found = everywhere(opened(world, CARD), STABLE, "Herefordshire")
    assert found.funnel and len(found.funnel.chance) == 121
    assert (found.funnel.low, found.funnel.high) == ((), (HEREFORDSHIRE,))
    assert funnels.finding(found) == "1 of 121 councils lies further from England than councils usually do."
    assert "121 do (dotted lines), because councils differ by more than chance" in funnels.sentence(found)
    assert "1 lies outside, above. Herefordshire lies above them." in funnels.sentence(found)
    listed = everywhere_tables.outside(found)
    assert listed and [row[0] for row in listed.rows] == ["Herefordshire"]


def test_the_table_is_alphabetical_and_marks_what_is_hidden(midlands: Everywhere) -> None:
    table = everywhere_tables.authorities(midlands)
    rows = {row[0]: row[1:] for row in table.rows}
    assert [c.title for c in table.columns] == ["Council", "Figure", "n of N", "Beside England", "Neighbour"]
    assert list(rows) == sorted(rows)
    assert rows["Herefordshire"] == ("20%", "20 of 100", "▼ worse than England", "this council")
    assert rows["Shropshire"][3] == "neighbour"
    assert rows["Coventry"] == ("[c]", "", "", "")
    assert table.key.startswith("[c] too few children to show")


def test_the_download_has_every_authority_with_its_interval_and_its_limits(ask: Ask) -> None:
    text = everywhere_downloads.everywhere(everywhere(ask, STABLE, "Herefordshire"), ask.manifest)
    lines = {line["area_code"]: line for line in csv.DictReader(io.StringIO(text))}
    own, hidden = lines[HEREFORDSHIRE], lines[code("Coventry")]
    assert len(lines) == 153 + 1
    assert (own["role"], own["value"], own["quartile_band"], own["beside_england"]) == ("own", "20", "D", "worse")
    assert (round(float(own["interval_lower"]), 2), round(float(own["interval_upper"]), 2)) == (13.34, 28.88)
    assert (hidden["status"], hidden["value"], hidden["interval_lower"], hidden["quartile_band"]) == ("suppressed", "", "", "")


def test_the_whole_of_england_is_what_is_asked_without_a_region(ask: Ask) -> None:
    assert everywhere(ask, STABLE, "Herefordshire").within.code == ENGLAND
