"""How a figure was revised: every vintage, what changed from one to the next, and which of them is shown."""

import csv
import io
import re
from pathlib import Path

import pytest

from data.errors import BadInput
from metrics import revision_tables, revision_words
from metrics.ask import ENGLAND, Ask
from metrics.known_on import known_on
from metrics.results import Choice
from metrics.revisions import every_year, others, revisions
from tests.metrics.conftest import Opened
from tests.metrics.worlds import OF_POPULATION, observed, own_entry, rates

COUNT, RATE = "children_looked_after", "children_looked_after_rate"
WORLD = """
    Herefordshire | 2022 | 2023-11-16 | 379 | 34,000
    Herefordshire | 2023 | 2023-11-16 | 412 | 34,031
    Herefordshire | 2022 | 2024-11-14 | 379 | 34,000
    Herefordshire | 2023 | 2024-11-14 | 413 | 33,961
    Herefordshire | 2024 | 2024-11-14 | 387 | 34,052
    Herefordshire | 2023 | 2025-11-26 | 413 | 33,977
    Herefordshire | 2024 | 2025-11-26 | 387 | 34,052
    Shropshire    | 2023 | 2023-11-16 | c   | 59,000
    Shropshire    | 2023 | 2024-11-14 | 590 | 59,000
    Rutland       | 2023 | 2023-11-16 | 31  | 7,900
    Rutland       | 2023 | 2024-11-14 | c   | 7,900
"""


@pytest.fixture
def ask(opened: Opened) -> Ask:
    return opened(rates(WORLD))


def as_known(text: str) -> Choice:
    return Choice(known_on=known_on(text))


def test_a_revised_count_is_said_with_both_figures_their_days_and_the_difference(ask: Ask) -> None:
    assert revision_words.finding(revisions(ask, COUNT, "Herefordshire", period="2023")) == (
        "Herefordshire, children looked after, on 31 March 2023: 412 as first published on 16 November 2023, 413 since "
        "14 November 2024, 1 more."
    )


def test_a_figure_stated_again_and_never_changed_is_not_called_revised(ask: Ask) -> None:
    history = revisions(ask, COUNT, "Herefordshire", period="2024")
    assert history.times == 0
    assert revision_words.finding(history) == (
        "Herefordshire, children looked after, on 31 March 2024: 387, first published on 14 November 2024, stated again in 1 "
        "later release, not revised since."
    )


def test_a_rate_is_revised_with_its_population_alone(ask: Ask) -> None:
    history = revisions(ask, RATE, "Herefordshire", period="2023")
    assert history.times == 2
    assert [row[-2] for row in revision_tables.history(history).rows] == [
        "first published", "1 more, out of 33,961 instead of 34,031", "out of 33,977 instead of 33,961",
    ]  # fmt: skip
    assert revision_words.finding(history).endswith(
        "121.1 (412 of 34,031) as first published on 16 November 2023, 121.6 (413 of 33,977) since 26 November 2025. "
        "It was revised twice."
    )


def test_a_figure_of_a_year_before_the_oldest_release_is_not_called_first_published(ask: Ask) -> None:
    history = revisions(ask, COUNT, "Herefordshire", period="2022")
    assert not history.from_the_start
    assert "379 in the oldest release held, of 16 November 2023, stated again" in revision_words.finding(history)
    assert revision_tables.history(history).rows[0][-2] == "oldest held"


def test_a_figure_that_was_hidden_and_is_shown_now_is_a_revision_without_arithmetic(ask: Ask) -> None:
    history = revisions(ask, RATE, "Shropshire", period="2023")
    first, now = revision_tables.history(history).rows
    assert first[1:5] == ("", "", "[c]", "too few children to show")
    assert now[-2] == "now with a figure, before that too few children to show"
    assert "no figure (too few children to show) as first published" in revision_words.finding(history)


def test_a_figure_that_is_hidden_now_shows_no_count_beside_its_mark(ask: Ask) -> None:
    table = revision_tables.history(revisions(ask, RATE, "Rutland", period="2023"))
    assert table.rows[1][1:5] == ("", "", "[c]", "too few children to show")
    assert table.rows[1][-2] == "now without a figure: too few children to show"
    assert table.key == "[c] too few children to show."


@pytest.mark.parametrize(
    ("known", "shown", "said"),
    [
        ("now", ["", "", "shown here"], "As known now, the one published on 26 November 2025 is shown"),
        ("first", ["shown here", "", ""], "as first published: the one published on 16 November 2023 is shown"),
        ("2024-12-31", ["", "shown here", ""], "as known on 31 December 2024: the one published on 14 November 2024 is shown"),
        ("2023-01-31", ["", "", ""], "the oldest release held that has this one came out on 16 November 2023, so none is shown"),
    ],
)
def test_the_vintage_that_the_other_pages_show_is_marked(ask: Ask, known: str, shown: list[str], said: str) -> None:
    history = revisions(ask, COUNT, "Herefordshire", as_known(known), "2023")
    assert [row[-1] for row in revision_tables.history(history).rows] == shown
    assert said in revision_words.shown_here(history)


def test_without_a_period_the_newest_of_the_years_chosen_is_taken(ask: Ask) -> None:
    assert revisions(ask, COUNT, "Herefordshire").period == "2024"
    history = revisions(ask, COUNT, "Herefordshire", Choice(first_year=2022, last_year=2023))
    assert (history.period, history.periods) == ("2023", ("2022", "2023"))


