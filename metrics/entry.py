"""An indicator as the rest of the house passes it round: what one file of the catalogue says, once it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.errors import BadInput, nearest

INTERVALS = ("proportion", "rate", "none")


@dataclass(frozen=True)
class Part:
    """Observations that are summed into a numerator, a denominator or a value: (breakdown text, measure) pairs of a source.

    `years_before` says that the figure of an earlier period is used (a mid-year population stands for the next 31 March).
    """

    source: str
    terms: tuple[tuple[str, str], ...]
    years_before: int = 0


@dataclass(frozen=True)
class Slice:
    """One breakdown of an indicator ('Total' unless the entry declares breakdowns) and where its figures come from.

    Beside a plain `value` (a mean), a denominator is the number of people it rests on. `published` is the rounded figure
    that the publisher prints for the same thing, with its decimals, where there is one.
    """

    breakdown: str
    period_kind: str
    numerator: Part | None
    denominator: Part | None
    value: Part | None
    published: Part | None
    published_decimals: int


@dataclass(frozen=True)
class Known:
    """A published figure that the indicator must reproduce, compared at the digits given."""

    area: str
    period: str
    figures: Mapping[str, float]
    breakdown: str | None = None


@dataclass(frozen=True)
class Break:
    """The series is not comparable across the start of the period that ends in `year`: for these breakdowns, or all without."""

    year: int
    reason: str
    breakdowns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Target:
    """A norm or duty that holds for every council, in the indicator's unit, and where it comes from."""

    value: float
    why: str


@dataclass(frozen=True)
class GapTo:
    """The same measure of another group of people: `to` names the group, `indicator` is the id of its entry."""

    to: str
    indicator: str


@dataclass(frozen=True)
class Indicator:
    """A question with a unit, a direction and a principle.

    It is one of three: `measured` (it has slices, and so figures), published `elsewhere` (by a table that no source describes)
    or `local` (not measured nationally: `collect` says what a council would need to collect). A `reference` exists to be set
    beside another indicator: all pupils, children in need. `margin` is in the indicator's unit; `declared_interval` is ''
    where the entry leaves it to `interval`. `did_of` has `did` in natural words for breakdowns whose label fits no sentence.
    """

    id: str
    title: str
    plain: str
    principle: str
    better: str
    unit: str
    per: float
    decimals: int
    source: str
    slices: tuple[Slice, ...]
    caution: str
    questions: tuple[str, ...]
    known: tuple[Known, ...]
    code: str
    who: str
    did: str
    headline: bool
    collect: str
    breaks: tuple[Break, ...] = ()
    target: Target | None = None
    margin: float | None = None
    gaps: tuple[GapTo, ...] = ()
    reference: bool = False
    elsewhere: str = ""
    declared_interval: str = ""
    did_of: Mapping[str, str] = field(default_factory=dict)

    @property
    def measured(self) -> bool:
        """True where published figures are described."""
        return bool(self.slices)

    @property
    def local(self) -> bool:
        """True where no figure is published for every authority, here or elsewhere."""
        return not self.slices and not self.elsewhere

    @cached_property
    def breakdowns(self) -> tuple[str, ...]:
        """The breakdowns, the one shown first in front."""
        return tuple(s.breakdown for s in self.slices)

    @cached_property
    def is_share(self) -> bool:
        """True for a numerator over a denominator, as against a plain count or mean."""
        return any(s.numerator and s.denominator for s in self.slices)

    @cached_property
    def interval(self) -> str:
        """How chance is reckoned: 'proportion' for so many of 100, 'rate' for so many of more, 'none' otherwise."""
        if self.declared_interval or not self.is_share:
            return self.declared_interval or "none"
        return "proportion" if self.per == 100 else "rate" if self.per > 100 else "none"

    def breaks_of(self, breakdown: str) -> tuple[Break, ...]:
        """The breaks in the series of one breakdown, oldest first."""
        return tuple(b for b in self.breaks if not b.breakdowns or breakdown in b.breakdowns)

    def title_of(self, breakdown: str) -> str:
        """The title, with the breakdown where it is one of several."""
        return self.title if breakdown == "Total" else f"{self.title}: {breakdown}"

    def did_as(self, breakdown: str) -> str:
        """What `who` did, of one breakdown: in its own words where it has them, else with its label quoted."""
        return self.did_of.get(breakdown) or self.did.replace("{breakdown}", breakdown)

    def slice(self, breakdown: str | None = None) -> Slice:
        """The slice of that breakdown; the first without one. Raises BadInput naming the nearest."""
        if breakdown is None and self.slices:
            return self.slices[0]
        for slice_ in self.slices:
            if slice_.breakdown == breakdown:
                return slice_
        known = list(self.breakdowns)
        raise BadInput(f'{self.id} has no breakdown "{breakdown}".{nearest(str(breakdown), known)} It has: {", ".join(known)}.')
