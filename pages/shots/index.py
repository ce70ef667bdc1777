"""A page that lists the pictures: one row for each page and authority, one picture for each size and theme."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from pages.shots.plan import Shot
from pages.shots.take import WHOLE

INDEX = "index.html"
STYLE = """
body { font: 16px/1.45 system-ui, sans-serif; margin: 24px; color: #0b0c0c; background: #fff; }
h2 { font-size: 18px; margin: 28px 0 8px; }
.row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
figure { margin: 0; }
img { height: 220px; border: 1px solid #828c96; display: block; }
figcaption { font-size: 14px; margin-top: 4px; }
"""


def write(shots: Sequence[Shot], out: Path) -> Path:
    """Write `index.html` beside the pictures that are in the folder `out`, those of these shots alone. Returns its path."""
    rows = [_row(f"{title}, {area}", some, out) for (title, area), some in _grouped(shots).items()]
    head = f'<meta charset="utf-8"><title>Screenshots</title><style>{STYLE}</style>'
    path = out / INDEX
    path.write_text(f'<!doctype html><html lang="en-GB">{head}<h1>Screenshots</h1>{"".join(rows)}</html>\n', encoding="utf-8")
    return path


def _grouped(shots: Sequence[Shot]) -> dict[tuple[str, str], list[Shot]]:
    """The shots by page and authority, pages and authorities in the order in which they were first asked for."""
    found: dict[tuple[str, str], list[Shot]] = {}
    for shot in shots:
        found.setdefault((shot.page.title, shot.area.short_name), []).append(shot)
    return found


def _row(heading: str, shots: Sequence[Shot], out: Path) -> str:
    pictures = "".join(_picture(shot, out) for shot in shots if (out / f"{shot.name}.png").is_file())
    return f'<h2>{escape(heading)}</h2><div class="row">{pictures}</div>'


def _picture(shot: Shot, out: Path) -> str:
    file, whole = f"{shot.name}.png", f"{shot.name}{WHOLE}.png"
    picture = f'<a href="{escape(file)}"><img loading="lazy" src="{escape(file)}" alt="{escape(shot.said)}"></a>'
    more = f' · <a href="{escape(whole)}">the whole page</a>' if (out / whole).is_file() else ""
    return f"<figure>{picture}<figcaption>{shot.size}, {escape(shot.theme)}{more}</figcaption></figure>"
