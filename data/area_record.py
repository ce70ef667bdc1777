"""What an area is: the record that the rest of the house passes round, and one row of the file it is read from."""

from dataclasses import dataclass
from datetime import date

from data.area_names import short_name

LEVELS = ("National", "Regional", "Local authority")  # the words of the published files
NATIONAL, REGIONAL, AUTHORITY = LEVELS


@dataclass(frozen=True)
class Area:
    """A country, region or authority under the code its figures are filed under, and its first and last day.

    `la_number` is '' for England and the regions; a London borough's `region_code` is Inner or Outer London. A recode
    keeps the area: its codes other than `code` are `other_codes`, and `recoded_on` is the first day of the newest
    of all its codes. `valid_from` or `valid_to` None: no known end.
    """

    code: str
    la_number: str
    name: str
    level: str
    region_code: str
    valid_from: date | None
    valid_to: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    other_codes: tuple[str, ...]
    note: str
    recoded_on: date | None = None

    @property
    def short_name(self) -> str:
        """The name as it is said aloud: 'Herefordshire', 'Bristol', 'Kingston upon Hull'."""
        return short_name(self.name)


@dataclass(frozen=True)
class CodeRow:
    """One row of the file: the identity it belongs to, and `area` as this one code and its own days describe it."""

    row: int
    area_code: str
    area: Area

    @property
    def first(self) -> date:
        """The first day of the code; the beginning of time where it is open."""
        return self.area.valid_from or date.min

    @property
    def last(self) -> date:
        """The last day of the code; the end of time where it is open."""
        return self.area.valid_to or date.max
