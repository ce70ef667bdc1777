"""Every page on paper: A4 upright and white, nothing cut, no controls, no heading left alone at the foot of a sheet."""

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.dashboard import PAGES, follow

POINTS = 72 / 25.4  # in a millimetre
WIDE, HIGH, MARGIN = 210 * POINTS, 297 * POINTS, 12 * POINTS
CONTROLS = (
    "Compare with", "Workbook (XLSX)", "Chart (PNG)", "Copy link", "Print this page", "How these figures", "Choose a period",
    "Copy the citation", "Reset", "Meeting mode", "move it sideways",
)  # fmt: skip
HEADINGS = "h1, h2, h3, caption"
CUT = """() => [document.documentElement, ...document.querySelectorAll('.stMain, .cpd-table, .stHtml, .stPlotlyChart')]
  .filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
  .map((box) => `${box.className}: ${box.scrollWidth} in ${box.clientWidth}`)"""


def printed(page: Page) -> list[str]:
    """The words of each sheet of paper, which is A4, upright and white, and keeps its margins free."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = []
    for sheet in document:
        assert [round(side) for side in sheet.get_size()] == [round(WIDE), round(HIGH)]
        assert sheet.render(scale=0.2, grayscale=True).to_numpy().mean() > 225, "the ground is dark"
        text = sheet.get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        assert min(left for left, *_ in boxes) > MARGIN - 2 and max(right for *_, right, _ in boxes) < WIDE - MARGIN + 2
        assert min(foot for _, foot, *_ in boxes) > MARGIN - 2
        sheets.append(text.get_text_bounded())
    return sheets


def alone(sheets: list[str], headings: list[str]) -> list[str]:
    """Headings that are the last words of a sheet, with what they head on the next."""
    ends = [" ".join(sheet.split()) for sheet in sheets[:-1]]
    return [heading for heading in headings for end in ends if heading and end.endswith(heading)]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_printed_whole_and_without_controls(server: str, page: Page, name: str) -> None:
    follow(page, server, name, authority="E06000019")
    headings = [" ".join(text.split()) for text in page.locator(HEADINGS).all_inner_texts()]
    sheets = printed(page)
    words = " ".join(" ".join(sheets).split())
    assert headings[0] in words
    assert [control for control in CONTROLS if control in words] == []
    assert alone(sheets, headings) == []
    assert "Snapshot" in sheets[-1] and "authority=E06000019" in sheets[-1]
    # The foot of a page does not take a sheet for itself.
    assert not sheets[-1].lstrip().startswith("Contains public sector information")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(server: str, page: Page, name: str) -> None:
    page.set_viewport_size({"width": 703, "height": 1000})
    page.emulate_media(media="print")
    follow(page, server, name, authority="E06000019")
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_view_is_printed_with_its_link_and_snapshot(server: str, page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    follow(page, server, "Trends", authority="E06000019", indicator="health_assessment")
    sheets = printed(page)
    words = " ".join(" ".join(sheets).split())
    assert len(sheets) <= 2
    assert "272 of 285 children" in words and "West Midlands" in words
    assert "Snapshot" in words and "indicator=health_assessment" in words


def test_the_headings_of_a_long_table_stand_on_every_sheet(server: str, page: Page) -> None:
    follow(page, server, "All authorities", authority="E06000019")
    rows = [sheet for sheet in printed(page) if "similar to England" in sheet]
    assert len(rows) > 2
    assert all("Council" in sheet and "Figure" in sheet and "Region" in sheet for sheet in rows[1:])


def test_what_the_opening_page_folds_is_printed_and_folded_again(server: str, page: Page) -> None:
    follow(page, server, authority="E06000019")
    fold = page.locator(".cpd-two details").first
    hidden = fold.locator("li a").first.text_content()
    assert hidden and hidden in " ".join(" ".join(printed(page)).split())
    expect(fold).not_to_have_attribute("open", "")