def test_a_period_that_is_not_held_is_refused_and_those_held_are_named(ask: Ask) -> None:
    with pytest.raises(BadInput, match="not held for Herefordshire in 1999. Held: 2022, 2023, 2024."):
        revisions(ask, COUNT, "Herefordshire", period="1999")


def test_an_indicator_that_is_not_measured_nationally_has_no_history(bundled: Ask) -> None:
    with pytest.raises(BadInput, match="not measured nationally"):
        revisions(bundled, "promises_kept", "Herefordshire")


def test_an_area_of_which_nothing_is_held_has_a_sentence_and_no_rows(ask: Ask) -> None:
    history = revisions(ask, COUNT, "Kent")
    assert history.revisions == ()
    assert revision_words.finding(history) == "No release held has a figure for Kent on this: children looked after."
    assert revision_words.shown_here(history) == ""


def test_every_year_says_which_were_revised_newest_first(ask: Ask) -> None:
    result = every_year(ask, RATE, "Herefordshire")
    assert revision_words.every_year(result) == (
        "1 of the 3 periods held has another figure now than in the oldest release held."
    )
    assert [row[0] for row in revision_tables.every_year(result).rows] == ["2024", "2023", "2022"]
    assert revision_tables.every_year(result).rows[1] == (
        "2023", "November 2023", "121.1", "121.6", "1 more, out of 33,977 instead of 34,031",
    )  # fmt: skip


def test_every_year_keeps_to_the_years_chosen(ask: Ask) -> None:
    result = every_year(ask, COUNT, "Herefordshire", Choice(first_year=2024, last_year=2024))
    assert revision_words.every_year(result) == "The one period held was not revised."


def test_a_newer_population_of_another_table_is_a_vintage_of_its_own(opened: Opened, tmp_path: Path) -> None:
    counts = observed(
        "cla_number_and_rate",
        "area | period | released | children_count\nRutland | 2025 | 2025-11-26 | 20",
        "starting in the year",
    )
    people = observed(
        "population",
        """
        area    | period | released   | population_estimate
        Rutland | 2024   | 2025-07-30 | 8,000
        Rutland | 2024   | 2026-07-30 | 8,100
        """,
        "0 to 17",
    )
    history = revisions(opened(counts + people, own_entry(tmp_path, OF_POPULATION)), "own", "Rutland", period="2025")
    assert [r.fact.denominator for r in history.revisions] == [8_000, 8_100]
    cell = revision_tables.history(history).rows[1][0]
    assert cell.startswith("26 November 2025\n") and "known since 30 July 2026, with another table's newer figures" in cell


def test_the_download_has_a_row_for_each_vintage_unrounded(ask: Ask) -> None:
    history = revisions(ask, RATE, "Herefordshire", period="2023")
    rows = list(csv.DictReader(io.StringIO(revision_tables.download(history, ask.manifest))))
    assert tuple(rows[0]) == revision_tables.COLUMNS
    assert [(r["numerator"], r["denominator"], r["known_until"], r["shown"]) for r in rows] == [
        ("412", "34031", "2024-11-14", "no"), ("413", "33961", "2025-11-26", "no"), ("413", "33977", "", "yes"),
    ]  # fmt: skip
    assert [float(r["value"]) for r in rows] == pytest.approx([412e4 / 34031, 413e4 / 33961, 413e4 / 33977], abs=1e-12)
    assert rows[0]["snapshot"] == ask.snapshot.id


def test_a_hidden_figure_is_empty_in_the_download(ask: Ask) -> None:
    history = revisions(ask, COUNT, "Shropshire", period="2023")
    first = next(csv.DictReader(io.StringIO(revision_tables.download(history, ask.manifest))))
    assert (first["numerator"], first["value"], first["status"]) == ("", "", "suppressed")


def test_the_source_line_names_every_release_of_the_history(ask: Ask) -> None:
    said = revision_tables.source(revisions(ask, COUNT, "Herefordshire", period="2023"), ask.manifest)
    assert said.count("published") == 3 and said.startswith("Sources: ")


def test_the_published_figures_of_herefordshire_and_england_are_those_that_were_printed(bundled: Ask) -> None:
    ours = revisions(bundled, COUNT, "Herefordshire", period="2023")
    assert [r.fact.numerator for r in ours.revisions] == [412, 413, 413]
    england = revisions(bundled, COUNT, ENGLAND, period="2023")
    assert [r.fact.numerator for r in england.revisions] == [83_840, 83_760, 83_750]
    assert "83,840 as first published on 16 November 2023, 83,750 since 26 November 2025, 90 fewer" in (
        revision_words.finding(england)
    )


def test_region_and_england_are_the_others_of_an_authority_and_england_has_none(bundled: Ask) -> None:
    assert others(bundled.areas.find("Herefordshire")) == ("E12000005", ENGLAND)
    assert others(bundled.areas[ENGLAND]) == ()


@pytest.mark.parametrize("area", ["Herefordshire", "City of London", "Isles of Scilly", "Cumbria"])
def test_every_indicator_has_a_history_that_can_be_said(bundled: Ask, area: str) -> None:
    for entry in bundled.catalogue.measured:
        history = revisions(bundled, entry.id, area)
        said = revision_words.finding(history)
        assert said.endswith(".") and said[0] == said[0].upper(), said
        assert not re.search(r"\b(None|nan)\b|  | ,|\(\)|\.\.", said), said
        assert len(revision_tables.history(history).rows) == len(history.revisions)
