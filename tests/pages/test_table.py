"""A table is real HTML: caption, scopes, every word escaped, and a box that scrolls and takes the keyboard's focus."""

from html.parser import HTMLParser

from metrics.tables import Column, Table
from pages.parts.table import Pictures, table_html

TABLE = Table(
    "Homes & <places>",
    (Column("Council"), Column("Figure", True), Column("Status")),
    (("Rutland\non 31 March", "9.9", ""), ('"Quoted"', "[c]", "hidden")),
    "[c] too few children to show.",
)


class _Reader(HTMLParser):
    """Collects elements with their attributes and text, and fails on tags that do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), ""))
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        tag, attributes, text = self.found[-1]
        self.found[-1] = (tag, attributes, text + data)

    def all(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        return [(attributes, text) for name, attributes, text in self.found if name == tag]


def test_a_table_has_a_caption_and_its_headings_have_a_scope() -> None:
    page = _Reader(table_html(TABLE))
    assert [(a["scope"], text) for a, text in page.all("th")] == [
        ("col", "Council"), ("col", "Figure"), ("col", "Status"), ("row", "Rutland "), ("row", '"Quoted"'),
    ]  # fmt: skip
    assert "Homes & <places>" in [text for _, text in page.all("span")]


def test_every_word_is_escaped() -> None:
    text = table_html(TABLE, links=['trends?a=1&b="2"', "trends"])
    assert "<places>" not in text
    assert _Reader(text).all("a")[0][0]["href"] == 'trends?a=1&b="2"'


def test_figures_are_set_to_the_right() -> None:
    cells = _Reader(table_html(TABLE)).all("td")
    assert [text for a, text in cells if a.get("class") == "cpd-right"] == ["9.9", "[c]"]
    assert [text for a, text in cells if a.get("class") is None] == ["", "hidden"]


def test_the_box_that_scrolls_has_a_name_and_takes_the_focus() -> None:
    box, _ = _Reader(table_html(TABLE)).all("div")[0]
    assert (box["role"], box["tabindex"], box["aria-label"]) == ("region", "0", "Homes & <places>")


def test_what_follows_a_line_break_is_said_more_quietly() -> None:
    assert '<span class="cpd-quiet">on 31 March</span>' in table_html(TABLE)


def test_the_marks_are_explained_under_the_table() -> None:
    assert _Reader(table_html(TABLE)).all("p")[0][1] == "[c] too few children to show."


def test_on_cards_each_figure_carries_its_heading_and_an_empty_cell_none() -> None:
    labels = [a.get("data-label") for a, _ in _Reader(table_html(TABLE, cards=True)).all("td")]
    assert labels == ["Figure", None, "Figure", "Status"]


def test_pictures_stand_in_their_column_with_a_text_alternative() -> None:
    pictures = Pictures("All years", 1, ["data:image/svg+xml,x", ""], ["2024: 1, 2025: 2", ""])
    page = _Reader(table_html(TABLE, pictures=[pictures]))
    assert [text for a, text in page.all("th") if a["scope"] == "col"] == ["Council", "All years", "Figure", "Status"]
    assert page.all("img")[0][0] == {"src": "data:image/svg+xml,x", "alt": "2024: 1, 2025: 2"}
    assert len(page.all("img")) == 1
