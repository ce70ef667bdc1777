"""Where children live: every group side by side, hidden ones as marks, none worked out from the others."""

import csv
import io

import pytest

from data.errors import BadInput
from metrics import change_cited, change_downloads, setting_tables
from metrics.ask import Ask
from metrics.catalogue import catalogue
from metrics.known_on import known_on
from metrics.results import Choice, Kind
from metrics.settings import LOOKS, Settings, held_for, label, settings
from metrics.wording import settings as said
from tests.metrics.conftest import Opened
from tests.metrics.drawing import drawn
from tests.metrics.worlds import World, editions, entries, figures

CARD = entries("placement_setting", "placed_outside_area")
SETTING = CARD["placement_setting"]
FOSTER, HOMES, SUPPORTED, PARENTS, ADOPTION = SETTING.breakdowns[:5]
RELEASED = "2025-11-20"
TABLE = """
    year | group     | number | of
    2023 | foster    | 60     | 100
    2024 | foster    | 66     | 110
    2025 | foster    | 72     | 120
    2023 | supported | 10     | 100
    2024 | supported | 20     | 110
    2025 | supported | 24     | 120
    2023 | homes     | c      | 100
    2024 | homes     | c      | 110
    2025 | homes     | 12     | 120
    2024 | adoption  | 7      | 110
    2025 | adoption  | c      | 120
    2024 | parents   | 0      | 110
    2025 | parents   | 0      | 120
"""
NAMES = {"foster": FOSTER, "homes": HOMES, "supported": SUPPORTED, "parents": PARENTS, "adoption": ADOPTION}
NEIGHBOURS = ("Reading", "Somerset", "Suffolk", "Shropshire", "Kent", "Dudley", "Leicester", "Brent", "Hounslow", "Leeds")


def living(area: str, text: str) -> World:
    """An area's groups drawn as one table."""
    found = World()
    for row in drawn(text):
        line = f"{area} | {row['year']} | {RELEASED} | {row['number']} | {row['of']}"
        found += figures(SETTING, f"area | period | released | numerator | denominator\n{line}", NAMES[row["group"]])
    return World(tuple({tuple(o.values()): o for o in found.observations}.values()))  # the total of a year is one figure


def beside(shares: list[str], group: str) -> World:
    """Ten neighbours of Rutland in 2025, each with 200 children, so many (or 'c') of them in a group."""
    listed = editions(f"2025 | 2025-05-01 | Rutland | {', '.join(NEIGHBOURS)}")
    for name, number in zip(NEIGHBOURS, shares, strict=True):
        listed += living(name, f"year | group | number | of\n2025 | {group} | {number} | 200")
    return listed


@pytest.fixture(scope="module")
def ask(opened_once: Opened) -> Ask:
    world = living("Rutland", TABLE) + beside(["100"] * 4 + ["140"] * 6, "foster") + beside(["c"] * 4 + ["50"] * 6, "homes")
    return opened_once(world, CARD)


@pytest.fixture(scope="module")
def rutland(ask: Ask) -> Settings:
    return settings(ask, "placement_setting", "Rutland")


def test_groups_stand_in_the_order_of_the_catalogue_at_their_latest_figure(rutland: Settings) -> None:
    assert [s.breakdown for s in rutland.settings] == [FOSTER, HOMES, SUPPORTED, PARENTS, ADOPTION]
    assert rutland.period == "2025"
    assert [s.latest.value for s in rutland.settings] == [60, 10, 20, 0, None]
    assert [f.numerator for f in rutland.settings[0].history] == [60, 66, 72]


def test_a_change_is_told_from_two_published_counts_only(rutland: Settings) -> None:
    assert [s.moved for s in rutland.settings] == [6, None, 4, 0, None]
    assert [said.moved(s) for s in rutland.settings] == ["6 more", "no figure a year before", "4 more", "the same", ""]


def test_across_a_break_no_change_is_told(ask: Ask) -> None:
    """Supported accommodation had to be registered from October 2023."""
    then = settings(ask, "placement_setting", "Rutland", Choice(last_year=2024))
    supported = next(s for s in then.settings if s.breakdown == SUPPORTED)
    assert supported.moved is None and said.moved(supported) == "not comparable"
    assert said.breaks(then) == (
        f"“{SUPPORTED}”: figures before 2024 are not to be compared with those from 2024 on. {SETTING.breaks[0].reason}",
    )


def test_a_group_is_set_beside_the_median_only_where_enough_neighbours_have_a_figure(rutland: Settings) -> None:
    foster, homes = rutland.settings[:2]
    assert (foster.beside, foster.benchmark.n, foster.benchmark.of) == (70, 10, 10)
    assert (homes.beside, homes.benchmark.n) == (None, 6)
    assert said.FEWER in said.limits(rutland) and said.KINSHIP in said.limits(rutland)


def test_the_heading_is_the_first_group_with_its_counts(rutland: Settings) -> None:
    assert said.finding(rutland) == (
        '72 of 120 children looked after (60%) were in foster placements on 31 March 2025, '
        "the same as a year before, 60% (66 of 110): a lower share than in 6 of 10 similar councils."
    )


