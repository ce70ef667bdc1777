"""Data, methods and revisions in a real browser: its contents lead to sections, its folds open by the keyboard."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.browser.dashboard import address, choose, follow, settle, unfold
from tests.browser.measuring import ENLARGED

NAME = "Data and methods"
COUNT = {"authority": "E06000019", "indicator": "children_looked_after", "period": "2023"}


def test_every_entry_of_the_contents_brings_its_heading_to_the_top(server: str, page: Page) -> None:
    follow(page, server, NAME, **COUNT)
    links = page.get_by_role("navigation", name="On this page").get_by_role("link").all()
    assert len(links) == 8
    for link in links:
        anchor = (link.get_attribute("href") or "").removeprefix("#")
        link.click()
        expect(page.locator(f"h2#{anchor}")).to_be_in_viewport()
        assert address(page)["indicator"] == "children_looked_after"  # the view is not lost on the way


def test_a_contents_link_takes_the_keyboard_along(server: str, page: Page) -> None:
    follow(page, server, NAME, **COUNT)
    page.get_by_role("link", name="Revision history of a figure").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h2#revisions")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Indicator")).to_be_focused()


def test_a_fold_opens_by_the_keyboard_and_stays_open_for_another_authority(server: str, page: Page) -> None:
    follow(page, server, NAME, **COUNT)
    fold = page.locator(".stExpander summary", has_text="The way of this figure back")
    fold.focus()
    page.keyboard.press("Enter")
    way = page.get_by_role("region", name="Children looked after, Herefordshire, 2023: what the figure is made of")
    expect(way).to_contain_text("cla-2025/cla_number_and_rate_per_10k_children.csv")
    choose(page, "Authority", "Rutland")
    expect(page.get_by_role("region", name="Children looked after, Rutland, 2023: what the figure is made of")).to_be_visible()


def test_another_period_changes_the_sentence_the_table_and_the_address(server: str, page: Page) -> None:
    follow(page, server, NAME, **COUNT)
    expect(page.locator("h2#revisions")).to_contain_text("412 as first published on 16 November 2023, 413 since")
    choose(page, "Period", "2025")
    expect(page.locator("h2#revisions")).to_contain_text("344, first published on 26 November 2025, not revised since.")
    settle(page)
    assert address(page)["period"] == "2025"


def test_the_vintages_are_saved_with_every_digit(server: str, page: Page, tmp_path: Path) -> None:
    follow(page, server, NAME, **COUNT)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these figures (CSV)").click()
    assert waiting.value.suggested_filename == "E06000019-children_looked_after-2023-revisions.csv"
    waiting.value.save_as(tmp_path / "vintages.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "vintages.csv").read_text(encoding="utf-8"))))
    assert [(row["published_on"], row["value"]) for row in rows] == [
        ("2023-11-16", "412"), ("2024-11-14", "413"), ("2025-11-26", "413"),
    ]  # fmt: skip


def test_the_vintages_are_saved_as_a_workbook_with_a_cover(server: str, page: Page, tmp_path: Path) -> None:
    follow(page, server, NAME, **COUNT)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Workbook (XLSX)").click()
    waiting.value.save_as(tmp_path / "vintages.xlsx")
    cover, figures = CalamineWorkbook.from_path(tmp_path / "vintages.xlsx").sheet_names
    rows = CalamineWorkbook.from_path(tmp_path / "vintages.xlsx").get_sheet_by_name(figures).to_python()
    value = next(cells for cells in rows if "value" in cells).index("value")
    assert [cells[value] for cells in rows[-3:]] == [412, 413, 413]
    assert cover == "About these figures"


def test_at_200_per_cent_nothing_scrolls_sideways(server: str, page: Page) -> None:
    page.set_viewport_size(ENLARGED)
    follow(page, server, NAME, **COUNT)
    unfold(page)
    wide, room = page.evaluate("(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.stMain'))")
    assert wide <= room


def test_a_link_that_ends_in_a_section_leads_to_it_and_takes_the_keyboard_along(fresh_server: str, page: Page) -> None:
    page.goto(f"{fresh_server}/data-and-methods?authority=E06000019&indicator=children_looked_after#words")
    settle(page)
    heading = page.locator("h2#words")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    box = heading.bounding_box()
    assert box and box["y"] < 200


def test_a_reader_who_has_taken_over_is_not_taken_back_to_the_section(server: str, page: Page) -> None:
    page.goto(f"{server}/data-and-methods?authority=E06000019#words")
    settle(page)
    expect(page.locator("h2#words")).to_be_in_viewport()
    page.locator(".stMain").hover()
    page.mouse.wheel(0, -20_000)
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    choose(page, "Authority", "Rutland")
    expect(page.locator("h2#revisions")).to_contain_text("Rutland")
    settle(page)
    expect(page.locator("h2#words")).not_to_be_in_viewport()
