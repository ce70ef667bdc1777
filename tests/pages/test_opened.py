"""A damaged snapshot is a sentence with the way back; a new snapshot and a new indicator show without a restart."""

import shutil
from pathlib import Path

import pytest

from data.store import BUNDLED, VARIABLE, Store
from metrics import catalogue
from pages.parts import opened
from tests.metrics.worlds import code, publish, rates
from tests.pages.visiting import OPENING, PAGES, Visit

WAY_BACK = "python -m data use"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store of our own with the bundled snapshot in it, which a test may damage."""
    folder = tmp_path / "store"
    shutil.copytree(BUNDLED, folder)
    monkeypatch.setenv(VARIABLE, str(folder))
    return Store(folder)


def _another(store: Store) -> str:
    """A second snapshot in the store, which becomes the current one."""
    return publish(rates("Herefordshire | 2025 | 2025-11-26 | 350 | 35,000"), store.folder).id


def _damage_first_bytes(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(bytes(data))


@pytest.mark.parametrize("page", PAGES)
def test_a_damaged_parquet_is_told_on_every_page_with_the_way_back(page: str, store: Store) -> None:
    good, bad = store.current_id(), _another(store)
    _damage_first_bytes(next((store.folder / bad).glob("observations/*.parquet")))
    visit = Visit().open(page)
    assert not visit.app.exception
    assert visit.heading == "These figures cannot be shown just now."
    assert "observations/cla_number_and_rate.parquet is damaged" in visit.words
    assert f"{WAY_BACK} {good}" in visit.words


@pytest.mark.parametrize("content", ["", "id = ", 'id = "x"\n', "\x00\x01"])
def test_a_damaged_manifest_is_a_sentence_too(content: str, store: Store) -> None:
    good, bad = store.current_id(), _another(store)
    (store.folder / bad / "manifest.toml").write_text(content)
    visit = Visit().open()
    assert not visit.app.exception
    assert "manifest.toml is damaged" in visit.words
    assert f"{WAY_BACK} {good}" in visit.words


def test_a_missing_file_is_told_and_where_nothing_is_whole_that_is_told(store: Store) -> None:
    only = store.current_id()
    (store.folder / str(only) / "areas.parquet").unlink()
    visit = Visit().open()
    assert not visit.app.exception
    assert "areas.parquet is missing" in visit.words
    assert "Please tell whoever looks after the dashboard" in visit.words
    assert "No other snapshot in this store is whole" in visit.words


def test_a_link_to_a_whole_snapshot_opens_although_the_current_one_is_damaged(store: Store) -> None:
    good, bad = store.current_id(), _another(store)
    _damage_first_bytes(next((store.folder / bad).glob("observations/*.parquet")))
    assert Visit().open(snapshot=str(good)).heading.startswith("344 children")


def test_an_empty_store_says_how_to_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nothing"))
    visit = Visit().open()
    assert not visit.app.exception
    assert "python -m data publish" in visit.words


def test_a_newly_published_snapshot_shows_to_the_next_visitor_and_an_earlier_link_stays_as_it_was(store: Store) -> None:
    before = Visit().open("1_Trends")
    old = before.link["snapshot"]
    new = _another(store)
    after = Visit().open("1_Trends")
    assert after.link["snapshot"] == new
    assert after.heading.startswith("350 children")
    by_link = Visit().open("1_Trends", snapshot=old)
    assert by_link.heading == before.heading
    assert "Show the current one" in by_link.words


def test_a_new_file_in_the_catalogue_is_a_new_indicator_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(catalogue.FOLDER, folder)
    monkeypatch.setattr(opened, "read_catalogue", lambda: catalogue.catalogue(folder))
    title, id_ = "Teeth looked at again", "teeth_again"
    first = Visit().open("1_Trends")
    assert title not in " ".join(first.options("Indicator"))

    entry = (folder / "dental_check.toml").read_text().replace('title = "Teeth checked by a dentist"', f'title = "{title}"')
    (folder / f"{id_}.toml").write_text(entry + "\nheadline = true\n" if "headline" not in entry else entry)

    for page in ("1_Trends", "2_Statistical_neighbours"):
        visit = Visit().open(page, indicator=id_)
        assert visit.link["indicator"] == id_
        assert f"{title} (principle 1)" in visit.options("Indicator")
        assert not visit.app.exception
    for page in (OPENING, "3_Principles", "7_Data_and_methods"):
        assert title in Visit().open(page, principle="1").words, page


def test_a_catalogue_with_a_mistake_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "catalogue"
    shutil.copytree(catalogue.FOLDER, folder)
    (folder / "wrong.toml").write_text('title = "Wrong"\n')
    monkeypatch.setattr(opened, "read_catalogue", lambda: catalogue.catalogue(folder))
    visit = Visit().open()
    assert not visit.app.exception
    assert "wrong.toml" in visit.words


def test_authorities_are_offered_by_name_and_the_dissolved_ones_last_with_their_day() -> None:
    offered = Visit().open().options("Authority")
    assert offered.index("York") < offered.index("Cumbria (until 31 March 2023)")
    assert len(offered) == len(set(offered))
    assert code("Rutland") == "E06000017" and "Rutland" in offered and "England" not in offered
