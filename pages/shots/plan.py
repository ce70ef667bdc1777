"""Which pictures are to be taken: pages, authorities, sizes and themes, each checked, and the name of every file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from data.area_record import AUTHORITY
from data.areas import Area, load
from data.errors import BadInput, UserError, nearest
from pages.shots.listing import Listed, listed

# Large and small, in town and country, one without enough children for most figures, one dissolved and one new.
AUTHORITIES = ("Herefordshire", "Kent", "Leicester", "City of London", "Cumbria", "Westmorland and Furness")
SIZES = ("1366x768", "1920x1080", "390x844")
THEMES = ("light", "dark")
SMALLEST, LARGEST = 240, 8000  # pixels: what a screen or a page can be


@dataclass(frozen=True)
class Size:
    """A screen, in pixels."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"


@dataclass(frozen=True)
class Shot:
    """One picture: a page for an authority, on a screen of a size, in light or dark."""

    page: Listed
    area: Area
    size: Size
    theme: str

    @property
    def name(self) -> str:
        """The name of its file, without an ending."""
        area = re.sub(r"[^a-z0-9]+", "-", self.area.short_name.lower()).strip("-")
        return f"{area}_{self.page.word}_{self.size}_{self.theme}"

    @property
    def said(self) -> str:
        """What it is a picture of, in words."""
        return f"{self.area.short_name}, {self.page.title}, {self.size}, {self.theme}"


def plan(
    authorities: Sequence[str] = (), pages: Sequence[str] = (), sizes: Sequence[str] = (), themes: Sequence[str] = ()
) -> list[Shot]:
    """Every combination of what is named, all of it where nothing is; ordered so that a size and a theme stay together.

    Raises UserError naming an authority, a page, a size or a theme that there is none of, and the nearest.
    """
    chosen_pages, areas = [_page(one) for one in pages] or listed(), [_area(one) for one in authorities or AUTHORITIES]
    screens, grounds = [_size(one) for one in sizes or SIZES], [_theme(one) for one in themes or THEMES]
    every = (Shot(page, area, size, theme) for size, theme, area, page in product(screens, grounds, areas, chosen_pages))
    return list(dict.fromkeys(every))


def _page(word: str) -> Listed:
    there = listed()
    for page in there:
        if word.casefold() in (page.title.casefold(), page.word.casefold()):
            return page
    titles = [page.title for page in there]
    raise BadInput(f'--page "{word}" is not a page.{nearest(word, titles)} There are: {", ".join(titles)}.')


def _area(word: str) -> Area:
    found = load().find(word)
    if found.level != AUTHORITY:
        raise UserError(f'--authority "{word}": {found.name} is not a local authority. Name one, such as {AUTHORITIES[0]}.')
    return found


def _size(word: str) -> Size:
    match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", word)
    if match and all(SMALLEST <= int(side) <= LARGEST for side in match.groups()):
        return Size(int(match[1]), int(match[2]))
    wanted = f"Write width and height in pixels, {SMALLEST} to {LARGEST}, such as {SIZES[0]}"
    raise BadInput(f'--size "{word}" is not the size of a screen. {wanted}.')


def _theme(word: str) -> str:
    if word in THEMES:
        return word
    raise BadInput(f'--theme "{word}" is not known.{nearest(word, list(THEMES))} Use {" or ".join(THEMES)}.')
