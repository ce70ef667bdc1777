"""Which areas there are, which of them a code, an LA number or a name means, and which exist on a day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from data.area_names import key, plain_key
from data.area_record import AUTHORITY, LEVELS, NATIONAL, REGIONAL, Area
from data.areas_file import read_areas
from data.errors import UserError

__all__ = ["Area", "Areas", "load"]

TABLE = Path(__file__).parent / "reference" / "areas.csv"
_MOST_NAMES = 6  # a longer list is no help in an error


@cache
def load(path: Path = TABLE) -> "Areas":
    """The areas of the CSV at `path`, read once a process. Raises BadInput (a UserError) naming file and row."""
    return Areas(read_areas(path))


class Areas:
    """All areas ever, one an identity: England, the regions as officially ordered, then the authorities by name."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._areas = {area.code: area for area in sorted(areas, key=_order)}
        self._identities = {code: a.code for a in self for code in (a.code, *a.other_codes)}
        self._holders: dict[str, list[Area]] = {}
        for area in filter(lambda a: a.la_number, self):
            self._holders.setdefault(area.la_number, []).append(area)

    def __iter__(self) -> Iterator[Area]:
        return iter(self._areas.values())

    def __len__(self) -> int:
        return len(self._areas)

    def __contains__(self, code: object) -> bool:
        return code in self._areas

    def __getitem__(self, code: str) -> Area:
        """The area whose identity is `code`. KeyError for any other code: see `identity` and `find`."""
        return self._areas[code]

    def identity(self, code: str) -> str | None:
        """The code under which the figures of `code`, old or new, are filed; None if nobody knows it."""
        return self._identities.get(code)

    def by_number(self, number: str | int, on: date | None = None) -> Area | None:
        """The authority with this LA number on a day; without a day the latest that had it. None if there is none."""
        holders = self._holders.get(str(number).strip(), [])
        there = [a for a in holders if on is None or self.in_force(a, on)]
        return max(there, key=lambda a: a.valid_from or date.min, default=None)

    @staticmethod
    def in_force(area: Area, on: date) -> bool:
        """Whether the area exists on a day. Its first and its last day both count: 31 March 2023 is still Cumbria's."""
        return (area.valid_from or date.min) <= on <= (area.valid_to or date.max)

    def within(self, code: str) -> tuple[Area, ...]:
        """The authorities, dissolved ones too, of a region or of England. London's are Inner and Outer London's."""
        regions = {code, *(a.code for a in self if a.region_code == code and a.level == REGIONAL)}
        everywhere = self[code].level == NATIONAL
        return tuple(a for a in self if a.level == AUTHORITY and (everywhere or a.region_code in regions))

    def find(self, text: str, on: date | None = None) -> Area:
        """The area that a person means by a code, an LA number, a name or the first words of just one name.

        Of two areas with one name the one in force on the day `on` (today) wins: 'Dorset' is today's. Raises UserError
        naming those that could be meant, or the nearest names.
        """
        text, day = text.strip(), on or date.today()
        code = self.identity(text.upper())
        found = self[code] if code else self.by_number(text, day) or self.by_number(text)
        return found or self._by_name(text, day)

    def _by_name(self, text: str, day: date) -> Area:
        wanted, plain = key(text), plain_key(text)
        ways: tuple[Callable[[Area], bool], ...] = (
            lambda a: key(a.name) == wanted,
            lambda a: plain_key(a.name) == plain,
            lambda a: bool(plain) and self.in_force(a, day) and key(a.name).startswith(plain + " "),
        )
        for fits in ways:
            meant = [a for a in self if fits(a)]
            if len(meant) > 1:
                meant = [a for a in meant if self.in_force(a, day)] or meant
            if len(meant) == 1:
                return meant[0]
            if meant:
                raise UserError(_ambiguous(text, meant))
        raise UserError(self._unknown(text))

    def _unknown(self, text: str) -> str:
        names = {plain_key(a.name): a.short_name for a in self} | {key(a.short_name): a.short_name for a in self}
        near = dict.fromkeys(names[k] for k in get_close_matches(plain_key(text), list(names), n=3, cutoff=0.6))
        hint = f" The nearest: {', '.join(near)}." if near else ""
        return f'No area is called "{text}".{hint} Give a name, an LA number such as 884 or a code such as E06000019.'


def _ambiguous(text: str, meant: list[Area]) -> str:
    shown = [f"{a.short_name} ({a.code})" for a in meant[:_MOST_NAMES]]
    more = f" and {len(meant) - _MOST_NAMES} more" if len(meant) > _MOST_NAMES else ""
    return f'"{text}" could mean {", ".join(shown)}{more}. Give the whole name, the LA number or the code.'


def _order(area: Area) -> tuple[int, str, bool, str]:
    """Inner and Outer London follow London; of two authorities with one name the one that goes on comes first."""
    place = area.short_name.casefold() if area.level == AUTHORITY else area.region_code or area.code
    return LEVELS.index(area.level), place, area.valid_to is not None, area.code
