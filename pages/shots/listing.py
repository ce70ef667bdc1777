"""Which pages there are and what they are called, without starting any of them."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPENING = "Our children at a glance"  # app.py says the same: a test opens both


@dataclass(frozen=True)
class Listed:
    """A page: its title, and its word in the address ('' for the opening page)."""

    title: str
    address: str

    @property
    def word(self) -> str:
        """The page as a word in the name of a file."""
        return self.address or "opening"


def listed(root: Path = ROOT) -> list[Listed]:
    """The opening page, then `pages/<n>_<Title>.py` in the order of their numbers, as the dashboard lists them."""
    files = sorted((root / "pages").glob("[0-9]*_*.py"), key=lambda path: int(path.stem.partition("_")[0]))
    titles = [path.stem.partition("_")[2].replace("_", " ") for path in files]
    return [Listed(OPENING, ""), *(Listed(title, title.lower().replace(" ", "-")) for title in titles)]
