"""Screenshots: which are planned, what is said of those that cannot be, and the page that lists them."""

from pathlib import Path

import pytest

from data.errors import UserError
from pages.shots import index, listing, take
from pages.shots.plan import AUTHORITIES, SIZES, THEMES, plan
from tests.pages.visiting import PAGES


def test_every_page_is_planned_for_every_authority_size_and_theme() -> None:
    shots = plan()
    assert len(shots) == len(PAGES) * len(AUTHORITIES) * len(SIZES) * len(THEMES)
    assert len({shot.name for shot in shots}) == len(shots)
    assert {shot.area.short_name for shot in shots} == set(AUTHORITIES)


def test_the_pages_are_those_of_the_folder_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("10_Last.py", "2_In_between.py", "1_First.py", "__main__.py"):
        (tmp_path / "pages" / name).touch()
    assert [(one.title, one.address) for one in listing.listed(tmp_path)] == [
        ("Our children at a glance", ""), ("First", "first"), ("In between", "in-between"), ("Last", "last"),
    ]  # fmt: skip


def test_a_plan_is_narrowed_by_what_is_named_and_nothing_is_taken_twice() -> None:
    shots = plan(["Kent", "886", "E10000016"], ["Trends", "trends"], ["390x844"], ["dark"])
    assert [shot.name for shot in shots] == ["kent_trends_390x844_dark"]
    assert shots[0].said == "Kent, Trends, 390x844, dark"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"pages": ["Trend"]}, 'Did you mean "Trends"?'),
        ({"authorities": ["Herefordshir"]}, "Herefordshire"),
        ({"authorities": ["England"]}, "is not a local authority"),
        ({"sizes": ["1366"]}, "such as 1366x768"),
        ({"sizes": ["100x100"]}, "240 to 8000"),
        ({"themes": ["drak"]}, 'Did you mean "dark"?'),
    ],
)
def test_what_cannot_be_taken_is_said_with_the_nearest_that_can(named: dict[str, list[str]], said: str) -> None:
    with pytest.raises(UserError) as trouble:
        plan(**named)
    assert said in str(trouble.value)


def test_without_a_browser_the_command_says_where_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    with pytest.raises(UserError, match="sudo apt-get install chromium"):
        take.take(plan(["Kent"], ["Trends"]), tmp_path / "out", say=print)
    assert not (tmp_path / "out").exists()


def test_the_index_lists_the_pictures_that_there_are_with_words_for_each(tmp_path: Path) -> None:
    shots = plan(["Kent"], ["Trends", "Principles"], ["390x844"], ["light", "dark"])
    for shot in shots[:2]:
        (tmp_path / f"{shot.name}.png").touch()
    (tmp_path / f"{shots[0].name}{take.WHOLE}.png").touch()
    page = index.write(shots, tmp_path).read_text("utf-8")
    assert page.count("<img ") == 2 and page.count("the whole page") == 1
    assert f'alt="{shots[0].said}"' in page
    assert "<h2>Trends, Kent</h2>" in page and "<h2>Principles, Kent</h2>" in page
