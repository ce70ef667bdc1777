"""Everybody can read it: the finding first on a phone, with a screen reader, and in a wide table with the keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.dashboard import PAGES, PHONE, follow

# What Streamlit's own elements get wrong, by rule and selector, with the reason why it is not ours to mend. None so far.
STREAMLITS_OWN: dict[tuple[str, str], str] = {}


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_the_finding_is_the_first_thing_on_the_screen(server: str, page: Page, name: str) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, name)
    box = page.get_by_role("heading", level=1).bounding_box()
    assert box is not None and box["y"] < 200 and box["y"] + box["height"] < PHONE["height"]


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_violation(server: str, page: Page, name: str, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    follow(page, server, name, principle="6", known_on="2025-12-31")
    for opener in page.locator(".stExpander summary").all():
        opener.click()
    page.wait_for_timeout(500)  # until what unfolds stands still: text that fades in has too little contrast
    found = [
        (violation["id"], str(node["target"]), node["html"][:200])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert [one for one in found if one[:2] not in STREAMLITS_OWN] == []


def test_the_keyboard_reaches_a_wide_table_and_its_focus_is_seen(server: str, page: Page) -> None:
    page.set_viewport_size(PHONE)
    follow(page, server, "Trends")
    box = page.get_by_role("region", name="Children looked after, rate per 10,000: Herefordshire")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("element => element.scrollLeft > 0", arg=box.element_handle())
    outline = box.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"
