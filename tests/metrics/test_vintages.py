"""Which release a figure comes from: as now, as first published, as known on a day."""

from datetime import date
from pathlib import Path

import pytest

from data.errors import BadInput
from data.publish import publish as publish_files
from data.status import Status
from data.store import Store
from metrics.ask import Ask
from metrics.known_on import FIRST, KnownOn, known_on
from metrics.results import Choice
from tests.metrics.conftest import Opened
from tests.metrics.drawing import expect
from tests.metrics.worlds import editions, entries, rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"
TWICE_REVISED = """
    Rutland | 2023 | 2023-11-16 | 40 | 8,000 | 50
    Rutland | 2023 | 2024-11-14 | 42 | 8,000 | 53
    Rutland | 2023 | 2025-11-26 | 44 | 8,100 | 54
    Rutland | 2025 | 2025-11-26 | 60 | 8,200 | 73
"""
CSV_HEADER = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,"
    "new_la_code,population_type,population_estimate,children_count,rate_per_10000"
)


def on(text: str) -> Choice:
    """A choice that differs from the default in what is known only."""
    return Choice(known_on=known_on(text))


@pytest.mark.parametrize(
    ("known", "numerator", "denominator"),
    [
        ("now", 44, 8100),
        ("first", 40, 8000),
        ("2023-11-16", 40, 8000),
        ("2024-11-13", 40, 8000),
        ("2024-11-14", 42, 8000),
        ("2025-11-25", 42, 8000),
        ("2025-11-26", 44, 8100),
        ("2100-01-01", 44, 8100),
    ],
)
def test_a_figure_revised_twice_is_the_one_of_its_day(opened: Opened, known: str, numerator: int, denominator: int) -> None:
    facts = opened(rates(TWICE_REVISED)).facts(indicators=[RATE], known_on=known_on(known))
    expect(facts[:1], f"period | numerator | denominator\n 2023 | {numerator} | {denominator}")


def test_a_fact_names_its_own_release_and_its_day(opened: Opened) -> None:
    facts = opened(rates(TWICE_REVISED)).facts(indicators=[COUNT], known_on=KnownOn(date(2024, 12, 31)))
    expect(facts, "numerator | release | published_on\n 42 | Figures drawn for a test, 2024-11-14 | 2024-11-14")


def test_a_period_is_there_once_however_often_it_was_published(opened: Opened) -> None:
    ask = opened(rates(TWICE_REVISED))
    expect(ask.facts(indicators=[COUNT]), "period | numerator\n 2023 | 44\n 2025 | 60")
    expect(ask.facts(indicators=[COUNT], known_on=FIRST), "period | numerator\n 2023 | 40\n 2025 | 60")


def test_a_release_that_drops_an_area_keeps_the_older_figure(opened: Opened) -> None:
    ask = opened(
        rates("""
            Cumbria | 2022 | 2023-11-16 | 700 | 91,000 | 77
            Rutland | 2022 | 2023-11-16 | 40  | 8,000  | 50
            Rutland | 2022 | 2024-11-14 | 41  | 8,000  | 51
        """)
    )
    expect(ask.facts(indicators=[COUNT]), "area | numerator\n Rutland | 41\n Cumbria | 700")


