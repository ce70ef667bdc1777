"""How much room words take in a chart, and where they break: plotly neither measures nor wraps."""

from functools import lru_cache
from html import escape

from pages.charts.look import NOTE

BREAK = "<br>"
# Widths in thousandths of the type size, rounded up, of Source Sans 3 (Adobe, SIL Open Font License) at weight 400.
_WIDTHS = {
    200: " ",
    265: "|ij',.:;’·lI",
    311: "!f()[]{}-",
    350: "tr/",
    425: "*sz?\"",
    467: "xcvy",
    500: "YJ–LFke0123456789#$+<=>^~",
    515: "_agXV",
    547: "ESTZo`Ahun",
    571: "bdpqPRC",
    617: "KB●&DG",
    664: "UNH┃OQ",
    728: "wM",
    850: "Wm%@",
}
_OF_LETTER = {letter: thousandths for thousandths, letters in _WIDTHS.items() for letter in letters}
_OTHER = 600
_BOLDER = 1.035  # how much wider a name is at weight 600


def width(text: str, size: int = NOTE, bold: bool = False) -> float:
    """The width of one line of text, in pixels: never less than it is, and little more."""
    thousandths = sum(_OF_LETTER.get(letter, _OTHER) for letter in text)
    return thousandths * size / 1000 * (_BOLDER if bold else 1)


def wrap(text: str, room: float, size: int = NOTE, bold: bool = False) -> list[str]:
    """The lines of a text in so many pixels. A single word that is wider stays whole."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def markup(lines: list[str]) -> str:
    """Lines as plotly writes them: '&' and '<' are letters, not HTML."""
    return BREAK.join(escape(line, quote=False) for line in lines)


@lru_cache(maxsize=2048)  # one release's title is under the pointer at a hundred points
def wrapped(text: str, room: float) -> str:
    """A text as plotly's HTML, broken to fit so many pixels."""
    return markup(wrap(text, room))
