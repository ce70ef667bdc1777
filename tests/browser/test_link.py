"""A link opens the same view on a server that nobody has visited; a choice changes page and address together."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard import PAGES, address, alternative, choose, follow, heading, settle

RUTLAND = {"authority": "E06000017", "indicator": "children_looked_after_rate", "known_on": "2024-12-31"}


def test_a_deep_link_opens_whole_on_a_server_that_nobody_has_visited(
    fresh_server: str, page: Page, console_errors: list[str]
) -> None:
    follow(page, fresh_server, "Trends", authority="E06000019", indicator="dental_check", known_on="2024-12-31")
    assert "dentist" in heading(page) and "31 March 2024" in heading(page)
    assert "Herefordshire" in alternative(page)
    table = page.get_by_role("table", name="Teeth checked by a dentist: Herefordshire")
    assert table.get_by_role("rowheader").first.inner_text() == "2024"
    assert page.title() == "Trends · Herefordshire · Corporate Parenting Dashboard"
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not [error for error in console_errors if "does not seem to exist" in error]
    assert {"authority": "E06000019", "indicator": "dental_check", "known_on": "2024-12-31"}.items() <= address(page).items()


@pytest.mark.parametrize("name", PAGES)
def test_a_link_to_any_page_opens_that_page_for_that_authority(server: str, page: Page, name: str) -> None:
    follow(page, server, name, authority="E06000017")
    assert page.title() == f"{name} · Rutland · Corporate Parenting Dashboard"
    assert address(page)["authority"] == "E06000017"
    assert address(page)["known_on"] == "now" and address(page)["snapshot"]
    expect(page.get_by_role("table").first).to_be_visible()


def test_another_authority_changes_heading_chart_table_and_address(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="E06000019")
    before = heading(page), alternative(page), page.get_by_role("table").first.inner_text()
    choose(page, "Authority", "Rutland")
    expect(page.get_by_role("heading", level=1)).to_contain_text("32 children were looked after")
    settle(page)
    after = heading(page), alternative(page), page.get_by_role("table").first.inner_text()
    assert all(old != new for old, new in zip(before, after, strict=True))
    assert "Rutland" in alternative(page)
    expect(page.locator(".js-plotly-plot").first).to_contain_text("Rutland")
    assert address(page)["authority"] == "E06000017"


def test_the_choice_goes_with_the_visitor_from_page_to_page(server: str, page: Page) -> None:
    follow(page, server, "Trends", **RUTLAND)
    for name in PAGES:
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_title(f"{name} · Rutland · Corporate Parenting Dashboard")
        settle(page)
        assert address(page)["authority"] == "E06000017" and address(page)["known_on"] == "2024-12-31"


def test_a_page_opened_in_another_tab_shows_the_same_authority(server: str, page: Page) -> None:
    follow(page, server, "Trends", **RUTLAND)
    target = page.get_by_role("link", name="Principles", exact=True).get_attribute("href")
    page.goto(f"{server}/{target}")
    settle(page)
    assert page.title().startswith("Principles · Rutland")


def test_back_and_forward_go_through_what_was_chosen_one_step_at_a_time(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="E06000019", known_on="now")
    choose(page, "Authority", "Rutland")
    expect(page).to_have_title("Trends · Rutland · Corporate Parenting Dashboard")
    settle(page)
    assert address(page)["authority"] == "E06000017"
    page.get_by_role("link", name="Statistical neighbours", exact=True).click()
    expect(page).to_have_title("Statistical neighbours · Rutland · Corporate Parenting Dashboard")
    settle(page)
    page.go_back()
    expect(page).to_have_title("Trends · Rutland · Corporate Parenting Dashboard")
    settle(page)
    page.go_back()
    expect(page).to_have_title("Trends · Herefordshire · Corporate Parenting Dashboard")
    settle(page)
    assert address(page)["authority"] == "E06000019"
    page.go_forward()
    expect(page).to_have_title("Trends · Rutland · Corporate Parenting Dashboard")


def test_a_measure_on_the_opening_page_leads_to_its_years(server: str, page: Page) -> None:
    follow(page, server, authority="E06000017")
    page.get_by_role("link", name="Three or more placements in the year").click()
    expect(page).to_have_title("Trends · Rutland · Corporate Parenting Dashboard")
    settle(page)
    assert address(page)["indicator"] == "three_or_more_placements"


def test_a_word_of_a_link_that_cannot_be_followed_is_told_in_a_sentence(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="Herefordshir", years="soon")
    told = page.get_by_role("status").filter(has_text="which is not known")
    expect(told).to_contain_text("Here Herefordshire is shown")
    assert address(page)["authority"] == "E06000019" and "years" not in address(page)


def test_the_download_holds_the_figures_of_the_view(server: str, page: Page, tmp_path: Path) -> None:
    follow(page, server, "Trends", authority="E06000019")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these figures (CSV)").click()
    assert waiting.value.suggested_filename == "E06000019-children_looked_after_rate-trend.csv"
    waiting.value.save_as(tmp_path / "figures.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "figures.csv").read_text(encoding="utf-8"))))
    (own,) = [row for row in rows if row["role"] == "own" and row["period"] == "2025"]
    assert (own["numerator"], own["denominator"], own["status"], own["known_on"]) == ("344", "34439", "published", "now")
    assert float(own["value"]) == 344 * 10_000 / 34_439
    assert own["release"] == "Children looked after in England including adoptions, 2025"
    assert own["snapshot"] == address(page)["snapshot"]