def test_a_release_that_hides_a_figure_again_hides_it_from_its_day_on(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2024 | 2024-11-14 | 6 | 8,000 | 8\n Rutland | 2024 | 2025-11-26 | c | 8,000 | c"))
    expect(ask.facts(indicators=[RATE], known_on=known_on("2025-01-01")), "numerator | status\n 6 | published")
    expect(ask.facts(indicators=[RATE]), "numerator | status\n | suppressed")


def test_a_rate_is_never_made_of_counts_of_two_releases(opened: Opened) -> None:
    ask = opened(rates("Rutland | 2024 | 2024-11-14 | 40 | 8,000 | 50\n Rutland | 2024 | 2025-11-26 | 41 | | "))
    expect(ask.facts(indicators=[RATE]), "numerator | denominator | status\n 41 | | not_available")


def test_before_any_release_there_are_no_facts(opened: Opened) -> None:
    ask = opened(rates(TWICE_REVISED))
    assert ask.facts(known_on=known_on("2023-11-15")) == []
    assert ask.trend(RATE, "Rutland", on("2023-11-15")).own.facts == ()


def test_before_any_release_a_comparison_says_that_nothing_is_held(opened: Opened) -> None:
    ask = opened(rates(TWICE_REVISED))
    with pytest.raises(BadInput, match="is not held for Rutland. No release known on that day covers it."):
        ask.neighbours(RATE, "Rutland", on("2023-11-15"))


def test_a_neighbour_that_no_release_of_the_day_covers_is_not_held(opened: Opened) -> None:
    world = rates("Rutland | 2024 | 2024-11-14 | 40 | 8,000 | 50\n Reading | 2024 | 2025-11-26 | 90 | 9,000 | 100")
    ask = opened(world + editions("2021 | 2021-04-01 | Rutland | Reading"))
    (before,), (after,) = (ask.neighbours(RATE, "Rutland", Choice(edition="2021", known_on=known_on(day))).neighbours
                           for day in ("2024-12-31", "now"))  # fmt: skip
    assert (before.fact.status, before.fact.value, before.fact.release) == (Status.NOT_HELD, None, "")
    assert (after.fact.status, after.fact.value) == (Status.PUBLISHED, 100)


@pytest.mark.parametrize(
    ("known", "edition"),
    [
        ("now", "2025"),
        ("first", "2025"),
        ("2025-05-01", "2025"),
        ("2025-04-30", "2021"),
        ("2021-04-01", "2021"),
        ("2021-03-31", ""),
    ],
)
def test_the_neighbours_are_those_of_the_newest_edition_out_on_the_day(opened: Opened, known: str, edition: str) -> None:
    lists = editions("2021 | 2021-04-01 | Rutland | Reading\n 2025 | 2025-05-01 | Rutland | Poole, Reading")
    ask = opened(rates("Rutland | 2019 | 2020-11-26 | 40 | 8,000 | 50") + lists)
    result = ask.neighbours(RATE, "Rutland", on(known))
    assert (result.edition, result.of) == (edition, {"2025": 2, "2021": 1, "": 0}[edition])


def test_the_edition_that_is_named_is_used_whatever_is_known(opened: Opened) -> None:
    lists = editions("2021 | 2021-04-01 | Rutland | Reading\n 2025 | 2025-05-01 | Rutland | Poole, Reading")
    ask = opened(rates("Rutland | 2019 | 2020-11-26 | 40 | 8,000 | 50") + lists)
    assert ask.edition(Choice(edition="2025", known_on=known_on("2022-01-01"))) == "2025"
    assert ask.edition(Choice(edition="2021")) == "2021"


def test_a_day_that_is_no_day_is_refused() -> None:
    with pytest.raises(BadInput, match="Use now, first or a date such as 2024-12-31"):
        known_on("31/12/2024")


def test_what_is_known_is_written_as_it_is_read() -> None:
    assert [known_on(text).text for text in ("now", "first", "2024-12-31")] == ["now", "first", "2024-12-31"]
    assert [known_on(text).is_now for text in ("now", "", None, "first", "2024-12-31")] == [True, True, True, False, False]


def test_a_figure_under_a_new_code_supersedes_the_one_under_the_old_code(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    place = "Local authority,E92000001,England,E12000003,Yorkshire and The Humber,815,North Yorkshire"
    releases = ((date(2023, 11, 16), "E10000023", {2023: 464}), (date(2024, 11, 14), "E06000065", {2023: 466, 2024: 470}))
    for day, code, counts in releases:
        folder = tmp_path / str(day)
        folder.mkdir()
        what = "Children looked after on 31 March each year,114188"
        rows = [f"{year},Reporting year,{place},{code},{what},{count},41" for year, count in counts.items()]
        file = folder / "cla_number_and_rate_per_10k_children.csv"
        file.write_text("\n".join([CSV_HEADER, *rows, ""]), encoding="utf-8")
        publish_files([folder], store, by="a test", note="", published=day, say=lambda line: None)
    ask = Ask(store.open(), entries(COUNT))
    expect(ask.facts(), "area_code | period | numerator\n E06000065 | 2023 | 466\n E06000065 | 2024 | 470")
    expect(ask.facts(known_on=known_on("2024-01-01")), "area_code | period | numerator\n E06000065 | 2023 | 464")
    ask.close()
