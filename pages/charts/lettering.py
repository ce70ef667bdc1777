"""How much room words take in a chart, and where they break: plotly neither measures nor wraps."""

from html import escape

from pages.charts.look import NOTE

BREAK = "<br>"
# Widths in thousandths of the type size, rounded up, of the family in `look.FONT` at its normal weight.
_NARROW, _LEAN, _USUAL, _WIDE, _WIDEST = 265, 355, 560, 665, 850
_CLASSES = {
    _NARROW: " ijlI|'’.,:;·",
    _LEAN: "frt-()[]/!",
    _WIDE: "ABCDGHKNOQRUVX&",
    _WIDEST: "mwMW%@",
}
_WIDTH = {letter: width for width, letters in _CLASSES.items() for letter in letters}
_BOLDER = 1.05


def width(text: str, size: int = NOTE, bold: bool = False) -> float:
    """The width of one line of text, in pixels: never less than it is, and little more."""
    thousandths = sum(_WIDTH.get(letter, _USUAL) for letter in text)
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


def wrapped(text: str, room: float) -> str:
    """A text as plotly's HTML, broken to fit so many pixels."""
    return markup(wrap(text, room))
