"""Meeting mode in the room: one chart at a time, by the keys, and nothing of the small print lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard import follow, settle


def meet(page: Page, server: str, name: str = "Trends", **words: str) -> None:
    """Open a page in a meeting and wait until the bar stands."""
    follow(page, server, name, meeting="on", **words)
    expect(page.get_by_role("navigation", name="Meeting")).to_be_visible()
    settle(page)


def go(page: Page, key: str, title: str) -> None:
    """Press a key until another page is there: first a low screen goes down to its chart."""
    for _ in range(12):
        page.keyboard.press(key)
        page.wait_for_timeout(700)
        if page.title().startswith(f"{title} ·"):
            break
    expect(page).to_have_title(f"{title} · Herefordshire · Corporate Parenting Dashboard")
    settle(page)


@pytest.mark.parametrize(("on", "back"), [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp")])
def test_the_keys_go_on_to_the_next_page_and_back(server: str, page: Page, on: str, back: str) -> None:
    meet(page, server)
    go(page, on, "Statistical neighbours")
    assert "meeting=on" in page.url
    go(page, back, "Trends")


def test_escape_leaves_the_meeting_and_keeps_what_was_chosen(server: str, page: Page) -> None:
    meet(page, server, indicator="dental_check")
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Meeting")).to_have_count(0)
    assert "meeting" not in page.url and "indicator=dental_check" in page.url
    expect(page.locator("[data-cpd-off]")).to_have_count(0)


def test_arrow_keys_in_a_list_do_not_turn_the_page(server: str, page: Page) -> None:
    meet(page, server)
    page.get_by_text("Change what is shown").first.click()
    page.get_by_role("combobox", name="Indicator").click()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.title().startswith("Trends ·")


def test_only_one_chart_is_seen_at_a_time(server: str, page: Page) -> None:
    meet(page, server)
    assert page.locator(".stPlotlyChart:visible").count() == 1


def test_type_is_one_and_a_half_times_as_large_and_nothing_scrolls_sideways(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    usual = page.get_by_role("heading", level=1).evaluate("h => h.getBoundingClientRect().height / h.getClientRects().length")
    lines = page.get_by_role("heading", level=1).evaluate("h => parseFloat(getComputedStyle(h).lineHeight)")
    assert usual >= lines
    meet(page, server)
    zoom = page.locator(".stMainBlockContainer").evaluate("e => e.currentCSSZoom ?? Number(getComputedStyle(e).zoom)")
    assert zoom == 1.5
    expect(page.locator(".js-plotly-plot .xtick text").first).to_have_css("font-size", f"{13 * 1.5}px")
    wide, room = page.evaluate("[document.querySelector('.stMain').scrollWidth, document.querySelector('.stMain').clientWidth]")
    assert wide <= room


def test_a_chart_is_not_wider_than_its_page_and_a_point_answers_the_pointer(server: str, page: Page) -> None:
    meet(page, server, authority="E06000019", indicator="children_looked_after_rate")
    chart = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
    box = page.locator(".stMainBlockContainer").bounding_box()
    assert chart and box and chart["x"] >= box["x"] and chart["x"] + chart["width"] <= box["x"] + box["width"] + 1
    point = page.locator(".scatterlayer .trace").last.locator(".point").nth(4)
    point.scroll_into_view_if_needed()
    place = point.bounding_box()
    assert place
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    expect(page.locator(".hoverlayer")).to_contain_text("On 31 March 2023")


def test_the_small_print_is_folded_not_lost(server: str, page: Page) -> None:
    meet(page, server)
    expect(page.locator(".cpd-cite")).to_be_hidden()
    page.get_by_text("Notes for this view").first.click()
    expect(page.locator(".cpd-cite").first).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.get_by_role("button", name="Workbook (XLSX)")).to_be_visible()
