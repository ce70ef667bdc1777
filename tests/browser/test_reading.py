"""Everybody can read it: the finding first on a phone, with a screen reader, and in a wide table with the keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.dashboard import PAGES, PHONE, follow, settle, unfold
from tests.browser.measuring import SCREEN, WINDOWS

# What Streamlit's own elements get wrong, by rule and selector, with the reason why it is not ours to mend. None so far.
STREAMLITS_OWN: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_the_finding_is_the_first_thing_on_the_screen(server: str, page: Page, name: str) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, name)
    box = page.get_by_role("heading", level=1).bounding_box()
    assert box is not None and box["y"] < 200 and box["y"] + box["height"] < PHONE["height"]


def violations(page: Page) -> list[tuple[str, str, str]]:
    """What axe finds to be serious in the page as it stands, but for what is Streamlit's own: rule, selector, element."""
    found = [
        (violation["id"], str(node["target"]), node["html"][:200])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    return [one for one in found if one[:2] not in STREAMLITS_OWN]


def in_every_window(page: Page) -> dict[str, list[tuple[str, str, str]]]:
    """The violations of the page in windows of every size, by the name of the window."""
    found = {}
    for window, size in WINDOWS.items():
        page.set_viewport_size(size)
        settle(page)
        found[window] = violations(page)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_violation_in_any_window(server: str, page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    follow(page, server, name, principle="6", known_on="2025-12-31")
    unfold(page)
    assert in_every_window(page) == dict.fromkeys(WINDOWS, [])


@pytest.mark.parametrize(("name", "scheme"), [("Trends", "light"), ("Principles", "dark")])
def test_axe_finds_no_serious_violation_in_a_meeting(server: str, page: Page, name: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    follow(page, server, name, principle="6", meeting="on")
    unfold(page)
    assert in_every_window(page) == dict.fromkeys(WINDOWS, [])


def test_the_keyboard_reaches_a_wide_table_and_its_focus_is_seen(server: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, "Trends")
    box = page.get_by_role("region", name="Children looked after, rate per 10,000: Herefordshire")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement?.scrollLeft > 0")
    outline = box.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"


def test_a_table_says_that_it_goes_on_where_it_does_and_only_there(server: str, page: Page) -> None:
    follow(page, server, "Trends", authority="E10000016")
    box = page.locator(".cpd-table").first
    said = "caption => getComputedStyle(caption, '::after').content"
    assert box.locator("caption span").evaluate(said) == "none"
    page.set_viewport_size(PHONE)
    expect(box).to_have_attribute("data-cpd-wide", "")
    assert "move it sideways" in box.locator("caption span").evaluate(said)
    box.evaluate("box => box.scrollTo({ left: box.scrollWidth })")
    last = box.get_by_role("columnheader").last.bounding_box()
    first, edge = box.get_by_role("rowheader").first.bounding_box(), box.bounding_box()
    assert last and first and edge
    assert last["x"] + last["width"] <= edge["x"] + edge["width"] + 1
    assert abs(first["x"] - edge["x"]) < 2, "the name of a row has gone out of sight"
    page.set_viewport_size(SCREEN)
    expect(box).not_to_have_attribute("data-cpd-wide", "")


@pytest.mark.parametrize("name", ["Our children at a glance", "Principles"])
def test_no_card_on_a_phone_has_to_be_moved_sideways(server: str, page: Page, name: str) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, name, principle="all")
    boxes = page.locator(".cpd-cards").evaluate_all("all => all.map((box) => [box.scrollWidth, box.clientWidth])")
    assert boxes and all(wide <= room for wide, room in boxes)