def test_the_sentence_names_the_largest_groups_and_counts_the_empty_and_the_hidden(rutland: Settings) -> None:
    sentence = said.sentence(rutland)
    assert sentence.index("Foster placements 60% (72 of 120)") < sentence.index("20% (24 of 120)")
    assert "There were none in 1 of the 5 groups. 1 of the 5 groups has no figure: too few children to show." in sentence


def test_where_every_group_shown_is_empty_the_sentence_says_so_at_once(opened: Opened) -> None:
    """Rutland's reasons for moves of 2025: noughts, and the rest hidden."""
    none = "year | group | number | of\n 2025 | foster | c | 12\n 2025 | homes | 0 | 12\n 2025 | parents | 0 | 12"
    sentence = said.sentence(settings(opened(living("Rutland", none), CARD), "placement_setting", "Rutland"))
    assert sentence == (
        "Where children live, on 31 March 2025: there were none in 2 of the 3 groups. 1 of the 3 groups has no figure: too few "
        "children to show."
    )


def test_hidden_groups_stay_marks_in_both_tables(rutland: Settings) -> None:
    latest, years = setting_tables.latest(rutland), setting_tables.years(rutland)
    by_name = {row[0]: row[1:] for row in latest.rows}
    assert by_name[ADOPTION][:2] == ("[c]", "")
    assert by_name[HOMES] == ("10%", "12 of 120", "too few", "6 of 10", "no figure a year before")
    counted = {row[0]: row[1:] for row in years.rows}
    assert counted[HOMES] == ("[c]", "[c]", "12")
    assert counted[SUPPORTED] == ("10", "| 20", "24")
    assert years.key == "[c] too few children to show. | a break: not to be compared with the years before it."


def test_without_any_neighbours_the_table_has_no_columns_for_them(ask: Ask) -> None:
    table = setting_tables.latest(settings(ask, "placement_setting", "Reading"))
    assert [c.title for c in table.columns] == ["Group", "Share", "n of N", "Change in a year"]
    assert table.rows[0] == (FOSTER, "50%", "100 of 200", "no figure a year before")


def test_where_every_group_is_hidden_the_heading_says_so(opened: Opened) -> None:
    hidden = "year | group | number | of\n 2025 | foster | c | c\n 2025 | homes | c | c"
    found = settings(opened(living("City of London", hidden), CARD), "placement_setting", "City of London")
    assert (
        said.finding(found) == "City of London has no figures for where children live on 31 March 2025: too few children to show."
    )
    assert said.sentence(found) == "None of the 2 groups has a figure: [c] too few children to show."


def test_years_in_which_an_authority_did_not_exist_are_left_out(opened: Opened) -> None:
    text = "year | group | number | of\n 2023 | foster | z | z\n 2024 | foster | 60 | 100\n 2025 | foster | 61 | 100"
    found = settings(opened(living("Cumberland", text), CARD), "placement_setting", "Cumberland")
    assert [f.period for f in found.settings[0].history] == ["2024", "2025"]


def test_an_authority_without_rows_is_told_and_offered_what_is_held(ask: Ask) -> None:
    never = "“Living inside or outside the council's area” is not held for Rutland: no release has a row for it."
    with pytest.raises(BadInput, match=never):
        settings(ask, "placed_outside_area", "Rutland")
    with pytest.raises(BadInput, match="is not held for Rutland: no release known on that day has a row"):
        settings(ask, "placed_outside_area", "Rutland", Choice(known_on=known_on("2025-12-01")))
    assert [entry.id for entry in held_for(ask, "Rutland", Choice())] == ["placement_setting"]


def test_the_region_or_england_can_stand_in_place_of_the_neighbours(ask: Ask) -> None:
    found = settings(ask, "placement_setting", "Rutland", Choice(kind=Kind.REGION))
    assert said.beside(found) == "East Midlands"
    assert [c.title for c in setting_tables.latest(found).columns][3] == "East Midlands"
    assert said.limits(found) == (said.KINSHIP, *said.breaks(found))


def test_the_download_has_every_period_and_what_each_group_is_set_beside(ask: Ask, rutland: Settings) -> None:
    lines = list(csv.DictReader(io.StringIO(change_downloads.settings(rutland, ask.manifest))))
    foster = [line for line in lines if line["breakdown"] == FOSTER]
    assert [(line["role"], line["period"], line["value"]) for line in foster] == [
        ("own", "2023", "60"), ("own", "2024", "60"), ("own", "2025", "60"), ("median", "2025", "70"),
    ]  # fmt: skip
    assert (foster[-1]["n"], foster[-1]["of"]) == ("10", "10")
    assert change_cited.settings(rutland, ask.manifest).startswith("Source")


def test_a_number_in_front_of_a_published_label_is_not_read_out() -> None:
    assert label("1. Placed inside the LA boundary, 20 miles or less from home") == (
        "Placed inside the LA boundary, 20 miles or less from home"
    )
    assert label(FOSTER) == FOSTER


def test_everything_offered_is_a_share_of_the_shipped_catalogue_with_groups() -> None:
    shipped = catalogue()
    for id_ in LOOKS:
        assert shipped[id_].unit == "%" and len(shipped[id_].breakdowns) > 1, id_
