"""What a reader takes from a view: a sorted table, the link, the citation, files, a picture."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from python_calamine import CalamineWorkbook

from tests.browser.dashboard import PHONE, follow, point_at, settle

CHILDREN = "E06000019-children_looked_after_rate-trend"
# Neighbours of which some have no figure: a mark has no place among figures.
HIDDEN = {"authority": "E06000017", "indicator": "convicted", "edition": "2025"}


def column(page: Page, number: int) -> list[str]:
    """What stands in a column of the first table, downwards."""
    return page.locator(".cpd-table tbody").first.locator(f"tr > :nth-child({number})").all_inner_texts()


def head(page: Page, name: str) -> Locator:
    """The heading of a column of the first table."""
    return page.get_by_role("table").first.get_by_role("columnheader", name=name, exact=True)


def test_a_column_is_sorted_by_value_and_the_first_order_comes_back(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="E06000019")
    before = column(page, 2)
    button = head(page, "Herefordshire").get_by_role("button")
    button.click()
    rising = [float(figure) for figure in column(page, 2)]
    assert rising == sorted(rising) and head(page, "Herefordshire").get_attribute("aria-sort") == "ascending"
    expect(page.locator(".cpd-heard")).to_have_text("Sorted by Herefordshire, lowest first")
    button.click()
    assert [float(figure) for figure in column(page, 2)] == rising[::-1]
    button.click()
    assert column(page, 2) == before and head(page, "Herefordshire").get_attribute("aria-sort") is None


def test_a_mark_stands_last_whichever_way_a_column_is_sorted(server: str, page: Page) -> None:
    follow(page, server, "Statistical neighbours", **HIDDEN)
    button = head(page, "Figure").get_by_role("button")
    for _ in ("lowest first", "highest first"):
        button.click()
        marks = [figure.startswith("[") for figure in column(page, 3)]
        assert any(marks) and marks == sorted(marks)


def test_a_table_is_sorted_by_keyboard_alone(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    head(page, "England").get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(head(page, "England")).to_have_attribute("aria-sort", "ascending")
    page.keyboard.press("Space")
    expect(head(page, "England")).to_have_attribute("aria-sort", "descending")
    expect(head(page, "England").get_by_role("button")).to_be_focused()


def test_another_authority_keeps_the_order_of_a_table_with_the_same_columns(server: str, page: Page) -> None:
    follow(page, server, "Statistical neighbours", authority="E06000019")
    head(page, "Figure").get_by_role("button").click()
    box = page.get_by_role("combobox", name="Authority", exact=True)
    box.click()
    box.fill("Shropshire")
    page.get_by_role("option", name="Shropshire", exact=True).click()
    expect(page).to_have_title("Statistical neighbours · Shropshire · Corporate Parenting Dashboard")
    settle(page)
    expect(head(page, "Figure")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("row", name="Shropshire")).to_contain_text("this council")
    figures = [float(figure) for figure in column(page, 3)]
    assert figures == sorted(figures)


def test_the_link_is_copied_and_a_word_confirms_it(server: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    follow(page, server, "Trends", authority="E06000017")
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.locator(".cpd-heard")).to_have_text("The link is copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Copy the citation").first.click()
    expect(page.locator(".cpd-heard")).to_contain_text("The citation is copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Children looked after, rate per 10,000: Rutland, as known now.") and copied.endswith(page.url)


def test_where_a_page_may_not_copy_the_address_stands_selected(server: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    follow(page, server, "Trends", authority="E06000017")
    page.get_by_role("button", name="Copy link to this view").click()
    field = page.get_by_role("textbox", name="To be copied")
    expect(field).to_be_focused()
    assert field.input_value() == page.url
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == page.url


@pytest.mark.parametrize(("kind", "begins"), [("PNG", b"\x89PNG"), ("SVG", b"<svg")])
def test_the_chart_is_saved_as_a_picture(server: str, page: Page, tmp_path: Path, kind: str, begins: bytes) -> None:
    follow(page, server, "Trends", authority="E06000019")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"Chart ({kind})").click()
    assert waiting.value.suggested_filename == f"{CHILDREN}.{kind.lower()}"
    waiting.value.save_as(tmp_path / "picture")
    picture = (tmp_path / "picture").read_bytes()
    assert picture.startswith(begins) and len(picture) > 5_000


def test_the_workbook_holds_the_cover_and_the_figures_of_the_view(server: str, page: Page, tmp_path: Path) -> None:
    follow(page, server, "Trends", authority="E06000019")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Workbook (XLSX)").click()
    assert waiting.value.suggested_filename == f"{CHILDREN}.xlsx"
    waiting.value.save_as(tmp_path / "book.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "book.xlsx").read_bytes()))
    cover = {row[0]: row[1] for row in book.get_sheet_by_name("About these figures").to_python()}
    assert cover["Link to this view"] == page.url
    header, *rows = book.get_sheet_by_name("Figures").to_python()
    (own,) = [r for r in (dict(zip(header, row, strict=True)) for row in rows) if (r["role"], r["period"]) == ("own", "2025")]
    assert (own["numerator"], own["denominator"]) == (344, 34_439)


def test_a_point_of_the_chart_shows_its_counts_and_its_vintages(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="E06000019", indicator="children_looked_after_rate")
    sentence = page.get_by_role("figure").first.get_attribute("aria-label")
    point_at(page, page.locator(".scatterlayer .trace").last.locator(".point").nth(4))
    page.mouse.down()
    page.mouse.up()
    expect(page.locator(".cpd-closer")).to_contain_text("121.1 (412 of 34,031) as first published on 16 November 2023")
    assert "period=2023" in page.url
    assert page.get_by_role("figure").first.get_attribute("aria-label") == sentence


def test_on_a_phone_the_cards_can_be_sorted_too(server: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, "Trends", authority="E06000019", period="2023")
    cards = page.locator(".cpd-cards").first
    button = cards.get_by_role("button", name="Published")
    expect(button).to_be_visible()
    button.click()
    expect(cards.locator("[aria-sort=ascending]")).to_have_count(1)


def test_every_button_of_our_own_is_large_enough_to_hit(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    sizes = page.locator(".stHtml button:visible").evaluate_all(
        "all => all.map(b => [b.innerText, b.getBoundingClientRect().width, b.getBoundingClientRect().height])"
    )
    assert len(sizes) > 8
    assert [name for name, wide, high in sizes if wide < 24 or high < 24] == []
