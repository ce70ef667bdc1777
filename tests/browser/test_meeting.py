"""Meeting mode in the room: one chart at a time, by the keys, and nothing of the small print lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard import follow, point_at, settle
from tests.browser.measuring import PHONE, faults

# What a key can change: the page, the screen of it, or how far it is scrolled.
PLACE = """() => [document.title, document.querySelector('.cpd-place')?.textContent,
  Math.round(document.querySelector('.stMain').scrollTop)].join()"""


def meet(page: Page, server: str, name: str = "Trends", **words: str) -> None:
    """Open a page in a meeting and wait until the bar stands."""
    follow(page, server, name, meeting="on", **words)
    expect(page.get_by_role("navigation", name="Meeting")).to_be_visible()
    settle(page)


def go(page: Page, key: str, title: str) -> None:
    """Press a key until another page is there: first a low screen goes down to its chart."""
    for _ in range(12):
        before = page.evaluate(PLACE)
        page.keyboard.press(key)
        page.wait_for_function(f"before => ({PLACE})() !== before", arg=before)
        settle(page)
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
    settle(page)
    assert page.title().startswith("Trends ·")


def test_only_one_chart_is_seen_at_a_time(server: str, page: Page) -> None:
    meet(page, server)
    expect(page.locator(".stPlotlyChart:visible")).to_have_count(1)


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
    point_at(page, page.locator(".scatterlayer .trace").last.locator(".point").nth(4))
    expect(page.locator(".hoverlayer")).to_contain_text("On 31 March 2023")


def test_the_small_print_is_folded_not_lost(server: str, page: Page) -> None:
    meet(page, server)
    expect(page.locator(".cpd-cite")).to_be_hidden()
    page.get_by_text("Notes for this view").first.click()
    expect(page.locator(".cpd-cite").first).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.get_by_role("button", name="Workbook (XLSX)")).to_be_visible()


@pytest.mark.parametrize("width", [390, 683])
@pytest.mark.parametrize("name", ["Trends", "Principles", "Where children live"])
def test_in_a_narrow_window_no_words_of_a_chart_overlap(server: str, page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": PHONE["height"]})
    meet(page, server, name, authority="E06000019")
    if width == PHONE["width"]:
        expect(page.locator(".js-plotly-plot .annotation-text").first).to_have_css("font-size", "14px")
        settle(page)
    assert faults(page) == []


def test_a_window_made_narrow_and_wide_again_has_charts_to_match(server: str, page: Page) -> None:
    meet(page, server)
    letter = page.locator(".js-plotly-plot .xtick text").first
    for width, size in ((1366, 13 * 1.5), (500, 13), (1366, 13 * 1.5)):
        page.set_viewport_size({"width": width, "height": 768})
        expect(letter).to_have_css("font-size", f"{size:g}px")


def test_a_link_within_the_page_leads_to_the_screen_of_its_section(server: str, page: Page) -> None:
    meet(page, server, "Data and methods")
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Words explained").click()
    expect(page.locator("h2#words")).to_be_in_viewport()
    expect(page.locator("h2#words")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
