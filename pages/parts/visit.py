"""What a visitor looks at, and the words of the link that says so. No Streamlit here."""

from dataclasses import dataclass, replace

from data.areas import Area
from metrics.ask import Ask
from metrics.catalogue import Indicator
from metrics.results import Choice, How, Kind, Neighbours
from pages.parts.grouped import as_word

AUTHORITY_FIRST_SHOWN = "E06000019"
INDICATOR_FIRST_SHOWN = "children_looked_after_rate"
PRINCIPLE_FIRST_SHOWN = "1"
ON = "on"
NOT_FILTERS = ("authority", "meeting", "snapshot")  # what stays when the filters are reset


@dataclass(frozen=True)
class Visit:
    """Everything that a link says, checked against the snapshot that is open.

    `said` are sentences on words of the link that could not be followed; `period` '' is the latest. `meeting` is whether
    the pages are shown large, one chart at a time. `group` are the codes of authorities of the reader's own choice; `region`
    is the code of the region that a list of authorities is cut to, '' for none. `first`, `last` and `base` are the years of a
    change, '' for the usual ones; `look` is what to look at of where children live, '' for the first. `indicators` are the ids of
    those shown under the first, `view` which view of the years, '' for the lines; `zero` and `intervals` are how lines are drawn.
    """

    ask: Ask
    area: Area
    indicator: Indicator
    breakdown: str
    principle: str
    choice: Choice
    period: str
    said: tuple[str, ...] = ()
    meeting: bool = False
    group: tuple[str, ...] = ()
    region: str = ""
    first: str = ""
    last: str = ""
    base: str = ""
    look: str = ""
    indicators: tuple[str, ...] = ()
    view: str = ""
    zero: bool = False
    intervals: bool = False

    @property
    def link(self) -> dict[str, str]:
        """The words of the link to this view. Authority, known on and snapshot always; the rest where it was chosen."""
        choice = self.choice
        words = {"authority": self.area.code}
        if self.indicator.id != first_indicator(self.ask):
            words["indicator"] = self.indicator.id
        if self.breakdown != self.indicator.breakdowns[0]:
            words["breakdown"] = self.breakdown
        if self.period:
            words["period"] = self.period
        if self.principle != PRINCIPLE_FIRST_SHOWN:
            words["principle"] = self.principle
        if choice.first_year and choice.last_year:
            words["years"] = f"{choice.first_year}-{choice.last_year}"
        if choice.kind is not Kind.NEIGHBOURS:
            words["compare"] = choice.kind.value
        if choice.how is not How.MEDIAN:
            words["how"] = choice.how.value
        if choice.edition:
            words["edition"] = choice.edition
        if self.group:
            words["group"] = as_word(self.group)
        if self.region:
            words["region"] = self.region
        chosen = {"from": self.first, "to": self.last, "base": self.base, "look": self.look, "view": self.view}
        chosen |= {"indicators": as_word(self.indicators)}
        chosen |= {"zero": ON if self.zero else "", "intervals": ON if self.intervals else ""}
        words |= {name: word for name, word in chosen.items() if word}
        if self.meeting:
            words["meeting"] = ON
        return words | {"known_on": choice.known_on.text, "snapshot": self.ask.snapshot.id}

    @property
    def reset(self) -> dict[str, str]:
        """The words of the link without any filter: the same authority, in the same snapshot, everything else as usual."""
        return {name: word for name, word in self.link.items() if name in NOT_FILTERS}

    @property
    def filtered(self) -> bool:
        """Whether anything was chosen that a reset would take back."""
        return self.link != self.reset | {"known_on": "now"}

    def choice_for(self, *indicators: Indicator) -> Choice:
        """The choice, with all years where none of those chosen has a figure of these indicators."""
        if self.choice.first_year is None or self.choice.last_year is None:
            return self.choice
        first, last = self.ask.years([i.id for i in indicators])
        outside = first is None or self.choice.last_year < first or self.choice.first_year > last
        return replace(self.choice, first_year=None, last_year=None) if outside else self.choice

    def neighbours(self) -> tuple[Neighbours, list[str]]:
        """The neighbours in the period of the link, else the latest; and a sentence where the one asked for is not held.

        Raises UserError where no period is held for this authority.
        """
        asked = self.indicator.id, self.area.code, self.choice_for(self.indicator)
        latest = self.ask.neighbours(*asked, None, self.breakdown)
        if self.period in ("", latest.period):
            return latest, []
        if self.period not in latest.periods:
            held = f'"{self.period}" is not a period held for {self.area.short_name}. Held: {", ".join(latest.periods)}.'
            return latest, [f"{held} Here {latest.period} is shown."]
        return self.ask.neighbours(*asked, self.period, self.breakdown), []


def first_indicator(ask: Ask) -> str:
    """The indicator that is shown where none was chosen."""
    if INDICATOR_FIRST_SHOWN in ask.catalogue:
        return INDICATOR_FIRST_SHOWN
    return ask.catalogue.measured[0].id
