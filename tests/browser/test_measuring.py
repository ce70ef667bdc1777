"""The measures find what they look for: each fault is planted in a small page and named."""

import pytest
from playwright.sync_api import Page

from tests.browser.measuring import PHONE, faults

CHART = '<div class="js-plotly-plot" style="width:200px;height:100px"><svg class="main-svg" style="overflow:visible;width:100%">'
WHOLE = '<h1>A finding</h1><div class="cpd-table" style="overflow-x:auto"><p style="width:900px">A wide table</p></div>'

PLANTED = {
    '<p style="width:500px">Wide</p>': "the page scrolls sideways, by",
    '<p style="position:fixed;left:300px;width:200px;white-space:nowrap">Runs out of the window</p>': "outside the window",
    '<p style="width:40px;overflow:hidden;white-space:nowrap">More words than room</p>': "cut off sideways",
    '<p style="height:10px;overflow:hidden;line-height:30px">More lines than room</p>': "cut off below",
    '<p style="margin:0">First line</p><p style="margin:-16px 0 0">Second line</p>': '"First line" overlaps "Second line"',
    f'{CHART}<text x="190" y="50">Herefordshire</text></svg></div>': 'outside its chart: "Herefordshire"',
    f'{CHART}<text x="9" y="50">Kent</text><text x="12" y="52">Leicester</text></svg></div>': '"Kent" overlaps "Leicester"',
}


def _show(page: Page, content: str) -> None:
    page.set_viewport_size(PHONE)
    page.set_content(f'<body style="margin:0"><div class="stMain" style="overflow:auto;height:800px">{content}</div></body>')


def test_a_page_that_stands_well_has_no_fault_and_a_wide_table_may_scroll_in_its_box(page: Page) -> None:
    _show(page, WHOLE)
    assert faults(page) == []


@pytest.mark.parametrize("content", PLANTED)
def test_what_is_wrong_is_found_and_named(page: Page, content: str) -> None:
    _show(page, content)
    assert any(PLANTED[content] in fault for fault in faults(page)), faults(page)
