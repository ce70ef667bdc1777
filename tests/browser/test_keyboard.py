"""The keyboard alone reaches and works everything, and the focus is seen wherever it is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard import PAGES, address, follow, settle

# What Streamlit shows of its own in the corner, beside what is ours.
NOT_OURS = ".stAppHeader, .stToolbar, .stMainMenu"
# and the box of the whole page, which takes the focus so that the arrow keys scroll it
STILL = "*, *::before, *::after { transition: none !important; animation: none !important; }"
MARK = """(notOurs) => {
  const tabbable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  window.looks = [];
  window.look = (element) => {
    const near = [element, ...(element.parentElement?.children || [])];
    for (let up = element.parentElement, i = 0; up && i < 4; up = up.parentElement, i++) near.push(up);
    const looks = near.map((one) => getComputedStyle(one));
    return looks.map((s) => [s.outline, s.boxShadow, s.borderColor, s.backgroundColor]).join();
  };
  let n = 0;
  for (const element of document.querySelectorAll(tabbable)) {
    const unchecked = element.type === 'radio' && !element.checked;
    const within = element.closest('details:not([open]) > :not(summary)');
    if (element.disabled || element.tabIndex < 0 || unchecked || within) continue;
    if (element.matches('.stMain') || element.closest(notOurs)) continue;
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility({ visibilityProperty: true }) || box.width * box.height === 0) continue;
    element.dataset.n = n++;
    window.looks.push(window.look(element));
  }
  return n;
}"""
HERE = """() => {
  const now = document.activeElement;
  if (now?.dataset.n === undefined) return null;
  return { n: Number(now.dataset.n), seen: window.look(now) !== window.looks[now.dataset.n] };
}"""
NAMED = """(n) => {
  const found = document.querySelector(`[data-n="${n}"]`);
  const words = found?.getAttribute('aria-label') || found?.textContent;
  return found ? `${found.tagName} ${words}`.slice(0, 90) : `element ${n}, which has gone`;
}"""


@pytest.mark.parametrize("name", PAGES)
def test_the_tab_key_reaches_everything_and_is_seen_there(server: str, page: Page, name: str) -> None:
    follow(page, server, name)
    page.add_style_tag(content=STILL)
    there = page.evaluate(MARK, NOT_OURS)
    seen: dict[int, bool] = {}
    for _ in range(there + 30):
        page.keyboard.press("Tab")
        if now := page.evaluate(HERE):
            seen[now["n"]] = seen.get(now["n"], False) or now["seen"]
    assert there > 10
    assert [page.evaluate(NAMED, n) for n in range(there) if n not in seen] == []
    assert [page.evaluate(NAMED, n) for n, visible in seen.items() if not visible] == []


def test_a_list_is_searched_and_chosen_from_by_typing(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    page.get_by_role("combobox", name="Authority").focus()
    page.keyboard.type("Leices")
    expect(page.get_by_role("option")).to_have_count(2)  # the city before the county: Leicestershire is the other
    page.keyboard.press("Enter")
    expect(page).to_have_title("Trends · Leicester · Corporate Parenting Dashboard")


def test_buttons_of_a_group_are_chosen_by_the_arrow_keys(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    page.get_by_role("radio", name="Statistical neighbours").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => location.search.includes('compare=region')")


def test_the_years_are_moved_by_the_arrow_keys(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('years=')")
    settle(page)
    assert address(page)["years"].endswith("-2025")


def test_a_switch_is_worked_by_the_space_bar(server: str, page: Page) -> None:
    follow(page, server, "Trends")
    page.get_by_role("switch", name="Meeting mode").or_(page.get_by_role("checkbox", name="Meeting mode")).focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => location.search.includes('meeting=on')")


def test_a_column_is_sorted_by_the_enter_key(server: str, page: Page) -> None:
    follow(page, server, "All authorities")
    button = page.get_by_role("columnheader").get_by_role("button").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort]").first).to_be_visible()
    expect(button).to_be_focused()


def test_a_page_is_opened_by_the_enter_key(server: str, page: Page) -> None:
    follow(page, server)
    page.get_by_test_id("stSidebar").get_by_role("link", name="Where children live", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_title("Where children live · Herefordshire · Corporate Parenting Dashboard")
