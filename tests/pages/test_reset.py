"""One button takes every filter back; the authority and the snapshot stay. A server without figures says what comes next."""

from pathlib import Path

import pytest

from data.store import VARIABLE
from tests.pages.visiting import PAGES, Visit

CHOSEN = {"authority": "E06000017", "indicator": "dental_check", "principle": "6", "years": "2021-2023", "compare": "england"}
CHOSEN |= {"how": "mean", "edition": "2021", "known_on": "2025-01-31"}


def _reset(visit: Visit) -> bool:
    """Press the button; whether it could be pressed."""
    button = next(b for b in visit.app.button if b.label == "Reset the filters")
    if not button.disabled:
        button.click().run()
    return not button.disabled


def test_a_reset_takes_every_filter_back_and_keeps_authority_and_snapshot() -> None:
    visit = Visit().open("1_Trends", **CHOSEN)
    snapshot = visit.link["snapshot"]
    assert _reset(visit)
    assert visit.link == {"authority": "E06000017", "known_on": "now", "snapshot": snapshot}
    assert visit.heading.startswith("32 children were looked after on 31 March 2025")


def test_there_is_nothing_to_reset_where_nothing_was_chosen_but_the_authority() -> None:
    assert not _reset(Visit().open("1_Trends", authority="E06000017"))


@pytest.mark.parametrize("page", PAGES)
def test_a_server_without_any_snapshot_says_so_calmly_on_every_page(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    visit = Visit().open(page, authority="E06000017")
    assert not visit.app.exception
    assert visit.heading == "No figures have been published here yet."
    assert "python -m data publish FOLDER" in visit.words and "Nothing was lost" in visit.words
