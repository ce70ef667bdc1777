"""Data, methods and revisions: what changed, how a figure was revised and where it comes from, each with a link of its own."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest

from data.store import BUNDLED, VARIABLE, Store
from tests.data.drawn import write_two_releases
from tests.data.running import published
from tests.pages.visiting import Visit

PAGE = "7_Data_and_methods"
COUNT = {"indicator": "children_looked_after", "period": "2023"}


def opened(visit: Visit, label: str) -> Visit:
    """Open what is folded away under a label that begins so."""
    found = [box for box in visit.app.expander if box.label.startswith(label)]
    assert found, f'nothing is folded under "{label}"'
    visit.app.session_state[f"fold-{FOLDED[label]}"] = True
    visit.app.run()
    return visit


FOLDED = {
    "Single figures": "differences",
    "The way of": "trace",
    "Every year": "every-year",
    "The same figure": "others",
    "All words": "words",
    "The whole statement": "accessibility",
    "Every published file": "files",
    "The newest release": "freshness",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with two releases of invented figures, published one after the other."""
    for release in write_two_releases(tmp_path / "files"):
        published(tmp_path / "store", release)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "store"))
    return Store(tmp_path / "store")


def headings(visit: Visit) -> list[str]:
    return re.findall(r'<h2 class="cpd-section" id="[^"]+" tabindex="-1">(.*?)</h2>', visit.html)


def test_every_link_of_the_contents_leads_to_a_heading_of_the_page() -> None:
    html = Visit().open(PAGE).html
    anchors = re.findall(r'<li><a href="#([^"]+)">', html)
    assert len(anchors) == 8
    assert re.findall(r'<h2 class="cpd-section" id="([^"]+)"', html) == anchors


def test_the_heading_of_a_history_is_the_history_in_a_sentence() -> None:
    visit = Visit().open(PAGE, **COUNT)
    assert headings(visit)[1] == (
        "Herefordshire, children looked after, on 31 March 2023: 412 as first published on 16 November 2023, 413 since "
        "14 November 2024, 1 more."
    )
    assert visit.html.count("shown here") == 1


def test_what_is_picked_is_kept_in_the_address_and_changes_the_history() -> None:
    visit = Visit().open(PAGE, **COUNT).pick("Period", "2025")
    assert visit.link["period"] == "2025" and visit.link["indicator"] == "children_looked_after"
    assert "344, first published on 26 November 2025, not revised since." in headings(visit)[1]
    visit.pick("Authority", "E06000017")
    assert headings(visit)[1].startswith("Rutland, children looked after, on 31 March 2025: 32")
    assert (visit.link["authority"], visit.link["period"]) == ("E06000017", "2025")


def test_as_known_on_a_day_another_vintage_is_the_one_shown() -> None:
    words = " ".join(Visit().open(PAGE, **COUNT, known_on="2023-12-31").words.split())
    assert "You asked for figures as known on 31 December 2023: the one published on 16 November 2023 is shown." in words
    assert "412 published first published shown here" in words


def test_a_period_that_is_not_held_is_a_sentence_and_the_newest_is_shown() -> None:
    visit = Visit().open(PAGE, indicator="children_looked_after", period="1999")
    assert not visit.app.exception
    assert "is not held for Herefordshire in 1999" in visit.words and "Here 2025 is shown." in visit.words


def test_the_licence_can_be_followed_by_its_address() -> None:
    assert '<a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">' in Visit().open(PAGE).html


def test_what_an_indicator_is_made_of_is_named_once() -> None:
    words = " ".join(Visit().open(PAGE).words.split())
    assert "How it is worked out Numerator divided by denominator, times 10,000." in words
    assert "Numerator Children count (“on 31 March”)." in words


def test_only_periods_of_the_years_chosen_are_offered() -> None:
    visit = Visit().open(PAGE, indicator="children_looked_after", years="2021-2023")
    assert visit.options("Period") == ["2023", "2022", "2021"]
    assert "on 31 March 2023" in headings(visit)[1]


