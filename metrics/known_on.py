"""When something is known: now, as first published, or as it was on a day."""

from dataclasses import dataclass
from datetime import date

from data.errors import BadInput

FOREVER = date(9999, 12, 30)


@dataclass(frozen=True)
class KnownOn:
    """A vintage to ask for. `first` is each figure as it was first published; else as held on `day`."""

    day: date = FOREVER
    first: bool = False

    @property
    def is_now(self) -> bool:
        """Whether the newest figures are meant."""
        return self.day == FOREVER and not self.first

    @property
    def text(self) -> str:
        """As it is written in a link and on the command line: 'now', 'first' or '2024-12-31'."""
        return "first" if self.first else "now" if self.is_now else self.day.isoformat()


NOW = KnownOn()
FIRST = KnownOn(first=True)


def known_on(text: str | None) -> KnownOn:
    """Read 'now', 'first' or a date such as 2024-12-31. Raises BadInput for anything else."""
    if text in (None, "", "now"):
        return NOW
    if text == "first":
        return FIRST
    try:
        return KnownOn(date.fromisoformat(str(text)))
    except ValueError as error:
        raise BadInput(f'known on "{text}" is not understood. Use now, first or a date such as 2024-12-31.') from error
