"""The shapes of verdicts in their colours: the words beside them say the same, so a screen reader may leave them out."""

import re
from html import escape

from metrics.wording.marks import BETTER, SIMILAR, UNJUDGED, WORSE
from pages.charts.look import palette

STATUS = {BETTER: "better", SIMILAR: "similar", WORSE: "worse", UNJUDGED: "unjudged"}
TEXT = re.compile(r"(<[^>]*>)")
SHAPES = re.compile(f"[{''.join(STATUS)}]")


def coloured(html: str, dark: bool) -> str:
    """Our own HTML with every shape in the colour of its status; what stands inside a tag is left alone."""
    parts = TEXT.split(html)  # words and tags in turn
    parts[::2] = [SHAPES.sub(lambda found: shape(found[0], dark), words) for words in parts[::2]]
    return "".join(parts)


def shape(mark: str, dark: bool) -> str:
    """One shape as HTML."""
    colour = escape(palette(dark).status[STATUS[mark]], quote=True)
    return f'<span class="cpd-mark" aria-hidden="true" style="color:{colour}">{mark}</span>'