def test_an_authority_of_which_nothing_is_held_is_told_in_the_heading() -> None:
    visit = Visit().open(PAGE, authority="E10000009", indicator="foster_care")
    assert not visit.app.exception
    assert headings(visit)[1] == "No release held has a figure for Dorset on this: children in foster care."
    assert "Download these figures (CSV)" not in [b.label for b in visit.app.get("download_button")]


def test_the_way_back_names_row_column_file_and_hash_only_when_it_is_opened() -> None:
    visit = Visit().open(PAGE, **COUNT)
    assert "what the figure is made of" not in visit.words
    opened(visit, "The way of")
    assert not visit.app.exception
    words = " ".join(visit.words.split())
    assert "area E06000019, period 2023" in words
    assert re.search(r"cla-2025/cla_number_and_rate_per_10k_children\.csv .{0,90} 26 November 2025 +[0-9a-f]{64}", words)
    assert "python -m metrics trace --indicator children_looked_after --area E06000019 --period 2023 --snapshot" in words


def test_the_same_figure_of_region_and_england_is_one_step_away() -> None:
    words = opened(Visit().open(PAGE, **COUNT), "The same figure").words
    assert "England, children looked after, on 31 March 2023: 83,840 as first published on 16 November 2023, 83,750" in words
    assert "West Midlands, children looked after, on 31 March 2023" in words


def test_every_year_of_the_figure_says_how_many_were_revised() -> None:
    words = opened(Visit().open(PAGE, **COUNT), "Every year").words
    assert re.search(r"\d of the \d+ periods held ha(s|ve) another figure now than in the oldest release held", words)


@pytest.mark.parametrize("label", ["All words", "The whole statement", "Every published file", "The newest release"])
def test_what_is_long_is_folded_away_and_opens(label: str) -> None:
    visit = Visit().open(PAGE)
    before = len(visit.html)
    assert not opened(visit, label).app.exception
    assert len(visit.html) > before + 500


def test_the_first_snapshot_says_so_in_a_sentence() -> None:
    words = Visit().open(PAGE).words
    assert "This is the first snapshot of its store, so there is nothing before it to compare with." in words


def test_a_newer_snapshot_says_what_changed_by_table_and_area(store: Store) -> None:
    visit = Visit().open(PAGE)
    assert not visit.app.exception
    assert re.fullmatch(r"2 newly published files brought \d+ new figures and revised 2 of the 15 stated again\.", visit.heading)
    assert "What changed since the snapshot before, by published table" in visit.words
    assert "Herefordshire (2)" in visit.words and "Published here on" in visit.words


def test_single_figures_are_compared_when_they_are_asked_for(store: Store) -> None:
    visit = Visit().open(PAGE)
    assert "2 largest of 2 revisions" not in visit.words
    assert "Herefordshire: the 2 largest of 2 revisions" in opened(visit, "Single figures").words
    assert "No figure of Rutland that was held before has changed." in visit.pick("Authority", "E06000017").words


def test_where_the_snapshot_before_is_gone_that_is_a_sentence(store: Store) -> None:
    shutil.rmtree(store.folder / store.open().manifest.previous)
    visit = opened(Visit().open(PAGE), "Single figures")
    assert not visit.app.exception
    assert "The snapshot before this one is not held here any more" in visit.words


def test_where_the_snapshot_before_is_damaged_that_is_a_sentence(store: Store) -> None:
    path = next((store.folder / store.open().manifest.previous).glob("observations/*.parquet"))
    path.write_bytes(path.read_bytes()[:-9])
    visit = opened(Visit().open(PAGE), "Single figures")
    assert not visit.app.exception
    assert "is damaged" in visit.words and "cannot be shown" not in visit.words


def test_the_vintages_can_be_saved_as_csv() -> None:
    from metrics import revision_tables
    from metrics.ask import Ask
    from metrics.revisions import revisions

    assert "Download these figures (CSV)" in [b.label for b in Visit().open(PAGE, **COUNT).app.get("download_button")]
    ask = Ask(Store(BUNDLED).open())
    history = revisions(ask, "children_looked_after", "Herefordshire", period="2023")
    rows = list(csv.DictReader(io.StringIO(revision_tables.download(history, ask.manifest))))
    ask.close()
    assert [row["value"] for row in rows] == ["412", "413", "413"]
