"""A visit to the dashboard without a browser: open a page by a link, read what it says."""

import html
import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
OPENING = "Our children at a glance"
PAGES = {OPENING: ""} | {path.stem: f"pages/{path.name}" for path in sorted((ROOT / "pages").glob("[0-9]*_*.py"))}
SECONDS = 60


class Visit:
    """One visitor's session. `open` follows a link; `turn_to` changes the page as Streamlit's own navigation does it."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)

    def open(self, page: str = OPENING, **words: str) -> "Visit":
        """Open a page by the words of a link, the first run of the session."""
        self.app.query_params.clear()
        for name, word in words.items():
            self.app.query_params[name] = word
        self.app.run()
        if PAGES[page]:
            self.app.switch_page(PAGES[page]).run()
        return self

    def turn_to(self, page: str) -> "Visit":
        """Change the page with a bare address: what was chosen must be remembered."""
        self.app.query_params.clear()
        self.app.switch_page(PAGES[page]).run()
        return self

    def pick(self, label: str, value: object) -> "Visit":
        """Choose in the selectbox or the group of buttons with this label."""
        found = [w for w in [*self.app.selectbox, *self.app.radio, *self.app.slider] if w.label == label]
        assert found, f'there is nothing to choose with the label "{label}"'
        found[0].set_value(value).run()
        return self

    @property
    def heading(self) -> str:
        """The words of the one first-level heading."""
        (found,) = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html)
        return html.unescape(found)

    @property
    def html(self) -> str:
        """All our own HTML, in the order of the page, without the style sheet."""
        return "\n".join(e.proto.body for e in self.app.get("html") if not e.proto.body.startswith("<style"))

    @property
    def words(self) -> str:
        """What our own HTML says, without its tags."""
        return html.unescape(re.sub(r"<[^>]+>", " ", self.html))

    @property
    def link(self) -> dict[str, str]:
        """The words of the address."""
        return {name: value[0] if isinstance(value, list) else value for name, value in self.app.query_params.items()}

    def options(self, label: str) -> list[str]:
        """What a selectbox offers, as it is read."""
        return next(list(w.options) for w in self.app.selectbox if w.label == label)
