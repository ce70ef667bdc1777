"""Read our own HTML: its tables cell by cell, and everything that it says outside of them."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

TEXTS = ("h1", "h2", "h3", "p", "li", "dd", "dt")
# Cited or defined, not told of a council: sources, licence, the period and vintage shown, the question, marks and events.
APART = ("cpd-source", "cpd-foot", "cpd-context", "cpd-about", "cpd-note", "cpd-tools", "cpd-points", "cpd-contents")


@dataclass(frozen=True)
class Cell:
    """One cell under its heading. `quiet` is what it says more quietly, `alt` the text of a picture in it."""

    heading: str
    loud: str
    quiet: str = ""
    alt: str = ""


@dataclass(frozen=True)
class Row:
    """A row of a table by its name."""

    name: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Shown:
    """A table as it is shown."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(html: str) -> list[Shown]:
    """The tables of a page, in its order."""
    return [_table(_parsed(found)) for found in re.findall(r"<table.*?</table>", html, re.DOTALL)]


def sayings(html: str) -> list[str]:
    """What stands outside the tables and is no citation and no definition, an entry for each paragraph, heading and list item.

    The entries of a list of numbers (dl) are put together, a group an entry: figure, what it counts, and what is said of it.
    """
    without = re.sub(r"<table.*?</table>|<svg.*?</svg>", "", html, flags=re.DOTALL)
    return [_clean(text) for node in _parsed(without).nodes() for text in _said(node) if _clean(text)]


def folds(html: str) -> list[tuple[str, int]]:
    """What opens each part that our own HTML folds away, and how many items are in it."""
    return [(_clean(box.of("summary")[0].text), len(box.of("li"))) for box in _parsed(html).of("details")]


def _said(node: "Node") -> list[str]:
    if node.tag == "dl" and "cpd-numbers" in node.classes:
        groups = [child for child in node.children if isinstance(child, Node)]
        return [": ".join([*(d.text for d in g.of("dd")[:1]), *(d.text for d in g.of("dt")), *(d.text for d in g.of("dd")[1:])])
                for g in groups]  # fmt: skip
    return [node.text] if node.tag in TEXTS else []


class Node:
    """One element: its tag, classes, and what is inside."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag, self.attributes = tag, attributes
        self.classes = set(attributes.get("class", "").split())
        self.children: list[Node | str] = []

    @property
    def text(self) -> str:
        """Everything that is written in it."""
        return " ".join(child if isinstance(child, str) else child.text for child in self.children)

    def of(self, tag: str) -> list["Node"]:
        """Every element of this tag below it."""
        below = [child for child in self.children if isinstance(child, Node)]
        return [found for child in below for found in ([child] if child.tag == tag else []) + child.of(tag)]

    def nodes(self) -> list["Node"]:
        """The elements below it, outermost first, without what is cited or defined; a group of numbers is not taken apart."""
        found: list[Node] = []
        for child in self.children:
            if isinstance(child, Node) and not child.classes & set(APART):
                found.append(child)
                found += child.nodes() if child.tag not in (*TEXTS, "dl") else []
        return found


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in ("img", "br", "link", "meta", "input"):
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def _parsed(html: str) -> Node:
    tree = _Tree()
    tree.feed(html)
    return tree.open[0]


def _table(root: Node) -> Shown:
    head, *body = root.of("tr")
    headings = tuple(_clean(cell.text) for cell in head.of("th"))
    rows = []
    for row in body:
        name, *others = [cell for cell in row.children if isinstance(cell, Node)]
        cells = tuple(_cell(heading, cell) for heading, cell in zip(headings[1:], others, strict=True))
        rows.append(Row(_cell(headings[0], name), cells))
    return Shown(_clean(root.of("caption")[0].text), headings, tuple(rows))


def _cell(heading: str, cell: Node) -> Cell:
    quiet = [span.text for span in cell.of("span") if "cpd-quiet" in span.classes]
    loud = [_loud(child) for child in cell.children]
    alt = " ".join(picture.attributes.get("alt", "") for picture in cell.of("img"))
    return Cell(heading, _clean(" ".join(loud)), _clean(" ".join(quiet)), _clean(alt))


def _loud(child: Node | str) -> str:
    return child if isinstance(child, str) else "" if "cpd-quiet" in child.classes else child.text


def _clean(text: str) -> str:
    return re.sub(r" ([,.;:)])", r"\1", " ".join(text.split()))
